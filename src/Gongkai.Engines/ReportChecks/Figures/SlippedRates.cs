using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a rate that no two numbers near it give, while two of them give it but for one slip of the hand: 87名代表投票，满意票80张，占90.2%, where it is 92.0%.
/// Worth a look, never an error.</summary>
internal static partial class SlippedRates
{
    private const int Window = 8;
    private const int Words = 14;

    /// <summary>The rate and what it would be, by the figures of its sentence and of those before it in the paragraph.</summary>
    public static (Figure Whole, decimal Real)? Read(string folded, IReadOnlyList<Figure> window, Figure percent)
    {
        var before = window.Where(f => !Units.IsRate(f.Unit) && f.Value > 0).TakeLast(Window).ToList();
        if (before.Count < 2 || percent.Approximate)
        {
            return null;
        }

        var words = folded[Math.Max(0, percent.Span.Start - Words)..percent.Span.Start];
        if (Growth().IsMatch(words))
        {
            return OfGrowth(before, percent);
        }

        if (percent.Value is <= 0 or > Percent.Whole || !Share().IsMatch(words) || OfEstimate().IsMatch(words))
        {
            return null;
        }

        var rates = (from part in before from whole in before where part.Value < whole.Value select (part, whole, Real: part.Value / whole.Value * Percent.Whole)).ToList();
        if (rates.Exists(r => Rounding.Fits(percent.Value, r.Real) || Rounding.Fits(percent.Value, Percent.Whole - r.Real) || Rounding.Fits(percent.Value, (r.whole.Value / r.part.Value * Percent.Whole) - Percent.Whole)))
        {
            return null;
        }

        // The number just before the rate is most likely its part.
        var (near, nearest) = (before[^2], before[^1]);
        var stem = Stem().Match(words).Groups["stem"].Value;
        foreach (var (part, whole, real) in rates.Where(r => r.part == nearest || (r.whole == nearest && r.part == near) || IsNamed(r.part, stem)).Reverse())
        {
            var rounded = Rounded(real, percent.Value);
            if (Slip.IsSwap(percent.Value, rounded) || (Units.Same(part.Unit, whole.Unit) && (whole == near || IsNamed(part, stem)) && Slip.IsOneDigit(percent.Value, rounded)))
            {
                return (whole, rounded);
            }
        }

        return null;
    }

    // 11.9万人，上年9.7万人，增长22.7%: of the last numbers one is now, one then, one perhaps the difference.
    private static (Figure Whole, decimal Real)? OfGrowth(List<Figure> before, Figure percent)
    {
        var last = before.TakeLast(3).Where(f => f.Unit == before[^1].Unit).ToList();
        var ways = (from a in last from b in last where a != b select (Whole: b, Real: Math.Abs(a.Value - b.Value) / b.Value * Percent.Whole))
            .Concat(from a in last from b in last where a.Value < b.Value select (Whole: b, Real: a.Value / b.Value * Percent.Whole)).ToList();
        return ways.Exists(w => Rounding.Fits(percent.Value, w.Real)) || before.Exists(a => before.Exists(b => Rounding.Fits(percent.Value, Math.Abs(a.Value - b.Value) / b.Value * Percent.Whole))) ? null
            : ways.Select(w => (w.Whole, Real: Rounded(w.Real, percent.Value))).Where(w => Slip.IsSwap(percent.Value, w.Real)).Select(w => ((Figure, decimal)?)(w.Whole, w.Real)).FirstOrDefault();
    }

    // 好评71票 … 好评率: the rate says of what it is one.
    private static bool IsNamed(Figure part, string stem) => stem.Length > 0 && part.Label.Contains(stem, StringComparison.Ordinal);

    private static decimal Rounded(decimal real, decimal stated) => Math.Round(real, Rounding.Step(stated) switch { 1m => 0, 0.1m => 1, _ => 2 }, MidpointRounding.AwayFromZero);

    [GeneratedRegex(@"增长|增幅|降幅|下降|上升|增加|减少", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Growth();

    // What a price fell by is a share of the estimate, which need not be near.
    [GeneratedRegex(@"节约|节支|节资|下浮|增值|优惠", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfEstimate();

    [GeneratedRegex(@"(?<stem>[\u4e00-\u9fa5]{2})率", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stem();

    [GeneratedRegex(@"占|率|比例|比重|达到?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();
}
