using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds parts that stand before their total: 常委会21次、办公会36次，合计57次.</summary>
internal static partial class TotalLastList
{
    // Every word that sums up holds one of these.
    private static readonly SearchValues<char> Signs = SearchValues.Create("计共加总恰正刚整合");

    public static PartList? Read(FigureLine line, int i)
    {
        if (i < 2 || Ending(line, i) is not { } claim)
        {
            return null;
        }

        var unit = line.Figures[i].Unit;
        var first = i;
        var depth = line.Depth(i - 1);
        if (depth != line.Depth(i) && (depth != line.Depth(i) + 1 || !EachInBrackets(line, i)))
        {
            return null;
        }

        var mixed = Mixed().IsMatch(line.Behind(i).Length > 0 ? "" : line.After(i)) || (unit == "条" && Named(line.Gap(i)) is not null);
        while (first > 0 && (Units.Same(line.Figures[first - 1].Unit, unit) || line.Figures[first - 1].Unit + "次" == unit || (mixed && line.Figures[first - 1].Unit is "条" or "份" or "期" or "篇" or "件")) && line.Depth(first - 1) == depth && (first == i || !line.Gap(first).Contains('。')))
        {
            first--;
        }

        if (i - first < 2)
        {
            return null;
        }

        // 12件，比上年减少2件；上年结转1件，合计13件: by how much something changed is no part.
        var range = Enumerable.Range(first, i - first).Where(k => !PartWords.IsChange(line.Clause(k))).ToList();
        if (range.Count < 2 || range.Exists(k => Each().IsMatch(line.Clause(k)) && !InTurn().IsMatch(line.Clause(k))))
        {
            return null;
        }

        // 三个平台合计: as many parts as are named, or nothing is known.
        if (Named(line.Gap(i)) is { } named && (named > range.Count || range.TakeLast(named).Sum(k => line.Figures[k].Value) == line.Figures[i].Value))
        {
            return null;
        }

        for (var start = 0; start < range.Count - 1; start++)
        {
            var tail = range.Skip(start).ToList();
            if (PartListReader.ListOf(line, tail).CanReach(line.Figures[i].Value) || line.Figures[range[start]].Value == line.Figures[i].Value)
            {
                return null;
            }
        }

        // 入围60人；录用文科9人、理科14人，合计23人: what is summed up stands behind the semicolon.
        if (!line.Gap(i).Contains(';') && range.FindLastIndex(k => line.Gap(k).Contains(';')) is var cut and > 0 && range.Count - cut > 1)
        {
            range = range[cut..];
        }

        // 组长由院长担任，副组长2人，成员13人，共16人: who leads is told without a number.
        if (CountsLeader(line, line.Figures[i], range.Sum(k => line.Figures[k].Value)))
        {
            return null;
        }

        // 副组长2名，成员17名，共20人: in another measure one may be told without a number.
        if (unit is "人" or "名" or "位" && range.Exists(k => line.Figures[k].Unit != unit) && range.Sum(k => line.Figures[k].Value) < line.Figures[i].Value && !Slip.IsSwap(range.Sum(k => line.Figures[k].Value), line.Figures[i].Value))
        {
            return null;
        }

        return new PartList(line.Figures[i], [.. range.Select(k => line.Figures[k])], PartListReader.ListOf(line, range), claim);
    }

