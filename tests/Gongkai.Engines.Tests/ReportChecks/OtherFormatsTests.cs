using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Engines.Documents;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>The reports of the corpus as web pages and as Word files, their tables marked as tables: the same errors must be told as of the plain text.</summary>
public sealed class OtherFormatsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "ReportChecks", "Corpus");

    // Their tables are kept by blanks, which a page or a paragraph does not keep.
    private static readonly string[] KeptByBlanks = ["Offices/x05-clean.txt", "Offices/x06-clean.txt"];

    public static TheoryData<string> Reports =>
        [.. Directory.GetFiles(Folder, "*-*.txt", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Except(KeptByBlanks).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_page_is_told_the_errors_of_its_text(string name) => MustBeTold(name, Page, "report.html");

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_Word_file_is_told_the_errors_of_its_text(string name) => MustBeTold(name, Word, "report.docx");

    private static void MustBeTold(string name, Func<string, MemoryStream> make, string fileName)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");
        using var file = make(text);

        var read = ReportDocument.Read(file, fileName, new DocumentReader());

        Assert.Equal(Errors(ReportText.FromText(text)), Errors(read.Text!));
    }

    private static IEnumerable<string> Errors(ReportText text)
    {
        var report = ReportAuditor.Audit(text);
        return report.Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Code} {Plain(f.Span.Of(report.Text))}").Order(StringComparer.Ordinal);
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).TrimStart('（') is var plain && plain.Length > 40 ? plain[..40] : plain;

    private static MemoryStream Page(string text)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>报告</title></head><body>");
        foreach (var (line, rows) in Parts(text))
        {
            page.Append(rows is null
                ? $"<p>{WebUtility.HtmlEncode(line)}</p>\n"
                : $"<table>{string.Concat(rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{WebUtility.HtmlEncode(c)}</td>"))}</tr>"))}</table>\n");
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(page.Append("</body></html>").ToString()));
    }

    private static MemoryStream Word(string text)
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body(Parts(text).Select(OpenXmlElement (part) => part.Rows is { } rows
                ? new Table(rows.Select(r => new TableRow(r.Select(c => new DocumentFormat.OpenXml.Wordprocessing.TableCell(Paragraph(c))))))
                : Paragraph(part.Line)));
            file.AddMainDocumentPart().Document = new Document(body);
        }

        stream.Position = 0;
        return stream;
    }

    private static Paragraph Paragraph(string text) => new(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    // Lines, and rows of cells where tabs keep them.
    private static IEnumerable<(string Line, List<string[]>? Rows)> Parts(string text)
    {
        List<string[]>? rows = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.Contains('\t', StringComparison.Ordinal))
            {
                (rows ??= []).Add(line.Split('\t'));
                continue;
            }

            if (rows is not null)
            {
                yield return ("", rows);
                rows = null;
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (line, null);
            }
        }

        if (rows is not null)
        {
            yield return ("", rows);
        }
    }
}
