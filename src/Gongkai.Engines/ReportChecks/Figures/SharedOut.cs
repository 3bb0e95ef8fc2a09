using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds totals and parts that other words join than 其中: 64个单位各有1名，院系31名，机关33名; 联络员41名，遍及13个学院、28个部门，每单位1名; 17件申请的来源，邮件12件，信函5件;
/// 发现问题132个。问题中，失效的61个，…. Worth a look only.</summary>
internal static partial class SharedOut
{
    private const int SentencesBack = 2;
    private const int FewestAmong = 3;

    private static readonly System.Buffers.SearchValues<char> Each = System.Buffers.SearchValues.Create("各均每都");

    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Count < 2)
            {
                continue;
            }

            if (line.Words().AsSpan().ContainsAny(Each) && (OneEach(line) ?? EachOne(line)) is { } one)
            {
                yield return one;
            }

            for (var i = 0; i + 1 < line.Count; i++)
            {
                if (i > 0 && line.Gap(i) is var gap && Composed().IsMatch(gap) && Parts(line, i, line.Figures[i - 1].Unit) is { Count: > 1 } parts)
                {
                    yield return Of(line, line.Figures[i - 1], parts);
                }
                else if (line.Gap(i) is var lead && lead.AsSpan().ContainsAny('中', '里') && Among().Match(lead) is { Success: true } among && Parts(line, i, line.Figures[i].Unit) is { Count: >= FewestAmong } some
                    && Whole(lines, at, i, among.Groups["of"].Value, some) is { } whole)
                {
                    yield return Of(line, whole, some);
                }
            }
        }
    }

    // 64个二级单位各指定1名信息员，其中院系31名，……: there are as many as units.
    private static PartList? OneEach(FigureLine line)
    {
        if (UnitsOfOne().Match(line.Words()) is not { Success: true } match)
        {
            return null;
        }

        var (units, behind) = (line.Sentence.Span.Start + match.Groups["n"].Index, line.Sentence.Span.Start + match.Index + match.Length);
        var first = Enumerable.Range(0, line.Count).FirstOrDefault(i => line.Figures[i].Span.Start >= behind, -1);
        return first < 0 || line.Figures.FirstOrDefault(f => f.Span.Start == units) is not { } total || !Units.CountsPeople(line.Figures[first].Unit) || Parts(line, first, line.Figures[first].Unit) is not { Count: > 1 } parts ? null
            : Of(line, total with { Unit = line.Figures[first].Unit }, parts);
    }

    // 联络员41名，遍及13个学院、22个部门和6个直属单位，每单位1名: as many units as there are of them.
    private static PartList? EachOne(FigureLine line)
    {
        if (OneOfUnits().Match(line.Words()) is not { Success: true } match)
        {
            return null;
        }

        var end = line.Sentence.Span.Start + match.Index;
        var before = Enumerable.Range(0, line.Count).Where(i => line.Figures[i].Span.End <= end).ToList();
        var parts = before.AsEnumerable().Reverse().TakeWhile(i => line.Figures[i].Unit is "个" or "家" or "所").Reverse().ToList();
        return parts.Count > 1 && parts[0] > 0 && line.Figures[parts[0] - 1] is var total && Units.CountsPeople(total.Unit) && parts.TrueForAll(i => line.Figures[i].Value < total.Value) ? Of(line, total, parts) : null;
    }

    private static List<int> Parts(FigureLine line, int i, string unit)
    {
        var (figures, _, _) = PartListReader.Parts(line, i, u => u == unit);
        return [.. Enumerable.Range(i, line.Count - i).Where(k => figures.Contains(line.Figures[k]))];
    }

    private static PartList Of(FigureLine line, Figure total, List<int> parts) => new(total, parts.ConvertAll(p => line.Figures[p]), PartListReader.ListOf(line, parts), PartClaim.Likely);

    // What the words name, the nearest before that is not less than a part.
    private static Figure? Whole(IReadOnlyList<FigureLine> lines, int at, int i, string of, List<int> parts)
    {
        var (unit, greatest) = (lines[at].Figures[i].Unit, parts.Max(p => lines[at].Figures[p].Value));
        var before = lines[at].Figures.Take(i).Reverse().ToList();
        for (var back = 1; back <= SentencesBack && at - back >= 0 && lines[at].Sentence.Block - lines[at - back].Sentence.Block <= 1; back++)
        {
            before.AddRange(lines[at - back].Figures.Reverse());
        }

        var named = before.FindAll(f => f.Unit == unit && f.Value > greatest && f.Label.Contains(of, StringComparison.Ordinal));
        return named.Exists(f => f.Value == parts.Sum(p => lines[at].Figures[p].Value)) ? null : named.FirstOrDefault();
    }

    [GeneratedRegex(@"(?<![\d第.])(?<n>\d{2,4})(?:个|家|所)[^，,;。\d]{1,12}?(?:各自?|均|都|分别)[^，,;。\d]{0,8}(?:1|一)(?:名|位|人)[^，,;。\d]{0,8}[，,;:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnitsOfOne();

    [GeneratedRegex(@"[，,](?:每个?|各)(?:单位|部门|学院|处室|家|院系)(?:各|均|都)?[^，,;。\d]{0,4}(?:1|一)(?:名|位|人)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneOfUnits();

    [GeneratedRegex(@"^[^，,;:。\d]{0,12}(?:来源|方式|渠道|构成|类别|类型|内容|去向|分布|结构|途径|原因|身份)(?:为|是|看|上|来看)?[，,:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Composed();

    [GeneratedRegex(@"(?:^|[。;])\s*(?:在|这些|上述|所有)?(?<of>[\u4e00-\u9fa5]{2,6}?)(?:中|里|当中|之中)[，,]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Among();
}
