using System.Text.RegularExpressions;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>Which parts of a workbook are taken over, and what its book says of them.</summary>
public sealed class MaskedWorkbookTests
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Rows = """<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>""";

    private static readonly string[] Least = ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml"];

    [Fact]
    public void Only_what_is_seen_is_taken_over()
    {
        var masked = MaskedFile.Of(
            new Xlsx().Sheet("名单", Rows)
                .Part("styles", "styles.xml", "<styleSheet><note>样式</note></styleSheet>").Part("theme", "theme/theme1.xml", "<theme/>").Part("calcChain", "calcChain.xml", "<calcChain/>")
                .Part("externalLink", "externalLinks/externalLink1.xml", "<externalLink/>").Part("connections", "connections.xml", "<connections/>").Part("metadata", "metadata.xml", "<metadata/>")
                .Raw("docProps/app.xml", "<Properties/>").Raw("xl/vbaProject.txt", "secret").Raw("xl/media/image1.png", "stray").Raw("customXml/item1.xml", "<a/>")
                .Build(),
            "a.xlsx");

        Assert.Equal(["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/theme/theme1.xml", .. Least[1..]], masked.Paths());
        Assert.EndsWith("<styleSheet><note>样式</note></styleSheet>", masked.Part("xl/styles.xml"), StringComparison.Ordinal);
        Assert.Equal(["rIdS1 worksheet /xl/worksheets/sheet1.xml", "rId51 styles /xl/styles.xml", "rId52 theme /xl/theme/theme1.xml"], Relations(masked, "xl/_rels/workbook.xml.rels"));
    }

    [Fact]
    public void A_part_that_is_named_twice_is_taken_over_once()
    {
        var masked = MaskedFile.Of(new Xlsx().Sheet("名单", Rows).Part("styles", "styles.xml", "<styleSheet/>").Part("styles", "styles.xml", "<styleSheet/>").Build(), "a.xlsx");

        Assert.Single(masked.Paths(), p => p == "xl/styles.xml");
        Assert.Equal(3, Relations(masked, "xl/_rels/workbook.xml.rels").Count());
    }

    [Fact]
    public void A_package_that_does_not_say_where_its_book_is_gets_the_usual_way()
    {
        var zip = new ZipBuilder()
            .Add("[Content_Types].xml", "<Types/>")
            .Add("xl/workbook.xml", $"""<workbook xmlns:r="{Relationships}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>""")
            .Add("xl/_rels/workbook.xml.rels", Rels(("rId1", "worksheet", "worksheets/sheet1.xml")))
            .Add("xl/worksheets/sheet1.xml", $"<worksheet>{Rows}</worksheet>");

        var masked = MaskedFile.Of(zip.Build(), "a.xlsx");

        Assert.Contains($"Type=\"{Relationships}/officeDocument\" Target=\"/xl/workbook.xml\"", masked.Part("_rels/.rels"), StringComparison.Ordinal);
        Assert.Equal(["Sheet 名单: 名单", "Sheet 名单!A1: 1"], masked.Pieces());
    }

    [Fact]
    public void The_copy_says_what_its_parts_are()
    {
        const string Types = """<Override PartName="/xl/workbook.xml" ContentType="old"/><Override PartName="/xl/styles.xml" ContentType="kind &amp; styles"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="sheet"/><Override PartName="/xl/calcChain.xml" ContentType="chain"/>""";

        var masked = MaskedFile.Of(new Xlsx().Sheet("名单", Rows).Part("styles", "styles.xml", "<styleSheet/>").Build(Types), "a.xlsx");

        Assert.Equal(
            """<Override PartName="/xl/worksheets/sheet1.xml" ContentType="sheet"/><Override PartName="/xl/styles.xml" ContentType="kind &amp; styles"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>""",
            string.Concat(Regex.Matches(masked.Part("[Content_Types].xml"), "<Override[^>]*>").Select(m => m.Value)));
        Assert.Equal(["rId1 officeDocument /xl/workbook.xml"], Relations(masked, "_rels/.rels"));
    }

    [Fact]
    public void A_hidden_sheet_is_gone_and_so_is_every_name_that_leads_to_it()
    {
        var masked = MaskedFile.Of(
            new Xlsx().Sheet("甲", Rows).Sheet("底稿", Rows, "hidden").Sheet("乙", Rows).Sheet("秘稿", Rows, "veryHidden")
                .Names("""
                    <definedName name="_xlnm.Print_Area" localSheetId="0">甲!A1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">底稿!A1</definedName><definedName name="_xlnm._FilterDatabase" localSheetId="2" hidden="1">乙!A1</definedName>
                    <definedName name="甲区">甲!A1</definedName><definedName name="库">底稿!A1</definedName><definedName name="秘">秘稿!A1</definedName><definedName name="暗" hidden="1">甲!A1</definedName><definedName name="暗二" hidden="true">甲!A1</definedName>
                    <definedName name="明" hidden="0">甲!A1</definedName><definedName name="外">[1]表!A1</definedName><definedName name="人">"张试13800138000"</definedName><definedName name="错" localSheetId="9">甲!A1</definedName><definedName name="误" localSheetId="x">甲!A1</definedName>
                    """)
                .Build(),
            "a.xlsx");

        Assert.Equal(["xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"], masked.Paths().Where(p => p.Contains("sheets/", StringComparison.Ordinal)));
        Assert.Equal(
            """<sheet name="甲" sheetId="1" state="visible" r:id="rIdS1" />|<sheet name="乙" sheetId="3" state="visible" r:id="rIdS3" />|<definedName name="_xlnm.Print_Area" localSheetId="0">甲!A1</definedName>|<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">乙!A1</definedName>|<definedName name="甲区">甲!A1</definedName>|<definedName name="明" hidden="0">甲!A1</definedName>""",
            string.Join('|', Regex.Matches(masked.Part("xl/workbook.xml"), "<sheet [^>]*>|<definedName .*?</definedName>").Select(m => m.Value)));
        Assert.Equal(["rIdS1 worksheet /xl/worksheets/sheet1.xml", "rIdS3 worksheet /xl/worksheets/sheet3.xml"], Relations(masked, "xl/_rels/workbook.xml.rels"));
        Assert.Empty(masked.Copy.Remaining);
    }

    [Fact]
    public void The_book_loses_what_it_remembers()
    {
        const string Kept = """<workbookPr date1904="1" /><bookViews><workbookView xWindow="5" /></bookViews>""";
        var masked = Book($"""<fileVersion appName="xl"/><workbookPr date1904="1" codeName="张试"/><mc:AlternateContent xmlns:mc="m"/><workbookProtection lockStructure="1"/><bookViews><workbookView xWindow="5" activeTab="1" firstSheet="2"/></bookViews>{Sheets}<externalReferences/><definedNames><definedName name="暗" hidden="1">名单!A1</definedName></definedNames><calcPr calcId="1"/><pivotCaches/><extLst/>""");

        Assert.Equal($"{Kept}{Sheets}<calcPr calcId=\"1\" />", masked);
    }

    [Fact]
    public void The_name_of_a_sheet_is_masked()
    {
        var masked = MaskedFile.Of(new Xlsx().Sheet("张试13800138000", Rows).Build(), "a.xlsx");

        Assert.Equal(["Sheet 张试138□□□□8000: 张试138□□□□8000", "Sheet 张试138□□□□8000!A1: 1"], masked.Pieces());
        Assert.Empty(masked.Copy.Remaining);
    }

    [Fact]
    public void A_workbook_that_lacks_a_sheet_is_refused()
    {
        var file = new Xlsx().Sheet("名单", Rows).Raw("xl/workbook.xml", $"""<workbook xmlns:r="{Relationships}"><sheets><sheet name="名单" sheetId="1" r:id="rIdS1"/><sheet name="空" sheetId="2" r:id="rId50"/></sheets></workbook>""");
        using var whole = new System.IO.Compression.ZipArchive(file.Part("worksheet", "worksheets/sheet9.xml", "<worksheet/>").Build());
        var zip = new ZipBuilder();
        foreach (var entry in whole.Entries.Where(e => !e.FullName.EndsWith("sheet9.xml", StringComparison.Ordinal) && e.FullName != "xl/workbook.xml"))
        {
            using var reader = new StreamReader(entry.Open());
            zip.Add(entry.FullName, reader.ReadToEnd());
        }

        zip.Add("xl/workbook.xml", $"""<workbook xmlns:r="{Relationships}"><sheets><sheet name="名单" sheetId="1" r:id="rIdS1"/><sheet name="空" sheetId="2" r:id="rId51"/></sheets></workbook>""");

        Assert.Equal(DocumentProblem.Broken, Assert.Throws<DocumentException>(() => MaskedFile.Of(zip.Build(), "a.xlsx")).Problem);
    }

    [Fact]
    public void Links_out_of_a_sheet_are_masked_and_notes_on_cells_stay_behind()
    {
        var masked = MaskedFile.Of(
            new Xlsx().Sheet("名单", Rows + $"""<hyperlinks xmlns:r="{Relationships}"><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="A2" r:id="rId2"/><hyperlink ref="A3" location="名单!A1"/></hyperlinks><legacyDrawing xmlns:r="{Relationships}" r:id="rId3"/>""")
                .Raw("xl/worksheets/_rels/sheet1.xml.rels", Rels(("rId1", "hyperlink", "tel:13800138000\" TargetMode=\"External"), ("rId2", "hyperlink", "other.xml"), ("rId3", "vmlDrawing", "../drawings/v.vml"), ("rId4", "comments", "../comments1.xml"), ("rId5", "image", "http://x/a.png\" TargetMode=\"External")))
                .Raw("xl/comments1.xml", """<comments><commentList><comment ref="A1"><text><t>注</t></text></comment></commentList></comments>""")
                .Raw("xl/drawings/v.vml", "<xml/>").Raw("xl/worksheets/other.xml", "<a/>")
                .Build(),
            "a.xlsx");

        Assert.Equal(["rId1 hyperlink tel:138****8000 External"], Relations(masked, "xl/worksheets/_rels/sheet1.xml.rels"));
        Assert.Contains("""<hyperlink ref="A1" r:id="rId1" /><hyperlink ref="A3" location="名单!A1" /></hyperlinks></worksheet>""", masked.Part("xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain(masked.Paths(), p => p.Contains("comments", StringComparison.Ordinal) || p.Contains("drawings", StringComparison.Ordinal));
        Assert.Empty(masked.Copy.Remaining);
    }

    [Fact]
    public void A_table_of_a_sheet_is_taken_over_and_masked()
    {
        var masked = WithPart("table", "../tables/table1.xml", """<tableParts count="1"><tablePart r:id="rId1"/></tableParts>""", "xl/tables/table1.xml", """<table name="张试13800138000" ref="A1:A2" comment="张试13800138000"><tableColumns><tableColumn name="张试13800138000"/></tableColumns><extLst><a/></extLst></table>""");

        Assert.Contains("""<table name="name1" ref="A1:A2" comment="张试138****8000"><tableColumns><tableColumn name="张试138****8000" /></tableColumns></table>""", masked.Part("xl/tables/table1.xml"), StringComparison.Ordinal);
        Assert.Equal(["rId1 table /xl/tables/table1.xml"], Relations(masked, "xl/worksheets/_rels/sheet1.xml.rels"));
        Assert.Contains(" r:id=\"rId1\" /></tableParts>", masked.Part("xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_keeps_its_known_pictures_and_charts_and_masks_its_words()
    {
        const string Drawing = """
            <wsDr xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><anchor><pic r:embed="rId1" name="图 1" descr="张试13800138000" title="张试13800138000" id="13800138000"/></anchor><anchor><chart r:id="rId2"/></anchor><anchor><pic r:embed="rId3"/></anchor><anchor><pic r:link="rId4"/></anchor><anchor><t>手机13800138000</t></anchor></wsDr>
            """;
        var masked = WithPart("drawing", "../drawings/drawing1.xml", """<drawing r:id="rId1"/>""", "xl/drawings/drawing1.xml", Drawing.Trim(), x => x
            .Raw("xl/drawings/_rels/drawing1.xml.rels", Rels(("rId1", "image", "../media/image1.png"), ("rId2", "chart", "../charts/chart1.xml"), ("rId3", "image", "../media/image2.svg"), ("rId4", "image", "http://x/a.png\" TargetMode=\"External"), ("rId5", "diagramData", "../diagrams/data1.xml"), ("rId6", "chart", "../charts/missing.xml")))
            .Raw("xl/media/image1.png", "\uFEFFpicture").Raw("xl/media/image2.svg", "<svg/>").Raw("xl/diagrams/data1.xml", "<a/>")
            .Raw("xl/charts/chart1.xml", """<chart><v>张试13800138000</v><v>5</v><externalData id="x"/><userShapes/></chart>""")
            .Raw("xl/charts/_rels/chart1.xml.rels", Rels(("rId1", "package", "../embeddings/a.xlsx"))));

        Assert.Equal(
            """<anchor><pic r:embed="rId1" name="图 1" descr="张试138****8000" title="张试138****8000" id="13800138000" /></anchor><anchor><chart r:id="rId2" /></anchor><anchor><t>手机138****8000</t></anchor></wsDr>""",
            Regex.Match(masked.Part("xl/drawings/drawing1.xml"), "<anchor>.*").Value);
        Assert.Contains("<chart><v>张试138****8000</v><v>5</v></chart>", masked.Part("xl/charts/chart1.xml"), StringComparison.Ordinal);
        Assert.Equal(["rId1 image /xl/media/image1.png", "rId2 chart /xl/charts/chart1.xml"], Relations(masked, "xl/drawings/_rels/drawing1.xml.rels"));
        Assert.Equal(["xl/charts/chart1.xml", "xl/drawings/_rels/drawing1.xml.rels", "xl/drawings/drawing1.xml", "xl/media/image1.png"], masked.Paths().Where(p => p.Contains("charts", StringComparison.Ordinal) || p.Contains("drawings", StringComparison.Ordinal) || p.Contains("media", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains(" r:id=\"rId1\" /></worksheet>", masked.Part("xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_that_is_missing_is_left_out()
    {
        var masked = WithPart("drawing", "../drawings/missing.xml", """<drawing r:id="rId1"/>""", "xl/other.xml", "<a/>");

        Assert.Equal(Least, masked.Paths());
        Assert.EndsWith("</sheetData></worksheet>", masked.Part("xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_of_two_sheets_is_taken_over_once()
    {
        var masked = MaskedFile.Of(
            new Xlsx().Sheet("甲", Drawn).Sheet("乙", Drawn)
                .Raw("xl/worksheets/_rels/sheet1.xml.rels", Rels(("rId1", "drawing", "../drawings/drawing1.xml"))).Raw("xl/worksheets/_rels/sheet2.xml.rels", Rels(("rId1", "drawing", "../drawings/drawing1.xml")))
                .Raw("xl/drawings/drawing1.xml", "<wsDr/>").Build(),
            "a.xlsx");

        Assert.Single(masked.Paths(), p => p == "xl/drawings/drawing1.xml");
        Assert.Equal(Relations(masked, "xl/worksheets/_rels/sheet1.xml.rels"), Relations(masked, "xl/worksheets/_rels/sheet2.xml.rels"));
    }

    private const string Sheets = """<sheets><sheet name="名单" sheetId="1" r:id="rIdS1" /></sheets>""";

    private const string Drawn = $"""{Rows}<drawing xmlns:r="{Relationships}" r:id="rId1"/>""";

    private static string Book(string inner)
    {
        const string Start = $"""<workbook xmlns:r="{Relationships}">""";
        var masked = MaskedFile.Of(Rebuilt(new Xlsx().Sheet("名单", Rows), Start + inner + "</workbook>"), "a.xlsx");
        var book = masked.Part("xl/workbook.xml");
        return book[(book.IndexOf(Start, StringComparison.Ordinal) + Start.Length)..book.LastIndexOf("</workbook>", StringComparison.Ordinal)];
    }

    // The builder writes its own book last.
    private static MemoryStream Rebuilt(Xlsx builder, string book)
    {
        using var whole = new System.IO.Compression.ZipArchive(builder.Build());
        var zip = new ZipBuilder();
        foreach (var entry in whole.Entries.Where(e => e.FullName != "xl/workbook.xml"))
        {
            using var reader = new StreamReader(entry.Open());
            zip.Add(entry.FullName, reader.ReadToEnd());
        }

        return zip.Add("xl/workbook.xml", book).Build();
    }

    private static MaskedFile WithPart(string type, string target, string inSheet, string path, string part, Func<Xlsx, Xlsx>? more = null)
    {
        var file = new Xlsx().Sheet("名单", $"{Rows}{inSheet.Replace(" r:id", $" xmlns:r=\"{Relationships}\" r:id", StringComparison.Ordinal)}")
            .Raw("xl/worksheets/_rels/sheet1.xml.rels", Rels(("rId1", type, target)))
            .Raw(path, part);
        return MaskedFile.Of((more?.Invoke(file) ?? file).Build(), "a.xlsx");
    }

    private static string Rels(params (string Id, string Type, string Target)[] relations) =>
        $"<Relationships>{string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Relationships}/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";

    private static IEnumerable<string> Relations(MaskedFile masked, string path) =>
        Regex.Matches(masked.Part(path), "<Relationship Id=\"(.*?)\" Type=\".*?/([A-Za-z]+)\" Target=\"(.*?)\"( TargetMode=\"(.*?)\")?/>").Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value} {m.Groups[3].Value} {m.Groups[5].Value}".TrimEnd());
}
