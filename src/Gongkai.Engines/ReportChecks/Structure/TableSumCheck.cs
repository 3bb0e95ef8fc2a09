using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Adds up the columns of tables that have a row of totals, and the rows of tables that have a column of them.</summary>
internal sealed partial class TableSumCheck : IReportCheck
{
    private const int Long = 20;
    private const decimal Whole = 100;
    private const decimal CatalogueItems = 50;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var rows in TableGrids.Of(reading))
        {
            foreach (var finding in Columns(rows).Concat(Rows(rows)).Concat(TableChanges.Read(rows)))
            {
                yield return finding;
            }

            foreach (var (span, expected, found, parts) in TableSubtotals.Wrong(rows))
            {
                yield return Mismatch(span, expected, found, string.Join(" + ", parts.Select(Notice.Say)));
            }

            foreach (var (span, expected, found, parts) in InnerRows.Wrong(rows))
            {
                yield return Mismatch(span, expected, found, string.Join(" + ", parts.Select(Notice.Say))) with { Severity = Severity.Warning };
            }
        }
    }

    private static IEnumerable<ReportFinding> Columns(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        var total = rows.ToList().FindIndex(r => r.Count > 1 && TableGrids.IsTotal(r));
        if (total < 3 || CatalogueCategories.HasLost(rows) || HasLostRow(rows, total) || rows.Take(total).Any(r => r.Any(c => Inner().IsMatch(c.Text))))
        {
            yield break;
        }

        // The label of the totals may be as wide as several columns: then the numbers belong to the last ones.
        // 合计 | | 50 | 1078 |: or empty cells were lost on either side of them.
        var widest = Math.Max(0, rows[total - 1].Count - rows[total].Count);
        foreach (var finding in Enumerable.Range(0, widest + 1).Select(shift => (Right: Right(rows, total, shift), Added: Added(rows, total, shift), Wrong: Columns(rows, total, shift).ToList(), shift)).MaxBy(w => (w.Right, w.Added, -w.Wrong.Count, w.shift)).Wrong)
        {
            yield return finding;
        }
    }

    // How many columns add up to the total below them.
    private static int Right(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int total, int shift) => Enumerable.Range(1, rows[total].Count - 1).Count(column =>
        TableGrids.Value(rows[total][column]) is > 0 and var stated && rows.Take(total).Skip(1).Select(r => column + shift < r.Count ? TableGrids.Value(r[column + shift]) : null).ToList() is var above && above.TrueForAll(v => v is not null) && above.Sum() == stated);

    // How many columns hold nothing but numbers above the total.
    private static int Added(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int total, int shift) => Enumerable.Range(1, rows[total].Count - 1).Count(column =>
        TableGrids.Value(rows[total][column]) is not null && rows.Take(total).Skip(1).All(r => column + shift < r.Count && TableGrids.Value(r[column + shift]) is not null));

    private static IEnumerable<ReportFinding> Columns(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int total, int shift)
    {
        for (var column = 1; column < rows[total].Count; column++)
        {
            // A dash says that nothing is added up.
            if (TableGrids.Value(rows[total][column]) is not { } stated || rows[total][column].Text is "-" or "—" or "/" or "——")
            {
                continue;
            }

            if (NotAdded().IsMatch(rows[0][Math.Min(column + shift, rows[0].Count - 1)].Text))
            {
                continue;
            }

            var above = rows.Take(total).Skip(1).Select(r => column + shift < r.Count ? TableGrids.Value(r[column + shift]) : null).ToList();
            if (above.Count(v => v is not null) >= 2 && above.TrueForAll(v => v is not null) && above.Sum() != stated && !IsWithoutHead(rows, column + shift, stated - above.Sum()!.Value) && !IsAverage(above, stated)
                && !(stated == Whole && Math.Abs(above.Sum()!.Value - stated) <= Slack(above)) && !(stated == CatalogueItems && CatalogueCategories.IsOff(rows)))
            {
                var first = rows[total - above.Count][column + shift].Span.Start;
                yield return Mismatch(new TextSpan(first, rows[total][column].Span.End), above.Sum()!.Value, stated, string.Join(" + ", above.Select(v => Notice.Say(v!.Value))));
            }
        }
    }

    // 基本信息 96, where a table has no head: its first row is added up like the others.
    private static bool IsWithoutHead(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int column, decimal left) => column < rows[0].Count && TableGrids.Value(rows[0][column]) == left;

    // 0.30, 3.00, 1.20 and 0.95 below them: between the least and the greatest stands an average, and no sum.
    private static bool IsAverage(List<decimal?> above, decimal stated) =>
        above.Exists(v => v!.Value != Math.Truncate(v.Value)) && stated > above.Min() && stated < above.Max() && above.TrueForAll(v => v >= 0);

    // Shares are rounded, each for itself.
    private static decimal Slack(List<decimal?> shares) => shares.Count * (shares.Exists(s => s!.Value != Math.Truncate(s.Value)) ? 0.05m : 0.5m);

    // A long table whose own numbers leap or repeat lacks a row or has one twice: that is what is wrong with its total.
    private static bool HasLostRow(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int total)
    {
        var numbers = rows.Take(total).Select(r => TableGrids.Value(r[0])).Where(v => v is not null).ToList();
        return numbers.Count >= Long && numbers.Count >= total - 1 && numbers[0] == 1 && !numbers.Select((n, at) => n == at + 1).All(right => right);
    }

    private static IEnumerable<ReportFinding> Rows(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        if (rows.Count < 3 || rows[0].ToList().FindIndex(c => RowTotalWord().IsMatch(c.Text)) is not (var column and > 1))
        {
            yield break;
        }

        var checkedRows = rows.Skip(1).Where(r => r.Count == rows[0].Count && TableGrids.Value(r[column]) is not null).Select(r =>
        {
            var parts = r.Where((c, i) => i != column && i > 0).Select(TableGrids.Value).ToList();
            return (Row: r, Parts: parts.Where(p => p is not null).Select(p => p!.Value).ToList());
        }).Where(r => r.Parts.Count >= 2).ToList();
        var right = checkedRows.Count(r => r.Parts.Sum() == TableGrids.Value(r.Row[column]));
        if (right * 2 <= checkedRows.Count)
        {
            yield break;
        }

        foreach (var (row, parts) in checkedRows.Where(r => r.Parts.Sum() != TableGrids.Value(r.Row[column])))
        {
            yield return Mismatch(new TextSpan(row[0].Span.Start, row[^1].Span.End), parts.Sum(), TableGrids.Value(row[column])!.Value, string.Join(" + ", parts.Select(Notice.Say)));
        }
    }

    private static ReportFinding Mismatch(TextSpan span, decimal expected, decimal found, string parts) => Notice.Of(
        ReportCodes.SumMismatch, Severity.Error, span, "table", ("expected", Notice.Say(expected)), ("found", Notice.Say(found)), ("parts", parts));

    [GeneratedRegex(@"^(?:合\s*计|总\s*计|总\s*数|共\s*计|小\s*计|全年|全学年|学年合计|总量)\s*(?:\(.{0,6}\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RowTotalWord();

    // 平均, 完成率, 单价: what such a column gives of the whole is no sum. Shares are added up.
    [GeneratedRegex(@"平均|[人场日月校站件篇条]均|率|单价|幅|均分|得分|倍", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotAdded();

    [GeneratedRegex(@"其中|小计", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Inner();
}
