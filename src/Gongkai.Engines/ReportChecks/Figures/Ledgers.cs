using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares what the text says of a table that lists cases one a row with its rows: 最长14个工作日 with the greatest number below 用时, 予以公开5件 with how many rows say so. Worth a look only.</summary>
internal static partial class Ledgers
{
    private const int FewestRows = 3;
    private const int LongestTable = 60;
    private const int LongestValue = 12;
    private const int ShortestValue = 2;

    /// <summary>Every pair that differs, in the order of the tables.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines)
    {
        foreach (var rows in TableGrids.Of(reading).Where(g => g.Count is > FewestRows and <= LongestTable && !g.Any(r => TableGrids.IsTotal(r))))
        {
            for (var column = 1; column < rows[0].Count; column++)
            {
                var cells = rows.Skip(1).Where(r => column < r.Count).Select(r => r[column]).ToList();
                foreach (var pair in Days().IsMatch(rows[0][column].Text) ? OfDays(reading, cells) : Cases().IsMatch(rows[0][column].Text) ? OfCases(lines, cells) : [])
                {
                    yield return pair;
                }
            }
        }
    }

    private static IEnumerable<(string, Figure, Figure)> OfDays(Reading reading, List<ReportCell> cells)
    {
        var values = cells.Select(TableGrids.Value).ToList();
        if (!values.TrueForAll(v => v is > 0))
        {
            yield break;
        }

        foreach (Match match in Extreme().Matches(reading.Folded))
        {
            var (told, longest) = (decimal.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["w"].Value is "长");
            var real = (longest ? values.Max() : values.Min())!.Value;
            var cell = cells[values.IndexOf(real)];
            if (told != real && reading.SentenceAt(match.Index).Length > 0)
            {
                yield return Pair.InOrder($"最{match.Groups["w"].Value}", new Figure(match.Value, told, "个工作日", false, null, new TextSpan(match.Groups["n"].Index, match.Index + match.Length)), new Figure(cell.Text, real, "个工作日", false, null, cell.Span));
            }
        }
    }

    // What several rows say is counted; where the text agrees with the count of one value, it speaks of these rows.
    private static IEnumerable<(string, Figure, Figure)> OfCases(List<FigureLine> lines, List<ReportCell> cells)
    {
        var counts = cells.Where(c => c.Text.Length is >= ShortestValue and <= LongestValue && c.Text.All(Folding.IsHan)).GroupBy(c => c.Text).ToDictionary(g => g.Key, g => (Count: (decimal)g.Count(), g.First().Span), StringComparer.Ordinal);
        if (counts.Count < 2 || counts.Values.Sum(c => c.Count) != cells.Count)
        {
            yield break;
        }

        foreach (var line in lines)
        {
            var told = Enumerable.Range(0, line.Count).Where(i => line.Figures[i].Unit == "件" && !Otherwise().IsMatch(line.Clause(i)))
                .Select(i => (Figure: line.Figures[i], Value: ValueOf(counts, line.Gap(i)))).Where(t => t.Value is not null).ToList();
            if (told.Count < 2 || told.DistinctBy(t => t.Value).Count() != told.Count || told.Count(t => counts[t.Value!].Count == t.Figure.Value) * 2 < told.Count)
            {
                continue;
            }

            foreach (var (figure, value) in told.Where(t => counts[t.Value!].Count != t.Figure.Value))
            {
                yield return Pair.InOrder(value!, figure, new Figure(value!, counts[value!].Count, "件", false, null, counts[value!].Span));
            }
        }
    }

    // The value the words before the number end with: 其中予以公开.
    private static string? ValueOf(Dictionary<string, (decimal Count, TextSpan Span)> counts, string gap)
    {
        for (var length = Math.Min(gap.Length, LongestValue); length >= ShortestValue; length--)
        {
            if (counts.ContainsKey(gap[^length..]))
            {
                return gap[^length..];
            }
        }

        return null;
    }

    [GeneratedRegex(@"用时|耗时|时长|办理天数|办理时间", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Days();

    [GeneratedRegex(@"结果|方式|内容|类别|途径|类型|事项", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cases();

    [GeneratedRegex(@"最(?<w>[长短])(?:的)?(?:[一1]件)?(?:用时|为|是|的|不超过){0,2}\s*(?<n>\d{1,3})\s*个?(?:工作日|天)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Extreme();

    [GeneratedRegex(@"上一?学?年|去年|结转|不予公开的|其余|另", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
