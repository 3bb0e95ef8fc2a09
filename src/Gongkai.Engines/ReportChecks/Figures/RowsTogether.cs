using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares what the text gives for several rows of a table together with the sum of their cells: 微信公众号、微博两类共发布1366条, where the rows say 1028 and 348. Worth a look only.</summary>
internal static partial class RowsTogether
{
    private const int LongestTable = 20;
    private const int ShortestName = 2;
    private const decimal Farthest = 1.5m;

    private static readonly char[] Joints = ['、', '和', '与', '及'];

    /// <summary>Every number that differs from the sum of the rows it names.</summary>
    public static IEnumerable<(Figure Told, decimal Sum, IReadOnlyList<decimal> Parts)> Sums(Reading reading, List<FigureLine> lines)
    {
        var tables = TableGrids.Of(reading).Where(g => g.Count is > 2 and <= LongestTable).ToList();
        if (tables.Count == 0)
        {
            yield break;
        }

        foreach (var line in lines)
        {
            for (var i = 0; i < line.Count; i++)
            {
                if (!line.Figures[i].Approximate && line.Clause(i).AsSpan().IndexOfAny(Joints) > 0 && Together().IsMatch(line.Clause(i)) && !Otherwise().IsMatch(line.Clause(i))
                    && tables.Select(t => Sum(t, line.Clause(i), line.Figures[i].Value)).FirstOrDefault(s => s is not null) is { } parts)
                {
                    yield return (line.Figures[i], parts.Sum(), parts);
                }
            }
        }
    }

    // The cells of the rows that are named, in the column that comes nearest; null when some column gives the number.
    private static List<decimal>? Sum(IReadOnlyList<IReadOnlyList<ReportCell>> rows, string clause, decimal told)
    {
        var names = clause.Split(Joints, StringSplitOptions.TrimEntries);
        var named = names.Select((name, at) => rows.Skip(1).FirstOrDefault(r => r[0].Text.Length >= ShortestName && !TableGrids.IsTotal(r) && IsNamed(name, r[0].Text, at == 0, at == names.Length - 1))).ToList();
        if (named.Count < 2 || named.Exists(r => r is null) || named.Distinct().Count() < named.Count)
        {
            return null;
        }

        var sums = Enumerable.Range(1, rows[0].Count - 1).Select(column => named.ConvertAll(r => column < r!.Count ? TableGrids.Value(r[column]) : null))
            .Where(cells => cells.TrueForAll(c => c > 0)).Select(cells => cells.ConvertAll(c => c!.Value)).ToList();
        return sums.Exists(s => s.Sum() == told) ? null : sums.Where(s => IsNear(s.Sum(), told) || Slip.IsSwap(s.Sum(), told)).MinBy(s => Math.Abs(s.Sum() - told));
    }

    // Something may stand before the first name, and what they do together behind the last.
    private static bool IsNamed(string words, string row, bool isFirst, bool isLast) =>
        isLast ? words.StartsWith(row, StringComparison.Ordinal) : isFirst ? words.EndsWith(row, StringComparison.Ordinal) : words == row;

    private static bool IsNear(decimal a, decimal b) => a > 0 && b > 0 && Math.Max(a, b) / Math.Min(a, b) <= Farthest;

    [GeneratedRegex(@"(?<!公)共(?!享|建|青|同|产|济)|合计|总计|累计|合起来|相加", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Together();

    [GeneratedRegex(@"上一?学?年|去年|同期|新增|增加|减少|较|比|平均|每|各发|分别", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
