using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Documents;

public sealed class WordToHtmlTests
{
    private const string ChineseNumbering = """
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        """;

    [Fact]
    public void A_heading_carries_the_number_that_word_computes()
    {
        var file = new Docx(Numbered("总则", 0) + Numbered("适用范围", 1) + Numbered("职责", 1) + Numbered("附则", 0) + Numbered("解释", 1))
            .Part("numbering", "numbering.xml", Docx.Wrap("numbering", ChineseNumbering)).Build();

        var html = WordToHtml.Convert(file, cancel: TestContext.Current.CancellationToken).Html;

        Assert.Equal("<h1>一、总则</h1>\n<h2>（一）适用范围</h2>\n<h2>（二）职责</h2>\n<h1>二、附则</h1>\n<h2>（一）解释</h2>\n", html);

        static string Numbered(string text, int level) =>
            Docx.Paragraph(text, $"<w:outlineLvl w:val=\"{level}\"/><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>");
    }

    [Fact]
    public void Merged_cells_become_spans()
    {
        var file = new Docx("""
            <w:tbl>
              <w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>横向</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>纵向</w:t></w:r></w:p></w:tc></w:tr>
              <w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>
            </w:tbl>
            """).Build();

        var html = WordToHtml.Convert(file, cancel: TestContext.Current.CancellationToken).Html;

        Assert.Equal("<table>\n<tbody>\n<tr><td colspan=\"2\">横向</td><td rowspan=\"2\">纵向</td></tr>\n<tr><td>甲</td><td>乙</td></tr>\n</tbody>\n</table>\n", html);
    }

    [Fact]
    public void Changes_are_accepted_and_hidden_text_is_left_out()
    {
        var file = new Docx("""
            <w:p><w:r><w:t>原文</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>
            """).Build();

        Assert.Equal("<p>原文新增</p>\n", WordToHtml.Convert(file, cancel: TestContext.Current.CancellationToken).Html);
    }

    [Fact]
    public void Alternate_content_is_not_doubled()
    {
        var file = new Docx("""
            <w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """).Build();

        Assert.Equal("<p>正文</p>\n<p>文本框</p>\n", WordToHtml.Convert(file, cancel: TestContext.Current.CancellationToken).Html);
    }

    [Fact]
    public void Runs_of_one_format_share_their_tag_and_dangerous_links_are_dropped()
    {
        var file = new Docx("""
            <w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>乙</w:t></w:r>
            <w:hyperlink r:id="rId1"><w:r><w:t>好</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId2"><w:r><w:t>坏</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>
            """).Relation("rId1", "hyperlink", "https://example.edu.cn/?a=1&amp;b=2", isOutside: true).Relation("rId2", "hyperlink", "javascript:alert(1)", isOutside: true).Build();

        Assert.Equal("<p class=\"align-center\"><strong>甲乙</strong><a href=\"https://example.edu.cn/?a=1&amp;b=2\">好</a>坏<sup>2</sup></p>\n", WordToHtml.Convert(file, cancel: TestContext.Current.CancellationToken).Html);
    }

    [Fact]
    public void Bullets_and_plain_numbers_become_nested_lists()
    {
        var file = new Docx(Item("一", 2, 0) + Item("二", 2, 0) + Docx.Paragraph("之后"))
            .Part("numbering", "numbering.xml", Docx.Wrap("numbering", ChineseNumbering)).Build();

        Assert.Equal("<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n<p>之后</p>\n", WordToHtml.Convert(file, cancel: TestContext.Current.CancellationToken).Html);

        static string Item(string text, int list, int level) => Docx.Paragraph(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    }

    [Fact]
    public void A_picture_is_handed_over_and_referred_to()
    {
        var file = new Docx("""<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图" descr="校徽"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>""")
            .Relation("rId7", "image", "media/image1.png").Part("word/media/image1.png", [1, 2, 3]).Build();

        var page = WordToHtml.Convert(file, cancel: TestContext.Current.CancellationToken);

        Assert.Equal("<p><img src=\"image:1\" alt=\"校徽\"></p>\n", page.Html);
        Assert.Equal(("image1.png", "image/png", 3), (page.Images[0].Name, page.Images[0].ContentType, page.Images[0].Bytes.Length));
    }

    [Fact]
    public void Footnotes_stand_at_the_end_and_are_linked_both_ways()
    {
        var file = new Docx("""<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>""")
            .Part("footnotes", "footnotes.xml", Docx.Wrap("footnotes", """<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>注文</w:t></w:r></w:p></w:footnote>""")).Build();

        var html = WordToHtml.Convert(file, cancel: TestContext.Current.CancellationToken).Html;

        Assert.Equal("<p>正文<sup><a href=\"#note-1\" id=\"note-ref-1\">1</a></sup></p>\n<section class=\"notes\">\n<ol>\n<li id=\"note-1\">注文 <a href=\"#note-ref-1\">↩</a></li>\n</ol>\n</section>\n", html);
    }

    [Fact]
    public void What_is_no_word_document_is_refused_with_a_reason()
    {
        var refused = Assert.Throws<DocumentException>(() => WordToHtml.Convert(new MemoryStream("plain"u8.ToArray()), cancel: TestContext.Current.CancellationToken));

        Assert.Equal(DocumentProblem.Unsupported, refused.Problem);
    }
}
