using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares what a price fell by with the estimate and the price, where the sentence gives both: 预算4600万元，成交4278万元，节约率7%. Worth a look only.</summary>
internal static partial class SavingRates
{
    private const int Words = 14;
    private const decimal Whole = 100m;

    /// <summary>The estimate and the rate it gives; null when the stated one is right or the sentence does not tell.</summary>
    public static (Figure Whole, decimal Real)? Read(string folded, IReadOnlyList<Figure> sentence, Figure rate)
    {
        var money = sentence.Where(f => f.Unit == "元" && f.Value > 0 && f.Span.Start < rate.Span.Start).ToList();
        // 上年468万元，下降25%: that is a change from year to year.
        if (sentence.Any(f => f.Unit == "元" && Earlier.IsThen(folded, f) && !Estimate().IsMatch(Around(folded, f))))
        {
            return null;
        }

        if (rate.Approximate || !Rate().IsMatch(folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start]) || money.FindLast(f => Estimate().IsMatch(Around(folded, f))) is not { Approximate: false } estimate)
        {
            return null;
        }

        var reals = money.Where(f => f != estimate && f.Value < estimate.Value).Select(f => (Figure: f, Real: (Saved().IsMatch(Before(folded, f)) ? f.Value : estimate.Value - f.Value) / estimate.Value * Whole)).ToList();
        return reals.Count == 0 || reals.Exists(r => r.Figure.Approximate || Rounding.Fits(rate.Value, r.Real)) ? null : (estimate, reals[^1].Real);
    }

    private static string Before(string folded, Figure figure)
    {
        var words = folded[Math.Max(0, figure.Span.Start - Words)..figure.Span.Start];
        return words[(words.LastIndexOfAny(['，', ',', ';', '。', '、', '(']) + 1)..];
    }

    private static string Around(string folded, Figure figure) => Before(folded, figure) + "#" + folded[figure.Span.End..Math.Min(folded.Length, figure.Span.End + 6)];

    [GeneratedRegex(@"(?:节约|节支|节省|节资|下浮|降低|优惠|下降|[降减]幅)(?:资金|经费)?(?:率|幅度|比例)?(?:约|为|达到?|是)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"预算|概算|估算|控制价|限价|标底|送审|计划(?:金额|价|投资)|拦标", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Estimate();

    [GeneratedRegex(@"节约|节支|节省|节资|核减|审减|低于|降低|减少", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Saved();
}
