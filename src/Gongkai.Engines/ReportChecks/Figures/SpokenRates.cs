using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a rate with the figures that carry its own word: 收到114件，办结110件，办结率96.5%.</summary>
internal static partial class SpokenRates
{
    private const int Near = 14;
    private const int MostCounts = 5;

    // 收到114件，办结110件，办结率96.5%: the figures that carry the rate's own word are the part, one before them the whole. Any way of
    // reading the sentence that gives the rate clears it.
    public static ReportFinding? Check(string text, Sentence sentence, List<Figure> figures, int i, string stem)
    {
        var percent = figures[i];
        if (percent.Value > Percent.Whole && !stem.EndsWith("增长", StringComparison.Ordinal))
        {
            return Percent.Mismatch(percent, percent, "≤ 100%");
        }

        // What a price fell by is a share of the estimate, which need not be in the sentence.
        if (OfEstimate().IsMatch(stem))
        {
            return null;
        }

        var counts = figures.Take(i).Where(f => f.Unit != "%").ToList();
        var carriers = counts.FindAll(f => Carries(ClauseOf(text, sentence, figures, figures.IndexOf(f)), stem));
        if (carriers.Count == 0 || counts.Exists(c => c.Approximate))
        {
            return null;
        }

        var first = counts.IndexOf(carriers[0]);
        var pairs = counts.Zip(counts.Skip(1)).Where(p => carriers.Contains(p.First) || carriers.Contains(p.Second)).Select(p => p.First.Value + p.Second.Value);
        var sums = carriers.Select(c => c.Value).Append(carriers.Sum(c => c.Value)).Concat(pairs).ToList();
        var fits = counts.Exists(whole => counts.Exists(part => part != whole && part.Value <= whole.Value && Units.Same(part.Unit, whole.Unit) && Rounding.Fits(percent, part.Value / Math.Max(whole.Value, 1) * Percent.Whole))) || counts.Exists(whole => whole.Value > 0 && !carriers.Contains(whole) && sums.Exists(part => part <= whole.Value && Rounding.Fits(percent, part / whole.Value * Percent.Whole)));
        var denominator = counts.Take(first).LastOrDefault(c => Units.Same(c.Unit, carriers[0].Unit) && c.Value >= carriers[0].Value);
        if (!fits && carriers.Count > 1 && counts.Count <= MostCounts && Units.Same(counts[0].Unit, carriers[0].Unit) && counts[0].Value > carriers[0].Value)
        {
            // 申请20件，按期答复17件，延期答复3件，按期答复率80%: whichever of them is meant, none gives it.
            return Percent.Mismatch(percent, counts[0], Percent.Say(carriers[0].Value / counts[0].Value * Percent.Whole, percent.Value), severity: Severity.Warning);
        }

        return fits || carriers.Count > 1 || denominator is null || denominator.Value == 0
            ? null
            : Percent.Mismatch(percent, denominator, Percent.Say(carriers[0].Value / denominator.Value * Percent.Whole, percent.Value));
    }

    // 合格率达98%，50名参训信息员中49人一次通过: whole and part stand behind it.
    public static ReportFinding? CheckAmong(string text, List<Figure> figures, int i) =>
        i + 2 < figures.Count && figures[i + 1].Span.Start - figures[i].Span.End <= Near && Among().IsMatch(Percent.Between(text, figures, i + 2)) ? Percent.CompareIn(figures, i, i + 2, i + 1) : null;

    // 及时率98%（应更新200条，及时更新196条）: what it is made of stands behind it.
    public static ReportFinding? CheckBehind(string text, List<Figure> figures, int i, string stem)
    {
        if (i + 2 >= figures.Count || !OpensBracket().IsMatch(Percent.Between(text, figures, i + 1)) || figures[i + 1].Unit != figures[i + 2].Unit)
        {
            return null;
        }

        var (first, second) = (Percent.Between(text, figures, i + 1), Percent.Between(text, figures, i + 2));
        var (isFirst, isSecond) = (Carries(first, stem), Carries(second, stem));
        return isFirst == isSecond || first.Contains(')', StringComparison.Ordinal) || second.Contains(')', StringComparison.Ordinal) ? null
            : isSecond ? Percent.CompareIn(figures, i, i + 2, i + 1) : Percent.CompareIn(figures, i, i + 1, i + 2);
    }

    // 收到申请15件。按时答复13件，答复率100%。: the whole stands in the sentence before.
    public static IEnumerable<ReportFinding> CheckAgainst(string text, Sentence sentence, List<Figure> figures, List<Figure> before)
    {
        if (figures is not [{ Unit: not "%", Approximate: false } part, { Unit: "%", Approximate: false } percent, ..] || before.Count == 0 || percent.Value > Percent.Whole)
        {
            yield break;
        }

        var rate = Rate().Match(text[part.Span.End..percent.Span.Start]);
        var lead = text[Math.Max(0, before[0].Span.Start - 40)..before[0].Span.Start];
        if (!rate.Success || !Carries(ClauseOf(text, sentence, figures, 0), rate.Groups["stem"].Value) || !Received().IsMatch(lead) || before[0].Unit != part.Unit || before[0].Approximate)
        {
            yield break;
        }

        var wholes = before.Concat(figures.Skip(2)).Where(f => f.Unit == part.Unit && f.Value >= part.Value).ToList();
        if (Percent.Compare(percent, part, wholes, wholes.Count > 0 ? before[0] : null) is { } finding)
        {
            yield return finding;
        }
    }

    private static bool Carries(string clause, string stem) =>
        (clause.IndexOf(stem, StringComparison.Ordinal) is var found and >= 0 ? found : clause.IndexOf($"{stem[^1]}{stem[0]}", StringComparison.Ordinal)) is var at and >= 0
        && !clause.Contains($"{stem}率", StringComparison.Ordinal)
        && (at == 0 || clause[at - 1] is not ('不' or '未' or '非' or '应'));

    private static string ClauseOf(string text, Sentence sentence, List<Figure> figures, int k)
    {
        var end = Math.Min(sentence.Span.End, figures[k].Span.End + 6);
        var gap = text[(k == 0 ? sentence.Span.Start : figures[k - 1].Span.End)..figures[k].Span.Start];
        var clause = gap[(gap.LastIndexOfAny(['，', ',', ';', '。', '、', '(']) + 1)..];
        var after = text[figures[k].Span.End..end];
        var stop = after.IndexOfAny(['，', ',', ';', '。', '、', ')']);
        return clause + (stop < 0 ? after : after[..stop]);
    }

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,10}中[，,]?(?:有|的|已|共)?[\u4e00-\u9fa5]{0,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Among();

    [GeneratedRegex(@"^\s*\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpensBracket();

    [GeneratedRegex(@"收到|受理|接到|征集|收回|回收", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Received();

    [GeneratedRegex(@"节约|节支|节资|下浮|降低|增值|优惠", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfEstimate();

    /// <summary>A rate by its name: 办结率为.</summary>
    [GeneratedRegex(@"(?<stem>[\u4e00-\u9fa5]{2})(?:率|(?<=满意|知晓|完成|支持)度)(?:均|已|也|都)?(?:为|达到?|是|:)?约?\s*$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Rate();
}
