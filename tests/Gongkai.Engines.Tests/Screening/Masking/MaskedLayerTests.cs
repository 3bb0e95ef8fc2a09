using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>Layers that the reader finds in unusual places are gone from the copy as well.</summary>
public sealed class MaskedLayerTests
{
    [Fact]
    public void What_a_condition_hides_is_gone()
    {
        var masked = MaskedFile.Of(WorkbookLayerTests.Conditional("TRUE", 0).Build(), "a.xlsx");

        Assert.DoesNotContain("字", masked.Everything(), StringComparison.Ordinal);
        Assert.Contains("Sheet 表!B1: 底", masked.Pieces());
        Assert.Contains("Sheet 表!C1: 外", masked.Pieces());
    }

    [Fact]
    public void What_a_table_style_hides_is_gone() =>
        Assert.DoesNotContain("格", MaskedFile.Of(WordLayerTests.HidingTable("<w:rPr><w:vanish/></w:rPr>", "").Build(), "a.docx").Everything(), StringComparison.Ordinal);

    [Fact]
    public void What_a_private_field_keeps_is_gone() =>
        Assert.DoesNotContain(
            "暗字",
            MaskedFile.Of(new Docx("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PRIVATE \"暗字\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>").Build(), "a.docx").Everything(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("<wp:docPr id=\"1\" hidden=\"1\"/>", "<a:noFill/>", "")]
    [InlineData("", "<a:noFill/>", "<w:color w:val=\"FFFFFF\"/>")]
    public void What_a_text_box_hides_is_gone(string place, string fill, string run) =>
        Assert.DoesNotContain("字", MaskedFile.Of(new Docx(WordShapeTests.Box(place, fill, run)).Build(), "a.docx").Everything(), StringComparison.Ordinal);

    [Fact]
    public void White_words_in_a_painted_text_box_stay() =>
        Assert.Contains("字", MaskedFile.Of(new Docx(WordShapeTests.Box("", "<a:solidFill><a:srgbClr val=\"C00000\"/></a:solidFill>", "<w:color w:val=\"FFFFFF\"/>")).Build(), "a.docx").Everything(), StringComparison.Ordinal);

    [Fact]
    public void A_deleted_cell_and_a_white_table_are_gone()
    {
        Assert.DoesNotContain("字", MaskedFile.Of(WordShapeTests.Cell("cellDel").Build(), "a.docx").Everything(), StringComparison.Ordinal);
        Assert.DoesNotContain("字", MaskedFile.Of(WordShapeTests.WhiteTable("").Build(), "a.docx").Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public void White_runs_of_a_cell_are_gone()
    {
        var masked = MaskedFile.Of(WorkbookUnseenTests.Runs().Build(), "a.xlsx");

        Assert.Contains("Sheet 表!A1: 见也", masked.Pieces());
        Assert.Contains("Sheet 表!B1: 见暗字也", masked.Pieces());
    }

    [Theory]
    [InlineData("<a:cNvPr hidden=\"1\"/>", "", "")]
    [InlineData("<a:cNvPr/>", "<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>", "<a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>")]
    public void What_a_shape_on_a_sheet_hides_is_gone(string name, string fill, string run) =>
        Assert.DoesNotContain("暗字", MaskedFile.Of(WorkbookUnseenTests.Shape(name, fill, run).Build(), "a.xlsx").Everything(), StringComparison.Ordinal);

    [Fact]
    public void Comments_and_logs_of_a_workbook_stay_behind()
    {
        var file = new Xlsx().Sheet("表", """<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>见</t></is></c></row></sheetData>""")
            .Raw("xl/worksheets/_rels/sheet1.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/comments" Target="../comments1.xml"/></Relationships>""")
            .Raw("xl/comments1.xml", """<comments><commentList><comment ref="A1"><text><r><rPr><b/></rPr><t>暗字</t></r></text></comment></commentList></comments>""")
            .Raw("xl/revisions/revisionLog1.xml", """<revisions><rcc><oc r="A5"><is><t>暗字</t></is></oc></rcc></revisions>""");

        Assert.DoesNotContain("暗字", MaskedFile.Of(file.Build(), "a.xlsx").Everything(), StringComparison.Ordinal);
    }
}
