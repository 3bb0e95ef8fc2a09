using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a rate of growth with the numbers of its paragraph, in whatever order they stand: 上学年为2000条，增加500条，增幅为24%. Worth a look only.</summary>
internal static partial class GrowthRates
{
    private const int Words = 16;
    private const int Window = 8;

    /// <summary>What the rate is of and what it would be; null when some number gives it with the earlier one, or none is said to be of an earlier time.</summary>
    public static (Figure Whole, decimal Real)? Read(string folded, IReadOnlyList<Figure> before, IReadOnlyList<Figure> sentence, Figure rate)
    {
        if (rate.Approximate || !IsGrowth(folded, rate))
        {
            return null;
        }

        // 由25项增至31项，同比增加24%: the two numbers are named.
        if (rate.Unit == "%" && sentence.Where(f => f.Span.Start < rate.Span.Start).TakeLast(2).ToList() is [var from, var became] && from.Unit == became.Unit && from.Unit.Length > 0 && Became().IsMatch(folded[from.Span.End..became.Span.Start]))
        {
            return null;
        }

        var isPoints = rate.Unit != "%";
        var near = before.TakeLast(Window).Concat(sentence).Distinct().Where(f => f != rate && f.Value > 0 && (isPoints ? f.Unit == "%" : !Units.IsRate(f.Unit))).ToList();
        if (isPoints && OfSeries(folded, sentence, rate) is var (first, risen))
        {
            return (first, risen);
        }

        if ((near.LastOrDefault(f => Earlier.IsThen(folded, f)) ?? (isPoints ? near.Find(f => FromTo().IsMatch(folded[Math.Max(0, f.Span.Start - 2)..f.Span.Start])) : null)) is not { Approximate: false } then
            || near.Exists(of => (isPoints || Earlier.IsThen(folded, of)) && near.Exists(f => f != of && f.Unit == of.Unit && Ways(folded, f, of, rate, isPoints, near).Any(real => Rounding.Fits(rate.Value, real)))))
        {
            return null;
        }

        return Real(folded, near, then, rate, isPoints) is { } stated ? (then, stated) : null;
    }

    // 2020年为88%，2021年为91%，2022年为93%，共上升5个百分点; 分别为80%、85%和90%: from one to another of a row.
    private static (Figure Whole, decimal Real)? OfSeries(string folded, IReadOnlyList<Figure> sentence, Figure rate)
    {
        var row = sentence.Where(f => f.Unit == "%" && f.Span.Start < rate.Span.Start).ToList();
        var isRow = row.Count > 2 && (row.TrueForAll(f => Earlier.IsThen(folded, f)) || row.Skip(1).Select((f, n) => folded[row[n].Span.End..f.Span.Start]).All(between => Joint().IsMatch(between)));
        return isRow && !row.Exists(a => row.Exists(b => Math.Abs(a.Value - b.Value) == rate.Value)) ? (row[0], Math.Abs(row[^1].Value - row[0].Value)) : null;
    }

    private static bool IsGrowth(string folded, Figure rate)
    {
        var words = folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start];
        return rate.Unit == "%" ? Growth().IsMatch(words) : rate.Unit.EndsWith("百分点", StringComparison.Ordinal) && Growth().IsMatch(words);
    }

    // What grew did so from the smaller number, what fell from the larger; a plain change is of either.
    private static IEnumerable<decimal> Ways(string folded, Figure now, Figure then, Figure rate, bool isPoints, List<Figure> near)
    {
        if (isPoints)
        {
            return [Math.Abs(now.Value - then.Value)];
        }

        var change = Math.Abs(now.Value - then.Value) / then.Value * Percent.Whole;
        var falls = FallingWords.AreIn(folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start]);
        List<decimal> ways = now.Value >= then.Value != falls || now.Value == then.Value ? [change] : [];
        // 增长到114%; 增长114% is another thing.
        if (Earlier.IsChange(folded, now) || (Reaches().IsMatch(folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start]) && !near.Exists(f => f.Unit == then.Unit && Earlier.IsChange(folded, f))))
        {
            ways.Add(now.Value / then.Value * Percent.Whole);
        }

        return ways;
    }

    private static decimal? Real(string folded, List<Figure> near, Figure then, Figure rate, bool isPoints)
    {

        var same = near.FindAll(f => f != then && f.Unit == then.Unit && !f.Approximate);
        if (!isPoints && same.Find(f => Earlier.IsChange(folded, f)) is { } by)
        {
            return by.Value / then.Value * Percent.Whole;
        }

        // Without a plain change it was most likely the number next to the earlier one that grew.
        return same.MinBy(f => Math.Abs(f.Span.Start - then.Span.Start)) is { } now && !Earlier.IsThen(folded, now) ? Math.Abs(now.Value - then.Value) / (isPoints ? Percent.Whole : then.Value) * Percent.Whole : null;
    }

    [GeneratedRegex(@"(?:[到至]|达到?|为)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reaches();

    [GeneratedRegex(@"^[^，,。;]{0,6}(?:[至到]|增为|减为|降为|升为)[^，,。;]{0,2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Became();

    [GeneratedRegex(@"^\s*[、，,和及与]\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"[由从]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"(?:增长|增加|上升|提高|提升|上涨|扩大|下降|减少|降低|下滑|缩减|[增降涨升减]幅)(?:率|幅度)?(?:了|约|为|达到?|是)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Growth();
}
