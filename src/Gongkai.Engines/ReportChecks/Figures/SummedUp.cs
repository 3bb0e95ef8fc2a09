namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Tells that parts are not those of the number before them but of one that the sentence gives besides: 毕业生3318人，就业率88.4%，其中签约2104人、升学536人、灵活293人，合计2933人.</summary>
internal static class SummedUp
{
    private const decimal Near = 0.1m;

    /// <summary>Whether a total behind the parts, or the rate between, says better what they add up to.</summary>
    public static bool IsBetter(Reading reading, List<FigureLine> lines, PartList list)
    {
        var (total, sum) = (list.Total, list.List.PlainSum());
        if (total.Span.Start > list.Parts[0].Span.Start || total.Value <= 0 || FigureLine.At(lines, list.Parts[^1].Span.Start) is not { } line)
        {
            return false;
        }

        var off = Math.Abs(total.Value - sum);
        return Enumerable.Range(0, line.Count).Any(i => line.Figures[i].Span.Start > list.Parts[^1].Span.End && line.Figures[i].Unit == total.Unit && line.Figures[i].Value < total.Value && line.IsTotal(i) && Math.Abs(line.Figures[i].Value - sum) < off)
            || reading.FiguresFrom(total.Span.End).TakeWhile(f => f.Span.Start < list.Parts[0].Span.Start).Any(f => f.Unit == "%" && Math.Abs((sum / total.Value * Percent.Whole) - f.Value) < Math.Max(Near, Rounding.Step(f.Value)));
    }
}
