using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds totals and their parts within a sentence: 共12条，其中A5条、B7条; A5条、B7条，共12条; 12条（A5条、B7条）; A、B分别为5条、7条.</summary>
internal static partial class PartListReader
{
    private const int ShortWords = 8;
    private const int ShortVerb = 2;

    private static readonly SearchValues<char> VerbSigns = SearchValues.Create("通发编召开举收受答回推更报印出接组完办建新拥阅浏点转培公制修听处参粉关访解刊维设覆惠");
    private static readonly SearchValues<char> StopSigns = SearchValues.Create("按从看另此同较比增提下减均截计共总上去");

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
        if (Claim(line, gap, i) is not { } claim || (Parent(line, before, i, gap) ?? Farther(line, i, claim)) is not { } total)
        {
            return null;
        }

        var parts = Parts(line, i, total.Unit);
        var isFar = i > 0 && total != line.Figures[i - 1] && line.Figures[i - 1].Unit != total.Unit && line.Depth(i - 1) == line.Depth(i);
        if (parts.Figures.Count == 0 || (isFar && (parts.Figures.Count < 2 || parts.Figures.Exists(p => p.Value > total.Value))))
        {
            return null;
        }

        if ((IsBy(gap) || Seen().IsMatch(gap)) && DividesAgain(line, before, i, parts.List))
        {
            return null;
        }

        if (claim != PartClaim.All && (parts.Figures.Any(IsRest) || IsComposed(AfterParts(line, i + parts.Taken))))
        {
            claim = PartClaim.All;
        }

        return new PartList(Meant(line, i, total, parts), parts.Figures, parts.List, claim);
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
        parts.List.CanReach(nearest.Value, _ => false) || line.Gap(i).StartsWith('中') ? nearest
        : Enumerable.Range(0, i).Select(k => line.Figures[k]).LastOrDefault(f => f.Unit == nearest.Unit && parts.List.CanReach(f.Value, _ => false)) ?? nearest;

    private static PartClaim? Claim(FigureLine line, string gap, int i)
    {
        var some = IsSome(gap);
        // 按类别看，……: a sentence that begins so may name the greatest kinds only.
        if (IsBy(gap))
        {
            return i > 0 ? PartClaim.All : PartClaim.Likely;
        }

        if (gap.Contains("分别", StringComparison.Ordinal))
        {
            return some ? PartClaim.Some : i > 0 && (line.IsTotal(i - 1) || About().IsMatch(gap)) ? PartClaim.All : null;
        }

        if (some)
        {
            return PartClaim.Some;
        }

        if (IsIncludes(gap) && !gap.TrimEnd().EndsWith('等'))
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
            if (IsBy(gap) && Enumerable.Range(0, i).Where(k => line.Figures[k].Unit == unit).ToList() is [var whole, ..])
            {
                return line.Figures[whole];
            }

            // 总量8642条，较上学年增加312条，其中……: a change is nobody's total.
            var near = i - 1;
            while (near > 0 && line.Depth(near) == line.Depth(i) && Change().IsMatch(line.Clause(near)) && line.Figures[near - 1].Unit == unit)
            {
                near--;
            }

            var previous = line.Figures[near];
            return previous.Unit == unit && line.Depth(near) <= line.Depth(i) ? previous : AcrossBrackets(line, i, unit);
        }

        if (before is null || !(BeginsWithSome().IsMatch(gap) || IsBy(gap)))
        {
            return null;
        }

