using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Looks once more at rates that do not fit. What other figures beside them make certain is right; what they explain, or what is so far from
/// what was expected that hardly the right figures were compared, is worth a look only.</summary>
internal static class DoubtfulRates
{
    private const decimal MostPoints = 25;
    private const decimal MostTimes = 2.2m;

    // Of many figures two explain any rate by chance.
    private const int MostBefore = 6;

    /// <summary>The finding, as a warning where it is doubtful; null where the rate is right after all.</summary>
    /// <param name="finding">A rate that does not fit.</param>
    /// <param name="sentence">The figures of its sentence.</param>
    /// <param name="before">The figures before it in the paragraph.</param>
    public static ReportFinding? Weigh(ReportFinding finding, List<Figure> sentence, List<Figure> before)
    {
        if (sentence.Find(f => f.Span.End == finding.Span.End && f.Unit == "%") is not { } rate)
        {
            return finding;
        }

        var counts = sentence.FindAll(f => !Units.IsRate(f.Unit) && f.Value > 0 && f.Span.End < rate.Span.Start);
        if (IsOfAll(sentence, counts, rate) || IsGrowth(counts, rate.Value))
        {
            return null;
        }

        return finding.Severity == Severity.Error && (IsFar(finding) || (finding.Expected != "100%" && IsExplained(rate.Value, [.. before.TakeLast(MostBefore), .. sentence], finding.Span)))
            ? finding with { Severity = Severity.Warning }
            : finding;
    }

    // 3% told as 30% is a slip of the decimal point.
    private static bool IsFar(ReportFinding finding) =>
        Number(finding.Expected) is { } real && Number(finding.Found) is { } stated && (Math.Abs(real - stated) > MostPoints || real > stated * MostTimes || stated > real * MostTimes)
        && !IsTenfold(real, stated) && !IsTenfold(stated, real);

    private static bool IsTenfold(decimal one, decimal other) => other > 0 && one / other is > 9 and < 11;

    private static decimal? Number(string? rate) => decimal.TryParse(rate?.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    // 毕业生300人、200人，就业285人、194人，就业率依次为95%、97%，总体就业率95.8%: a rate of all behind those of each.
    private static bool IsOfAll(List<Figure> sentence, List<Figure> counts, Figure rate)
    {
        var each = sentence.Take(sentence.IndexOf(rate)).Reverse().TakeWhile(f => f.Unit == "%").Count();
        if (each < 2 || counts.Count < each * 2)
        {
            return false;
        }

        var (whole, part) = (counts.GetRange(counts.Count - (each * 2), each), counts.GetRange(counts.Count - each, each));
        return Rounding.Fits(rate.Value, part.Sum(f => f.Value) / whole.Sum(f => f.Value) * Percent.Whole);
    }

    // 三年分别为1105条、1338条、1562条，累计4005条，比上年多224条，增长16.7%: two of them differ by what it grew.
    private static bool IsGrowth(List<Figure> counts, decimal rate) =>
        counts.Count > 3 && counts[^1] is var by && Enumerable.Range(0, counts.Count - 2).Any(i => counts[i].Unit == by.Unit && counts[i + 1].Unit == by.Unit
            && counts[i + 1].Value - counts[i].Value == by.Value && Rounding.Fits(rate, by.Value / counts[i].Value * Percent.Whole));

    // By figures that were not compared: dividing those by the wrong one is what people do.
    private static bool IsExplained(decimal rate, List<Figure> figures, TextSpan compared)
    {
        var counts = figures.FindAll(f => !Units.IsRate(f.Unit) && f.Value > 0);
        return counts.Exists(whole => counts.Exists(part => part != whole && part.Unit == whole.Unit && !(compared.Contains(part.Span) && compared.Contains(whole.Span))
            && (Rounding.Fits(rate, part.Value / whole.Value * Percent.Whole) || Rounding.Fits(rate, Math.Abs(part.Value - whole.Value) / whole.Value * Percent.Whole))));
    }
}
