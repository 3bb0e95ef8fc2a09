using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>What is left of the text of a Word document: what prints, with its looks, masked.</summary>
public sealed class MaskedWordTextTests
{
    private const string Kept = "<w:p><w:r><w:t>正文</w:t></w:r></w:p>";

    // What the format keeps of a document's history, of permissions, of forms and of files put in.
    [Theory]
    [InlineData("del")]
    [InlineData("moveFrom")]
    [InlineData("commentReference")]
    [InlineData("annotationRef")]
    [InlineData("altChunk")]
    [InlineData("subDoc")]
    [InlineData("control")]
    [InlineData("customXmlPr")]
    [InlineData("smartTagPr")]
    [InlineData("proofErr")]
    [InlineData("permStart")]
    [InlineData("permEnd")]
    [InlineData("commentRangeStart")]
    [InlineData("commentRangeEnd")]
    [InlineData("moveFromRangeStart")]
    [InlineData("moveFromRangeEnd")]
    [InlineData("moveToRangeStart")]
    [InlineData("moveToRangeEnd")]
    [InlineData("customXmlInsRangeStart")]
    [InlineData("customXmlInsRangeEnd")]
    [InlineData("customXmlDelRangeStart")]
    [InlineData("customXmlDelRangeEnd")]
    [InlineData("rPrChange")]
    [InlineData("pPrChange")]
    [InlineData("sectPrChange")]
    [InlineData("tblPrChange")]
    [InlineData("tblPrExChange")]
    [InlineData("trPrChange")]
    [InlineData("tcPrChange")]
    [InlineData("tblGridChange")]
    [InlineData("numberingChange")]
    [InlineData("cellIns")]
    [InlineData("cellDel")]
    [InlineData("cellMerge")]
    [InlineData("delText")]
    [InlineData("delInstrText")]
    public void What_only_remembers_or_steers_is_gone(string name)
    {
        var xml = Body($"{Kept}<w:p><w:{name} w:id=\"1\"><w:r><w:t>痕迹</w:t></w:r></w:{name}></w:p>");

        Assert.Equal($"{Kept}<w:p></w:p>", xml);
    }

    [Theory]
    [InlineData("ins")]
    [InlineData("moveTo")]
    [InlineData("sdtContent")]
    [InlineData("customXml")]
    [InlineData("smartTag")]
    public void What_only_wraps_leaves_its_content(string name)
    {
        var xml = Body($"<w:p><w:{name} w:author=\"某人\"><w:r><w:t>甲</w:t></w:r><w:{name}><w:r><w:t>乙</w:t></w:r></w:{name}></w:{name}><w:r><w:t>丙</w:t></w:r></w:p>");

        Assert.Equal("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r><w:r><w:t>丙</w:t></w:r></w:p>", xml);
    }

    [Fact]
    public void Remarks_in_the_part_itself_are_gone() => Assert.Equal(Kept, Body($"<!-- 留言 -->{Kept}<?word 留言?>"));

    [Fact]
    public void Marks_of_editing_and_descriptions_are_gone() => Assert.Equal(
        "<w:p w:other=\"1\"><w:r><w:t>正文</w:t></w:r></w:p>",
        Body("<w:p w:rsidR=\"00A1\" w:rsidRDefault=\"00A2\" w:other=\"1\"><w:r w:rsidRPr=\"00A3\" w:author=\"某人\" descr=\"说明\"><w:t>正文</w:t></w:r></w:p>"));

