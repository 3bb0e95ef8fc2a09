using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a share whose whole stands in its own words with the number before them, or with several of those added up: 异议3条，占公示人数150人的2%; 前两档合计占全部800票的85%.</summary>
internal static partial class NamedWholes
{
    private const int MostAdded = 6;

    /// <summary>A finding for the rate at a place; null when some numbers before give it.</summary>
    public static ReportFinding? Check(string text, List<Figure> figures, int i)
    {
        var (whole, rate) = (figures[i - 1], figures[i]);
        var lead = text[figures[i - 2].Span.End..whole.Span.Start];
        if (whole.Approximate || whole.Value <= 0 || rate.Value > Percent.Whole)
        {
            return null;
        }

        var parts = figures.Take(i - 1).Where(f => !Units.IsRate(f.Unit) && f.Value <= whole.Value).ToList();
        var sums = Enumerable.Range(0, parts.Count).SelectMany(from => Enumerable.Range(1, Math.Min(MostAdded, parts.Count - from)).Select(n => parts.Skip(from).Take(n).Sum(f => f.Value))).ToList();
        if (parts.Count == 0 || parts.Exists(f => f.Approximate) || sums.Exists(s => Rounding.Fits(rate, s / whole.Value * Percent.Whole)))
        {
            return null;
        }

        var isSum = Summed().Match(lead) is { Success: true };
        var part = Summed().Match(lead) is { Success: true } first && ChineseNumber.ParseAny(first.Groups["n"].ValueSpan) is { } count && count <= parts.Count ? parts.Take(count).Sum(f => f.Value) : parts[^1].Value;
        return Percent.Mismatch(rate, whole, Percent.Say(part / whole.Value * Percent.Whole, rate.Value), severity: isSum || parts[^1].Unit != whole.Unit ? Severity.Warning : Severity.Error);
    }

    [GeneratedRegex(@"前(?<n>[两二三四五])[档项类者种]|合计|两者|二者|三者|两项|三项|共占|一共|之和", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Summed();
}
