using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Web.Platform.Charts;
using Gongkai.Web.Platform.Paper;
using Gongkai.Web.Platform.Web;

namespace Gongkai.Web.Reports;

/// <summary>A report as files: Word by GB/T 9704-2012, the catalogue's table and the figures as sheets, and all of them in one package with their hashes.</summary>
public static class ReportPaper
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report as DOCX.</summary>
    public static byte[] Docx(Composition composed)
    {
        ArgumentNullException.ThrowIfNull(composed);
        return OfficialPaper.Make(main => composed.Blocks.SelectMany(block => Elements(main, block)));
    }

    /// <summary>Part eight, 清单事项公开情况表, as a workbook; null when the report has none.</summary>
    public static byte[]? CatalogueXlsx(Composition composed)
    {
        ArgumentNullException.ThrowIfNull(composed);
        return composed.Blocks.LastOrDefault(b => b is { Key: "catalogue-table", Grid: not null })?.Grid is { } grid ? Sheets.Xlsx(new Sheet(grid.Heads, grid.Rows.Select(r => r.Select(c => (object?)c.Text).ToArray()))) : null;
    }

    /// <summary>The frozen figures with their definitions as CSV.</summary>
    public static byte[] FiguresCsv(ReportRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return Sheets.Csv(new Sheet(["code", "name", "value", "unit", "counts", "rows", "sha256"], release.Figures.OrderBy(f => f.Order).Select(f => new object?[] { f.Code, f.Name, f.Value, f.Unit, f.Counts, f.Rows, f.Hash })));
    }

    /// <summary>The same as JSON.</summary>
    public static byte[] FiguresJson(ReportRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return JsonSerializer.SerializeToUtf8Bytes(
            new { from = release.Report!.FromOn, to = release.Report.ToOn, release = release.Number, at = release.At, figures = release.Figures.OrderBy(f => f.Order).Select(f => new { code = f.Code, name = f.Name, value = f.Value, unit = f.Unit, counts = f.Counts, rows = f.Rows, sha256 = f.Hash }) },
            Readable);
    }

    /// <summary>What is handed to the province: every file, and a manifest with the SHA-256 of each.</summary>
    public static byte[] Package(ReportRelease release, Composition composed, byte[]? pdf = null)
    {
        ArgumentNullException.ThrowIfNull(composed);
        var files = new List<(string Name, byte[] Bytes)> { ("annual-report.docx", Docx(composed)), ("figures.csv", FiguresCsv(release)), ("figures.json", FiguresJson(release)) };
        if (pdf is not null)
        {
            files.Add(("annual-report.pdf", pdf));
        }

        if (CatalogueXlsx(composed) is { } table)
        {
            files.Add(("catalogue.xlsx", table));
        }

        files.Add(("manifest.json", JsonSerializer.SerializeToUtf8Bytes(
            new { title = composed.Title, release = release.Number, at = release.At, files = files.Select(f => new { name = f.Name, size = f.Bytes.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(f.Bytes)) }).ToArray() }, Readable)));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(release.At);
                using var part = entry.Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A release as it reads.</summary>
    public static Composition Of(ReportRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new Composition(JsonSerializer.Deserialize<List<ReportBlock>>(release.Blocks)!, []);
    }

    private static IEnumerable<OpenXmlElement> Elements(MainDocumentPart main, ReportBlock block)
    {
        switch (block.Shape)
        {
            case BlockShape.Title:
                yield return OfficialPaper.Paragraph(block.Text, JustificationValues.Center, 44, OfficialPaper.Head, after: "579");
                break;
            case BlockShape.Section or BlockShape.Part:
                yield return OfficialPaper.Paragraph(block.Text, JustificationValues.Both, 32, block.Shape == BlockShape.Section ? OfficialPaper.First : OfficialPaper.Second, indent: true);
                break;
            case BlockShape.Signature:
                yield return OfficialPaper.Paragraph(block.Text, JustificationValues.Right, 32, OfficialPaper.Body, right: "1280");
                break;
            case BlockShape.Table:
                var caption = OfficialPaper.Paragraph(block.Grid!.Caption, JustificationValues.Center, 28, OfficialPaper.First);
                caption.ParagraphProperties!.InsertAt(new KeepNext(), 0);
                yield return caption;
                yield return OfficialPaper.Table(block.Grid.Heads, block.Grid.Rows.Select(r => r.Select(c => c.Text).ToList()), block.Grid.Heads.Count == 7 ? [3, 6, 11, 5, 4, 4, 9] : [.. block.Grid.Heads.Select(_ => 1)]);
                yield return ReportCharts.Of(block) is { } chart ? ChartPaper.Draw(main, chart) : OfficialPaper.Paragraph("", JustificationValues.Both, 32, OfficialPaper.Body);
                break;
            default:
                yield return OfficialPaper.Paragraph(block.Text, JustificationValues.Both, 32, OfficialPaper.Body, indent: true);
                break;
        }
    }

    /// <summary>Whether the file of a name is made with the PDF, so that it is read for no other.</summary>
    internal static bool HoldsPdf(string name) => name is "annual-report.pdf" or "package.zip";

    /// <summary>The files a release can be taken away as: name, content type, bytes; null for a name it does not have.</summary>
    internal static (string Type, byte[] Bytes)? File(ReportRelease release, string name, byte[]? pdf) => (name, Of(release)) switch
    {
        ("annual-report.docx", var composed) => (OfficialPaper.DocxType, Docx(composed)),
        ("annual-report.pdf", _) when pdf is not null => ("application/pdf", pdf),
        ("catalogue.xlsx", var composed) when CatalogueXlsx(composed) is { } table => (Sheets.XlsxType, table),
        ("figures.csv", _) => ("text/csv; charset=utf-8", FiguresCsv(release)),
        ("figures.json", _) => ("application/json; charset=utf-8", FiguresJson(release)),
        ("package.zip", var composed) => ("application/zip", Package(release, composed, pdf)),
        _ => null,
    };
}
