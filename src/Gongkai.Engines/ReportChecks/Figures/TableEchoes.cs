using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a cell of a table with the number that the text gives for the same row: 省级媒体报道402次 and, in the row of 省级 under 报道次数, 420; and the total of a table with the number of the
/// sentence above it: 更新近600条 and 合计635. Worth a look only.</summary>
internal static partial class TableEchoes
{
    private const int LongestTable = 20;
    private const int FewestRows = 3;
    private const int ShortestName = 2;
    private const decimal Farthest = 1.5m;

    /// <summary>Every pair that differs, in the order of the tables.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines)
    {
        foreach (var rows in TableGrids.Of(reading).Where(g => g.Count is > 1 and <= LongestTable))
        {
            foreach (var pair in Rows(lines, rows).Concat(Totals(reading, lines, rows)))
            {
                yield return pair;
            }
        }
    }

    private static IEnumerable<(string Name, Figure First, Figure Second)> Rows(List<FigureLine> lines, IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        foreach (var row in rows.Skip(1).Where(r => r[0].Text.Length >= ShortestName && !TableGrids.IsTotal(r) && r[0].Text.All(Folding.IsHan)))
        {
            var named = lines.SelectMany(l => Enumerable.Range(0, l.Count).Where(i => IsNamed(l, i, row[0].Text)).Select(i => (Line: l, Figure: l.Figures[i]))).ToList();
            for (var column = 1; column < row.Count && column < rows[0].Count; column++)
            {
                if (Cell(row[column], rows[0][column]) is not { } cell)
                {
                    continue;
                }

                var same = named.FindAll(f => Counts(rows[0][column].Text, f.Figure.Unit));
                if (same is [var (line, figure)] && !Told.Of(line, figure).Agrees(cell.Value) && (IsNear(figure.Value, cell.Value) || Slip.IsSwap(figure.Value, cell.Value)) && !row.Skip(1).Any(c => TableGrids.Value(c) == figure.Value))
                {
                    yield return Pair.InOrder(row[0].Text, figure, cell with { Unit = figure.Unit });
                }
            }
        }
    }

    // The number right before the table, when it is the only one of its kind there.
    private static IEnumerable<(string Name, Figure First, Figure Second)> Totals(Reading reading, List<FigureLine> lines, IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        if (rows.LastOrDefault(r => r.Count > 1 && TableGrids.IsTotal(r)) is not { } total || reading.Blocks.FindLastIndex(b => b.Span.Start < rows[0][0].Span.Start) is not (var above and >= 0))
        {
            yield break;
        }

        var near = lines.FindAll(l => l.Sentence.Block >= above - 1 && l.Sentence.Block <= above);
        for (var column = 1; column < total.Count && column < rows[0].Count; column++)
        {
            if (Cell(total[column], rows[0][column]) is not { } cell)
            {
                continue;
            }

            var head = Phrase.Of(rows[0][column].Text).Pairs;
            var same = near.SelectMany(l => Enumerable.Range(0, l.Count).Where(i => Counts(rows[0][column].Text, l.Figures[i].Unit) && head.Overlaps(Phrase.Of(l.Clause(i)).Pairs)).Select(i => (Line: l, Figure: l.Figures[i]))).ToList();
            if (same is [var (line, figure)] && !Told.Of(line, figure).Agrees(cell.Value) && IsNear(figure.Value, cell.Value) && !rows.Any(r => column < r.Count && TableGrids.Value(r[column]) == figure.Value) && !total.Any(c => TableGrids.Value(c) == figure.Value))
            {
                yield return Pair.InOrder(rows[0][column].Text, figure, cell with { Unit = figure.Unit });
            }
        }
    }

    /// <summary>The sums of columns that have no total of their own, where the sentence above the table gives one that differs by one slip of the hand.</summary>
    public static IEnumerable<(Figure Told, decimal Sum, IReadOnlyList<decimal> Parts)> Sums(Reading reading, List<FigureLine> lines)
    {
        foreach (var rows in TableGrids.Of(reading).Where(g => g.Count is > FewestRows and <= LongestTable && !g.Any(r => TableGrids.IsTotal(r))))
        {
            var above = reading.Blocks.FindLastIndex(b => b.Span.Start < rows[0][0].Span.Start);
            var near = lines.FindAll(l => l.Sentence.Block >= above - 1 && l.Sentence.Block <= above).SelectMany(l => l.Figures).ToList();
            for (var column = 1; column < rows[0].Count; column++)
            {
                var cells = rows.Skip(1).Select(r => column < r.Count ? Cell(r[column], rows[0][column])?.Value : null).ToList();
                if (cells.TrueForAll(c => c is not null) && near.FindAll(f => Counts(rows[0][column].Text, f.Unit)) is [{ Approximate: false } told])
                {
                    var parts = cells.ConvertAll(c => c!.Value);
                    var tooMuch = parts.Sum() - told.Value;
                    if (tooMuch != 0 && (Slip.IsSlip(told.Value, parts.Sum()) || parts.Exists(p => p > tooMuch && Slip.IsSlip(p, p - tooMuch))))
                    {
                        yield return (told, parts.Sum(), parts);
                    }
                }
            }
        }
    }

    private static bool IsNamed(FigureLine line, int i, string name) =>
        line.Clause(i).Contains(name, StringComparison.Ordinal) && !Otherwise().IsMatch(line.Clause(i)) && line.Clause(i).LastIndexOf('、') < line.Clause(i).IndexOf(name, StringComparison.Ordinal) + name.Length;

    private static bool IsNear(decimal a, decimal b) => a > 0 && b > 0 && Math.Max(a, b) / Math.Min(a, b) <= Farthest;

    // What a column counts: 报道次数, 关注人数, 金额（万元）.
    private static bool Counts(string head, string unit) => unit.Length > 0 && (head.Contains(unit, StringComparison.Ordinal) || (unit is "人" or "名" && head.Contains("人数", StringComparison.Ordinal)));

    private static Figure? Cell(ReportCell cell, ReportCell head) =>
        TableGrids.Value(cell) is { } value && value > 0 ? new Figure(head.Text, value * Scale(head.Text), "", false, null, cell.Span) : null;

    private static decimal Scale(string head) => head.Contains("亿元", StringComparison.Ordinal) ? 100_000_000m : TenThousand().IsMatch(head) ? 10_000m : 1m;

    [GeneratedRegex(@"万(?:元|人|次|字)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TenThousand();

    [GeneratedRegex(@"上一?学?年|去年|同期|其中|新增|增加|减少|较|比|平均|每|第", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
