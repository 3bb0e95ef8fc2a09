using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a share of a total with the parts its sentence names, told before in other words: 官网450条……。官网发布的占全部信息总量的50%; “好”34份，“较好”12份……，“好”与“较好”合计占92%.
/// Any total of the report that gives it clears it. Worth a look only.</summary>
internal static partial class SharesOfTotal
{
    private const int Words = 48;
    private const int Before = 900;
    private const int Label = 16;
    private const int ShortestName = 2;
    private const int MostParts = 4;
    private const decimal Nearly = 1.3m;
    private const decimal FewPoints = 10;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("，,;。:、()\n%");
    private static readonly string[] Joints = ["、", "和", "与", "及", "，"];

    /// <summary>What the share is of and what it would be; null when a total gives it, or a part is not told just once.</summary>
    public static (Figure Whole, decimal Real)? Read(Reading reading, Figure rate)
    {
        var folded = reading.Folded;
        var words = folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start];
        words = words[(words.AsSpan().LastIndexOfAny('。', ';', '\n') + 1)..];
        if (rate.Approximate || rate.Value is <= 0 or > Percent.Whole || Of().Match(words) is not { Success: true } match || Otherwise().IsMatch(words))
        {
            return null;
        }

        var names = match.Groups["who"].Value.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => Plain(n)).ToList();
        var near = reading.FiguresFrom(rate.Span.Start - Before).TakeWhile(f => f.Span.Start < rate.Span.Start)
            .Where(f => !Units.IsRate(f.Unit) && f.Value > 0 && f.Unit.Length > 0 && reading.NextPart(f.Span.Start) > rate.Span.Start).ToList();
        if (names.Count is 0 or > MostParts || names.Exists(n => n.Length == 0) || (names.Count > 1) != match.Groups["all"].Success || !(match.Groups["all"].Success || match.Groups["of"].Success))
        {
            return null;
        }

        var parts = names.ConvertAll(n => Named(folded, near, n));
        if (parts.Exists(p => p is null || p.Approximate || p.Unit != parts[0]!.Unit) || parts.Distinct().Count() < parts.Count)
        {
            return null;
        }

        var sum = parts.Sum(p => p!.Value);
        var wholes = near.FindAll(f => f.Unit == parts[0]!.Unit && f.Value > sum && !f.Approximate);
        return wholes.Count == 0 || reading.OfUnit(parts[0]!.Unit).Any(w => w.Value >= sum && Rounding.Fits(rate, sum / w.Value * Percent.Whole)) ? null
            : wholes.Select(w => (Whole: w, Real: sum / w.Value * Percent.Whole)).MinBy(w => Math.Abs(w.Real - rate.Value)) is var best && (IsNear(best.Real, rate.Value) || wholes.Exists(w => IsSwapped(sum / w.Value * Percent.Whole, rate.Value))) ? best : null;
    }

    // The only number that is told with the name, or with it and nothing else.
    private static Figure? Named(string folded, List<Figure> near, string name)
    {
        var named = near.Select(f => (Figure: f, Label: LabelOf(folded, f))).Where(f => f.Label.Contains(name, StringComparison.Ordinal)).ToList();
        var exactly = named.FindAll(f => f.Label == name);
        return exactly is [var (only, _)] ? only : name.Length >= ShortestName && named is [var (one, _)] ? one : null;
    }

    private static string LabelOf(string folded, Figure figure)
    {
        var words = folded[Math.Max(0, figure.Span.Start - Label)..figure.Span.Start];
        return Plain(words[(words.AsSpan().LastIndexOfAny(Marks) + 1)..]);
    }

    private static string Plain(string words) => Filling().Replace(words, "");

    private static bool IsSwapped(decimal real, decimal stated) => Slip.IsSwap(Math.Round(real, stated.Scale), stated);

    private static bool IsNear(decimal real, decimal stated) =>
        Math.Abs(real - stated) <= FewPoints && Math.Max(real, stated) <= Math.Min(real, stated) * Nearly;

    [GeneratedRegex(@"(?:^|[，,:、])(?:其中|以上|前述)?(?<who>[\u4e00-\u9fa5“”、，]{2,30}?)(?:(?:两|二|三|四)(?:者|项|类|种|档|级|方面|部分|个?渠道|个?平台))?(?<all>合计|总计|共计|共|之和|相加|加起来|合起来|累计)?(?:的)?(?:信息|人数|数量)?(?:的)?(?:(?<=合计|共计|之和|相加|总计)(?:为|达|约|是)*|(?:比例|占比|比重)(?:合计|之和|共)(?<all>)(?:为|达|约|是)*|(?:所|约|共|就|已|仅|大约|合)*占(?:比|到|了)?(?<of>[\u4e00-\u9fa5]{0,10}(?:总数|总量|总额|总人数|全部|总体|比重|比例|总公开量|问卷|答卷|表|票|份))?的?(?:约|近)?(?:为|达|是)?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Of();

    [GeneratedRegex(@"[\s“”]|^(?:其中|包括|分别|评价为|选择|认为|填写|评为|通过|利用|依托|借助|以|从|在)+|(?:所|共|累计)?(?:公开|发布|推送|登载|刊登|刊发|发出|更新|报送|传播|选择|评价|填写)(?:了|出|的|过)*(?:各类)?(?:信息|内容|图文|稿件|消息|文章|推文|量|数量)?(?:共|数|总数)?$|(?:的)?(?:信息|数量|人数|发布量|占比|份数|问卷)?(?:有|为|共|计|达)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Filling();

    [GeneratedRegex(@"上一?学?年|去年|同期|节约|节支|增长|下降|提高|平均|以上的|不低于|不少于|至少|应当|原则上|要求", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
