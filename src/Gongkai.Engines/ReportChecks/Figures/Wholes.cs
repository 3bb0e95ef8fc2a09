using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds numbers that claim to be all of a kind, or what there was of it, and that no other place gives: 十二个学院里，有三个……, where there are 13个学院; 院报由6期增到8期, where 出4期 is told;
/// 分五批返校 and 第一批 to 第六批. Worth a look only.</summary>
internal static partial class Wholes
{
    private const int ShortestName = 2;
    private const int Most = 100;
    private const int Reach = 1500;

    private static readonly System.Buffers.SearchValues<char> WholeSigns = System.Buffers.SearchValues.Create("里中校院");

    private const decimal Nearly = 1.25m;
    private const decimal FarthestChange = 2m;

    /// <summary>Every pair that differs.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var (text, start) = (lines[at].Words(), lines[at].Sentence.Span.Start);
            if (text.AsSpan().ContainsAny(WholeSigns))
            {
                foreach (Match match in Whole().Matches(text).Take(Most))
                {
                    if (Compare(lines, at, Of(match, start), match.Groups["name"].Value, null, Nearly) is { } other)
                    {
                        yield return Pair.InOrder(match.Groups["name"].Value, other, Of(match, start));
                    }
                }
            }

            if (text.AsSpan().ContainsAny('由', '从') && Change().Match(text) is { Success: true } change && Subject(change.Groups["name"].Value) is { Length: >= ShortestName } name
                && Compare(lines, at, Of(change, start), name, ChineseNumber.ParseAny(change.Groups["m"].ValueSpan), FarthestChange) is { } was)
            {
                yield return Pair.InOrder(name, was, Of(change, start));
            }

            if (text.Contains('分', StringComparison.Ordinal) && Batches().Match(text) is { Success: true } batches && Counted(reading, start + batches.Index, batches.Groups["u"].Value) is { } count && count.Value != Of(batches, start).Value)
            {
                yield return Pair.InOrder($"第{batches.Groups["u"].Value}", Of(batches, start), count);
            }
        }
    }

    private static Figure Of(Match match, int offset) => new(
        match.Groups["name"].Value, ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) ?? 0, match.Groups["u"].Value, false, null, new TextSpan(offset + match.Groups["n"].Index, offset + match.Groups["u"].Index + match.Groups["u"].Length));

    // The only other number of the same kind, when none agrees.
    private static Figure? Compare(List<FigureLine> lines, int at, Figure figure, string name, decimal? becomes, decimal farthest)
    {
        var others = new List<Figure>();
        for (var k = 0; k < lines.Count && figure.Value > 1; k++)
        {
            for (var i = 0; k != at && i < lines[k].Count; i++)
            {
                if (!Units.AreAlike(lines[k].Figures[i].Unit, figure.Unit) && !Units.Same(lines[k].Figures[i].Unit, figure.Unit))
                {
                    continue;
                }

                // One elsewhere that agrees, or several together that do, say what is meant.
                if (lines[k].Figures[i].Value == figure.Value || lines[k].Figures[i].Value == becomes || (i > 0 && lines[k].Figures[i].Value + lines[k].Figures[i - 1].Value == figure.Value))
                {
                    return null;
                }

                if (!lines[k].Figures[i].Approximate && IsNamed(lines[k], i, name) && (Units.IsMeasure(figure.Unit) || !Otherwise().IsMatch(lines[k].Clause(i))))
                {
                    others.Add(lines[k].Figures[i]);
                }
            }
        }

        var near = others.FindAll(o => Math.Max(o.Value, figure.Value) <= Math.Min(o.Value, figure.Value) * farthest);
        return near.DistinctBy(o => o.Value).Count() == 1 ? near[0] : null;
    }

    // 栏目26个, 13个二级学院, 院报一学年出4期.
    private static bool IsNamed(FigureLine line, int i, string name) =>
        (line.Behind(i).IndexOf(name, StringComparison.Ordinal) is >= 0 and <= 4) || (Units.IsMeasure(line.Figures[i].Unit) ? line.Lead(i) : line.Clause(i)).Contains(name, StringComparison.Ordinal);

    private static string Subject(string words)
    {
        var name = Filling().Replace(words, "");
        return name.Length > 4 ? name[^3..] : name;
    }

    // 第一批 to 第六批, none left out.
    private static Figure? Counted(Reading reading, int from, string unit)
    {
        var end = Math.Min(reading.NextPart(from), Math.Min(reading.Folded.Length, from + Reach));
        var told = Ordinal().Matches(reading.Folded[from..end]).Where(m => m.Groups["u"].Value == unit)
            .Select(m => (Number: ChineseNumber.ParseAny(m.Groups["n"].ValueSpan) ?? 0, Span: new TextSpan(from + m.Index, from + m.Index + m.Length))).ToList();
        var numbers = told.Select(t => t.Number).Distinct().Order().ToList();
        return numbers.Count > 1 && numbers[0] == 1 && numbers[^1] == numbers.Count ? new Figure(unit, numbers.Count, unit, false, null, told.Find(t => t.Number == numbers.Count).Span) : null;
    }

    [GeneratedRegex(@"(?<![\d第.一二三四五六七八九十百约近])(?<n>\d{2,4}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?<u>个|家|所|项|名|位|门|处|块|部)(?<name>[\u4e00-\u9fa5]{2,6}?)(?:里|中|当中|之中)[，,有]|(?:全校|全院|全市|全省|我校|本校)(?<n>\d{2,4}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?<u>个|家|所|门|处|块)(?:二级)?(?<name>学院|学部|部门|单位|处室|院系|班级|支部|网站|专业|公告栏|实验室)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?:^|[，,;。:.、把将使])(?<name>[\u4e00-\u9fa5]{2,10}?)(?:由|从)(?:现在的?|现有的?|目前的?|原来的?|原有的?)?(?<n>\d{1,5}|[二两三四五六七八九十]{1,3})(?<u>个工作日|工作日|个小时|小时|分钟|天|个|名|人|位|期|次|家|场|项|门|块|条|种|处|台|所)[^，,。;\d]{0,6}?(?:增|扩|提|升|减|压|降|调|缩|变)[^，,。;\d]{0,4}?(?:到|至|为)(?<m>\d{1,5}|[二两三四五六七八九十]{1,3})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"分(?:成|为|作)?(?<n>[两二三四五六七八九十]|\d{1,2})个?(?<u>批|期|轮|阶段|场|组)(?!次?中)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Batches();

    [GeneratedRegex(@"第(?<n>[一二三四五六七八九十]|\d{1,2})(?<u>批|期|轮|阶段|场|组)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(?:将|把|使|校内|全校|学校|每年|每学年|专职|兼职)+|(?:的?(?:数量?|总数|人数|队伍|规模|频次|编制|出版)|每?一?学?年|每学期)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Filling();

    [GeneratedRegex(@"上一?学?年|去年|往年|同期|其中|新增|增加|减少|较|比|平均|每|第|另|计划|拟", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
