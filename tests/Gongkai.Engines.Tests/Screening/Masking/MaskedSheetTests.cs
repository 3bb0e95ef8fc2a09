using System.Text.RegularExpressions;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>What is left of one sheet of a workbook: what is seen, with its looks, masked.</summary>
public sealed class MaskedSheetTests
{
    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font><sz val="11"/></font><font><sz val="11"/><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf/><xf fontId="1" fillId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
        """;

    private const string Strings = """
        <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>姓名</t></si><si><r><rPr><b/></rPr><t>张</t></r><r><t>试</t></r></si><si><t>13800138000</t></si><si><t>暗字</t></si><si/></sst>
        """;

    [Theory]
    [InlineData("""<c r="A1" t="s"><v>0</v></c>""")]
    [InlineData("""<c r="A1" s="2"><v>44197</v></c>""")]
    [InlineData("""<c r="A1" t="b"><v>1</v></c>""")]
    [InlineData("""<c r="A1" t="e"><v>#N/A</v></c>""")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t>公示</t></is></c>""")]
    [InlineData("""<c r="A1" t="str"><f>B1&amp;"试"</f><v>公示</v></c>""")]
    [InlineData("""<c r="A1" s="1" />""")]
    [InlineData("""<c r="A1"><v></v></c>""")]
    [InlineData("""<c><v>5</v></c>""")]
    public void A_cell_without_personal_data_stays_as_it_is(string cell) => Assert.Equal(Row(cell), Sheet(Row(cell)));

    [Theory]
    [InlineData("""<c r="A1" s="2" t="inlineStr"><is><t>手机13800138000</t></is></c>""", """<c r="A1" s="2" t="s"><v>5</v></c>""", "手机138****8000")]
    [InlineData("""<c r="A1" t="s"><v>2</v></c>""", """<c r="A1" t="s"><v>5</v></c>""", "138****8000")]
    [InlineData("""<c r="A1"><v>13800138000</v></c>""", """<c r="A1" t="s"><v>5</v></c>""", "138****8000")]
    [InlineData("""<c r="A1" t="inlineStr"><is><r><t>手机138001</t></r><rPh><t>音</t></rPh><r><t>38000</t></r></is></c>""", """<c r="A1" t="s"><v>5</v></c>""", "手机138****8000")]
    public void A_masked_cell_refers_to_a_string_of_its_own(string cell, string masked, string text)
    {
        var copy = Copy(Row(cell));

        Assert.Equal(Row(masked), Inner(copy));
        Assert.Equal(["", "", "", "", "", text], Shared(copy));
        Assert.Contains($"Sheet 表!A1: {text}", copy.Pieces());
    }

    [Fact]
    public void The_result_of_a_formula_is_masked_where_it_stands_and_the_formula_is_gone() => Assert.Equal(
        Row("""<c r="A1" t="str"><v>手机138****8000</v></c>"""),
        Sheet(Row("""<c r="A1" t="str"><f>"手机"&amp;B1</f><v>手机13800138000</v></c>""")));

