using System.Text;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>Layers of Word documents, old and new, that are easily passed over.</summary>
public sealed class WordLayerTests
{
    [Fact]
    public void A_row_put_in_under_tracking_is_a_change_though_its_words_are_not_marked() => Assert.Equal(
        "Body table 1, row 1, column 1: 新行\nTrackedChange table 1, row 1, column 1 insertion: 新行\nBody table 1, row 2, column 1: 旧行",
        Print(new Docx("<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p><w:r><w:t>新行</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>旧行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")));

    [Fact]
    public void A_row_deleted_under_tracking_is_a_tracked_change() => Assert.Equal(
        "TrackedChange table 1, row 1, column 1 deletion: 旧行\nBody table 1, row 2, column 1: 新行",
        Print(new Docx("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>旧行</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>新行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")));

    [Fact]
    public void The_deleted_end_of_a_paragraph_is_a_tracked_change() => Assert.Equal(
        "Body paragraph 1: 前半\nTrackedChange paragraph 1 deletion: ¶\nBody paragraph 2: 后半",
        Print(new Docx("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p><w:p><w:r><w:t>后半</w:t></w:r></w:p>")));

    [Fact]
    public void The_template_of_a_document_is_a_property() => Assert.Equal(
        @"Property property template: file:///C:\Users\zhang shi\a.dotm",
        Print(new Docx("").Raw("word/settings.xml", "<settings/>").Raw("word/_rels/settings.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="file:///C:\Users\zhang%20shi\a.dotm" TargetMode="External"/></Relationships>""")));

    [Theory]
    [InlineData("<w:rPr><w:vanish/></w:rPr>", "", "HiddenText")]
    [InlineData("<w:rPr><w:vanish/></w:rPr>", "<w:vanish w:val=\"0\"/>", "Body")]
    [InlineData("<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>", "", "Body")]
    public void A_table_style_may_hide_the_text_of_its_table(string style, string run, string layer) =>
        Assert.Equal($"{layer} table 1, row 1, column 1: 格", Print(HidingTable(style, run)));

    [Theory]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>结果</w:t></w:r>", "Body paragraph 1: 结果\n")]
    [InlineData("", "")]
    public void What_a_private_field_keeps_is_hidden_text(string result, string shown) => Assert.Equal(
        shown + "HiddenText paragraph 1 field: 暗字",
        Print(new Docx($"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PRIVATE \"暗字\" </w:instrText></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")));

    [Theory]
    [InlineData("", "HiddenText")]
    [InlineData("<w:types><w:type w:val=\"bbPlcHdr\"/></w:types>", "Property")]
    public void A_building_block_is_hidden_unless_it_stands_in_an_empty_control(string kind, string layer) => Assert.Equal(
        $"{layer} building block 1: 暗字",
        Print(new Docx("").Part("glossaryDocument", "glossary/document.xml", Docx.Wrap("glossaryDocument", $"<w:docParts><w:docPart><w:docPartPr><w:name w:val=\"x\"/>{kind}</w:docPartPr><w:docPartBody><w:p><w:r><w:t>暗字</w:t></w:r></w:p></w:docPartBody></w:docPart></w:docParts>"))));

    [Theory]
    [InlineData("甲.docx", "file.unreadable")]
    [InlineData("甲.zip", "file.unreadable")]
    public void Half_a_package_is_damaged_and_not_misnamed(string name, string code)
    {
        var whole = new Docx(Docx.Paragraph("正文")).Build().ToArray();

        Assert.Equal([code], Layers.Codes(new MemoryStream(whole[..(whole.Length / 2)]), name));
    }

    [Theory]
    [InlineData(1, "file.encrypted")]
    [InlineData(0, "file.unreadable")]
    public void An_old_document_says_that_it_is_closed(byte flag, string code)
    {
        var file = new Compound().Stream("WordDocument", [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, flag]).Build();

        Assert.Equal([code], Layers.Codes(file, "甲.doc"));
    }

    [Theory]
    [InlineData("<manifest:encryption-data/>", "file.encrypted")]
    [InlineData("", "file.unreadable")]
    public void An_open_document_says_that_it_is_closed(string manifest, string code) =>
        Assert.Equal([code], Layers.Codes(Odt("").Add("META-INF/manifest.xml", $"""<manifest:manifest xmlns:manifest="m"><manifest:file-entry>{manifest}</manifest:file-entry></manifest:manifest>""").Build(), "甲.odt"));

    [Theory]
    [InlineData("""<t:p>前<t:hidden-text t:string-value="暗字" t:is-hidden="true">暗字</t:hidden-text></t:p>""", "HiddenText hidden text 1: 暗字")]
    [InlineData("""<t:section t:name="节" t:display="none"><t:p>一</t:p><t:p>二</t:p></t:section><t:p>后</t:p>""", "HiddenText section 节 1: 一\n二")]
    [InlineData("""<t:section t:name="节" t:display="condition" t:is-hidden="true"><t:p>一</t:p></t:section>""", "HiddenText section 节 1: 一")]
    [InlineData("""<t:section t:name="节"><t:p>一</t:p></t:section>""", "")]
    [InlineData("""<t:p>暗段<t:hidden-paragraph t:is-hidden="true"/></t:p><t:p>明段</t:p>""", "HiddenText hidden paragraph 1: 暗段")]
    [InlineData("""<t:p>明段<t:hidden-paragraph t:is-hidden="false"/></t:p>""", "")]
    public void What_only_an_open_document_can_hide_is_told(string body, string pieces) => Assert.Equal(pieces, Layers.Print(Odt(body).Build(), "甲.odt"));

    internal static Docx HidingTable(string style, string run) =>
        new Docx($"<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:rPr>{run}</w:rPr><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
            .Part("styles", "styles.xml", Docx.Wrap("styles", $"<w:style w:type=\"table\" w:styleId=\"T\"><w:name w:val=\"T\"/>{style}</w:style>"));

    private static ZipBuilder Odt(string body) => new ZipBuilder()
        .Add("mimetype", Encoding.ASCII.GetBytes("application/vnd.oasis.opendocument.text"))
        .Add("content.xml", $"""<o:document-content xmlns:o="o" xmlns:t="t"><o:body><o:text>{body}</o:text></o:body></o:document-content>""");

    private static string Print(Docx file) => Layers.Print(file.Build(), "甲.docx");
}
