using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds totals and their parts within a sentence: 共12条，其中A5条、B7条; A5条、B7条，共12条; 12条（A5条、B7条）; A、B分别为5条、7条.</summary>
internal static partial class PartListReader
{
    private const int ShortWords = 8;
    private const int ShortVerb = 2;

    public static IEnumerable<PartList> Read(FigureLine line, FigureLine? before)
    {
        var taken = new HashSet<TextSpan>();
        for (var i = 0; i < line.Count; i++)
        {
            if (Opened(line, before, i) is { } opened)
            {
                var isInner = taken.Contains(opened.Total.Span);
                taken.UnionWith(opened.Parts.Select(p => p.Span));
                yield return opened with { IsInner = isInner };
            }
            else if (i > 0 && !taken.Contains(line.Figures[i - 1].Span) && ImpliedList.Read(line, i) is { } implied)
            {
                yield return implied;
            }

            if (TotalLastList.Read(line, i) is { } last)
            {
                yield return last;
            }
        }
    }

    private static PartList? Opened(FigureLine line, FigureLine? before, int i)
    {
        var gap = line.Gap(i);
        if (Claim(line, gap, i) is not { } claim || (Parent(line, before, i, gap) ?? Farther(line, i, claim) ?? MixedParts.Parent(line, i)) is not { } total)
        {
            return null;
        }

        var parts = Parts(line, i, unit => unit == total.Unit);
        if (MixedParts.Read(line, i, total, parts) is { } mixed)
        {
            (parts, claim) = (mixed, PartClaim.Likely);
        }

        var isFar = i > 0 && total != line.Figures[i - 1] && line.Figures[i - 1].Unit != total.Unit && line.Depth(i - 1) == line.Depth(i);
        // 压缩45万元，由300万元降到255万元: a change and what it is between.
        if (parts.Figures.Count == 0 || (i + 1 < line.Count && SpokenGrowth.IsBecoming(line.Gap(i + 1))) || (isFar && !PartList.IsLittleMore(parts.Figures, total) && (parts.Figures.Count < 2 || parts.Figures.Exists(p => p.Value > total.Value))))
        {
            return null;
        }

        if ((PartWords.IsBy(gap) || Seen().IsMatch(gap)) && DividesAgain(line, before, i, parts.List))
        {
            return null;
        }

        // 组长1人、副组长3人、成员13人，其中领导6人，其余11人: all that was counted before is divided.
        if (AddsUp(line, i, parts.List))
        {
            return null;
        }

        if (claim is not (PartClaim.All or PartClaim.Likely) && (parts.Figures.Any(PartWords.IsRest) || PartWords.IsComposed(AfterParts(line, i + parts.Taken))))
        {
            claim = PartClaim.All;
        }

        return new PartList(Meant(line, i, total, parts), parts.Figures, parts.List, claim);
    }

    private static bool AddsUp(FigureLine line, int i, SumList parts)
    {
        var sum = line.Figures[Math.Max(0, i - 1)].Value;
        for (var k = i - 2; k >= 0 && line.Figures[k].Unit == line.Figures[i].Unit; k--)
        {
            sum += line.Figures[k].Value;
            if (parts.PlainSum() == sum)
            {
                return true;
            }
        }

        return false;
    }

    // 项目52个。按来源分，甲37个，乙15个；按类别分……: a second way of dividing what stands in the sentence before, or what the parts of the first way add up to.
    private static bool DividesAgain(FigureLine line, FigureLine? before, int i, SumList parts)
    {
        var sum = 0m;
        for (var k = i - 1; k >= 0 && line.Figures[k].Unit == line.Figures[i].Unit; k--)
        {
            sum += line.Figures[k].Value;
            if (parts.CanReach(sum))
            {
                return true;
            }
        }

        // Words that break a list off, like 告知已……, do not break off a way of dividing.
        var rest = line.Figures.Skip(i).TakeWhile(f => f.Unit == line.Figures[i].Unit).Sum(f => f.Value);
        return (sum > 0 && rest == sum) || before?.Figures.Any(f => f.Unit == line.Figures[i].Unit && (parts.CanReach(f.Value) || f.Value == rest)) == true;
    }

    // 来信420封，办结399封，其中教学类180封……: which of the figures before is divided only the sum can tell.
    private static Figure Meant(FigureLine line, int i, Figure nearest, (List<Figure> Figures, SumList List, int Taken) parts) =>
        parts.List.CanReach(nearest.Value, _ => false) || line.Gap(i) is ['中' or ':', ..] ? nearest
        : Enumerable.Range(0, i).Select(k => line.Figures[k]).LastOrDefault(f => f.Unit == nearest.Unit && parts.List.CanReach(f.Value, _ => false)) ?? nearest;