    [Fact]
    public void Without_shared_strings_a_masked_cell_holds_its_own()
    {
        var masked = MaskedFile.Of(new Xlsx().Sheet("表", $"<sheetData>{Row("""<c r="A1"><v>13800138000</v></c>""")}</sheetData>").Build(), "a.xlsx");

        Assert.Equal(Row("""<c r="A1" t="inlineStr"><is><t>138****8000</t></is></c>"""), Inner(masked));
    }

    [Fact]
    public void Only_strings_that_seen_cells_use_are_kept_with_their_looks()
    {
        var copy = Copy("""
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
            <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="inlineStr"><is><t>13900139000</t></is></c><c r="C2" s="1" t="s"><v>3</v></c></row>
            <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>0</v></c></row>
            """);

        Assert.Equal(["姓名", "张试", "", "", "", "138****8000", "139****9000"], Shared(copy));
        Assert.Contains("<r><rPr><b /></rPr><t>张</t></r><r><t>试</t></r>", copy.Part("xl/sharedStrings.xml"), StringComparison.Ordinal);
        Assert.Equal(
            """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>5</v></c><c r="B2" t="s"><v>6</v></c><c r="C2" s="1" /></row><row r="3"><c r="A3" t="s"><v>5</v></c><c r="B3" t="s"><v>0</v></c></row>""",
            Regex.Replace(Inner(copy), @">\s+<", "><"));
        Assert.Empty(copy.Copy.Remaining);
    }

    [Theory]
    [InlineData("", """<row r="1" hidden="1"><c r="A1"><v>5</v></c><c r="B1" s="2" /></row><row r="2"><c r="A2"><v>6</v></c></row>""", """<row r="1" hidden="1"></row><row r="2"><c r="A2"><v>6</v></c></row>""")]
    [InlineData("""<cols><col min="2" max="3" hidden="1" /></cols>""", """<row r="1"><c r="A1"><v>5</v></c><c r="B1" s="2" t="b"><v>1</v></c><c><v>6</v></c><c><v>7</v></c></row>""", """<row r="1"><c r="A1"><v>5</v></c><c r="B1" s="2" /><c /><c><v>7</v></c></row>""")]
    [InlineData("", """<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>暗</t></is></c><c r="B1"><v>5</v></c></row>""", """<row r="1"><c r="A1" s="1" /><c r="B1"><v>5</v></c></row>""")]
    [InlineData("""<sheetFormatPr zeroHeight="1" />""", """<row><c><v>5</v></c></row><row ht="12"><c><v>6</v></c></row>""", """<row></row><row ht="12"><c><v>6</v></c></row>""")]
    public void What_is_not_seen_is_emptied(string before, string rows, string left) => Assert.Equal(left, Sheet(rows, before));

    [Fact]
    public void Cells_without_a_place_are_counted_on()
    {
        var copy = Copy("""<row r="3"><c r="B3"><v>1</v></c><c><v>13800138000</v></c></row><row><c><v>13900139000</v></c></row>""");

        Assert.Contains("Sheet 表!C3: 138****8000", copy.Pieces());
        Assert.Contains("Sheet 表!A4: 139****9000", copy.Pieces());
        Assert.Equal("""<row r="3"><c r="B3"><v>1</v></c><c t="s"><v>5</v></c></row><row><c t="s"><v>6</v></c></row>""", Inner(copy));
    }

    [Theory]
    [InlineData("<f>B1+1</f>", "", true)]
    [InlineData("<f>B1+1</f>", """<row r="2" hidden="1"><c r="A2"><v>5</v></c></row>""", true)]
    [InlineData("<f>B1+1</f>", """<row r="2"><c r="A2"><v>13800138000</v></c></row>""", true)]
    [InlineData("<f>A2+1</f>", """<row r="2" hidden="1"><c r="A2"><v>5</v></c></row>""", false)]
    [InlineData("<f>SUM(表!A$1:$C3)</f>", """<row r="2" hidden="1"><c r="A2"><v>5</v></c></row>""", false)]
    [InlineData("<f>SUM('表'!B:C)+SUM(3:4)</f>", """<row r="2" hidden="1"><c r="A2"><v>5</v></c></row>""", true)]
    [InlineData("<f>SUM(A:A)</f>", """<row r="2" hidden="1"><c r="A2"><v>5</v></c></row>""", false)]
    [InlineData("<f>SUM(2:3)</f>", """<row r="2" hidden="1"><c r="A2"><v>5</v></c></row>""", false)]
    [InlineData("<f>OFFSET(A1,1,0)</f>", """<row r="2" hidden="1"><c r="A2"><v>5</v></c></row>""", false)]
    [InlineData("<f>OFFSET(A1,1,0)</f>", "", true)]
    [InlineData("<f>SUM(总表[合计])</f>", "", true)]
    [InlineData("<f>底稿!A1</f>", "", false)]
    [InlineData("<f>IF(B1=1,\"A2\",1)</f>", """<row r="2" hidden="1"><c r="A2"><v>5</v></c></row>""", true)]
    [InlineData("<f>[1]表!A1</f>", "", false)]
    [InlineData("<f>IF(B1,\"张试13800138000\",1)</f>", "", false)]
    public void A_formula_stays_only_where_nothing_is_gone_from_under_it(string formula, string other, bool stays)
    {
        var left = Sheet($"""<row r="1"><c r="A1">{formula}<v>7</v></c></row>{other}""");

        Assert.Contains($"<c r=\"A1\">{(stays ? formula : "")}<v>7</v></c>", left, StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_of_a_workbook_cost_it_no_formula()
    {
        var file = new Xlsx().Sheet("表", """<sheetData><row r="1"><c r="A1"><f>1+6</f><v>7</v></c></row></sheetData><dataValidations><dataValidation sqref="A1" prompt="请填写"/></dataValidations>""")
            .Raw("docProps/core.xml", """<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>张试甲</dc:creator></cp:coreProperties>""").Build();

        Assert.Contains("<f>1+6</f>", MaskedFile.Of(file, "a.xlsx").Part("xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<mergeCells count="1"><mergeCell ref="D1:E1" /></mergeCells>""")]
    [InlineData("""<pageMargins left="0.7" right="0.7" />""")]
    [InlineData("""<autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="一" /></filters></filterColumn></autoFilter>""")]
    [InlineData("""<conditionalFormatting sqref="A1"><cfRule type="cellIs"><formula>5</formula></cfRule></conditionalFormatting>""")]
    [InlineData("""<headerFooter><oddHeader>&amp;C公示</oddHeader></headerFooter>""")]
    public void What_belongs_to_the_look_of_a_sheet_stays(string part) => Assert.EndsWith("</sheetData>" + part, Whole(Copy(Row("<c><v>1</v></c>"), "", part)), StringComparison.Ordinal);

    [Theory]
    [InlineData("extLst")]
    [InlineData("legacyDrawing")]
    [InlineData("legacyDrawingHF")]
    [InlineData("oleObjects")]
    [InlineData("controls")]
    [InlineData("customSheetViews")]
    [InlineData("scenarios")]
    [InlineData("customProperties")]
    [InlineData("smartTags")]
    [InlineData("webPublishItems")]
    [InlineData("phoneticPr")]
    [InlineData("sheetProtection")]
    [InlineData("protectedRanges")]
    public void What_lies_behind_a_sheet_is_gone(string name)
    {
        const string Margins = """<pageMargins left="0.7" />""";

        Assert.EndsWith("</sheetData>" + Margins, Whole(Copy(Row("<c><v>1</v></c>"), "", $"<{name} password=\"1\"><a>备忘</a></{name}>{Margins}")), StringComparison.Ordinal);
        Assert.EndsWith("</sheetData>" + Margins, Whole(Copy(Row("<c><v>1</v></c>"), "", $"{Margins}<{name}/>")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prompt")]
    [InlineData("promptTitle")]
    [InlineData("error")]
    [InlineData("errorTitle")]
    [InlineData("tooltip")]
    [InlineData("display")]
    [InlineData("val")]
    [InlineData("location")]
    [InlineData("codeName")]
    public void Words_in_attributes_are_masked(string name) => Assert.EndsWith(
        $"""<a other="138****8000" {name}="张试138****8000" />""",
        Whole(Copy(Row("<c><v>1</v></c>"), "", $"""<a other="13800138000" {name}="张试13800138000"/>""")), StringComparison.Ordinal);

    [Fact]
    public void Words_in_heads_feet_and_lists_are_masked() => Assert.EndsWith(
        """<dataValidations><dataValidation sqref="A1"><formula1>"张试138****8000,李验"</formula1></dataValidation></dataValidations><headerFooter><oddFooter>联系 138****8000</oddFooter></headerFooter>""",
        Whole(Copy(Row("<c><v>1</v></c>"), "", """<dataValidations><dataValidation sqref="A1"><formula1>"张试13800138000,李验"</formula1></dataValidation></dataValidations><headerFooter><oddFooter>联系 13800138000</oddFooter></headerFooter>""")),
        StringComparison.Ordinal);

    private static string Row(string cell) => $"""<row r="1">{cell}</row>""";

    private static MaskedFile Copy(string rows, string before = "", string after = "") => MaskedFile.Of(
        new Xlsx().Sheet("表", $"{before}<sheetData>{rows}</sheetData>{after}").Part("styles", "styles.xml", Styles.Trim()).Part("sharedStrings", "sharedStrings.xml", Strings.Trim()).Build(), "a.xlsx");

    private static string Sheet(string rows, string before = "")
    {
        var copy = Copy(rows, before);

        Assert.Empty(copy.Copy.Remaining);
        return Inner(copy);
    }

    private static string Whole(MaskedFile copy)
    {
        var sheet = copy.Part("xl/worksheets/sheet1.xml").Replace(" xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"", "", StringComparison.Ordinal);
        return sheet[..sheet.LastIndexOf("</worksheet>", StringComparison.Ordinal)];
    }

    private static string Inner(MaskedFile copy)
    {
        var sheet = Whole(copy);
        return Regex.Replace(sheet[(sheet.IndexOf("<sheetData>", StringComparison.Ordinal) + 11)..sheet.IndexOf("</sheetData>", StringComparison.Ordinal)], @"<row( [^>]*?)? />", "<row$1></row>").Replace("<v />", "<v></v>", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Shared(MaskedFile copy) =>
        Regex.Matches(copy.Part("xl/sharedStrings.xml"), "<si>.*?</si>").Select(m => Regex.Replace(m.Value, "<[^>]*>", ""));
}
