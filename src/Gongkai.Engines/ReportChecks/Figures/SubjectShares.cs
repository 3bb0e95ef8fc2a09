using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a share with the numbers that were told with the names of its subject: 予以公开27件……。予以公开的件数占全部申请的60%; 满意和比较满意合计占92.9%; 教授64人、副教授160人……；副教授以上占35%;
/// and a number with what its list makes up, or with all that was made public: 合计950份，占91.9%; 96条，占全部公开信息的12.3%. Worth a look only.</summary>
internal static partial class SubjectShares
{
    private const int Words = 60;
    private const int Farthest = 24;
    private const int MostParts = 4;

    private static readonly string[] Associates = ["副教授", "副高级", "副高", "副高级职称"];

    private static readonly string[] Joints = ["、", "和", "与", "及"];

    /// <summary>What the share is of and what it would be, equal to the share when it is right; null when a part was not told, or nothing it could be of.</summary>
    public static (Figure Whole, decimal Real)? Read(Reading reading, Figure rate)
    {
        var folded = reading.Folded;
        var words = folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start];
        words = words[(words.AsSpan().LastIndexOfAny('。', ';', '\n') + 1)..];
        // 院系网站仍是公开信息的主要载体，占……
        words = Called().Replace(words[(words.LastIndexOf('%') + 1)..], "");
        if (rate.Approximate || rate.Value is <= 0 or > Percent.Whole || Otherwise().IsMatch(words))
        {
            return null;
        }

        if (Of().Match(words) is { Success: true } of || (of = Rate().Match(words)).Success)
        {
            var told = ShareList.Of(reading, rate);
            return told.Miss(SumsOf(told, of.Groups["who"].Value), rate);
        }

        return OfPart().Match(words) is { Success: true } part ? OfLast(reading, rate, part.Groups["all"].Success) : null;
    }

    // What the names of the subject were told with: each of them, added up; of 副教授以上 all that were told before it too.
    private static List<ShareSum> SumsOf(ShareList told, string who)
    {
        if (FirstOf().Match(who) is { Success: true } first)
        {
            return ChineseNumber.ParseAny(first.Groups["n"].ValueSpan) is { } count && told.First(count) is { } sum ? [sum] : [];
        }

        if (AndAbove().Match(who) is { Success: true } above)
        {
            return [.. told.Named(ShareList.Plain(above.Groups["name"].Value)).Select(told.Above).OfType<ShareSum>()];
        }

        // 高级职称教师: the two highest ranks.
        if (Senior().IsMatch(who) && Associates.Select(told.Named).FirstOrDefault(n => n.Count > 0) is { } associate)
        {
            return [.. associate.Select(told.Above).OfType<ShareSum>()];
        }

        // 主动公开的公文: what is shared need not be told with the number.
        var whole = told.Named(ShareList.Plain(who)) is { Count: > 0 } named ? named : told.Named(ShareList.Plain(who[..Math.Max(0, who.LastIndexOf('的'))]));
        if (whole.Count > 0)
        {
            return whole.ConvertAll(t => new ShareSum([t]));
        }

        var parts = who.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => told.Named(ShareList.Plain(n))).ToList();
        return parts.Count is < 2 or > MostParts || parts.Exists(p => p.Count == 0 || p[^1].Figure.Unit != parts[0][^1].Figure.Unit) ? [] : [new ShareSum(parts.ConvertAll(p => p[^1]))];
    }

    // 合计950份，占91.9%: of the list before it, or of all that was made public.
    private static (Figure, decimal)? OfLast(Reading reading, Figure rate, bool ofAll)
    {
        var told = ShareList.Of(reading, rate);
        if (told.Last is not { Figure: { Approximate: false } part } || rate.Span.Start - part.Span.End > Farthest)
        {
            return null;
        }

        if (ofAll)
        {
            var all = reading.OfUnit(part.Unit).Where(f => f.Value > part.Value && AllPublic().IsMatch(f.Label) && !Elsewhere().IsMatch(f.Label)).ToList();
            // 120条，其中官网50条、微信70条，占全部: of any number of the sentence.
            return all.Count == 0 || all.Exists(f => f.Approximate || told.GivesAny(rate, f, reading.SentenceAt(part.Span.Start).Start)) ? null : ShareList.Nearest(all.ConvertAll(f => (f, part.Value / f.Value * Percent.Whole)), rate);
        }

        return told.WholeBeforeLast() is { } whole && ShareList.Nearest([(whole, part.Value / whole.Value * Percent.Whole)], rate) is var share && (share.Real == rate.Value || !told.GivesLast(rate)) ? share : null;
    }

    [GeneratedRegex(@"(?:^|[，,:])(?:其中[，,]?|以上|前述)?(?<who>[\u4e00-\u9fa5“”、]{2,24}?)(?:的)?(?:两|二|三|四)?(?:者|项|类|种|档|级|件数|份数|人数|票数|数量|条数|人员|问卷|答卷|代表|师生)?(?:的)?(?:合计|总计|共计|共|一共|总共)?(?:约|均|仅|就|已|所|合)*占(?:比|到|了)?[^，,。;%\d]{0,14}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Of();

    // 满意度(满意与基本满意)为95.5%
    [GeneratedRegex(@"(?:率|度)\((?!含|包括)(?:即)?(?<who>[\u4e00-\u9fa5“”、]{2,24}?)(?:之和|合计)?\)(?:为|达到?|是)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"\d[\u4e00-\u9fa5]{1,2}(?:\([条份期篇件次、]{1,7}\))?[，,(](?:约|均|共|仅)?(?:(?:总体|总|综合)?满意(?:率|度)(?:为|达到?|是)?|占(?:比|到|了)?(?:(?<all>(?:全校|全院|学校|全部|所有|[本全]?学?年度?|主动)*公开(?:的?信息(?:总数|总量|总条数|条数|数量)?|总数|总量|总条数))|[^，,。;%\d]{0,12}?)的?(?:约)?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfPart();

    [GeneratedRegex(@"^[^，]{0,10}?公开(?:各类|的)?信息(?:总数|总量|数量)?(?:共|共计|总计|为|达)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AllPublic();

    [GeneratedRegex(@"上一?学?年|去年|网|栏|微|平台|同期|类", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^前(?<n>[两二三四])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstOf();

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fa5“”]{2,10}?)(?:及其?|和)?(?:职称|学历|学位)?以上", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AndAbove();

    [GeneratedRegex(@"(?:仍然?|依然|依旧|已|还)?(?:是|为|成为)[^，。；]{2,16}(?:载体|渠道|平台|阵地|途径|来源)[，,]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Called();

    [GeneratedRegex(@"^(?:具有)?(?:高级职称|正副教授|副高以上)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Senior();

    [GeneratedRegex(@"上一?学?年|去年|同期|节约|节支|增长|下降|提高|平均|不低于|不少于|至少|应当|原则上|要求", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
