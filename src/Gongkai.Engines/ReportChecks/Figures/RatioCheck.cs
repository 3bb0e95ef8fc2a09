using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a ratio with the numbers it is of, whichever stands first: 录取1188人，复试录取比例为5:3; 生师比18:1; 男女比例为7:3. Any two numbers of its sentence that give it clear it. Worth a
/// look only.</summary>
internal sealed partial class RatioCheck : IReportCheck
{
    private const string Marks = ":∶";
    private const decimal Slack = 0.03m;
    private const decimal AboutPart = 0.08m;
    private const decimal Farthest = 2.5m;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var line in FigureLine.Of(reading))
        {
            var text = line.Sentence.Span.Of(reading.Folded);
            if (line.Count < 2 || text.AsSpan().IndexOfAny(Marks) < 0)
            {
                continue;
            }

            foreach (Match match in Ratio().Matches(text))
            {
                var at = line.Sentence.Span.Start + match.Groups["a"].Index;
                var told = decimal.Parse(match.Groups["a"].ValueSpan, CultureInfo.InvariantCulture) / Math.Max(0.01m, decimal.Parse(match.Groups["b"].ValueSpan, CultureInfo.InvariantCulture));
                if (told > 0 && Real(line, at, told, match.Groups["about"].Length > 0 ? AboutPart : Slack) is { } real)
                {
                    yield return Notice.Of(
                        ReportCodes.PercentMismatch, Severity.Warning, new TextSpan(at, line.Sentence.Span.Start + match.Index + match.Length), "",
                        ("expected", $"{Notice.Say(Math.Round(real, 2))}:1"), ("found", $"{match.Groups["a"].Value}:{match.Groups["b"].Value}"));
                }
            }
        }
    }

    // The two numbers just before it, else the two just behind it.
    private static decimal? Real(FigureLine line, int at, decimal told, decimal slack)
    {
        var counts = line.Figures.Where(f => f.Value > 0).ToList();
        var before = counts.FindAll(f => f.Span.End <= at).TakeLast(2).ToList();
        var pair = before.Count == 2 ? before : counts.FindAll(f => f.Span.Start > at).Take(2).ToList();
        if (pair.Count < 2 || !(Units.AreAlike(pair[0].Unit, pair[1].Unit) || counts.Count == 2) || pair.Exists(f => f.Approximate)
            || counts.Exists(a => counts.Exists(b => a != b && (Fits(a.Value / b.Value, told, slack) || Fits(b.Value / a.Value, told, slack)))))
        {
            return null;
        }

        var real = pair[0].Value / pair[1].Value;
        real = (real > 1) == (told > 1) ? real : 1 / real;
        return real <= told * Farthest && real * Farthest >= told ? real : null;
    }

    private static bool Fits(decimal real, decimal told, decimal slack) => Math.Abs(real - told) <= told * slack || Math.Abs(real - told) < (told == Math.Truncate(told) && told > 2 ? 0.5m : 0m);

    [GeneratedRegex(@"(?:之比|比例|比)(?<about>约|近|大约)?(?:为|是|达)?(?<about>约|近)?\s*(?<a>\d+(?:\.\d+)?)\s*[:∶]\s*(?<b>\d+(?:\.\d+)?)(?![\d:∶])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ratio();
}
