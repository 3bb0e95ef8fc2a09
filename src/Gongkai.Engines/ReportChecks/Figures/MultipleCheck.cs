using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares how many times one number is another with the two numbers: 18.6万次，是上一学年（6.2万次）的3倍. Worth a look only.</summary>
internal sealed partial class MultipleCheck : IReportCheck
{
    private const int Near = 8;
    private const int Beside = 4;
    private const decimal AboutPart = 0.08m;
    private const decimal RoundedPart = 0.02m;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var line in FigureLine.Of(reading).Where(l => l.Count >= 2))
        {
            var text = line.Sentence.Span.Of(reading.Folded);
            foreach (Match match in Times().Matches(text))
            {
                var before = line.Figures.Where(f => f.Value > 0 && f.Span.End <= line.Sentence.Span.Start + match.Groups["n"].Index).ToList();
                if (Value(match.Groups["n"].Value) is { } told && before.Count >= 2 && IsNamed(before, line.Sentence.Span.Start + match.Index) && Real(before, told, match) is { } real)
                {
                    var at = line.Sentence.Span.Start + match.Groups["n"].Index;
                    yield return Notice.Of(
                        ReportCodes.PercentMismatch, Severity.Warning, new TextSpan(before[^2].Span.Start, at + match.Groups["n"].Length), "",
                        ("expected", Notice.Say(Math.Round(real, 1))), ("found", match.Groups["n"].Value));
                }
            }
        }
    }

    // 是上一学年（6.2万次）的3倍: what it is a multiple of stands in the same words, or just before, next to what it became; else it may stand anywhere.
    private static bool IsNamed(List<Figure> before, int start) =>
        before[^1].Span.Start >= start || (before[^1].Unit == before[^2].Unit && start - before[^1].Span.End <= Near && before[^1].Span.Start - before[^2].Span.End <= Beside);

    // Any two of the numbers that give it clear it.
    private static decimal? Real(List<Figure> before, decimal told, Match match)
    {
        var slack = match.Groups["about"].Length > 0 ? AboutPart : RoundedPart;
        return before.Exists(f => f.Approximate) || before.Exists(a => before.Exists(b => a != b && Math.Abs((a.Value / b.Value) - told) <= Math.Max(told * slack, Rounding.Step(told) / 2))) ? null
            : Math.Max(before[^2].Value, before[^1].Value) / Math.Min(before[^2].Value, before[^1].Value);
    }

    private static decimal? Value(string words) =>
        decimal.TryParse(words, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : ChineseNumber.Parse(words);

    [GeneratedRegex(@"(?:[是为达]|相当于)[^。;，,]{0,24}的(?<about>约|近)?(?<n>\d+(?:\.\d+)?|[二两三四五六七八九十]{1,2})倍(?<about>多|左右|以上)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Times();
}
