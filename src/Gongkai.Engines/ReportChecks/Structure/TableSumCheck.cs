using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Adds up the columns of tables that have a row of totals, and the rows of tables that have a column of them.</summary>
internal sealed partial class TableSumCheck : IReportCheck
{
    private const int LongestCell = 16;
    private const int LongestLadder = 800;
    private const int Long = 20;
    private const decimal Whole = 100;
    private const decimal CatalogueItems = 50;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var rows in Grids(reading))
        {
            foreach (var finding in Columns(rows).Concat(Rows(rows)).Concat(TableChanges.Read(rows)))
            {
                yield return finding;
            }

            foreach (var (span, expected, found, parts) in TableSubtotals.Wrong(rows))
            {
                yield return Mismatch(span, expected, found, string.Join(" + ", parts.Select(Notice.Say)));
            }
        }
    }

    /// <summary>The tables of a report, row by row, marked as such or found by their look.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<ReportCell>>> Grids(Reading reading) => reading.Grids ??= [.. ReadGrids(reading)];

    private static IEnumerable<IReadOnlyList<IReadOnlyList<ReportCell>>> ReadGrids(Reading reading)
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
            return [.. Columned().Matches(span.Of(text)).Select(m => new ReportCell(m.Value, new TextSpan(span.Start + m.Index, span.Start + m.Index + m.Length)))];
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

    private static IEnumerable<ReportFinding> Columns(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        var total = rows.ToList().FindIndex(r => r.Count > 1 && IsTotal(r));
        if (total < 3 || CatalogueCategories.HasLost(rows) || HasLostRow(rows, total) || rows.Take(total).Any(r => r.Any(c => Inner().IsMatch(c.Text))))
        {
            yield break;
        }

        // The label of the totals may be as wide as several columns: then the numbers belong to the last ones.
        var shift = Math.Max(0, rows[total - 1].Count - rows[total].Count);
        var plain = Columns(rows, total, 0).ToList();
        var shifted = shift == 0 ? plain : [.. Columns(rows, total, shift)];
        var isShifted = (Right(rows, total, shift), -shifted.Count).CompareTo((Right(rows, total, 0), -plain.Count)) >= 0;
        foreach (var finding in isShifted ? shifted : plain)
        {
            yield return finding;
        }
    }

    // How many columns add up to the total below them.
    private static int Right(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int total, int shift) => Enumerable.Range(1, rows[total].Count - 1).Count(column =>
        Value(rows[total][column]) is > 0 and var stated && rows.Take(total).Skip(1).Select(r => column + shift < r.Count ? Value(r[column + shift]) : null).ToList() is var above && above.TrueForAll(v => v is not null) && above.Sum() == stated);

    private static IEnumerable<ReportFinding> Columns(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int total, int shift)
    {
        for (var column = 1; column < rows[total].Count; column++)
        {
            // A dash says that nothing is added up.
            if (Value(rows[total][column]) is not { } stated || rows[total][column].Text is "-" or "—" or "/" or "——")
            {
                continue;
            }

            if (NotAdded().IsMatch(rows[0][Math.Min(column + shift, rows[0].Count - 1)].Text))
            {
                continue;
            }

            var above = rows.Take(total).Skip(1).Select(r => column + shift < r.Count ? Value(r[column + shift]) : null).ToList();
            if (above.Count(v => v is not null) >= 2 && above.TrueForAll(v => v is not null) && above.Sum() != stated && !IsAverage(above, stated)
                && !(stated == Whole && Math.Abs(above.Sum()!.Value - stated) <= Slack(above)) && !(stated == CatalogueItems && CatalogueCategories.IsOff(rows)))
            {
                var first = rows[total - above.Count][column + shift].Span.Start;
                yield return Mismatch(new TextSpan(first, rows[total][column].Span.End), above.Sum()!.Value, stated, string.Join(" + ", above.Select(v => Notice.Say(v!.Value))));
            }
        }
    }

    // 0.30, 3.00, 1.20 and 0.95 below them: between the least and the greatest stands an average, and no sum.
    private static bool IsAverage(List<decimal?> above, decimal stated) =>
        above.Exists(v => v!.Value != Math.Truncate(v.Value)) && stated > above.Min() && stated < above.Max() && above.TrueForAll(v => v >= 0);

    // Shares are rounded, each for itself.
    private static decimal Slack(List<decimal?> shares) => shares.Count * (shares.Exists(s => s!.Value != Math.Truncate(s.Value)) ? 0.05m : 0.5m);

    // A long table whose own numbers leap or repeat lacks a row or has one twice: that is what is wrong with its total.
    private static bool HasLostRow(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int total)
    {
        var numbers = rows.Take(total).Select(r => Value(r[0])).Where(v => v is not null).ToList();
        return numbers.Count >= Long && numbers.Count >= total - 1 && numbers[0] == 1 && !numbers.Select((n, at) => n == at + 1).All(right => right);
    }

    private static IEnumerable<ReportFinding> Rows(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        if (rows.Count < 3 || rows[0].ToList().FindIndex(c => RowTotalWord().IsMatch(c.Text)) is not (var column and > 1))
        {
            yield break;
        }

        var checkedRows = rows.Skip(1).Where(r => r.Count == rows[0].Count && Value(r[column]) is not null).Select(r =>
        {
            var parts = r.Where((c, i) => i != column && i > 0).Select(Value).ToList();
            return (Row: r, Parts: parts.Where(p => p is not null).Select(p => p!.Value).ToList());
        }).Where(r => r.Parts.Count >= 2).ToList();
        var right = checkedRows.Count(r => r.Parts.Sum() == Value(r.Row[column]));
        if (right * 2 <= checkedRows.Count)
        {
            yield break;
        }

        foreach (var (row, parts) in checkedRows.Where(r => r.Parts.Sum() != Value(r.Row[column])))
        {
            yield return Mismatch(new TextSpan(row[0].Span.Start, row[^1].Span.End), parts.Sum(), Value(row[column])!.Value, string.Join(" + ", parts.Select(Notice.Say)));
        }
    }

    /// <summary>Whether a row is one of totals: the word stands in its first cell, or in the second behind a blank one.</summary>
    public static bool IsTotal(IReadOnlyList<ReportCell> row) => TotalWord().IsMatch(row[0].Text) || (row.Count > 2 && row[0].Text.Length == 0 && TotalWord().IsMatch(row[1].Text));

    /// <summary>The number of a cell; null when it holds something else.</summary>
    public static decimal? Value(ReportCell cell)
    {
        var match = Number().Match(Folding.Fold(cell.Text).Replace('－', '-').Replace('−', '-').Replace('—', '-').Replace('–', '-'));
        return match.Success && decimal.TryParse(match.Groups["n"].ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? value
            : cell.Text is "-" or "—" or "/" ? 0 : null;
    }

    private static ReportFinding Mismatch(TextSpan span, decimal expected, decimal found, string parts) => Notice.Of(
        ReportCodes.SumMismatch, Severity.Error, span, "table", ("expected", Notice.Say(expected)), ("found", Notice.Say(found)), ("parts", parts));

    [GeneratedRegex(@"^(?:(?:[收支][入出]|本年|全校|全院)?合\s*计|总\s*计|总\s*数|共\s*计|总\s*量|全年|全学年|学年合计|全年合计|累\s*计)\s*(?:\(.{0,6}\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TotalWord();

    [GeneratedRegex(@"^(?:合\s*计|总\s*计|总\s*数|共\s*计|小\s*计|全年|全学年|学年合计|总量)\s*(?:\(.{0,6}\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RowTotalWord();

    [GeneratedRegex(@"\S+(?: \S+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Columned();

    // 平均, 完成率, 单价: what such a column gives of the whole is no sum. Shares are added up.
    [GeneratedRegex(@"平均|[人场日月校站件篇条]均|率|单价|幅|均分|得分|倍", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotAdded();

    [GeneratedRegex(@"其中|小计", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Inner();

    [GeneratedRegex(@"^(?<n>[-+]?\d{1,3}(?:,\d{3})+|[-+]?\d{1,9}(?:\.\d+)?)\s*(?:条|件|次|个|篇|份|项|人|期|场|人次|元|万元)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
