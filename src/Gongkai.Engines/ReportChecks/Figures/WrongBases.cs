using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a share that was reckoned with the right part and the wrong whole: of last year's total, of one of the parts instead of all, of another number than the words name.
/// The wrong whole must give the share to the unit, and no right one may. Worth a look only.</summary>
internal static partial class WrongBases
{
    private const int Window = 12;
    private const int Words = 24;
    private const int Farthest = 24;
    private const int ShortestName = 2;

    // A year's total is not far from the one before.
    private const decimal Nearest = 0.7m;

    /// <summary>The right whole and what the rate would be; null when the rate may be right.</summary>
    public static (Figure Whole, decimal Real)? Read(Reading reading, IReadOnlyList<Figure> window, IReadOnlyList<Figure> sentence, Figure rate)
    {
        // A whole number is given by too many pairs.
        if (rate.Approximate || rate.Value <= 0 || rate.Value.Scale == 0)
        {
            return null;
        }

        var folded = reading.Folded;
        var before = window.TakeLast(Window).Concat(sentence).Distinct().Where(f => f.Span.Start < rate.Span.Start && f.Value > 0 && !Units.IsRate(f.Unit)).ToList();
        var words = folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start];
        if (before.Count < 2 || before.Exists(f => f.Approximate))
        {
            return null;
        }

