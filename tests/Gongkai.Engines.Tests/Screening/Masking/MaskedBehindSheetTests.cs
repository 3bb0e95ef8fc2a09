using System.Text.RegularExpressions;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>What a workbook keeps behind its cells: rules, names, formulas, drawings, how a page is laid out.</summary>
public sealed class MaskedBehindSheetTests
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Rows = """<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>""";

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("", "\n")]
    public void Line_ends_around_a_part_change_nothing(string before, string after)
    {
        string Around(string xml) => $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{before}{xml}{after}";
        var masked = MaskedFile.Of(
            new ZipBuilder()
                .Add("[Content_Types].xml", Around("<Types/>"))
                .Add("xl/workbook.xml", Around($"""<workbook xmlns:r="{Relationships}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>"""))
                .Add("xl/_rels/workbook.xml.rels", Around($"""<Relationships><Relationship Id="rId1" Type="{Relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relationships}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{Relationships}/styles" Target="styles.xml"/></Relationships>"""))
                .Add("xl/sharedStrings.xml", Around("<sst><si><t>手机13800138000</t></si></sst>"))
                .Add("xl/styles.xml", Around("<styleSheet/>"))
                .Add("xl/worksheets/sheet1.xml", Around("""<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>""")).Build(),
            "a.xlsx");

        Assert.Equal(["Sheet 名单: 名单", "Sheet 名单!A1: 手机138****8000"], masked.Pieces());
    }

    [Fact]
    public void Cells_that_share_a_formula_lose_it_together() => Assert.Contains(
        """<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>5</v></c><c r="C1"><f t="shared" ref="C1:D1" si="1">A2+1</f><v>5</v></c><c r="D1"><f t="shared" si="1" /><v>5</v></c></row>""",
        Sheet(Of("""<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C2+1</f><v>13800138000</v></c><c r="B1"><f t="shared" si="0"/><v>5</v></c><c r="C1"><f t="shared" ref="C1:D1" si="1">A2+1</f><v>5</v></c><c r="D1"><f t="shared" si="1"/><v>5</v></c></row></sheetData>""")),
        StringComparison.Ordinal);

    [Fact]
    public void A_shared_formula_reaches_as_far_as_the_cells_that_share_it() => Assert.Contains(
        """<c r="A1"><v>5</v></c>""",
        Sheet(Of("""<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+1</f><v>5</v></c></row><row r="3" hidden="1"><c r="B3"><v>5</v></c></row></sheetData>""")),
        StringComparison.Ordinal);

    [Fact]
    public void A_formula_that_was_never_worked_out_is_looked_at() => Assert.Contains(
        """<c r="A1" /><c r="B1"><f>A2+1</f></c>""",
        Sheet(Of("""<sheetData><row r="1"><c r="A1" cm="1"><f>HYPERLINK("tel:13800138000")</f></c><c r="B1"><f>A2+1</f></c></row></sheetData>""")),
        StringComparison.Ordinal);

    [Fact]
    public void A_formula_over_a_name_stays_as_long_as_the_name_does()
    {
        var sheet = Sheet(MaskedFile.Of(
            new Xlsx().Sheet("甲", """<sheetData><row r="1"><c r="A1"><f>合计+1</f><v>2</v></c><c r="B1"><f>底数+1</f><v>2</v></c><c r="C1"><f>再底数+1</f><v>2</v></c><c r="D1"><f>ID13800138000+1</f><v>2</v></c></row></sheetData>""").Sheet("底稿", Rows, "hidden")
                .Names("<definedName name=\"合计\">甲!$A$2</definedName><definedName name=\"底数\">底稿!$A$1</definedName><definedName name=\"再底数\">底数</definedName><definedName name=\"_13800138000\">甲!$A$3</definedName>").Build(),
            "a.xlsx"));

        Assert.Contains("""<c r="A1"><f>合计+1</f><v>2</v></c><c r="B1"><v>2</v></c><c r="C1"><v>2</v></c>""", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_tells_of_a_person_is_gone() => Assert.DoesNotContain(
        "13800138000",
        MaskedFile.Of(new Xlsx().Sheet("甲", Rows).Names("<definedName name=\"手机_13800138000\">甲!$A$3</definedName><definedName name=\"好\" comment=\"手机13800138000\">甲!$A$3</definedName>").Build(), "a.xlsx").Part("xl/workbook.xml"),
        StringComparison.Ordinal);

    [Fact]
    public void Sheets_whose_masked_names_are_alike_get_numbers_and_formulas_follow()
    {
        var masked = MaskedFile.Of(
            new Xlsx().Sheet("王13800138000", Rows).Sheet("王13811118000", """<sheetData><row r="1"><c r="A1"><f>王13800138000!A1+'王13811118000'!B1</f><v>2</v></c></row></sheetData>""").Build(), "a.xlsx");

        Assert.Equal(["王138□□□□8000", "王138□□□□8000(2)"], Regex.Matches(masked.Part("xl/workbook.xml"), "<sheet name=\"([^\"]*)\"").Select(m => m.Groups[1].Value));
        Assert.Contains("<f>'王138□□□□8000'!A1+'王138□□□□8000(2)'!B1</f>", masked.Part("xl/worksheets/sheet2.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_to_how_a_word_is_spoken_is_gone() => Assert.Equal(
        "<sst><si><t>名</t></si></sst>",
        Regex.Replace(MaskedFile.Of(new Xlsx().Sheet("甲", """<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>""").Part("sharedStrings", "sharedStrings.xml", "<sst><si><t>名</t><rPh sb=\"0\" eb=\"1\"><t>13800138000</t></rPh><phoneticPr fontId=\"1\"/></si></sst>").Build(), "a.xlsx").Part("xl/sharedStrings.xml"), @"^<\?.*?\?>", ""));

    [Theory]
    [InlineData("""<conditionalFormatting sqref="A1"><cfRule type="containsText" text="手机13800138000"><formula>SEARCH("手机13800138000",A1)+A1=13800138000</formula></cfRule></conditionalFormatting>""", """<conditionalFormatting sqref="A1"><cfRule type="containsText" text="手机138****8000"><formula>SEARCH("手机138****8000",A1)+A1=13800008000</formula></cfRule></conditionalFormatting>""")]
    [InlineData("""<pageSetup orientation="landscape" paperSize="9" r:id="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>""", """<pageSetup orientation="landscape" paperSize="9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" />""")]
    public void Rules_and_the_layout_of_the_page_stay(string written, string left) => Assert.Contains("</sheetData>" + left, Sheet(Of(Rows + written)), StringComparison.Ordinal);

    [Fact]
    public void The_names_of_styles_are_masked() => Assert.Contains(
        """<cellStyle name="手机138****8000" />""",
        MaskedFile.Of(new Xlsx().Sheet("甲", Rows).Part("styles", "styles.xml", "<styleSheet><cellStyle name=\"手机13800138000\"/></styleSheet>").Build(), "a.xlsx").Part("xl/styles.xml"), StringComparison.Ordinal);

    [Fact]
    public void A_picture_with_a_link_stays_and_a_number_over_two_runs_is_masked()
    {
        var masked = MaskedFile.Of(
            new Xlsx().Sheet("甲", $"""{Rows}<drawing xmlns:r="{Relationships}" r:id="rId1"/>""")
                .Raw("xl/worksheets/_rels/sheet1.xml.rels", $"""<Relationships><Relationship Id="rId1" Type="{Relationships}/drawing" Target="../drawings/drawing1.xml"/></Relationships>""")
                .Raw("xl/drawings/drawing1.xml", $"""<wsDr xmlns:r="{Relationships}"><anchor><pic r:embed="rId1"><hlinkClick r:id="rId2"/></pic></anchor><anchor><pic r:embed="rId1"><hlinkClick r:id="rId3"/></pic></anchor><anchor><p><r><t>手机138001</t></r><r><t>38000</t></r></p></anchor></wsDr>""")
                .Raw("xl/drawings/_rels/drawing1.xml.rels", $"""<Relationships><Relationship Id="rId1" Type="{Relationships}/image" Target="../media/image1.png"/><Relationship Id="rId2" Type="{Relationships}/hyperlink" Target="tel:13800138000" TargetMode="External"/><Relationship Id="rId3" Type="{Relationships}/hyperlink" Target="other.xml"/></Relationships>""")
                .Raw("xl/media/image1.png", "picture").Build(),
            "a.xlsx");

        Assert.EndsWith("""<anchor><pic r:embed="rId1"><hlinkClick r:id="rId2" /></pic></anchor><anchor><pic r:embed="rId1"></pic></anchor><anchor><p><r><t>手机138***</t></r><r><t>*8000</t></r></p></anchor></wsDr>""", masked.Part("xl/drawings/drawing1.xml").Replace("\"rId1\" />", "\"rId1\"></pic>", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Target=\"tel:138****8000\"", masked.Part("xl/drawings/_rels/drawing1.xml.rels"), StringComparison.Ordinal);
    }

    private static MaskedFile Of(string sheet) => MaskedFile.Of(new Xlsx().Sheet("甲", sheet).Part("sharedStrings", "sharedStrings.xml", "<sst><si/></sst>").Build(), "a.xlsx");

    private static string Sheet(MaskedFile masked) => masked.Part("xl/worksheets/sheet1.xml");
}
