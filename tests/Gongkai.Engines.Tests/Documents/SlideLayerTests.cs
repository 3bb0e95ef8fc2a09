namespace Gongkai.Engines.Tests.Documents;

/// <summary>What a presentation holds and does not show.</summary>
public sealed class SlideLayerTests
{
    private const string Inside = """<a:xfrm><a:off x="100" y="100"/><a:ext cx="200" cy="200"/></a:xfrm>""";
    private const string White = """<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>""";
    private const string Blue = """<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>""";

    [Theory]
    [InlineData("", Inside, White, true)]
    [InlineData("", Inside, """<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>""", true)]
    [InlineData("", Inside, """<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr></a:solidFill>""", false)]
    [InlineData("", Inside + White, White, true)]
    [InlineData("", Inside + Blue, White, false)]
    [InlineData("", Inside, Blue, false)]
    [InlineData("", Inside + "<a:ln>" + White + "</a:ln>", Blue, false)]
    [InlineData("", """<a:xfrm><a:off x="1200" y="100"/><a:ext cx="200" cy="200"/></a:xfrm>""", "", true)]
    [InlineData("", """<a:xfrm><a:off x="900" y="100"/><a:ext cx="200" cy="200"/></a:xfrm>""", "", false)]
    [InlineData("hidden=\"1\"", Inside, "", true)]
    public void A_shape_may_not_be_seen(string attributes, string properties, string run, bool isHidden) =>
        Assert.Equal(isHidden, IsHidden(Slide(Shape(attributes, properties, run))));

    [Fact]
    public void Letters_of_one_point_are_not_seen() =>
        Assert.True(IsHidden(Slide($"<p:sp><p:spPr>{Inside}</p:spPr><p:txBody><a:p><a:r><a:rPr sz=\"100\"/><a:t>字</a:t></a:r></a:p></p:txBody></p:sp>")));

    [Fact]
    public void A_hidden_slide_is_not_seen() => Assert.True(IsHidden(Slide(Shape("", Inside, ""), "show=\"0\"")));

    [Fact]
    public void A_hidden_group_hides_its_shapes() =>
        Assert.True(IsHidden(Slide($"""<p:grpSp><p:nvGrpSpPr><p:cNvPr id="1" hidden="1"/></p:nvGrpSpPr>{Shape("", Inside, "")}</p:grpSp>""")));

    [Theory]
    [InlineData("<p:sp><p:spPr>" + Inside + Blue + "</p:spPr></p:sp>")]
    [InlineData("<p:sp><p:spPr>" + Blue + "</p:spPr></p:sp>")]
    [InlineData("<p:pic><p:spPr>" + Inside + "</p:spPr></p:pic>")]
    public void White_letters_over_something_painted_are_seen(string below) => Assert.False(IsHidden(Slide(below + Shape("", Inside, White))));

    [Fact]
    public void White_letters_beside_something_painted_are_not_seen() =>
        Assert.True(IsHidden(Slide("""<p:sp><p:spPr><a:xfrm><a:off x="500" y="500"/><a:ext cx="9" cy="9"/></a:xfrm>""" + Blue + "</p:spPr></p:sp>" + Shape("", Inside, White))));

    [Theory]
    [InlineData("<p:bg><p:bgPr>" + Blue + "</p:bgPr></p:bg>", "")]
    [InlineData("", "<p:bg><p:bgPr>" + Blue + "</p:bgPr></p:bg>")]
    [InlineData("", "<p:bg><p:bgPr><a:blipFill/></p:bgPr></p:bg>")]
    [InlineData("", "<p:spTree><p:pic/></p:spTree>")]
    [InlineData("", "<p:spTree><p:sp><p:spPr>" + Blue + "</p:spPr></p:sp></p:spTree>")]
    public void White_letters_on_a_dark_slide_are_seen(string background, string layout) =>
        Assert.False(IsHidden(Slide(Shape("", Inside, White), "", background).Add("ppt/slideLayouts/slideLayout1.xml", $"""<p:sldLayout {Namespaces}>{layout}</p:sldLayout>""")));

    [Fact]
    public void White_letters_in_a_table_are_left_to_its_cells() =>
        Assert.False(IsHidden(Slide($"<p:graphicFrame><a:tbl><a:tc><a:txBody><a:p><a:r><a:rPr>{White}</a:rPr><a:t>字</a:t></a:r></a:p></a:txBody><a:tcPr>{Blue}</a:tcPr></a:tc></a:tbl></p:graphicFrame>")));

    [Fact]
    public void Comments_are_told_old_ones_and_new_ones_with_their_answers()
    {
        var file = Slide("")
            .Add("ppt/comments/comment1.xml", $"""<p:cmLst {Namespaces}><p:cm authorId="0"><p:pos x="1" y="1"/><p:text>旧批注</p:text></p:cm></p:cmLst>""")
            .Add("ppt/comments/modernComment_1.xml", $"""<p:cmLst {Namespaces}><p:cm><p:replyLst><p:reply><p:txBody><a:p><a:r><a:t>答复</a:t></a:r></a:p></p:txBody></p:reply></p:replyLst><p:txBody><a:p><a:r><a:t>新批注</a:t></a:r></a:p></p:txBody></p:cm></p:cmLst>""");

        Assert.Equal("Comment comment 1: 旧批注\nComment comment 2: 答复\n新批注", Layers.Print(file.Build(), "甲.pptx"));
    }

    private const string Namespaces = """xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" """;

    private static string Shape(string attributes, string properties, string run) =>
        $"""<p:sp><p:nvSpPr><p:cNvPr id="2" name="x" {attributes}/></p:nvSpPr><p:spPr>{properties}</p:spPr><p:txBody><a:p><a:r><a:rPr>{run}</a:rPr><a:t>字</a:t></a:r></a:p></p:txBody></p:sp>""";

    private static ZipBuilder Slide(string shapes, string attributes = "", string background = "") => new ZipBuilder()
        .Add("[Content_Types].xml", "<Types/>")
        .Add("ppt/presentation.xml", $"""<p:presentation {Namespaces}><p:sldSz cx="1000" cy="1000"/></p:presentation>""")
        .Add("ppt/slides/_rels/slide1.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/slideLayout" Target="../slideLayouts/slideLayout1.xml"/></Relationships>""")
        .Add("ppt/slides/slide1.xml", $"""<p:sld {Namespaces} {attributes}><p:cSld>{background}<p:spTree>{shapes}</p:spTree></p:cSld></p:sld>""");

    private static bool IsHidden(ZipBuilder slide) => Layers.Print(slide.Build(), "甲.pptx") switch
    {
        "TextBox drawing slide1.xml: 字" => false,
        "HiddenText drawing slide1.xml: 字" => true,
        var other => throw new InvalidOperationException(other),
    };
}