    private static PartClaim? Claim(FigureLine line, string gap, int i)
    {
        var some = PartWords.IsSome(gap);
        // 按类别看，……: what goes on so may name the greatest kinds only.
        if (PartWords.IsBy(gap))
        {
            return i == 0 ? PartClaim.Likely : ByLook().IsMatch(gap) ? PartClaim.Includes : PartClaim.All;
        }

        if (gap.Contains("分别", StringComparison.Ordinal))
        {
            // 三年分别比前一年多382条、529条、1373条: by how much it grew.
            if (Growing().IsMatch(gap))
            {
                return null;
            }

            return some ? PartClaim.Some : i > 0 && (line.IsTotal(i - 1) || About().IsMatch(gap)) ? PartClaim.All : null;
        }

        if (some)
        {
            return PartClaim.Some;
        }

        if (PartWords.IsIncludes(gap) && !gap.TrimEnd().EndsWith('等'))
        {
            return PartClaim.Includes;
        }

        if (i > 0 && line.Depth(i) == line.Depth(i - 1) + 1 && gap.IndexOf('(') is >= 0 and <= ShortWords && !Beside().IsMatch(gap))
        {
            return PartClaim.All;
        }

        var colon = i > 0 ? gap.IndexOf(':') : -1;
        return colon is 0 or 1 || (colon is > 1 and <= ShortWords && line.IsTotal(i - 1)) || (colon > 1 && Announces().IsMatch(gap.AsSpan(0, colon))) ? PartClaim.All : null;
    }

    // The total is the figure just before. Of a sentence that begins with 其中 it is the total of the sentence before.
    private static Figure? Parent(FigureLine line, FigureLine? before, int i, string gap)
    {
        var unit = line.Figures[i].Unit;
        if (i > 0)
        {
            if (PartWords.IsBy(gap) && Enumerable.Range(0, i).Where(k => line.Figures[k].Unit == unit).ToList() is [var whole, ..])
            {
                return line.Figures[whole];
            }

            // 总量8642条，较上学年增加312条，其中……: a change is nobody's total.
            var near = i - 1;
            while (near > 0 && line.Depth(near) == line.Depth(i) && (PartWords.IsChange(line.Clause(near)) || Average().IsMatch(line.Clause(near))) && line.Figures[near - 1].Unit == unit)
            {
                near--;
            }

            var previous = line.Figures[near];
            return Average().IsMatch(line.Clause(near)) ? null
                : previous.Unit == unit && line.Depth(near) <= line.Depth(i) ? previous : AcrossBrackets(line, i, unit);
        }

        if (before is null || !(BeginsWithSome().IsMatch(gap) || PartWords.IsBy(gap)))
        {
            return null;
        }

        var candidates = Enumerable.Range(0, before.Count).Where(k => before.Figures[k].Unit == unit && before.Depth(k) == 0 && !Average().IsMatch(before.Clause(k))).ToList();
        return candidates.Count switch
        {
            0 => null,
            1 => before.Figures[candidates[0]],
            // 15204条，比上一学年的14076条增加1128条。其中……: what it is compared with is not divided.
            _ => (Only(candidates.FindAll(before.IsTotal)) ?? Only(candidates.FindAll(k => !before.IsComparison(k)))) is { } only ? before.Figures[only] : null,
        };
    }

    private static int? Only(List<int> candidates) => candidates is [var only] ? only : null;

    // 发布采购信息452条，成交金额1.8亿元，其中货物类211条……: a figure of another kind stands between; the only one of the same kind before
    // it is the total.
    private static Figure? Farther(FigureLine line, int i, PartClaim claim)
    {
        if (!(claim == PartClaim.Some || (claim == PartClaim.All && i > 0 && Units.IsMeasure(line.Figures[i - 1].Unit))) || i < 2 || line.Figures[i - 1].Unit == line.Figures[i].Unit)
        {
            return null;
        }

        var same = Enumerable.Range(0, i).Where(k => line.Figures[k].Unit == line.Figures[i].Unit && line.Depth(k) == line.Depth(i)).ToList();
        return same is [var only] ? line.Figures[only] : null;
    }

    // 共发布信息300条（日均0.8条），其中…: what stands in brackets between is passed over.
    private static Figure? AcrossBrackets(FigureLine line, int i, string unit)
    {
        var k = i - 1;
        while (k > 0 && line.Depth(k) > line.Depth(i))
        {
            k--;
        }

        return k < i - 1 && line.Figures[k].Unit == unit && line.Depth(k) == line.Depth(i) ? line.Figures[k] : null;
    }

