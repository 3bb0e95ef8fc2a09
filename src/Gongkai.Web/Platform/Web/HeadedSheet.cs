using System.Data;
using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Web.Platform.Storage;
using MiniExcelLibs;

namespace Gongkai.Web.Platform.Web;

/// <summary>A column of a sheet that people fill in: our name for it, and the heads it may stand under, the template's first.</summary>
/// <param name="Key">Our name for it.</param>
/// <param name="IsRequired">Whether a sheet without it cannot be read.</param>
/// <param name="Heads">What it may be called; compared without regard to case, width and spaces.</param>
public sealed record Column(string Key, bool IsRequired, params string[] Heads);

/// <summary>A row of a sheet, its cells by our names for the columns.</summary>
/// <param name="Line">The line a person sees in the file, counted from 1.</param>
/// <param name="Cells">Trimmed cells.</param>
public sealed record HeadedRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell; empty where the sheet has no such column.</summary>
    public string this[string key] => Cells.GetValueOrDefault(key, "");
}

/// <summary>Reads XLSX and CSV by their head row, and makes the templates for them.</summary>
public static class HeadedSheet
{
    /// <summary>Largest sheet read, in bytes.</summary>
    public const long LargestSheet = 20L * 1024 * 1024;

    /// <summary>Most rows read; more are asked for in several files.</summary>
    public const int MostRows = 5000;

    private const int HeadWithin = 10;

    /// <summary>The rows below the first head row that has all required columns; empty rows are passed over.</summary>
    /// <exception cref="ProblemException"><c>sheets.unreadable</c>, <c>sheets.too-large</c>, <c>sheets.no-heads</c>, <c>sheets.too-many-rows</c>.</exception>
    public static async Task<IReadOnlyList<HeadedRow>> ReadAsync(Stream content, string name, IReadOnlyList<Column> columns, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(columns);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        if (copy.Length > LargestSheet)
        {
            throw new ProblemException("sheets.too-large", LargestSheet / (1024 * 1024));
        }

        copy.Position = 0;
        foreach (var table in Tables(copy, name, cancel))
        {
            var rows = table.Rows.Select(row => row.Select(cell => cell.Text.Trim().Normalize()).ToList()).ToList();
            foreach (var (at, row) in rows.Index().Take(HeadWithin))
            {
                var places = columns.ToDictionary(c => c.Key, c => row.FindIndex(cell => c.Heads.Any(h => Fold(h) == Fold(cell))));
                if (columns.Any(c => c.IsRequired) && columns.Where(c => c.IsRequired).All(c => places[c.Key] >= 0))
                {
                    return Below(rows, at, places);
                }
            }
        }

        throw new ProblemException("sheets.no-heads", name, string.Join('、', columns.Where(c => c.IsRequired).Select(c => c.Heads[0])));
    }

    /// <summary>A workbook to fill in: an empty sheet with these heads, and a second one that explains each column.</summary>
    public static byte[] Template(string sheet, IReadOnlyList<Column> columns, string explanation, IReadOnlyList<(string Head, string Text)> explained)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(explained);
        using var book = new DataSet { Locale = System.Globalization.CultureInfo.InvariantCulture };
        var empty = book.Tables.Add(sheet);
        foreach (var column in columns)
        {
            empty.Columns.Add(column.Heads[0]);
        }

        var help = book.Tables.Add(explanation);
        help.Columns.Add(" ");
        help.Columns.Add(explanation);
        foreach (var (head, text) in explained)
        {
            help.Rows.Add(head, text);
        }

        using var bytes = new MemoryStream();
        bytes.SaveAs(book);
        return bytes.ToArray();
    }

    private static IReadOnlyList<DocumentTable> Tables(Stream copy, string name, CancellationToken cancel)
    {
        try
        {
            return TableReader.Read(copy, name, cancel: cancel);
        }
        catch (DocumentException)
        {
            throw new ProblemException("sheets.unreadable", name);
        }
    }

    private static List<HeadedRow> Below(List<List<string>> rows, int head, Dictionary<string, int> places)
    {
        var found = new List<HeadedRow>();
        foreach (var (at, row) in rows.Index().Skip(head + 1).Where(r => r.Item.Exists(c => c.Length > 0)))
        {
            found.Add(new HeadedRow(at + 1, places.Where(p => p.Value >= 0 && p.Value < row.Count).ToDictionary(p => p.Key, p => row[p.Value])));
        }

        return found.Count > MostRows ? throw new ProblemException("sheets.too-many-rows", MostRows) : found;
    }

    private static string Fold(string head) => new([.. head.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '_' or '-')).Select(char.ToLowerInvariant)]);
}
