using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Rates in a row, each of the numbers that stand at its place in two rows before: 发放600份、400份，收回576份、372份，有效率分别为96%、93%.</summary>
internal static partial class ParallelRates
{
    private const decimal Whole = 100m;

    /// <summary>The rates of such a row, right ones and wrong ones.</summary>
    public static IEnumerable<ShareOfRow> Read(string folded, IReadOnlyList<Figure> sentence)
    {
        for (var i = 1; i + 1 < sentence.Count; i++)
        {
            var rates = RowFrom(folded, sentence, i).Where(f => f.Unit == "%").ToList();
            if (rates.Count < 2 || !Respectively().IsMatch(folded[sentence[i - 1].Span.End..sentence[i].Span.Start]))
            {
                continue;
            }

            var rows = Rows(folded, [.. sentence.Take(i)]).FindAll(r => r.Count == rates.Count);
            return rows is [.., var whole, var part] && whole[0].Unit == part[0].Unit ? Compare(rates, part, whole) : rates.Select(r => new ShareOfRow(r, null, false));
        }

        return [];
    }

    private static IEnumerable<ShareOfRow> Compare(List<Figure> rates, List<Figure> part, List<Figure> whole)
    {
        var reals = part.Zip(whole, (p, w) => w.Value == 0 ? 0 : p.Value / w.Value * Whole).ToList();
        var fits = rates.Zip(reals).Count(r => Rounding.Fits(r.First.Value, r.Second));
        return rates.Zip(reals, (rate, real) => new ShareOfRow(rate, Rounding.Fits(rate.Value, real) || fits * 2 < rates.Count ? null : real, false));
    }

    private static List<List<Figure>> Rows(string folded, List<Figure> figures)
    {
        var rows = new List<List<Figure>>();
        for (var at = 0; at < figures.Count; at += rows[^1].Count)
        {
            rows.Add(RowFrom(folded, figures, at));
        }

        return rows;
    }

    private static List<Figure> RowFrom(string folded, IReadOnlyList<Figure> figures, int at) =>
        [.. figures.Skip(at).TakeWhile((f, n) => n == 0 || (f.Unit == figures[at].Unit && Joint().IsMatch(folded[figures[at + n - 1].Span.End..f.Span.Start])))];

    [GeneratedRegex(@"^\s*[、，,和及与]\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?:率|度)(?:分别|依次|各)(?:为|是|达到?)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Respectively();
}
