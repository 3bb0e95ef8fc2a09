using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a rate of growth with the plain change beside it where the earlier number is not told: 3608条，比上学年增加263条，增长7.29% is 263 of 3608 and should be of 3345; 增加720条，增长7.8%, where a row of a
/// table below tells 8300, 9020 and 720. Worth a look only.</summary>
internal static class ChangeRates
{
    private const int Words = 16;
    private const int Farthest = 14;

    /// <summary>The earlier number and what the rate would be; null when something gives the rate, or the earlier number is told or cannot be reckoned.</summary>
    public static (Figure Whole, decimal Real)? Read(Reading reading, List<Figure> window, List<Figure> sentence, Figure rate)
    {
        var folded = reading.Folded;
        var words = folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start];
        if (rate.Approximate || !ReversedGrowth.IsGrowth(words[(words.LastIndexOfAny(['，', ',', ';', '。', '(', '\n']) + 1)..]) || sentence.LastOrDefault(f => f.Span.Start < rate.Span.Start) is not { Approximate: false, Value: > 0 } by
            || rate.Span.Start - by.Span.End > Farthest || !Earlier.IsChange(folded, by))
        {
            return null;
        }

        var falls = FallingWords.AreIn(folded[Math.Max(0, by.Span.Start - Words)..rate.Span.Start]);
        var near = window.Concat(sentence).Distinct().Where(f => f != by && f.Unit == by.Unit && f.Span.Start < by.Span.Start && f.Value > by.Value).ToList();
        bool Gives(decimal whole) => Rounding.Fits(rate.Value, by.Value / whole * Percent.Whole);
        if (near.Exists(f => f.Approximate || (Earlier.IsThen(folded, f) && !IsOfOwnYear(reading, f))))
        {
            return null;
        }

        var told = Told(reading, by.Value, falls).Distinct().ToList();
        if (told.Count == 1 && near.Count == 0)
        {
            return Gives(told[0]) ? null : (by with { Value = told[0] }, by.Value / told[0] * Percent.Whole);
        }

        var thens = near.ConvertAll(now => falls ? now.Value + by.Value : now.Value - by.Value).FindAll(then => then > 0);
        return rate.Value.Scale == 0 || thens.Exists(Gives) || told.Exists(Gives) || near.FindLast(now => Gives(now.Value)) is not { } wrong || (wrong.Value + (falls ? by.Value : -by.Value)) is not (> 0 and var whole) ? null
            : (wrong with { Value = whole }, by.Value / whole * Percent.Whole);
    }

    // 2024—2025学年公开信息3608条, in the report of that year.
    private static bool IsOfOwnYear(Reading reading, Figure figure) =>
        reading.AcademicYear is { } own && reading.SentenceAt(figure.Span.Start) is var sentence && reading.Years.FindLast(y => y.Span.Start >= sentence.Start && y.Span.End <= figure.Span.Start)?.Year == own;

    // The earlier numbers of rows that changed by just as much.
    private static IEnumerable<decimal> Told(Reading reading, decimal by, bool falls)
    {
        foreach (var row in TableGrids.Of(reading).SelectMany(rows => rows))
        {
            var values = row.Skip(1).Select(TableGrids.Value).OfType<decimal>().Take(2).ToList();
            if (values is [var one, var other] && Math.Abs(one - other) == by)
            {
                yield return falls ? Math.Max(one, other) : Math.Min(one, other);
            }
        }
    }
}