    /// <summary>The parts from a figure on: those of the same unit and depth, until something else begins.</summary>
    public static (List<Figure> Figures, SumList List, int Taken) Parts(FigureLine line, int i, Func<string, bool> isUnit)
    {
        var taken = new List<int>();
        var depth = line.Depth(i);
        // 9218条信息中，通过主页公开1875条，通过院系网站公开4826条
        var verbs = PartWords.IsVerb(line.Words(i)) || PartWords.IsVerb(line.Clause(i));
        var commas = 0;
        var k = i;
        for (; k < line.Count && line.Depth(k) >= depth; k++)
        {
            if (line.Depth(k) > depth)
            {
                continue;
            }

            var gap = line.Gap(k);
            if (!isUnit(line.Figures[k].Unit) || line.Clause(k).TrimEnd().EndsWith('各') || (k > i && line.Depth(k - 1) == depth && LeavesBracket(gap, depth)))
            {
                break;
            }

            if (k > i && (PartWords.IsStop(gap) || (gap.Contains(';') && line.Clause(k).TrimEnd().EndsWith('的')) || EndsInRate().IsMatch(gap) || (!verbs && !gap.TrimStart(')').StartsWith('、') && !EndsInMark().IsMatch(gap) && line.Words(k) is { Length: > ShortVerb } words && PartWords.IsVerb(words)) || (gap.Contains(';', StringComparison.Ordinal) && (commas > 0 || BeginsAnew(line, k) || DividesLast(line, k)))))
            {
                break;
            }

            commas += k > i && !gap.Contains(';', StringComparison.Ordinal) ? 1 : 0;
            taken.Add(k);
        }

        return (taken.ConvertAll(t => line.Figures[t]), ListOf(line, taken), k - i);
    }

    // …其中重大事项96项；校长办公会研究议题188项，其中…: behind the semicolon stands another total with parts of its own.
    private static bool BeginsAnew(FigureLine line, int k) => k + 1 < line.Count && PartWords.IsSome(line.Gap(k + 1));

    // …其中师范生220人，占55%；师范生中到乡村任教的90人: behind the semicolon the last part is divided.
    private static bool DividesLast(FigureLine line, int k) => Within().Match(line.Gap(k)) is { Success: true } within && line.Gap(k - 1).Contains(within.Groups["whole"].Value, StringComparison.Ordinal);

    private static bool LeavesBracket(string gap, int depth) => depth > 0 && gap.Contains(')', StringComparison.Ordinal);

    /// <summary>The numbers of the parts, with the places where one of them is divided again.</summary>
    public static SumList ListOf(FigureLine line, IReadOnlyList<int> taken) => new(
        [.. taken.Select(t => line.Figures[t].Value)],
        [.. taken.Select((t, n) => n > 0 && (PartWords.IsSome(line.Gap(t)) || PartWords.IsIncludes(line.Gap(t))))]);

    private static string AfterParts(FigureLine line, int k) => k < line.Count ? line.Gap(k) : line.Tail;

    [GeneratedRegex(@"^\s*其中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BeginsWithSome();

    [GeneratedRegex(@";\s*(?<whole>[\u4e00-\u9fa5]{2,8}?)中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Within();

    [GeneratedRegex(@"^[，,;]?\s*(?:按|从|以|涉及|来自|属于?|采用|通过|内容|来源|方式|对象)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex About();

    [GeneratedRegex(@"(?:组成|构成|如下|分布|分工|内答复|已答复|已办结|分别(?:是|为)?|包括|情况|[是为有即])$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announces();

    // 总体满意2886人次，满意率96.2%；住院患者受访……: behind the rate something else begins.
    [GeneratedRegex(@"率[^;%]{0,6}%[^;]*;", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInRate();

    // 312件（占公文总数390件的80%）、（上学年400件）: what stands in brackets is no part.
    [GeneratedRegex(@"占|总数|总量|共|较|比|上一?学?年|去年|同期|原|均|每|满分|主要|重点|集中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beside();

    // 3件公开全文，3件告知获取途径: what is done stands behind the number.
    [GeneratedRegex(@"[，,]\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInMark();

    [GeneratedRegex(@"平均|[日月周人场年]均", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Average();

    [GeneratedRegex(@"分别[^，,。;]{0,4}[较比][^，,。;]{0,10}[多少增减升降]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Growing();

    [GeneratedRegex(@"按[^，,。;:]{1,12}(?:看|计)[，,:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ByLook();

    [GeneratedRegex(@"分[^，。]{1,6}看", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Seen();
}