    /// <summary>How many parts the words before a total say it has: 三个平台合计; null when they do not.</summary>
    public static int? Named(string gap) => HowMany().Match(gap) is { Success: true } match ? ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) : null;

    [GeneratedRegex(@"(?<![\d第])(?<n>[两二三四五六七八九]|[2-9])(?:项|类|者|种|部分|方面|个?(?:平台|渠道|账号|网站|部门|单位|学院|阶段|学期|批次|项目))[^，,、;。]{0,4}(?:合计|总计|共计|总共|一共|累计|共|相加)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HowMany();

    // 四个学院各举办5场，学校另举办8场，共28场: how many fives there are is not told by the numbers.
    [GeneratedRegex(@"各(?!类|种|级|项|学院|单位|部门|渠道|平台|院系|有关|高校|方)|每[一个家名场位所校院]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Each();

    // 各场听众依次为40人、52人: each has its number.
    [GeneratedRegex(@"依次|分别|逐[次期场年月]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InTurn();

    // 总计1664条（份、期）: unlike things are added up.
    [GeneratedRegex(@"^\s*\([条份期篇件次、]{1,7}\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mixed();

    // 招生（3件）、财务（2件）、基建（1件），共计6件.
    private static bool EachInBrackets(FigureLine line, int i) => BracketsBetween().IsMatch(line.Gap(i - 1)) && line.Gap(i).StartsWith(')');

    /// <summary>Whether a total of people holds one who leads them and is told without a number.</summary>
    public static bool CountsLeader(FigureLine line, Figure total, decimal sum) => Units.CountsPeople(total.Unit) && sum + 1 == total.Value && Leader().IsMatch(line.Words());

    [GeneratedRegex(@"(?:组长|主任|主席)(?:由|:)|(?:担任|任)(?:组长|主任|主席)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Leader();

    // How surely the words before a figure say that it sums up what stands before it.
    private static PartClaim? Ending(FigureLine line, int i)
    {
        var gap = line.Gap(i).TrimStart(')');
        if (!gap.AsSpan().ContainsAny(Signs) || Compared().IsMatch(gap))
        {
            return null;
        }

        if (EndsInTotal().IsMatch(gap))
        {
            return PartClaim.All;
        }

        if (EndsInLooseTotal().IsMatch(gap))
        {
            return PartClaim.Some;
        }

        if (EndsInFarTotal().IsMatch(gap) || (line.Figures[i].Unit is "个" or "家" or "所" && EndsInShortTotal().IsMatch(gap) && Joined().IsMatch(line.Gap(i - 1))))
        {
            return PartClaim.Likely;
        }

        return EndsInAct().Match(gap) is { Success: true } act
            ? act.Groups["act"].Value is { Length: > 0 } verb && Before(line, i).Contains(verb, StringComparison.Ordinal) ? PartClaim.Some : PartClaim.Likely
            : null;
    }

    private static string Before(FigureLine line, int i) => line.Gap(i - 1) + line.Gap(i - 2);

    [GeneratedRegex(@"^\)[、，,和及]?[^()]{2,16}\($", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BracketsBetween();

    [GeneratedRegex(@"较|比|同期|上一?学?年|去年|增加|减少|增长|平均", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compared();

    [GeneratedRegex(@"^[^，,、;。]{0,3}[，,、;]?\s*(?:以上|上述|[一二两三四五六七八九十\d]{1,2}(?:项|类|者|种|部分|方面|个平台|个渠道)|各项|各类|全部|全年|总体)*\s*(?:(?:合计|总计)[^，,、;。]{0,10}|总[\u4e00-\u9fa5]{0,4}(?:数|量|额)(?:为|达|有)?|(?:共计|总共|一共|共|累计|恰好|正好|刚好|整整|恰|合起来|相加[共为得]?|加起来共?)(?:为|达|有)?)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInTotal();

    // 党委会4次、校务会6次讨论公开事宜，合计10次
    [GeneratedRegex(@"^[\u4e00-\u9fa5“”]{4,18}[，,]\s*(?:两者|以上)?(?:合计|总计|共计|一共|累计|共)(?:为|达|有)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInFarTotal();

    // 16个部门、9个学院共25个责任主体
    [GeneratedRegex(@"^[\u4e00-\u9fa5]{2,10}(?:合计|总计|共计|共)(?:为|有)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInShortTotal();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{1,10}[、和及与]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^\s*等\s*[，,、]?\s*(?:合计|总计|共计|共|累计)(?:发布|公开|编发|推送|更新|公布)?(?:各类|相关)?(?:信息|内容|事项)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInLooseTotal();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,3}[，,;]\s*[\u4e00-\u9fa5]{0,8}\s*(?:合计|总计|共计|总共|共|累计|总数|总量)\s*(?<act>[\u4e00-\u9fa5]{2})?[\u4e00-\u9fa5]{0,4}\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInAct();
}
