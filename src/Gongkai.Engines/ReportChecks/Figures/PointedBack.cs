using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a number that points back to one told before and misses it by a slip of the hand: 共63人……上述36人均参加; 正文86条……96条中需要细则的; and a number of the text that a table gives with
/// two digits changed or a nought lost. A number that is told anywhere else as it stands is right. Worth a look only.</summary>
internal static partial class PointedBack
{
    private const int Most = 400;
    private const decimal Least = 10;
    private const decimal LeastInTable = 1000;
    private const decimal Ten = 10;
    private const decimal LeastDigits = 100;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Read(Reading reading, List<FigureLine> lines)
    {
        var told = lines.SelectMany((line, at) => Enumerable.Range(0, line.Count).Select(i => (Figure: line.Figures[i], Line: at, Points: Points(line, i)))).Where(t => t.Figure.Value >= Least).Take(Most).ToList();
        var cells = TableGrids.Of(reading).SelectMany(g => g.SelectMany(r => r.Select((c, at) => (Cell: c, Value: TableGrids.Value(c), Head: at < g[0].Count ? g[0][at].Text : "")))).Where(c => c.Value >= Least).Take(Most).ToList();
        var inTables = cells.Select(c => c.Value!.Value).ToHashSet();
        foreach (var back in told.Where(t => t.Points && !inTables.Contains(t.Figure.Value)))
        {
            var before = told.FindAll(t => t.Line < back.Line && Units.AreAlike(t.Figure.Unit, back.Figure.Unit));
            if (!told.Exists(t => t.Line != back.Line && t.Figure.Value == back.Figure.Value) && !IsSum(before, back.Figure) && before.FindAll(t => Slip.IsSlip(t.Figure.Value, back.Figure.Value)).Select(t => t.Figure).DistinctBy(f => f.Value).ToList() is [var only])
            {
                yield return (back.Figure.Label, only, back.Figure);
            }
        }

        var values = told.Select(t => t.Figure.Value).ToHashSet();
        foreach (var (cell, value, head) in cells.Where(c => c.Value >= LeastInTable && !values.Contains(c.Value!.Value)))
        {
            var other = told.Find(t => (!InUnits().IsMatch(head) || head.Contains(t.Figure.Unit, StringComparison.Ordinal)) && !inTables.Contains(t.Figure.Value) && !t.Figure.Approximate && (Slip.IsSwap(t.Figure.Value, value!.Value) || IsTenfold(t.Figure.Value, value.Value)));
            if (other.Figure is not null)
            {
                yield return (other.Figure.Label, other.Figure, other.Figure with { Value = value!.Value, Span = cell.Span });
            }
        }
    }

    // 上述36人; 96条中……: all of what was told.
    private static bool Points(FigureLine line, int i) =>
        !line.Figures[i].Approximate && (Above().IsMatch(line.Clause(i)) || (line.Clause(i).Trim().Length == 0 && Of().IsMatch(line.Behind(i))));

    private static bool IsSum(List<(Figure Figure, int Line, bool Points)> before, Figure back) =>
        before.Zip(before.Skip(1)).Any(p => p.First.Figure.Value + p.Second.Figure.Value == back.Value || p.First.Figure.Value - p.Second.Figure.Value == back.Value);

    // 13568000 and 1356800.
    private static bool IsTenfold(decimal a, decimal b) => (a == b * Ten || b == a * Ten) && Math.Min(a, b) >= LeastInTable && Digits(Math.Min(a, b)) >= LeastDigits;

    private static decimal Digits(decimal value)
    {
        while (value % Ten == 0)
        {
            value /= Ten;
        }

        return value;
    }

    // 公示收费项目（项): what the column counts in.
    [GeneratedRegex(@"\([\u4e00-\u9fa5]{1,3}\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InUnits();

    [GeneratedRegex(@"(?:上述|以上|前述|所列|这)[\u4e00-\u9fa5]{0,2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Above();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,6}(?:中|里|均|都|全部)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Of();
}
