using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds totals and their parts within a sentence: 共12条，其中A5条、B7条; A5条、B7条，共12条; 12条（A5条、B7条）; A、B分别为5条、7条.</summary>
internal static partial class PartListReader
{
    private const int ShortWords = 8;

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
            else if (i > 0 && !taken.Contains(line.Figures[i - 1].Span) && Implied(line, i) is { } implied)
            {
                yield return implied;
            }

            if (TotalLast(line, i) is { } last)
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

        if (claim != PartClaim.All && (parts.Figures.Any(IsRest) || Composed().IsMatch(AfterParts(line, i + parts.Taken))))
        {
            claim = PartClaim.All;
        }

        return new PartList(total, parts.Figures, parts.List, claim);
    }

    private static PartClaim? Claim(FigureLine line, string gap, int i)
    {
        var some = Some().IsMatch(gap);
        if (i > 0 && By().IsMatch(gap))
        {
            return PartClaim.All;
        }

        if (gap.Contains("分别", StringComparison.Ordinal))
        {
            return some ? PartClaim.Some : i > 0 && line.IsTotal(i - 1) ? PartClaim.All : null;
        }

        if (some)
        {
            return PartClaim.Some;
        }

        if (Includes().IsMatch(gap) && !gap.TrimEnd().EndsWith('等'))
        {
            return PartClaim.Includes;
        }

        if (i > 0 && line.Depth(i) == line.Depth(i - 1) + 1 && gap.IndexOf('(') is >= 0 and <= ShortWords)
        {
            return PartClaim.All;
        }

        var colon = i > 0 ? gap.IndexOf(':') : -1;
        return colon is 0 or 1 || (colon is > 1 and <= ShortWords && line.IsTotal(i - 1)) ? PartClaim.All : null;
    }

    // The total is the figure just before. Of a sentence that begins with 其中 it is the total of the sentence before.
    private static Figure? Parent(FigureLine line, FigureLine? before, int i, string gap)
    {
        var unit = line.Figures[i].Unit;
        if (i > 0)
        {
            if (By().IsMatch(gap) && Enumerable.Range(0, i).Where(k => line.Figures[k].Unit == unit).ToList() is [var whole, ..])
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

        if (before is null || !BeginsWithSome().IsMatch(gap))
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

    private static PartList? Implied(FigureLine line, int i)
    {
        if ((!line.IsTotal(i - 1) && !OneKind(line, i)) || line.Figures[i].Unit != line.Figures[i - 1].Unit || line.Depth(i) != line.Depth(i - 1))
        {
            return null;
        }

        var gap = line.Gap(i);
        var words = Words(gap);
        if (Stop().IsMatch(gap) || Verb().IsMatch(words) || words.Length > 16)
        {
            return null;
        }

        var total = line.Figures[i - 1];
        var parts = Parts(line, i, total.Unit);
        var claim = parts.Figures.Any(IsRest) ? PartClaim.All : PartClaim.Implied;
        return parts.Figures.Count < 2 || parts.Figures.Any(p => p.Value > total.Value) ? null : new PartList(total, parts.Figures, parts.List, claim);
    }

    // 制度文件32份，党群类9份，行政类14份，教学类9份: labels made alike are parts even without a word that says so.
    private static bool OneKind(FigureLine line, int i)
    {
        var labels = Enumerable.Range(i, line.Count - i).TakeWhile(k => line.Figures[k].Unit == line.Figures[i - 1].Unit).Select(k => line.Figures[k].Label).ToList();
        return labels.Count >= 3 && Alike().IsMatch(labels[0]) && !Alike().IsMatch(line.Figures[i - 1].Label) && labels.TrueForAll(l => l.Length > 1 && l[^1] == labels[0][^1]);
    }

    private static PartList? TotalLast(FigureLine line, int i)
    {
        var ends = i >= 2 && EndsInTotal().IsMatch(line.Gap(i));
        if (i < 2 || (!ends && !EndsInLooseTotal().IsMatch(line.Gap(i))))
        {
            return null;
        }

        var unit = line.Figures[i].Unit;
        var first = i;
        while (first > 0 && line.Figures[first - 1].Unit == unit && line.Depth(first - 1) == line.Depth(i) && (first == i || !line.Gap(first).Contains('。')))
        {
            first--;
        }

        if (i - first < 2)
        {
            return null;
        }

        var range = Enumerable.Range(first, i - first).ToList();
        for (var start = first; start < i - 1; start++)
        {
            var tail = range.Skip(start - first).ToList();
            var list = ListOf(line, tail);
            if (list.CanReach(line.Figures[i].Value) || line.Figures[start].Value == line.Figures[i].Value)
            {
                return null;
            }
        }

        return new PartList(line.Figures[i], [.. range.Select(k => line.Figures[k])], ListOf(line, range), ends ? PartClaim.All : PartClaim.Some);
    }

    private static (List<Figure> Figures, SumList List, int Taken) Parts(FigureLine line, int i, string unit)
    {
        var taken = new List<int>();
        var depth = line.Depth(i);
        var verbs = Verb().IsMatch(Words(line.Gap(i)));
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

            if (k > i && (Stop().IsMatch(gap) || (!verbs && Verb().IsMatch(Words(gap))) || (gap.Contains(';', StringComparison.Ordinal) && commas > 0)))
            {
                break;
            }

            commas += k > i && !gap.Contains(';', StringComparison.Ordinal) ? 1 : 0;
            taken.Add(k);
        }

        return (taken.ConvertAll(t => line.Figures[t]), ListOf(line, taken), k - i);
    }

    private static bool LeavesBracket(string gap, int depth) => depth > 0 && gap.Contains(')', StringComparison.Ordinal);

    private static SumList ListOf(FigureLine line, IReadOnlyList<int> taken) => new(
        [.. taken.Select(t => line.Figures[t].Value)],
        [.. taken.Select((t, n) => n > 0 && (Some().IsMatch(line.Gap(t)) || Includes().IsMatch(line.Gap(t))))]);

    private static string AfterParts(FigureLine line, int k) => k < line.Count ? line.Gap(k) : line.Tail;

    private static bool IsRest(Figure part) => Rest().IsMatch(part.Label);

    private static string Words(string gap) => Lead().Replace(gap.Trim(), "");

    [GeneratedRegex(@"其中|当中有|含有|(?<=\()含", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Some();

    [GeneratedRegex(@"^\s*其中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BeginsWithSome();

    [GeneratedRegex(@"包括|包含|分为|分布为|[，,]由", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Includes();

    [GeneratedRegex(@"组成|构成", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Composed();

    [GeneratedRegex(@"其他|其余|其它|剩余", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();

    [GeneratedRegex(@"按[^，,。;:]{1,12}(?:分|划分|统计|来看)[类为]?[，,:]?|从[^，,。;:]{1,12}(?:来)?看[，,:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"较|同比|环比|增加|增长|减少|下降|净增|比上|比去", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"(?:类|级|性|型|面|口|科)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Alike();

    [GeneratedRegex(@"^\s*等\s*[，,、]?\s*(?:合计|总计|共计|共|累计)(?:发布|公开|编发|推送|更新|公布)?(?:各类|相关)?(?:信息|内容|事项)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInLooseTotal();

    [GeneratedRegex(@"按[^，,。;:]{1,12}(?:分|划分)|从[^，,。;:]{1,12}看|另外|此外|另有|另[行设]|同时|同比|环比|相比|较|比上|增长|增加|减少|提高|下降|平均|人均|日均|截至|累计|总计|合计|共计|总共|[，,、;]\s*共|总数|总量|上一?学?年|去年", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stop();

    [GeneratedRegex(@"^[，,、;]?\s*(?:以上|上述|[一二两三四五六七八九十\d]{1,2}(?:项|类|者|种|部分|个平台|个渠道)|各项|各类|全部|全年|总体)*\s*(?:(?:合计|总计)[^，,、;。]{0,10}|(?:共计|总共|一共|共|累计)(?:为|达|有)?)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInTotal();

    [GeneratedRegex(@"^(?:[条件篇项份个次]|[，,、;:()\s]|其中|包括|包含|涵盖|分别|并|还|另|全年|全校|本学?年度?|学校|年内|主要|有|为|是)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:通过[^，,]{1,16}?)?(?:发布|编发|编印|编辑|召开|开展|举办|举行|收到|受理|答复|回复|推送|更新|报送|印发|出版|出台|接待|组织|完成|办理|办结|建立|建成|新增|拥有|阅读|浏览|点赞|转发|培训|公开|推出|制作|修订|制定|接听|处理|参与|参加|粉丝|关注|访问|点击|解答|回应|刊发|刊登|维护|设置|设立|开设|覆盖|惠及)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verb();
}
