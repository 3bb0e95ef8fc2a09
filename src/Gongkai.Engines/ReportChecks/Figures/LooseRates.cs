using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a rate by what it is named after or what stands just behind it: 网站640条，公众号298条……公众号占29.6%; 原创412篇，转载103篇，原创占75%; 就业率95.1%，即2196人; 由5天降到3天，压减60%. Any two
/// numbers near it, or sums of them, that give it clear it. Worth a look only.</summary>
internal static partial class LooseRates
{
    private const int Window = 12;
    private const int Words = 24;
    private const int MostAdded = 5;
    private const int Behind = 12;
    private const int LongestGap = 24;

    /// <summary>What the rate is of and what it would be; null when something near gives it.</summary>
    public static (Figure Whole, decimal Real)? Read(string folded, IReadOnlyList<Figure> window, IReadOnlyList<Figure> sentence, Figure rate)
    {
        if (rate.Approximate || rate.Value <= 0)
        {
            return null;
        }

        var near = window.TakeLast(Window).Concat(sentence).Distinct().Where(f => !Units.IsRate(f.Unit) && f.Value > 0).ToList();
        var before = near.FindAll(f => f.Span.Start < rate.Span.Start);
        if (near.Count < 2 || near.Exists(f => f.Approximate))
        {
            return null;
        }

        var words = folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start];
        var clause = words[(words.LastIndexOfAny(['，', ',', ';', '。', '、', '%', '\n']) + 1)..];
        if (Change().IsMatch(clause))
        {
            return Growth(folded, before, rate, clause);
        }

        if (rate.Value > Percent.Whole || Otherwise().IsMatch(words))
        {
            return null;
        }

        return Named(folded, before, rate, clause) ?? (IsGiven(near, rate) ? null : Told(folded, near, before, rate) ?? Slipped(before, rate, clause));
    }

    // 由5天降到3天，压减60%: what grew or fell stands in the two numbers just before.
    private static (Figure Whole, decimal Real)? Growth(string folded, List<Figure> before, Figure rate, string clause)
    {
        if (before is not [.., var then, var now] || then.Unit != now.Unit || rate.Span.Start - now.Span.End > LongestGap || now.Span.Start - then.Span.End > LongestGap
            || Elsewhen().IsMatch(clause) || before.Exists(a => before.Exists(b => a != b && Rounding.Fits(rate.Value, Math.Abs(a.Value - b.Value) / b.Value * Percent.Whole))))
        {
            return null;
        }

        var isFrom = From().IsMatch(folded[Math.Max(0, then.Span.Start - Behind)..then.Span.Start]) || Series().IsMatch(folded[then.Span.End..now.Span.Start]);
        var real = Math.Abs(now.Value - then.Value) / then.Value * Percent.Whole;
        return isFrom && Falls().IsMatch(clause) == now.Value < then.Value ? (then, real) : null;
    }

    // 公众号占29.6%: the part is the number told with that name, the whole the greatest one of its measure or all of them together.
    private static (Figure Whole, decimal Real)? Named(string folded, List<Figure> before, Figure rate, string clause)
    {
        if (Name().Match(clause) is not { Success: true } name || before.FindLast(f => IsNamed(LabelOf(folded, f), name.Groups["name"].Value)) is not { } part)
        {
            return null;
        }

        var same = before.FindAll(f => f.Unit == part.Unit);
        if (Sums(before).Exists(whole => part.Value <= whole && Rounding.Fits(rate.Value, part.Value / whole * Percent.Whole)))
        {
            return null;
        }

        var greatest = same.MaxBy(f => f.Value)!;
        return greatest != part ? (greatest, part.Value / greatest.Value * Percent.Whole)
            : same.Count > 1 ? (part, part.Value / same.Sum(f => f.Value) * Percent.Whole)
            : null;
    }

    // 就业率95.1%，即2196人; 优良率92.5%（286人）: the part stands just behind, the whole before.
    private static (Figure Whole, decimal Real)? Told(string folded, List<Figure> near, List<Figure> before, Figure rate)
    {
        var part = near.Find(f => f.Span.Start >= rate.Span.End);
        return part is not null && part.Span.Start - rate.Span.End <= Behind && ThatIs().IsMatch(folded[rate.Span.End..part.Span.Start])
            && before.FindLast(f => Units.Same(f.Unit, part.Unit)) is { } whole && whole.Value >= part.Value
            ? (whole, part.Value / whole.Value * Percent.Whole)
            : null;
    }

    // “优秀”96张，“良好”67张，“一般”18张，优良率91.0%: several of the numbers added up would give it but for one slip.
    private static (Figure Whole, decimal Real)? Slipped(List<Figure> before, Figure rate, string clause)
    {
        if (!Rate().IsMatch(clause))
        {
            return null;
        }

        return Sums(before).SelectMany(part => before.Where(w => w.Value >= part).Select(w => (w, Real: Math.Round(part / w.Value * Percent.Whole, rate.Value.Scale))))
            .Where(r => rate.Value.Scale > 0 && Slip.IsSwap(r.Real, rate.Value)).Select(r => ((Figure, decimal)?)r).FirstOrDefault();
    }

    // 满意 is not what 不满意28份 counts.
    private static bool IsNamed(string label, string name) =>
        label.IndexOf(name, StringComparison.Ordinal) is var at and >= 0 && (at == 0 || label[at - 1] is not ('不' or '非' or '未' or '较' or '本' or '很'));

    private static string LabelOf(string folded, Figure figure)
    {
        var words = folded[Math.Max(0, figure.Span.Start - Words)..figure.Span.Start];
        return words[(words.LastIndexOfAny(['，', ',', ';', '。', '、', '(', '\n']) + 1)..];
    }

    private static List<decimal> Sums(List<Figure> near) =>
        [.. Enumerable.Range(0, near.Count).SelectMany(from => Enumerable.Range(1, Math.Min(MostAdded, near.Count - from)).Select(count => near.Skip(from).Take(count).Sum(f => f.Value))).Distinct()];

    private static bool IsGiven(List<Figure> near, Figure rate)
    {
        var sums = Sums(near);
        return near.Exists(whole => sums.Exists(part => Fits(part, whole.Value, rate))) || near.Exists(part => sums.Exists(whole => Fits(part.Value, whole, rate)));
    }

    private static bool Fits(decimal part, decimal whole, Figure rate) =>
        part <= whole && (Rounding.Fits(rate.Value, part / whole * Percent.Whole) || Rounding.Fits(rate.Value, Percent.Whole - (part / whole * Percent.Whole)));

    [GeneratedRegex(@"增[长加幅]|下降|减少|[降跌]幅|上升|提高|压[减缩]|缩短|降低|节约|节支|提升", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"下降|减少|[降跌]幅|压[减缩]|缩短|降低", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Falls();

    [GeneratedRegex(@"上一?学?年|去年|同期|节约|节支", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhen();

    [GeneratedRegex(@"(?:由|从|原来?的?|第一次)[^，,。;\d]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"第二次|后一次|^[^，,。;]{0,2}(?:[增降减升缩]至|[增降减升缩提压][加到低少短高缩]?[到至为])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Series();

    [GeneratedRegex(@"上一?学?年|去年|同期|增值|优惠|下浮|平均", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"^(?:其中)?(?<name>[\u4e00-\u9fa5]{2,8}?)(?:占比|的?比例|的?比重|所占|约占|占)(?:约|为|达|是|比)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:[，,]即(?:有)?|\()$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ThatIs();

    [GeneratedRegex(@"率(?:\([^()]*\))?(?:为|达|是|约)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rate();
}
