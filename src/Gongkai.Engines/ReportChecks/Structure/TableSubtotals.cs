using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Adds up tables of two levels: groups of rows that each end in 小计 and all of them in 合计; and tables whose total stands above the rows it is of. A column is looked at when some of its
/// other sums are right, or others of the same row.</summary>
internal static partial class TableSubtotals
{
    private const int FewestRows = 3;

    /// <summary>Every sum that its numbers do not make up.</summary>
    public static IEnumerable<(TextSpan Span, decimal Expected, decimal Found, IReadOnlyList<decimal> Parts)> Wrong(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        var sums = Grouped(rows).Concat(TotalFirst(rows)).ToList();
        foreach (var (row, parts) in sums)
        {
            for (var column = 1; column < row.Count; column++)
            {
                if (TableGrids.Value(row[column]) is { } stated && Column(parts, column, row.Count) is { } values && values.Sum() != stated && IsSummed(sums, column, row))
                {
                    yield return (row[column].Span, values.Sum(), stated, values);
                }
            }
        }
    }

    // Another sum of the column, or of the row, is right: then this one was meant to be.
    private static bool IsSummed(List<(IReadOnlyList<ReportCell> Row, List<IReadOnlyList<ReportCell>> Parts)> sums, int column, IReadOnlyList<ReportCell> row) =>
        sums.Any(s => s.Row != row && IsRight(s, column)) || Enumerable.Range(1, row.Count - 1).Any(c => c != column && IsRight(sums.Find(s => s.Row == row), c));

    private static bool IsRight((IReadOnlyList<ReportCell> Row, List<IReadOnlyList<ReportCell>> Parts) sum, int column) =>
        column < sum.Row.Count && TableGrids.Value(sum.Row[column]) is > 0 and var stated && Column(sum.Parts, column, sum.Row.Count)?.Sum() == stated;

    private static List<decimal>? Column(List<IReadOnlyList<ReportCell>> parts, int column, int width)
    {
        var values = parts.ConvertAll(r => r.Count == width ? TableGrids.Value(r[column]) : null);
        return values.Count > 1 && values.TrueForAll(v => v is not null) ? values.ConvertAll(v => v!.Value) : null;
    }

    private static IEnumerable<(IReadOnlyList<ReportCell> Row, List<IReadOnlyList<ReportCell>> Parts)> Grouped(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        var (group, subtotals) = (new List<IReadOnlyList<ReportCell>>(), new List<IReadOnlyList<ReportCell>>());
        foreach (var row in rows.Skip(1).Where(r => r.Count > 1))
        {
            if (row.Take(2).Any(c => Subtotal().IsMatch(c.Text)))
            {
                subtotals.Add(row);
                yield return (row, group);
                group = [];
            }
            else if (TableGrids.IsTotal(row) && subtotals.Count > 1 && group.Count == 0)
            {
                yield return (row, subtotals);
            }
            else
            {
                group.Add(row);
            }
        }
    }

    // 合计 right below the head.
    private static IEnumerable<(IReadOnlyList<ReportCell> Row, List<IReadOnlyList<ReportCell>> Parts)> TotalFirst(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        if (rows.Count > FewestRows && TableGrids.IsTotal(rows[1]) && !rows.Skip(2).Any(r => TableGrids.IsTotal(r) || r.Any(c => Inner().IsMatch(c.Text))))
        {
            yield return (rows[1], [.. rows.Skip(2)]);
        }
    }

    [GeneratedRegex(@"小\s*计$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Subtotal();

    [GeneratedRegex(@"其中|小\s*计", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Inner();
}
