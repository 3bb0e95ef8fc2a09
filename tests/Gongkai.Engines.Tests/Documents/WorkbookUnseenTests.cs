namespace Gongkai.Engines.Tests.Documents;

/// <summary>What a workbook keeps of deleted cells, in runs and shapes, and what its tables and columns make of white words.</summary>
public sealed class WorkbookUnseenTests
{
    private const string Styles = """<styleSheet><fonts><font/><font><color theme="0"/></font></fonts><fills><fill><patternFill/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill></fills><cellXfs><xf/><xf fontId="1" fillId="0"/><xf fillId="1"/></cellXfs></styleSheet>""";

    [Theory]
    [InlineData("TableStyleMedium9", "Body", "HiddenText")]
    [InlineData("TableStyleLight9", "Body", "HiddenText")]
    [InlineData("TableStyleDark1", "Body", "Body")]
    [InlineData("TableStyleLight1", "HiddenText", "HiddenText")]
    [InlineData("TableStyleMedium23", "HiddenText", "HiddenText")]
    public void White_words_in_the_painted_head_of_a_table_are_seen(string style, string head, string body)
    {
        var file = new Xlsx().Sheet("表", """<sheetData><row r="1"><c r="A1" s="1" t="str"><v>甲</v></c></row><row r="2"><c r="A2" s="1" t="str"><v>乙</v></c></row></sheetData>""")
            .Part("styles", "styles.xml", Styles)
            .Raw("xl/worksheets/_rels/sheet1.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/table" Target="../tables/table1.xml"/></Relationships>""")
            .Raw("xl/tables/table1.xml", $"""<table ref="A1:A3"><tableStyleInfo name="{style}" showRowStripes="1"/></table>""");

        Assert.Equal($"{head} Sheet 表!A1: 甲\n{body} Sheet 表!A2: 乙", Layers.Print(file.Build(), "a.xlsx"));
    }

    [Fact]
    public void A_text_that_no_cell_uses_is_told()
    {
        var file = new Xlsx().Sheet("表", """<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>""").Part("sharedStrings", "sharedStrings.xml", "<sst><si><t>见</t></si><si><t>旧</t></si></sst>");

        Assert.Equal("Body Sheet 表!A1: 见\nCache unused text 1: 旧", Layers.Print(file.Build(), "a.xlsx"));
    }

    [Fact]
    public void White_runs_are_told_apart_unless_the_cell_is_painted() =>
        Assert.Equal("Body Sheet 表!A1: 见也\nHiddenText Sheet 表!A1 runs: 暗字\nBody Sheet 表!B1: 见暗字也", Layers.Print(Runs().Build(), "a.xlsx"));

    [Fact]
    public void Values_of_a_scenario_and_commands_of_a_connection_are_a_cache()
    {
        var file = new Xlsx().Sheet("表", """<sheetData/><scenarios><scenario name="甲" comment="乙"><inputCells r="A2" val="丙"/></scenario></scenarios>""")
            .Raw("xl/connections.xml", """<connections><connection><dbPr connection="丁" command="戊"/></connection></connections>""");

        Assert.Equal("Cache Sheet 表 scenario: 甲\n乙\n丙\nCache connection 1: 丁\t戊", Layers.Print(file.Build(), "a.xlsx"));
    }

    [Fact]
    public void Columns_without_a_width_of_their_own_may_have_none()
    {
        var file = new Xlsx().Sheet("表", """<sheetFormatPr defaultColWidth="0"/><cols><col min="1" max="1" width="9"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>""");

        Assert.Equal("Body Sheet 表!A1: 1\nHiddenColumn Sheet 表!B1: 2", Layers.Print(file.Build(), "a.xlsx"));
    }

    [Theory]
    [InlineData("""<a:cNvPr hidden="1"/>""", "", "", "HiddenText")]
    [InlineData("""<a:cNvPr hidden="1"><a:ext><a:compatExt spid="s"/></a:ext></a:cNvPr>""", "", "", "TextBox")]
    [InlineData("<a:cNvPr/>", """<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>""", """<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>""", "HiddenText")]
    [InlineData("<a:cNvPr/>", """<a:solidFill><a:srgbClr val="C00000"/></a:solidFill>""", """<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>""", "TextBox")]
    public void A_shape_on_a_sheet_may_not_be_seen(string name, string fill, string run, string layer) =>
        Assert.Equal($"{layer} drawing drawing1.xml: 暗字", Layers.Print(Shape(name, fill, run).Build(), "a.xlsx"));

    internal static Xlsx Runs()
    {
        const string text = """<is><r><t>见</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>暗字</t></r><r><t>也</t></r></is>""";
        return new Xlsx().Sheet("表", $"""<sheetData><row r="1"><c r="A1" t="inlineStr">{text}</c><c r="B1" s="2" t="inlineStr">{text}</c></row></sheetData>""").Part("styles", "styles.xml", Styles);
    }

    internal static Xlsx Shape(string name, string fill, string run) => new Xlsx().Sheet("表", """<sheetData/><drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r1"/>""")
        .Raw("xl/worksheets/_rels/sheet1.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/drawing" Target="../drawings/drawing1.xml"/></Relationships>""")
        .Raw("xl/drawings/drawing1.xml", $"<wsDr xmlns:a=\"urn:a\"><twoCellAnchor><sp><nvSpPr>{name}</nvSpPr><spPr>{fill}</spPr><txBody><a:p><a:r><a:rPr>{run}</a:rPr><a:t>暗字</a:t></a:r></a:p></txBody></sp></twoCellAnchor></wsDr>");
}
