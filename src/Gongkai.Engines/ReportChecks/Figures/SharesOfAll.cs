using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a share of all that was made public that is right but for two digits in each other's place: 公开信息2400条 … 全年发布此类信息326条，占主动公开信息总量的16.3%, which is 13.6%. Worth a look only.</summary>
internal static partial class SharesOfAll
{
    private const decimal Least = 100;
    private const int Words = 24;

    /// <summary>All that was made public and the share of it; null when some number of the paragraph and some total give the rate.</summary>
    public static (Figure Whole, decimal Real)? Read(Reading reading, List<Figure> window, List<Figure> sentence, Figure rate)
    {
        if (rate.Approximate || rate.Value.Scale == 0 || !OfAll().IsMatch(reading.Folded.AsSpan(Math.Max(0, rate.Span.Start - Words), Math.Min(Words, rate.Span.Start))))
        {
            return null;
        }

        var wholes = reading.OfUnit("条").Where(f => f.Value >= Least).ToList();
        var parts = window.Concat(sentence).Where(f => f.Unit == "条" && f.Span.Start < rate.Span.Start && f.Value > 0).Distinct().ToList();
        return wholes.Exists(w => parts.Exists(p => p.Value <= w.Value && Rounding.Fits(rate, p.Value / w.Value * Percent.Whole))) ? null
            : (from whole in wholes
               from part in parts
               where part.Value < whole.Value && Public().IsMatch(whole.Label) && Slip.IsSwap(Math.Round(part.Value / whole.Value * Percent.Whole, rate.Value.Scale), rate.Value)
               select ((Figure, decimal)?)(whole, part.Value / whole.Value * Percent.Whole)).FirstOrDefault();
    }

    [GeneratedRegex(@"占[^，,。;%]{0,8}(?:公开信息|信息公开|信息)(?:总量|总数|总条数|的总量)的?(?:约)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"公开|信息", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Public();
}
