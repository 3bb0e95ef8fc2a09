using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds growth that was reckoned of the later number instead of the earlier: 与上年的131万元相比减少35万元，下降36.5% is 35 of 96 and not of 131. Worth a look only.</summary>
internal static partial class ReversedGrowth
{
    /// <summary>Whether a clause ends by saying how much something grew or fell.</summary>
    public static bool IsGrowth(string clause) => Growth().IsMatch(clause);

    /// <summary>The earlier number and what the growth would be; null when some number before gives it.</summary>
    public static (Figure Whole, decimal Real)? Read(List<Figure> before, Figure rate, string clause)
    {
        var falls = FallingWords.AreIn(clause);
        var pairs = (from a in before from b in before where a.Span.Start < b.Span.Start && a.Unit == b.Unit && a.Value != b.Value select a.Value < b.Value ? (Less: a, More: b) : (Less: b, More: a)).ToList();
        bool Gives(decimal change, decimal whole) => Rounding.Fits(rate.Value, change / whole * Percent.Whole);
        var wrong = pairs.FindAll(p => Gives(p.More.Value - p.Less.Value, (falls ? p.Less : p.More).Value));
        if (wrong.Count == 0 || pairs.Exists(p => Gives(p.More.Value - p.Less.Value, (falls ? p.More : p.Less).Value)) || pairs.Exists(p => Gives(p.Less.Value, p.More.Value) && !wrong.Exists(w => IsChange(w, p.Less))))
        {
            return null;
        }

        var (less, more) = wrong[^1];
        var then = falls ? more : less;
        return (then, (more.Value - less.Value) / then.Value * Percent.Whole);
    }

    // The plain change may be told as well, and then gives the same by the same wrong whole.
    private static bool IsChange((Figure Less, Figure More) pair, Figure figure) => pair.More.Value - pair.Less.Value == figure.Value;

    [GeneratedRegex(@"(?:增长|增加|上升|提高|提升|下降|减少|降低|下滑|[增降涨升减]幅|节[约支资]率?)(?:率|幅度)?(?:了|为|达到?|是)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Growth();
}