        var candidates = Enumerable.Range(0, before.Count).Where(k => before.Figures[k].Unit == unit && before.Depth(k) == 0).ToList();
        return candidates.Count switch
        {
            0 => null,
            1 => before.Figures[candidates[0]],
            _ => candidates.FindAll(before.IsTotal) is [var only] ? before.Figures[only] : null,
        };
    }

    // 发布采购信息452条，成交金额1.8亿元，其中货物类211条……: a figure of another kind stands between; the only one of the same kind before
    // it is the total.
    private static Figure? Farther(FigureLine line, int i, PartClaim claim)
    {
        if (claim != PartClaim.Some || i < 2 || line.Figures[i - 1].Unit == line.Figures[i].Unit)
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
    public static (List<Figure> Figures, SumList List, int Taken) Parts(FigureLine line, int i, string unit)
    {
        var taken = new List<int>();
        var depth = line.Depth(i);
        var verbs = IsVerb(line.Words(i));
        var commas = 0;
        var k = i;
        for (; k < line.Count && line.Depth(k) >= depth; k++)
        {
            if (line.Depth(k) > depth)
            {
                continue;
            }

            var gap = line.Gap(k);
            if (line.Figures[k].Unit != unit || (k > i && line.Depth(k - 1) == depth && LeavesBracket(gap, depth)))
            {
                break;
            }

            if (k > i && (IsStop(gap) || EndsInRate().IsMatch(gap) || (!verbs && !gap.StartsWith('、') && line.Words(k) is { Length: > ShortVerb } words && IsVerb(words)) || (gap.Contains(';', StringComparison.Ordinal) && (commas > 0 || BeginsAnew(line, k) || DividesLast(line, k)))))
            {
                break;
            }

            commas += k > i && !gap.Contains(';', StringComparison.Ordinal) ? 1 : 0;
            taken.Add(k);
        }

        return (taken.ConvertAll(t => line.Figures[t]), ListOf(line, taken), k - i);
    }

    // …其中重大事项96项；校长办公会研究议题188项，其中…: behind the semicolon stands another total with parts of its own.
    private static bool BeginsAnew(FigureLine line, int k) => k + 1 < line.Count && IsSome(line.Gap(k + 1));

    // …其中师范生220人，占55%；师范生中到乡村任教的90人: behind the semicolon the last part is divided.
    private static bool DividesLast(FigureLine line, int k) => Within().Match(line.Gap(k)) is { Success: true } within && line.Gap(k - 1).Contains(within.Groups["whole"].Value, StringComparison.Ordinal);

    private static bool LeavesBracket(string gap, int depth) => depth > 0 && gap.Contains(')', StringComparison.Ordinal);

    /// <summary>The numbers of the parts, with the places where one of them is divided again.</summary>
    public static SumList ListOf(FigureLine line, IReadOnlyList<int> taken) => new(
        [.. taken.Select(t => line.Figures[t].Value)],
        [.. taken.Select((t, n) => n > 0 && (IsSome(line.Gap(t)) || IsIncludes(line.Gap(t))))]);

    private static string AfterParts(FigureLine line, int k) => k < line.Count ? line.Gap(k) : line.Tail;

    /// <summary>Whether a part is what remains: then all of the total is named.</summary>
    public static bool IsRest(Figure part) => part.Label.AsSpan().ContainsAny('其', '剩', '余') && Rest().IsMatch(part.Label);

    // A glance at the characters spares most of the searches: few gaps hold any of these words.
    private static bool IsSome(string gap) => gap.AsSpan().ContainsAny('中', '含', '里') && Some().IsMatch(gap.Contains(')', StringComparison.Ordinal) ? Closed().Replace(gap, "") : gap);

    private static bool IsBy(string gap) => gap.AsSpan().ContainsAny('按', '从') && By().IsMatch(gap);

    private static bool IsIncludes(string gap) => gap.AsSpan().ContainsAny('包', '分', '由') && Includes().IsMatch(gap);

    private static bool IsComposed(string words) => words.Contains('成', StringComparison.Ordinal) && Composed().IsMatch(words);

    /// <summary>Whether words say that the list of parts is over.</summary>
    public static bool IsStop(string gap) => gap.AsSpan().ContainsAny(StopSigns) && Stop().IsMatch(gap);

    /// <summary>Whether a clause says by how much something grew or fell.</summary>
    public static bool IsChange(string clause) => Change().IsMatch(clause);

    /// <summary>Whether words begin with what is done: 发布, 召开 ….</summary>
    public static bool IsVerb(string words) => words.Length > 0 && VerbSigns.Contains(words[0]) && Verb().IsMatch(words);

    /// <summary>What the words before a figure begin with, once joints and place holders are taken off.</summary>
    public static string Words(string gap) => Lead().Replace(gap.Trim(), "");

    [GeneratedRegex(@"其中|当中有|含有|(?<=[(，,])\s*含|^\s*[\u4e00-\u9fa5]{0,8}(?:(?<!其)中|里)[，,:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Some();

    [GeneratedRegex(@"^\s*其中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BeginsWithSome();

    [GeneratedRegex(@";\s*(?<whole>[\u4e00-\u9fa5]{2,8}?)中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Within();

    [GeneratedRegex(@"包括|包含|分为|分布为|[，,]由(?![^，,。;]{1,12}(?:提出|负责|承担|申请|提供|发布|牵头|完成|办理))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Includes();

    [GeneratedRegex(@"^[，,;]?\s*(?:按|从|以|涉及|来自|属于?|采用|通过|内容|来源|方式|对象)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex About();

    [GeneratedRegex(@"(?:组成|构成|如下|分布|分工|分别(?:是|为)?|包括|情况|[是为有即])$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announces();

    // 总体满意2886人次，满意率96.2%；住院患者受访……: behind the rate something else begins.
    [GeneratedRegex(@"率[^;%]{0,6}%[^;]*;", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInRate();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Closed();

    // 312件（占公文总数390件的80%）、（上学年400件）: what stands in brackets is no part.
    [GeneratedRegex(@"占|总数|总量|共|较|比|上一?学?年|去年|同期|原|均|每|满分", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beside();

    [GeneratedRegex(@"组成|构成", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Composed();

    [GeneratedRegex(@"其他|其余|其它|剩余|余下|剩下", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();

    [GeneratedRegex(@"按[^，,。;:]{1,12}(?:分|划分|统计|来看|看|计)[类为]?[，,:]|按[^，,。;:]{1,12}(?:分|划分)[类为]?|从[^，,。;:]{1,12}(?:来)?看[，,:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"较|同比|环比|增加|增长|减少|下降|净增|比上|比去", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"按[^，,。;:]{1,12}(?:分|划分|看[，,:])|分[^，,。;:]{1,6}看|从[^，,。;:]{1,12}看|另外|此外|另有|另[行设]|同时|同比|环比|相比|较|比上|净增|增长|提高|下降|[，,、;]\s*(?:增加|减少)|平均|人均|日均|截至|累计|总计|合计|共计|总共|[，,、;]\s*共|总数|总量|上一?学?年(?!度?(?:末|底)?(?:结转|结余))|去年", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stop();

    [GeneratedRegex(@"^(?:[条件篇项份个次]|[，,、;:()\s]|其中|包括|包含|涵盖|分别|并|还|另|全年|全校|本学?年度?|学校|年内|主要|有|为|是)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"分[^，。]{1,6}看", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Seen();

    [GeneratedRegex(@"^(?:通过[^，,]{1,16}?)?(?:发布|编发|编印|编辑|召开|开展|举办|举行|收到|受理|答复|回复|推送|更新|报送|印发|出版|出台|接待|组织|完成|办理|办结|建立|建成|新增|拥有|阅读|浏览|点赞|转发|培训|公开|推出|制作|修订|制定|接听|处理|参与|参加|粉丝|关注|访问|点击|解答|回应|刊发|刊登|维护|设置|设立|开设|覆盖|惠及)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verb();
}
