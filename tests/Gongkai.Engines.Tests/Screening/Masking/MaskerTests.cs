using System.IO.Compression;
using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Screening;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

public sealed class MaskerTests
{
    private static readonly People People = new(11);

    [Fact]
    public void A_csv_keeps_its_shape_and_loses_its_secrets()
    {
        var (id, mobile, card) = (People.IdNumber(), People.Mobile(), People.Card());

        var (text, copy) = Mask($"姓名,身份证号,手机,银行卡号\n张试,{id},{mobile},{card}\n", "a.csv");

        Assert.Equal($"姓名,身份证号,手机,银行卡号\n张试,******************,{mobile[..3]}****{mobile[7..]},***************{card[15..]}\n", text);
        Assert.Empty(copy.Remaining);
    }

    [Fact]
    public void A_text_keeps_its_lines()
    {
        var (text, copy) = Mask($"第一行\n\n身份证 {People.IdNumber()}。\n", "a.txt");

        Assert.Equal("第一行\n\n身份证 ******************。\n", text);
        Assert.Equal((1, 0), (copy.Masked, copy.Remaining.Count));
    }

    [Fact]
    public void A_number_over_several_elements_of_a_page_is_masked_whole()
    {
        var id = People.IdNumber();

        var (text, copy) = Mask($"<html><body><!-- 底稿 --><p>号码<b>{id[..8]}</b>{id[8..]}。</p><p style=\"display:none\">暗</p></body></html>", "a.html");

        Assert.Contains("<p>号码<b>********</b>**********。</p>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("底稿", text, StringComparison.Ordinal);
        Assert.DoesNotContain("暗", text, StringComparison.Ordinal);
        Assert.Empty(copy.Remaining);
    }

    [Fact]
    public void A_workbook_loses_secrets_and_everything_hidden()
    {
        var id = People.IdNumber();
        var file = new Xlsx()
            .Sheet("名单", $"""<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>身份证号</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>张试</t></is></c><c r="B2" t="inlineStr"><is><t>{id}</t></is></c></row><row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>暗行</t></is></c></row></sheetData>""")
            .Sheet("底稿", $"""<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{id}</t></is></c></row></sheetData>""", "hidden")
            .Raw("docProps/custom.xml", """<Properties><property name="经办"><lpwstr>某科</lpwstr></property></Properties>""")
            .Build();

        var (copy, output) = Mask(file, "a.xlsx");

        Assert.Empty(copy.Remaining);
        Assert.Equal("Name a; Name 名单; Body 姓名; Body 身份证号; Body 张试; Body ******************", Print(output, "a.xlsx"));
        Assert.DoesNotContain(id[..6], Everything(output), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_document_loses_secrets_and_everything_hidden_and_keeps_its_look()
    {
        var (id, mobile) = (People.IdNumber(), People.Mobile());
        var file = new Docx($"""
            <w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>号码{id[..5]}</w:t></w:r><w:r><w:t>{id[5..]}</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>
            <w:p><w:ins w:author="某人"><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>{mobile}</w:delText></w:r></w:del><w:commentRangeStart w:id="0"/></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>身份证号</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{People.OldIdNumber()}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """)
            .Part("comments", "comments.xml", Docx.Wrap("comments", $"""<w:comment w:id="0"><w:p><w:r><w:t>{id}</w:t></w:r></w:p></w:comment>"""))
            .Part("header", "header1.xml", Docx.Wrap("hdr", $"<w:p><w:r><w:t>联系 {mobile}</w:t></w:r></w:p>"))
            .Raw("customXml/item1.xml", $"<a>{id}</a>")
            .Build();

        var (copy, output) = Mask(file, "a.docx");

        Assert.Empty(copy.Remaining);
        Assert.Equal($"<p class=\"align-center\"><strong>号码*****</strong>*************</p>\n<p>新增</p>\n<table>\n<tbody>\n<tr><td>身份证号</td><td>***************</td></tr>\n</tbody>\n</table>\n", WordToHtml.Convert(output, cancel: TestContext.Current.CancellationToken).Html);
        var everything = Everything(output);
        Assert.DoesNotContain(id[6..], everything, StringComparison.Ordinal);
        Assert.DoesNotContain(mobile, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("某人", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("隐藏", everything, StringComparison.Ordinal);
    }

    [Fact]
    public void A_telephone_in_a_word_document_keeps_its_ends()
    {
        var (_, output) = Mask(new Docx(Docx.Paragraph("手机 13800138000")).Build(), "a.docx");

        Assert.Equal("<p>手机 138****8000</p>\n", WordToHtml.Convert(output, cancel: TestContext.Current.CancellationToken).Html);
    }

    [Fact]
    public void A_kind_that_cannot_be_masked_is_refused() =>
        Assert.Throws<DocumentException>(() => Mask(new MemoryStream(Samples.Of("a.pdf")), "a.pdf"));

    private static (string Text, MaskedCopy Copy) Mask(string text, string name)
    {
        var (copy, output) = Mask(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);
        return (Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF'), copy);
    }

    private static (MaskedCopy Copy, MemoryStream Output) Mask(MemoryStream file, string name)
    {
        var output = new MemoryStream();
        return (new Masker().Mask(file, name, output, TestContext.Current.CancellationToken), output);
    }

    private static string Print(MemoryStream file, string name) =>
        string.Join("; ", new DocumentReader().Read(file, name, TestContext.Current.CancellationToken).Pieces.Select(p => $"{p.Where.Layer} {p.Text}"));

    private static string Everything(MemoryStream file)
    {
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return string.Concat(zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }
}