    [Theory]
    [InlineData("<w:trPr><w:del w:author=\"某人\"/></w:trPr>")]
    [InlineData("<w:trPr><w:hidden/></w:trPr>")]
    public void A_deleted_or_hidden_row_goes_as_a_whole(string properties) => Assert.Equal(
        "<w:tbl><w:tr><w:trPr><w:cantSplit /></w:trPr><w:tc><w:p><w:r><w:t>留</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        Body($"<w:tbl><w:tr>{properties}<w:tc><w:p><w:r><w:t>去</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:p><w:r><w:t>留</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));

    [Theory]
    [InlineData("<mc:Choice Requires=\"wps\"><w:r><w:t>新</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback>", "<w:p><w:r><w:t>新</w:t></w:r></w:p>")]
    [InlineData("<mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback><mc:Choice Requires=\"wps\"><w:r><w:t>新</w:t></w:r></mc:Choice>", "<w:p><w:r><w:t>新</w:t></w:r></w:p>")]
    [InlineData("<mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback>", "<w:p><w:r><w:t>旧</w:t></w:r></w:p>")]
    [InlineData("", "<w:p></w:p>")]
    public void Of_two_ways_to_draw_a_thing_one_is_kept(string ways, string left) => Assert.Equal(left, Body($"<w:p><mc:AlternateContent>{ways}</mc:AlternateContent></w:p>"));

    [Theory]
    [InlineData("<w:vanish/>")]
    [InlineData("<w:sz w:val=\"4\"/>")]
    [InlineData("<w:color w:val=\"FFFFFF\"/>")]
    [InlineData("<w:highlight w:val=\"black\"/>")]
    [InlineData("<w:rStyle w:val=\"Secret\"/>")]
    public void A_run_that_is_not_seen_is_gone(string format) => Assert.Equal(Kept, Body($"<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:rPr>{format}</w:rPr><w:t>暗字</w:t></w:r></w:p>"));

    [Theory]
    [InlineData("<w:b />")]
    [InlineData("<w:sz w:val=\"5\" />")]
    [InlineData("<w:color w:val=\"FF0000\" />")]
    [InlineData("<w:color w:val=\"FFFFFF\" /><w:shd w:val=\"clear\" w:fill=\"000080\" />")]
    public void A_run_that_is_seen_keeps_its_looks(string format)
    {
        var run = $"<w:p><w:r><w:rPr>{format}</w:rPr><w:t>明字</w:t></w:r></w:p>";

        Assert.Equal(run, Body(run));
    }

    [Theory]
    [InlineData("<w:pPr><w:pStyle w:val=\"Secret\" /></w:pPr>", "", false)]
    [InlineData("<w:pPr><w:pStyle w:val=\"Plain\" /></w:pPr>", "", true)]
    [InlineData("<w:pPr><w:shd w:val=\"clear\" w:fill=\"1f497d\" /></w:pPr>", "<w:color w:val=\"FFFFFF\" />", true)]
    [InlineData("<w:pPr><w:shd w:val=\"clear\" w:fill=\"1f497d\" /></w:pPr>", "<w:color w:val=\"1F497D\" />", false)]
    [InlineData("<w:pPr><w:shd w:val=\"clear\" w:fill=\"auto\" /></w:pPr>", "<w:color w:val=\"FFFFFF\" />", false)]
    [InlineData("<w:pPr><w:jc w:val=\"center\" /></w:pPr>", "<w:color w:val=\"FFFFFF\" />", false)]
    public void The_paragraph_says_on_what_ground_a_run_stands_and_how_it_looks(string paragraph, string format, bool isSeen)
    {
        var run = $"<w:r><w:rPr>{format}</w:rPr><w:t>字</w:t></w:r>";

        Assert.Equal($"<w:p>{paragraph}{(isSeen ? run : "")}</w:p>", Body($"<w:p>{paragraph}{run}</w:p>").Replace("<w:rPr></w:rPr>", "<w:rPr></w:rPr>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "<w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F497D\" /></w:tcPr>", "<w:color w:val=\"FFFFFF\" />", true)]
    [InlineData("", "<w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F497D\" /></w:tcPr>", "<w:color w:val=\"1F497D\" />", false)]
    [InlineData("", "", "<w:color w:val=\"FFFFFF\" />", false)]
    [InlineData("<w:tblPr><w:tblStyle w:val=\"Dark\" /></w:tblPr>", "", "<w:color w:val=\"FFFFFF\" />", true)]
    [InlineData("<w:tblPr><w:tblStyle w:val=\"Dark\" /></w:tblPr>", "", "<w:color w:val=\"FFFFFF\" /><w:vanish />", false)]
    [InlineData("<w:tblPr><w:tblStyle w:val=\"Dark\" /></w:tblPr>", "", "<w:color w:val=\"FFFFFF\" /><w:sz w:val=\"4\" />", false)]
    [InlineData("<w:tblPr><w:tblStyle w:val=\"Dark\" /></w:tblPr>", "", "<w:color w:val=\"FFFFFF\" /><w:sz w:val=\"5\" />", true)]
    [InlineData("<w:tblPr><w:tblStyle w:val=\"Dark\" /></w:tblPr>", "", "<w:color w:val=\"FFFFFE\" />", false)]
    [InlineData("<w:tblPr><w:tblStyle w:val=\"Plain\" /></w:tblPr>", "", "<w:color w:val=\"FFFFFF\" />", false)]
    [InlineData("<w:tblPr><w:jc w:val=\"center\" /></w:tblPr>", "", "<w:color w:val=\"FFFFFF\" />", false)]
    public void The_cell_and_the_table_say_on_what_ground_a_run_stands(string table, string cell, string format, bool isSeen)
    {
        var run = $"<w:r><w:rPr>{format}</w:rPr><w:t>字</w:t></w:r>";
        string Table(string inner) => $"<w:tbl>{table}<w:tr><w:tc>{cell}<w:p>{inner}</w:p></w:tc></w:tr></w:tbl>";

        Assert.Equal(Table(isSeen ? run : ""), Body(Table(run)));
    }

    [Fact]
    public void White_text_in_a_text_box_may_be_seen()
    {
        const string Box = "<w:p><w:r><w:pict><v:shape fillcolor=\"#c00000\"><v:textbox><w:txbxContent><w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\" /></w:rPr><w:t>白字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";

        Assert.Equal(Box, Body(Box));
    }

    [Fact]
    public void A_number_goes_on_through_runs_tabs_and_codes_of_fields() => Assert.Equal(
        "<w:p><w:r><w:t>手机 138</w:t></w:r><w:r><w:t>****</w:t></w:r><w:r><w:t>8000，</w:t></w:r><w:r><w:tab /><w:t>******************</w:t><w:br /><w:t>二</w:t></w:r></w:p>",
        Body("<w:p><w:r><w:t>手机 138</w:t></w:r><w:r><w:t>0013</w:t></w:r><w:r><w:t>8000，</w:t></w:r><w:r><w:tab/><w:t>11010519491231002X</w:t><w:br/><w:t>二</w:t></w:r></w:p>"));

    [Theory]
    [InlineData("<w:tab />")]
    [InlineData("<w:br />")]
    [InlineData("<w:cr />")]
    public void A_tab_or_a_break_parts_figures(string mark)
    {
        var figures = $"<w:p><w:r><w:t>1380013</w:t>{mark}<w:t>8000</w:t></w:r></w:p>";

        Assert.Equal(figures, Body(figures));
    }

    [Fact]
    public void The_code_of_a_field_is_masked() => Assert.Equal(
        "<w:p><w:r><w:instrText> HYPERLINK \"tel:138****8000\" </w:instrText></w:r></w:p>",
        Body("<w:p><w:r><w:instrText> HYPERLINK \"tel:13800138000\" </w:instrText></w:r></w:p>"));

    [Fact]
    public void A_paragraph_in_a_text_box_is_masked_for_itself() => Assert.Equal(
        "<w:p><w:r><w:t>1380013</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>8000 手机 139****9000</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
        Body("<w:p><w:r><w:t>1380013</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>8000 手机 13900139000</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"));

    [Theory]
    [InlineData("1 3 8 0 0 1 3 8 0 0 0", "* * * * * * * * * * *")]
    [InlineData("证号 110105 19491231 002X", "证号 ****** ******** ****")]
    [InlineData("证号 １１０１０５ １９４９１２３１ ００２Ｘ", "证号 ****** ******** ****")]
    [InlineData("卡号 4111 1111 1111 1111 止", "卡号 **** **** **** **** 止")]
    [InlineData("1 3 8 0 0 1 3 8 0 0", "1 3 8 0 0 1 3 8 0 0")]
    [InlineData("1 3 8 0 0 1 x 3 8 0 0 0", "1 3 8 0 0 1 x 3 8 0 0 0")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11", "1 2 3 4 5 6 7 8 9 10 11")]
    public void A_number_in_boxes_is_masked_in_all_of_them(string cells, string masked)
    {
        static string Row(string texts) => $"<w:tbl><w:tr>{string.Concat(texts.Split(' ').Select(t => $"<w:tc><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>"))}</w:tr></w:tbl>";

        Assert.Equal(Row(masked), Body(Row(cells)));
    }

    private static string Body(string inner)
    {
        const string Styles = """<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Plain"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="table" w:styleId="Dark"><w:tcPr><w:shd w:val="clear" w:fill="1F497D"/></w:tcPr></w:style>""";
        var masked = MaskedFile.Of(new Docx(inner).Part("styles", "styles.xml", Docx.Wrap("styles", Styles)).Build(), "a.docx");

        Assert.Empty(masked.Copy.Remaining);
        var part = masked.Part("word/document.xml");
        var start = part.IndexOf("<w:body>", StringComparison.Ordinal) + 8;
        return part[start..part.LastIndexOf("</w:body>", StringComparison.Ordinal)].Replace("<w:p />", "<w:p></w:p>", StringComparison.Ordinal).Replace("<w:rPr />", "<w:rPr></w:rPr>", StringComparison.Ordinal);
    }
}
