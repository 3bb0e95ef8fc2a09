using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a rate that follows two counts of one kind, or one whose whole is named by a word of its own, and that no numbers near it give: 应到70人，实到63人，出席率95%;
/// 专业60个。……新增专业6个，占专业总数的15%. Worth a look only.</summary>
internal static partial class NearRates
{
    private const int Window = 8;
    private const int Words = 20;
    private const int Farthest = 24;
    private const int MostAdded = 4;

    /// <summary>What the rate is of and what it would be; null when something near gives it.</summary>
    public static (Figure Whole, decimal Real)? Read(Reading reading, IReadOnlyList<Figure> window, IReadOnlyList<Figure> sentence, Figure rate)
    {
        var folded = reading.Folded;
        var words = folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start];
        if (rate.Unit != "%" || rate.Approximate || rate.Value is <= 0 or > Percent.Whole || !Rate().IsMatch(words) || Otherwise().IsMatch(words))
        {
            return null;
        }

        var near = window.TakeLast(Window).Concat(sentence).Distinct().Where(f => !Units.IsRate(f.Unit) && f.Value > 0).ToList();
        var before = near.FindAll(f => f.Span.Start < rate.Span.Start);
        if (before.Count == 0 || rate.Span.Start - before[^1].Span.End > Farthest || before[^1].Approximate || folded.AsSpan(before[^1].Span.End, rate.Span.Start - before[^1].Span.End).IndexOfAny(';', '：', ':') >= 0 || IsGiven(near, rate))
        {
            return null;
        }

        var part = before[^1];
        if (Named().Match(words) is { Success: true } named)
        {
            var wholes = reading.Figures.Where(f => f != part && f.Unit == part.Unit && f.Value >= part.Value && f.Label.Contains(named.Groups["of"].Value, StringComparison.Ordinal)).ToList();
            return wholes.Count > 0 && !wholes.Exists(w => w.Approximate || before.Exists(p => p.Unit == part.Unit && Fits(p.Value, w.Value, rate))) ? (wholes[0], part.Value / wholes[0].Value * Percent.Whole) : null;
        }

        // 教职工1640人。……新聘90人，占7.5%: what a share is of may stand sentences before.
        var isShare = Share().IsMatch(folded[part.Span.End..rate.Span.Start]);
        if (isShare && before.Take(before.Count - 1).Where(f => f.Unit == part.Unit && f.Value >= part.Value).ToList() is [var only] && !only.Approximate && Units.Same(only.Unit, part.Unit))
        {
            return (only, part.Value / only.Value * Percent.Whole);
        }

        var other = before.Count > 1 ? before[^2] : null;
        return other is null || other.Approximate || !Units.Same(other.Unit, part.Unit) || other.Span.Start < sentence[0].Span.Start - Farthest ? null
            : part.Value <= other.Value && (Done().IsMatch(words) || isShare) ? (other, part.Value / other.Value * Percent.Whole)
            : null;
    }

    // By two of the numbers, or by several of them added up and another.
    private static bool IsGiven(List<Figure> near, Figure rate)
    {
        var sums = Enumerable.Range(0, near.Count).SelectMany(from => Enumerable.Range(1, Math.Min(MostAdded, near.Count - from)).Select(count => near.Skip(from).Take(count).Sum(f => f.Value))).Distinct().ToList();
        return near.Exists(whole => sums.Exists(part => Fits(part, whole.Value, rate))) || near.Exists(part => sums.Exists(whole => Fits(part.Value, whole, rate)));
    }

    private static bool Fits(decimal part, decimal whole, Figure rate) =>
        part <= whole && (Rounding.Fits(rate.Value, part / whole * Percent.Whole) || Rounding.Fits(rate.Value, Percent.Whole - (part / whole * Percent.Whole)));

    [GeneratedRegex(@"(?:率|占|比例|比重|占比|度)[^，。;%]{0,12}$|[，,](?:是|为|相当于|约为|约是)[\u4e00-\u9fa5]{2,8}的(?:约)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^(?:[\u4e00-\u9fa5“”]{0,6}[，,(])?(?:约|均|仅|共|各)?占[^，。;%]{0,14}$|^[，,](?:是|为|相当于|约为|约是)[\u4e00-\u9fa5]{2,8}的(?:约)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();

    // What a rate is of that speaks of done and to be done.
    [GeneratedRegex(@"(?:出席|到会|参会|参训|参与|到场|报到|回收|收回|回函|办结|办复|答复|回复|采纳|完成|合格|通过|及格|覆盖|更新|修复|整改|落实|执行|及时|按时|按期|使用|投票|赞成|响应|达标|开通|化解|处理|录用|到课|出勤|失效|有效|立案)(?:率|度)(?:均|已|也|都|约)?(?:为|达到?|是|:)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Done();

    [GeneratedRegex(@"占(?:全校|全院|全部|我校|学校|本校)?(?<of>[\u4e00-\u9fa5-[的总全其]]{2,6}?)(?:总数|总量|总人数|总额|总门数|总课时)(?:量)?的?(?:约)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"上一?学?年|去年|同期|节约|节支|节资|下浮|增值|优惠|增长|下降|提高|平均", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
