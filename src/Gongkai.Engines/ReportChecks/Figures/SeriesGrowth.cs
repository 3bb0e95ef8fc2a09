using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Rates of growth in a row, each of two numbers that follow each other in a row before: 分别为1500条、1800条、2070条，后两年增速依次为20%和15%; and the rise in points over such a row.
/// Worth a look only.</summary>
internal static partial class SeriesGrowth
{
    private const int FewestNumbers = 3;

    public static IEnumerable<ShareOfRow> Read(string folded, IReadOnlyList<Figure> sentence)
    {
        for (var i = FewestNumbers; i + 1 < sentence.Count; i++)
        {
            var rates = sentence.Skip(i).TakeWhile((f, n) => f.Unit == "%" && (n == 0 || Joint().IsMatch(folded[sentence[i + n - 1].Span.End..f.Span.Start]))).ToList();
            var numbers = sentence.Take(i).Where(f => f.Unit == sentence[i - 1].Unit && f.Value > 0).ToList();
            if (rates.Count < 2 || numbers.Count != rates.Count + 1 || numbers.Exists(f => f.Approximate) || !Rates().IsMatch(folded[sentence[i - 1].Span.End..rates[0].Span.Start]))
            {
                continue;
            }

            return rates.Select((rate, n) => (Rate: rate, Real: Math.Abs(numbers[n + 1].Value - numbers[n].Value) / numbers[n].Value * Percent.Whole))
                .Select(r => new ShareOfRow(r.Rate, Rounding.Fits(r.Rate.Value, r.Real) ? null : r.Real, false));
        }

        return [];
    }

    [GeneratedRegex(@"^\s*[、，,和及与]\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?:增速|增幅|增长率?|涨幅|增加|提高|降幅|下降)(?:依次|分别|各)(?:为|是|达到?)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rates();
}
