using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Reads the rows of the catalogue's table: from a table of the file, or from plain text with a row or a cell in each line.</summary>
internal static partial class CatalogueTableReader
{
    private const int FewestRows = 10;

    /// <summary>A table of more rows than this lists the whole catalogue.</summary>
    public const int LongTable = 30;

    /// <summary>Stands for the unit of a row whose cells cannot be told apart: it may well be there.</summary>
    public const string Unseparated = "?";

    private static readonly string[] InLine = ["\t", "|", "│", "  "];

    public static List<CatalogueRow> Read(Reading reading)
    {
        var fromTables = FromTables(reading);
        if (fromTables.Count >= FewestRows)
        {
            return fromTables;
        }

        var fromText = FromText(reading);
        var fromGrid = FromGrid(reading);
        return fromText.DistinctBy(r => r.Number).Count() >= fromGrid.DistinctBy(r => r.Number).Count() ? fromText : fromGrid;
    }

    private static List<CatalogueRow> FromTables(Reading reading)
    {
        var rows = new List<CatalogueRow>();
        var (item, number, unit, link) = (-1, -1, -1, -1);
        foreach (var table in reading.Tables)
        {
            foreach (var row in table.Rows)
            {
                var words = row.Select(c => c.Text).ToList();
                if (words.FindIndex(w => CatalogueGrid.ItemTitle().IsMatch(w) && w.Length <= 12) is var column and >= 0)
                {
                    item = column;
                    number = words.FindIndex(w => w is "序号" or "编号");
                    unit = words.FindIndex(w => CatalogueGrid.UnitTitle().IsMatch(w));
                    link = words.FindIndex(w => CatalogueGrid.LinkTitle().IsMatch(w));
                    continue;
                }

                if (item >= 0 && item < words.Count && NumberOf(words, item, number) is { } n)
                {
                    var hasLink = link < 0 || link >= words.Count ? words.Exists(w => w.Contains("http", StringComparison.OrdinalIgnoreCase)) : words[link].Length > 0;
                    rows.Add(new CatalogueRow(n, new TextSpan(row[0].Span.Start, row[^1].Span.End), unit >= 0 && unit < words.Count ? words[unit] : "", hasLink || (link < 0 && !reading.Folded.AsSpan(table.Span.Start, table.Span.Length).Contains("http", StringComparison.OrdinalIgnoreCase))));
                }
            }
        }

        return rows;
    }

    // The table may be attached behind the signature, or follow its sentence, under no heading of its own.
    private static List<CatalogueRow> FromGrid(Reading reading) =>
        TableGrids.Of(reading).Where(rows => rows.Count > LongTable).Select(CatalogueGrid.Read).FirstOrDefault(rows => rows.Count > LongTable) ?? [];

    private static int? NumberOf(List<string> words, int item, int number)
    {
        if (CatalogueGrid.NumberOfItem().Match(words[item]) is { Success: true } inItem)
        {
            return int.Parse(inItem.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        }

        return number >= 0 && number < words.Count && words[item].Length > 0
            && int.TryParse(words[number].Trim('(', ')', '.', '、'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 200 ? n : null;
    }

    private static List<CatalogueRow> FromText(Reading reading)
    {
        var section = reading.Sections.FindLast(s => s.Kind == SectionKind.CatalogueTable);
        if (section is null)
        {
            return [];
        }

        var cells = OfItems(reading, reading.Blocks.FindAll(b => b.Kind == BlockKind.Cell && section.Span.Contains(b.Span)));
        var end = cells.Count > 0 ? cells[^1].Span.End : section.Span.End;
        var starts = Starts(reading, cells, Bracketed());
        if (starts.Count < FewestRows)
        {
            starts = Starts(reading, cells, AtLineStart());

            // 2 招生考试信息 7 招生章程: the first row of a category may begin with the category's own number.
            var behind = Starts(reading, cells, BehindCategory());
            starts = behind.DistinctBy(s => s.Number).Count() > starts.DistinctBy(s => s.Number).Count() ? behind : starts;
        }

        if (starts.Count < FewestRows)
        {
            return [];
        }

        var rows = new List<CatalogueRow>();
        for (var i = 0; i < starts.Count; i++)
        {
            var span = new TextSpan(starts[i].At, i + 1 < starts.Count ? starts[i + 1].At : Math.Min(end, reading.Folded.Length));
            rows.Add(new CatalogueRow(starts[i].Number, TrimEnd(reading.Folded, span), UnitOf(span.Of(reading.Folded)), Link().IsMatch(span.Of(reading.Folded))));
        }

        // Where no row has an address the table has no such column, and none is missed.
        return rows.Exists(r => r.HasLink) ? rows : rows.ConvertAll(r => r with { HasLink = true });
    }

    // Below a row that names columns and none of items stand rows of something else: 序号, 责任单位, 公开数量.
    private static List<Block> OfItems(Reading reading, List<Block> cells)
    {
        var isOther = false;
        return cells.FindAll(cell =>
        {
            var row = TableGrids.RowOf(reading, cell);
            isOther = row.Count > 2 && TableGrids.IsHead(row) && row[0].Text is "序号" or "编号" or "类别" ? !row.Any(c => CatalogueGrid.ItemTitle().IsMatch(c.Text)) : isOther;
            return !isOther;
        });
    }

    private static List<(int Number, int At)> Starts(Reading reading, List<Block> cells, Regex form)
    {
        var starts = new List<(int, int)>();
        foreach (var cell in cells)
        {
            foreach (Match match in form.Matches(cell.Span.Of(reading.Folded)))
            {
                var number = int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
                if (number is > 0 and < 200)
                {
                    starts.Add((number, cell.Span.Start + match.Groups["n"].Index));
                }
            }
        }

        return starts;
    }

    // The unit stands in the cell before the address: of the row's line when the cells share one, else in a line of its own.
    private static string UnitOf(string row)
    {
        var first = row.Split('\n')[0];
        var separator = Array.Find(InLine, s => first.TrimEnd().Contains(s, StringComparison.Ordinal));
        var cells = (separator is null ? row.Split('\n') : first.Split(separator)).Select(c => c.Trim()).ToList();
        var link = cells.FindIndex(1, Math.Max(0, cells.Count - 1), Link().IsMatch);
        return link > 1 ? cells[link - 1]
            : cells.Count == 1 || link == 1 ? Unseparated
            : string.Join(' ', cells.Skip(char.IsAsciiDigit(cells[0][^1]) ? 2 : 1).Where(c => c.Any(Folding.IsHan)));
    }

    private static TextSpan TrimEnd(string text, TextSpan span)
    {
        var end = span.End;
        while (end > span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(span.Start, end);
    }

    [GeneratedRegex(@"\(\s*(?<n>\d{1,3})\s*\)\s*[\u4e00-\u9fa5“《]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\|?\s*(?<n>\d{1,3})(?:\s*[、.\t|│ ]\s*[\u4e00-\u9fa5“《]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtLineStart();

    [GeneratedRegex(@"^\|?\s*(?:\d{1,2}\s*[\t|│]\s*[\u4e00-\u9fa5、，]{2,16}\s*[\t|│]\s*(?=\d))?(?<n>\d{1,3})(?:\s*[、.\t|│ ]\s*[\u4e00-\u9fa5“《]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BehindCategory();

    [GeneratedRegex(@"https?\s*:|www\.|\.cn\b|\.com\b|详见|公开栏|公示栏|校报|年鉴|OA|不适用|无此|^无$|网站|网页|专栏", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Link();
}
