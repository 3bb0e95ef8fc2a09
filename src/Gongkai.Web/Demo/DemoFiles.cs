using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MiniExcelLibs;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Gongkai.Web.Demo;

/// <summary>Makes the demo's Word, Excel and PDF files.</summary>
internal static class DemoFiles
{
    public static MemoryStream Xlsx(Random random)
    {
        var file = new MemoryStream();
        file.SaveAs(Enumerable.Range(1, 12).Select(month => new Dictionary<string, object> { ["月份"] = month, ["数量（件）"] = random.Next(10, 300), ["金额（万元）"] = random.Next(100, 9000) / 10.0 }));
        file.Position = 0;
        return file;
    }

    /// <summary>An official document: title, number, three chapters, signature and date.</summary>
    public static MemoryStream Docx(string title, string number, string issuer, DateOnly on)
    {
        var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var body = new Body(
                Line(number, JustificationValues.Center),
                Line(title, JustificationValues.Center),
                Line("各单位：", JustificationValues.Left),
                Line("为进一步规范有关工作，经研究，现就有关事项通知如下。", JustificationValues.Both),
                Line("一、提高认识", JustificationValues.Left),
                Line("各单位应当指定专人负责，按时报送材料。", JustificationValues.Both),
                Line("二、明确责任", JustificationValues.Left),
                Line("责任单位每季度核对一次完成情况，并在校内通报。", JustificationValues.Both),
                Line(issuer, JustificationValues.Right),
                Line($"{on.Year}年{on.Month}月{on.Day}日", JustificationValues.Right));
            word.AddMainDocumentPart().Document = new Document(body);
        }

        file.Position = 0;
        return file;
    }

    public static MemoryStream Pdf(string code, DateOnly on)
    {
        var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        page.AddText($"Summary table {code}", 16, new UglyToad.PdfPig.Core.PdfPoint(60, 760), font);
        page.AddText($"Prepared on {on:yyyy-MM-dd}. Figures are invented.", 11, new UglyToad.PdfPig.Core.PdfPoint(60, 730), font);
        return new MemoryStream(builder.Build());
    }

    private static Paragraph Line(string text, JustificationValues justification) =>
        new(new ParagraphProperties(new Justification { Val = justification }), new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
}
