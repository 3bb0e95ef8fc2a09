using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a share that takes together as many as it names with the shares told just before it: 占19.8%；占16.4%；占14.7%；上述三类合计占51.9%. Worth a look only.</summary>
internal static partial class SharesTogether
{
    private const int Words = 24;
    private const int Lead = 12;

    // Each of the shares is rounded, and so is what they come to.
    private const decimal Slack = 0.5m;

    /// <summary>The first of the shares and what they come to; null when they do, or when another number of shares was told.</summary>
    public static (Figure Whole, decimal Real)? Read(string folded, List<Figure> window, List<Figure> sentence, Figure rate)
    {
        var words = folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start];
        if (rate.Approximate || Together().Match(words) is not { Success: true } together || ChineseNumber.ParseAny(together.Groups["n"].ValueSpan) is not { } count)
        {
            return null;
        }

        var shares = window.Concat(sentence).Distinct().Where(f => f.Unit == "%" && f.Span.Start < rate.Span.Start).ToList();
        if (shares.Count != count || shares.Exists(s => s.Approximate || !folded[Math.Max(0, s.Span.Start - Lead)..s.Span.Start].Contains('占', StringComparison.Ordinal)))
        {
            return null;
        }

        var sum = shares.Sum(s => s.Value);
        return Math.Abs(sum - rate.Value) <= Rounding.Step(rate.Value) * (shares.Count + 1) * Slack ? null : (shares[0], sum);
    }

    [GeneratedRegex(@"(?:上述|以上|前述|这|前)?(?<n>[二两三四五六七八])(?:类|项|者|种|部分|方面|个?渠道|个?平台)[^，,;。]{0,4}(?:合计|总计|共计|合起来|加起来|之和|共)[^，,;。]{0,4}占[^，,;。%]{0,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Together();
}
