using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds one kind of thing that is counted twice, once in front of its name and once behind it: 收费项目13个 … 15个收费项目. Worth a look only,
/// since some of them may be meant in one place and all in the other.</summary>
internal static partial class CountedNouns
{
    private const int LongestName = 8;

    /// <summary>Every pair of counts that differ, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(List<FigureLine> lines)
    {
        var (before, behind) = (new List<(string Name, Figure Figure, int Line)>(), new List<(string Words, Figure Figure, int Line)>());
        for (var at = 0; at < lines.Count; at++)
        {
            for (var i = 0; i < lines[at].Count; i++)
            {
                var (line, figure) = (lines[at], lines[at].Figures[i]);
                if (figure.Approximate || line.Depth(i) > 0 || !Thing().IsMatch(figure.Unit) || Part().IsMatch(line.Clause(i)))
                {
                    continue;
                }

                if (Name().Match(line.Behind(i)) is { Success: true } name && !General().IsMatch(name.Groups["name"].Value))
                {
                    before.Add((name.Groups["name"].Value, figure, at));
                }
                else if (line.Behind(i).Length == 0 && line.Clause(i) is { Length: >= 4 } clause)
                {
                    behind.Add((clause[Math.Max(0, clause.Length - LongestName)..], figure, at));
                }
            }
        }

        return from count in before
               from other in behind
               where other.Line != count.Line && (other.Figure.Unit == count.Figure.Unit || count.Figure.Unit == "个") && other.Figure.Value != count.Figure.Value && other.Words.EndsWith(count.Name, StringComparison.Ordinal)
                   && behind.Count(b => b.Words.EndsWith(count.Name, StringComparison.Ordinal)) == 1 && before.Count(b => b.Name == count.Name) == 1
               let isFirst = count.Figure.Span.Start < other.Figure.Span.Start
               select (count.Name, isFirst ? count.Figure : other.Figure, isFirst ? other.Figure : count.Figure);
    }

    [GeneratedRegex(@"^(?:[个所家项门种类台处间座支]|大?类)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Thing();

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fa5]{4,8}?)(?:$|中|的|里|与|逐|均|都|已|参与|参加|实现|完成|纳入|接入|开通|进行|有)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"其中|新增|增加|减少|有关|部分|另|第|每|平均|上一?学?年|去年|不少于|将(?=在|于|继续|进一步|达|建|新|增|再)|拟|计划", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"工作日|方面|部分|百分点|(?:信息|会议|活动|讲座|意见|建议|问题|通知|公告|文件|材料|工作|事项|情况)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex General();
}
