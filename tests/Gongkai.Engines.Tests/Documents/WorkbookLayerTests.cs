namespace Gongkai.Engines.Tests.Documents;

/// <summary>Layers of workbooks that are easily passed over.</summary>
public sealed class WorkbookLayerTests
{
    [Fact]
    public void A_comment_of_several_runs_is_read_to_its_end()
    {
        var file = new Xlsx().Sheet("表", "<sheetData/>")
            .Raw("xl/worksheets/_rels/sheet1.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/comments" Target="../comments1.xml"/></Relationships>""")
            .Raw("xl/comments1.xml", """<comments><commentList><comment ref="A1"><text><r><rPr><b/><sz val="9"/></rPr><t>校办:</t></r><r><rPr><sz val="9"/></rPr><t>批注</t></r></text></comment><comment ref="A2"/><comment ref="A3"><text><t>又一条</t></text></comment></commentList></comments>""")
            .Build();

        Assert.Equal("Comment Sheet 表!A1 comment: 校办:批注\nComment Sheet 表!A3 comment: 又一条", Print(file));
    }

    [Fact]
    public void What_the_log_of_a_shared_workbook_keeps_is_a_tracked_change()
    {
        var file = new Xlsx().Sheet("表", "<sheetData/>")
            .Raw("xl/revisions/revisionHeaders.xml", """<headers><header userName="某人"/></headers>""")
            .Raw("xl/revisions/revisionLog1.xml", """<revisions><rcc rId="1" sId="1"><oc r="A5" t="inlineStr"><is><t>旧文字</t></is></oc><nc r="A5"><v>7</v></nc></rcc></revisions>""")
            .Build();

        Assert.Equal("TrackedChange revision log 1: 旧文字\n7", Print(file));
    }

    [Fact]
    public void A_hidden_sheet_of_nothing_but_a_chart_is_told()
    {
        var file = new Xlsx().Sheet("空", "<sheetData/>", "hidden").Sheet("图", "<drawing/>", "hidden").Sheet("明图", "<drawing/>")
            .Raw("xl/worksheets/_rels/sheet2.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/drawing" Target="../drawings/drawing1.xml"/></Relationships>""")
            .Raw("xl/worksheets/_rels/sheet3.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/drawing" Target="../drawings/drawing1.xml"/></Relationships>""")
            .Build();

        Assert.Equal("HiddenSheet Sheet 图: 图", Print(file));
    }

    [Theory]
    [InlineData(";;;", "HiddenText")]
    [InlineData("&quot;&quot;;&quot;&quot;;&quot;&quot;;&quot;&quot;", "HiddenText")]
    [InlineData("&quot; &quot;;&quot;&quot;;;", "HiddenText")]
    [InlineData("0;-0;;@", "Body")]
    [InlineData("&quot;元&quot;;&quot;&quot;;&quot;&quot;;&quot;&quot;", "Body")]
    public void A_number_format_may_show_nothing(string code, string layer)
    {
        var file = new Xlsx().Sheet("表", """<sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>字</t></is></c></row></sheetData>""")
            .Part("styles", "styles.xml", $"""<styleSheet><numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>""")
            .Build();

        Assert.Equal($"{layer} Sheet 表!A1: 字", Print(file));
    }

    [Theory]
    [InlineData("TRUE", 0, "HiddenText")]
    [InlineData("1 = 1", 1, "HiddenText")]
    [InlineData("A1&gt;5", 0, "Body")]
    [InlineData("TRUE", 2, "Body")]
    [InlineData("TRUE", 3, "Body")]
    public void A_condition_that_is_always_met_may_hide_a_cell(string formula, int format, string layer)
    {
        var file = Conditional(formula, format).Build();

        Assert.Equal($"{layer} Sheet 表!A1: 字\nBody Sheet 表!B1: 底\nBody Sheet 表!C1: 外", string.Join('\n', Print(file).Split('\n').Where(l => !l.StartsWith("Property", StringComparison.Ordinal))));
    }

    internal static Xlsx Conditional(string formula, int format) => new Xlsx()
        .Sheet("表", $"""<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>字</t></is></c><c r="B1" s="1" t="inlineStr"><is><t>底</t></is></c><c r="C1" t="inlineStr"><is><t>外</t></is></c></row></sheetData><conditionalFormatting sqref="D9 A1:B3"><cfRule type="expression" dxfId="{format}"><formula>{formula}</formula></cfRule></conditionalFormatting>""")
        .Part("styles", "styles.xml", """<styleSheet><fonts><font><sz val="11"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs><dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf><dxf><numFmt numFmtId="170" formatCode=";;;"/></dxf><dxf><font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></dxf><dxf><font><b/></font></dxf></dxfs></styleSheet>""");

    private static string Print(MemoryStream file) => Layers.Print(file, "甲.xlsx");
}
