using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Reads the tables of a report into rows of cells, whether they are marked as tables or only look like them, and says what rows and cells are.</summary>
internal static partial class TableGrids
{
    private const int LongestCell = 16;
    private const int LongestLadder = 800;

    /// <summary>The tables of a report, row by row, marked as such or found by their look.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<ReportCell>>> Of(Reading reading) => reading.Grids ??= [.. Read(reading)];

    private static IEnumerable<IReadOnlyList<IReadOnlyList<ReportCell>>> Read(Reading reading)
    {
        foreach (var table in reading.Tables)
        {
            yield return table.Rows;
        }

        if (reading.Tables.Count > 0)
        {
            yield break;
        }

        var rows = new List<IReadOnlyList<ReportCell>>();
        var isParted = false;
        foreach (var block in reading.Blocks)
        {
            if (block.Kind == BlockKind.Cell && Cells(reading.Folded, block.Span) is { Count: > 1 } cells)
            {
                // Behind a title of its own stands another table.
                if (isParted && rows.Count > 0 && IsHead(cells))
                {
                    yield return rows;
                    rows = [];
                }

                rows.Add(cells);
                isParted = false;
            }
            else if (block.Kind == BlockKind.Cell)
            {
                isParted = true;
            }
            else if (rows.Count > 0 && block.Kind != BlockKind.Cell)
            {
                yield return rows;
                rows = [];
            }
        }

        if (rows.Count > 0)
        {
            yield return rows;
        }

        foreach (var ladder in Ladders(reading))
        {
            yield return ladder;
        }
    }

    /// <summary>Whether a row names columns: it holds no number, and no address.</summary>
    public static bool IsHead(IReadOnlyList<ReportCell> row) =>
        row.Count > 1 && row.All(c => c.Text.Length is > 0 and <= LongestCell && !c.Text.Contains("http", StringComparison.OrdinalIgnoreCase) && !char.IsAsciiDigit(c.Text[0]));

    // A table of two columns that came out one cell a line: 网站, 500, 微信, 300, 合计, 800.
    private static IEnumerable<IReadOnlyList<IReadOnlyList<ReportCell>>> Ladders(Reading reading)
    {
        var cells = reading.Blocks.Where(b => b.Span.Length <= LongestCell).Select(b => new ReportCell(b.Span.Of(reading.Folded), b.Span)).ToList();
        for (var at = 2; at + 1 < cells.Count; at++)
        {
            if (!TotalWord().IsMatch(cells[at].Text) || Value(cells[at + 1]) is null)
            {
                continue;
            }

            var first = at;
            while (first >= 2 && Value(cells[first - 1]) is not null && Value(cells[first - 2]) is null && cells[at].Span.Start - cells[first - 2].Span.Start <= LongestLadder)
            {
                first -= 2;
            }

            List<ReportCell> head = [cells[first], cells[first + 1]];
            yield return [head, .. Enumerable.Range(0, ((at - first) / 2) + 1).Select(n => (List<ReportCell>)[cells[first + (2 * n)], cells[first + (2 * n) + 1]])];
        }
    }

    /// <summary>The cells of a row of plain text.</summary>
    public static IReadOnlyList<ReportCell> RowOf(Reading reading, Block row) => Cells(reading.Folded, row.Span);

    private static List<ReportCell> Cells(string text, TextSpan span)
    {
        var cells = new List<ReportCell>();
        span = WithBlankCells(text, span);
        var line = text.AsSpan(span.Start, span.Length);
        if (!line.Contains('\t') && !line.Contains('|'))
        {
            return [.. (NarrowColumns.Are(line) ? Narrow() : Columned()).Matches(span.Of(text)).Select(m => new ReportCell(m.Value, new TextSpan(span.Start + m.Index, span.Start + m.Index + m.Length)))];
        }

        var separator = line.Contains('\t') ? '\t' : '|';
        for (var start = span.Start; start <= span.End;)
        {
            var end = text.AsSpan(start, span.End - start).IndexOf(separator);
            end = end < 0 ? span.End : start + end;
            if (end > start || separator == '\t')
            {
                cells.Add(new ReportCell(text[start..end].Trim(), new TextSpan(start, end)));
            }

            start = end + 1;
        }

        return cells;
    }

    // A cell that is merged into the one above it, and those left blank at the end of the row.
    private static TextSpan WithBlankCells(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && text[start - 1] == '\t')
        {
            start--;
        }

        while (end < text.Length && text[end] == '\t')
        {
            end++;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Whether a row is one of totals: the word stands in its first cell, or in the second behind a blank one.</summary>
    public static bool IsTotal(IReadOnlyList<ReportCell> row) => TotalWord().IsMatch(row[0].Text) || (row.Count > 2 && row[0].Text.Length == 0 && TotalWord().IsMatch(row[1].Text));

    /// <summary>The number of a cell; null when it holds something else.</summary>
    public static decimal? Value(ReportCell cell)
    {
        var match = Number().Match(cell.Text.Replace('－', '-').Replace('−', '-').Replace('—', '-').Replace('–', '-'));
        return match.Success && decimal.TryParse(match.Groups["n"].ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? value
            : cell.Text is "-" or "—" or "/" ? 0 : null;
    }

    [GeneratedRegex(@"^(?:(?:[收支][入出]|本年|全校|全院)?合\s*计|总\s*计|总\s*数|共\s*计|总\s*量|全年|全学年|学年合计|全年合计|累\s*计)\s*(?:\(.{0,6}\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TotalWord();

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Narrow();

    [GeneratedRegex(@"\S+(?: \S+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Columned();

    [GeneratedRegex(@"^(?<n>[-+]?\d{1,3}(?:,\d{3})+|[-+]?\d{1,9}(?:\.\d+)?)\s*(?:条|件|次|个|篇|份|项|人|期|场|人次|元|万元)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