        var clause = words[(words.LastIndexOfAny(['，', ',', ';', '。', '%', '\n']) + 1)..];
        return ReversedGrowth.IsGrowth(clause) ? ReversedGrowth.Read(before, rate, clause)
            : rate.Value <= Percent.Whole && Share().IsMatch(clause) && !Otherwise().IsMatch(clause) ? OfShare(reading, before, rate, clause)
            : null;
    }

    private static (Figure, decimal)? OfShare(Reading reading, List<Figure> before, Figure rate, string clause)
    {
        var (folded, part) = (reading.Folded, before[^1]);
        string Lead(Figure last) => folded[Math.Max(reading.SentenceAt(rate.Span.Start).Start, last.Span.End)..rate.Span.Start];
        return Of().Match(clause) is { Success: true } of && OfNamed(before, rate, of.Groups["of"].Value) is { } named ? named
            : rate.Span.Start - part.Span.End > Farthest ? null
            : Among().Match(ClauseOf(folded, part)) is { Success: true } among && OfNamed([.. before.SkipLast(1).Where(f => f.Value >= part.Value), part], rate, among.Groups["of"].Value) is { } whole ? whole
            : OfLast(folded, before, part, rate) ?? OfPart(before, part, rate, clause, Lead) ?? OfSubject(before, rate, clause);
    }

    // 学术硕士占硕士研究生的52%: what the words name is the whole, and nothing else.
    private static (Figure, decimal)? OfNamed(List<Figure> before, Figure rate, string name)
    {
        var wholes = before.FindAll(f => IsNamed(f.Label, name));
        if (wholes.Count == 0 || General().IsMatch(name) || before.Exists(p => wholes.Exists(w => Gives(p, w, rate))))
        {
            return null;
        }

        var part = (from p in before from w in before where !wholes.Contains(w) && Gives(p, w, rate) select p).LastOrDefault();
        return part is not null && wholes.FindLast(w => Units.Same(w.Unit, part.Unit) && w.Value > part.Value && w != part) is { } whole ? (whole, part.Value / whole.Value * Percent.Whole) : null;
    }

    // 公开2475条。……上学年2250条……。新媒体571条，占总量的25.4%: of the earlier total.
    private static (Figure, decimal)? OfLast(string folded, List<Figure> before, Figure part, Figure rate)
    {
        var wholes = before.FindAll(f => f != part && Units.Same(f.Unit, part.Unit) && f.Value >= part.Value);
        var (then, now) = (wholes.FindAll(f => Earlier.IsThen(folded, f)), wholes.FindAll(f => !Earlier.IsThen(folded, f) && !Earlier.IsChange(folded, f)));
        return now.Count == 0 || !then.Exists(w => Gives(part, w, rate)) || now.Exists(w => before.Exists(p => Gives(p, w, rate))) ? null
            : now.MaxBy(f => f.Value) is { } whole && then.Exists(w => Gives(part, w, rate) && whole.Value >= w.Value * Nearest && w.Value >= whole.Value * Nearest) ? (whole, part.Value / whole.Value * Percent.Whole) : null;
    }

    // 报考18640人次，省内10920人次、省外7720人次；合格2236人次，合格率20.5%: of the first part and not of all. 支出146万元，基本支出104万元、项目支出42万元，占40.4%: of the other part.
    private static (Figure, decimal)? OfPart(List<Figure> before, Figure part, Figure rate, string clause, Func<Figure, string> lead)
    {
        for (var at = 0; at < before.Count - 1; at++)
        {
            var (total, sum, last) = (before[at], 0m, at + 1);
            for (; last < before.Count && sum < total.Value && Units.Same(before[last].Unit, total.Unit); last++)
            {
                sum += before[last].Value;
            }

            var parts = before.GetRange(at + 1, last - at - 1);
            if (sum == total.Value && parts.Count > 1 && Units.Same(part.Unit, total.Unit) && parts.Exists(w => Gives(part, w, rate) && !(parts.Contains(part) ? clause.Contains(w.Label.Replace("其中", "", StringComparison.Ordinal), StringComparison.Ordinal) : IsSaid(w.Label, lead(parts[^1]))))
                && !before.Exists(w => !parts.Contains(w) && before.Exists(p => Gives(p, w, rate))))
            {
                return (total, part.Value / total.Value * Percent.Whole);
            }
        }

        return null;
    }

    // 计划招聘96人，实际聘用84人……博士61人、硕士23人，博士占63.5%: who stands in the list of the 84 is a share of them.
    private static (Figure, decimal)? OfSubject(List<Figure> before, Figure rate, string clause)
    {
        if (Subject().Match(clause) is not { Success: true } subject || before.FindLast(f => f.Label.EndsWith(subject.Groups["name"].Value, StringComparison.Ordinal)) is not { } part)
        {
            return null;
        }

        var at = before.IndexOf(part);
        var totals = Enumerable.Range(0, at).Where(total => before.Skip(total + 1).TakeWhile(f => Units.Same(f.Unit, before[total].Unit)).ToList() is { Count: > 1 } list && list.Contains(part) && list.Sum(f => f.Value) == before[total].Value).Select(total => before[total]).ToList();
        // 本科生20480人、研究生3216人，合计23696人: the total may stand behind.
        totals.AddRange(Enumerable.Range(at + 1, before.Count - at - 1).Where(total => Units.Same(before[total].Unit, part.Unit) && before.Take(total).Reverse().TakeWhile(f => Units.Same(f.Unit, part.Unit)).ToList() is { Count: > 1 } list && list.Contains(part) && list.Sum(f => f.Value) == before[total].Value).Select(total => before[total]));
        return totals.Count == 0 || totals.Exists(total => Gives(part, total, rate)) || !before.Exists(w => Gives(part, w, rate)) ? null : (totals[^1], part.Value / totals[^1].Value * Percent.Whole);
    }

    [GeneratedRegex(@"^(?:其中)?(?<name>[\u4e00-\u9fa5]{2,8}?)(?:约|仅)?占(?:比|总数的)?(?:为|达)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Subject();

    private static bool Gives(Figure part, Figure whole, Figure rate) =>
        part != whole && part.Value <= whole.Value && Units.Same(part.Unit, whole.Unit) && Rounding.Fits(rate.Value, part.Value / whole.Value * Percent.Whole);

    // 省外录取2473人，……省外合格率: the part that is meant is named again.
    private static bool IsSaid(string label, string words) => label.Length >= ShortestName && Enumerable.Range(0, label.Length - 1).Any(n => words.Contains(label.AsSpan(n, ShortestName), StringComparison.Ordinal));

    private static bool IsNamed(string label, string name) =>
        label.Length >= ShortestName && (label.EndsWith(name, StringComparison.Ordinal) || name.StartsWith(label, StringComparison.Ordinal));

    private static string ClauseOf(string folded, Figure figure)
    {
        var words = folded[Math.Max(0, figure.Span.Start - Words)..figure.Span.Start];
        return words[(words.LastIndexOfAny(['，', ',', ';', '。', '\n']) + 1)..];
    }

    [GeneratedRegex(@"占|率(?:为|达到?|是)?\s*$|比例|比重", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"占(?:全校|全院|全部|学校|本校|其)?(?<of>[\u4e00-\u9fa5]{2,10}?)(?:总数|总量|总人数|人数|数量)?的\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Of();

    [GeneratedRegex(@"^(?<of>[\u4e00-\u9fa5]{2,10})中[\u4e00-\u9fa5]{0,12}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Among();

    // What every number of a report counts.
    [GeneratedRegex(@"^(?:主动|全部|所有|各类)*(?:公开|信息|公开信息|数量|总数|总量|发布)(?:的?信息)?$|学年|去年", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex General();

    [GeneratedRegex(@"上一?学?年|去年|同期|节约|节支|节资|下浮|增值|优惠|平均|不低于|至少", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
