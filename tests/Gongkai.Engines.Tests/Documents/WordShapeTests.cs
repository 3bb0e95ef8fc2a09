namespace Gongkai.Engines.Tests.Documents;

/// <summary>Words in shapes, tables and colours of a Word document that a reader does not see.</summary>
public sealed class WordShapeTests
{
    private const string White = """<w:color w:val="FFFFFF"/>""";

    [Theory]
    [InlineData("", "<a:noFill/>", White, "HiddenText")]
    [InlineData("", """<a:solidFill><a:srgbClr val="C00000"/></a:solidFill>""", White, "TextBox")]
    [InlineData("", """<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>""", White, "TextBox")]
    [InlineData("", "<a:noFill/>", "", "TextBox")]
    [InlineData("""<wp:docPr id="1" hidden="1"/>""", "<a:noFill/>", "", "HiddenText")]
    [InlineData("""<wp:positionH relativeFrom="page"><wp:posOffset>-9000000</wp:posOffset></wp:positionH><wp:extent cx="2000000" cy="9"/>""", "<a:noFill/>", "", "HiddenText")]
    [InlineData("""<wp:positionH relativeFrom="column"><wp:posOffset>-2500000</wp:posOffset></wp:positionH><wp:extent cx="2000000" cy="9"/>""", "<a:noFill/>", "", "TextBox")]
    public void A_text_box_may_not_be_seen(string place, string fill, string run, string layer) =>
        Assert.StartsWith(layer, Layers.Print(new Docx(Box(place, fill, run)).Build(), "a.docx"), StringComparison.Ordinal);

    [Fact]
    public void White_words_in_a_clear_box_may_lie_over_a_picture() =>
        Assert.StartsWith("TextBox", Layers.Print(new Docx(Box("", "<a:noFill/>", White)).Part("word/media/image1.bin", [1]).Build(), "a.docx"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""style="width:9pt" """, White, "HiddenText")]
    [InlineData("""style="width:9pt" fillcolor="#c00000" """, White, "TextBox")]
    [InlineData("""style="position:absolute;visibility:hidden" """, "", "HiddenText")]
    [InlineData("""style="position:absolute" """, "", "TextBox")]
    [InlineData("""style="position:absolute;margin-left:-2000pt;width:100pt" """, "", "HiddenText")]
    public void An_old_text_box_may_not_be_seen(string shape, string run, string layer) =>
        Assert.StartsWith(layer, Layers.Print(new Docx($"<w:p><w:r><w:pict><v:shape {shape}><v:textbox><w:txbxContent>{Run(run)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>").Build(), "a.docx"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""<w:color w:val="000000" w:themeColor="light1"/>""", "HiddenText")]
    [InlineData("""<w:color w:val="D9D9D9" w:themeColor="background1" w:themeShade="D9"/>""", "Body")]
    [InlineData("""<w:textFill><w:solidFill><w:srgbClr w:val="FFFFFF"/></w:solidFill></w:textFill>""", "HiddenText")]
    [InlineData("""<w:textFill><w:solidFill><w:schemeClr w:val="tx1"/></w:solidFill></w:textFill>""", "Body")]
    public void A_colour_may_be_that_of_paper(string colour, string layer) =>
        Assert.StartsWith(layer, Layers.Print(new Docx(Run(colour)).Build(), "a.docx"), StringComparison.Ordinal);

    [Fact]
    public void White_words_on_a_colour_of_the_theme_are_seen() =>
        Assert.StartsWith("Body", Layers.Print(new Docx($"""<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/></w:tcPr>{Run(White)}</w:tc></w:tr></w:tbl>""").Build(), "a.docx"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "HiddenText")]
    [InlineData("""<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr>""", "Body")]
    public void A_table_style_may_make_words_white(string paint, string layer) =>
        Assert.StartsWith(layer, Layers.Print(WhiteTable(paint).Build(), "a.docx"), StringComparison.Ordinal);

    [Theory]
    [InlineData("cellIns", "Body table 1, row 1, column 1: 字\nTrackedChange table 1, row 1, column 1 insertion: 字")]
    [InlineData("cellDel", "TrackedChange table 1, row 1, column 1 deletion: 字")]
    public void A_cell_put_in_or_taken_out_is_a_change(string mark, string expected) =>
        Assert.Equal(expected, Layers.Print(Cell(mark).Build(), "a.docx"));

    [Fact]
    public void The_look_of_an_embedded_file_is_no_picture_to_be_read()
    {
        var file = new Docx("""<w:p><w:r><w:t>字</w:t></w:r><w:r><w:object><v:shape><v:imagedata r:id="r1"/></v:shape></w:object></w:r></w:p>""").Relation("r1", "image", "media/image1.emf").Part("word/media/image1.emf", [1]);

        Assert.Empty(Layers.Codes(file.Build(), "a.docx"));
    }

    internal static Docx Cell(string mark) => new($"<w:tbl><w:tr><w:tc><w:tcPr><w:{mark} w:id=\"1\"/></w:tcPr>{Run("")}</w:tc></w:tr></w:tbl>");

    internal static Docx WhiteTable(string paint) => new Docx($"""<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc>{Run("")}</w:tc></w:tr></w:tbl>""")
        .Part("styles", "styles.xml", Docx.Wrap("styles", $"""<w:style w:type="table" w:styleId="t"><w:rPr>{White}</w:rPr>{paint}</w:style>"""));

    internal static string Box(string place, string fill, string run) =>
        $"<w:p><w:r><w:drawing><wp:anchor>{place}<a:graphic><wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>{Run(run)}</w:txbxContent></wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></w:r></w:p>";

    private static string Run(string properties) => $"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>字</w:t></w:r></w:p>";
}
