using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds how much a channel put out told twice with a slip of the hand: 信息公开网全年新增信息486条 … 本学年信息公开网共发布信息468条. The channel stands in the clause of the number or of the verb behind it; other differences may
/// be of other things. Worth a look only.</summary>
internal static partial class ChannelCounts
{
    private const decimal Least = 100;

    private static readonly (string Name, string[] Words)[] Channels =
    [
        ("信息公开网", ["信息公开网", "信息公开专网"]),
        ("主页", ["主页", "官网", "门户网站", "校园网", "学校网站", "学院网站"]),
        ("微信", ["微信", "公众号"]),
        ("微博", ["微博"]),
        ("视频号", ["视频号"]),
        ("抖音", ["抖音"]),
        ("专栏", ["信息公开专栏"]),
    ];

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(List<FigureLine> lines)
    {
        var told = new List<(string Channel, Figure Figure, int Line)>();
        for (var at = 0; at < lines.Count; at++)
        {
            for (var i = 0; i < lines[at].Count; i++)
            {
                if (lines[at].Figures[i] is { Approximate: false, Value: >= Least, Unit: "条" or "篇" or "则" } figure && !Otherwise().IsMatch(lines[at].Clause(i)) && Of(lines[at].Clause(i)) is { } channel)
                {
                    told.Add((channel, figure, at));
                }
            }
        }

        foreach (var channel in told.GroupBy(t => t.Channel).Where(g => g.Count() > 1))
        {
            foreach (var second in channel)
            {
                var firsts = channel.Where(f => f.Line < second.Line && f.Figure.Unit == second.Figure.Unit && Slip.IsSwap(f.Figure.Value, second.Figure.Value)).ToList();
                if (firsts is [var first] && !channel.Any(t => t != second && t.Figure.Value == second.Figure.Value))
                {
                    yield return (channel.Key, first.Figure, second.Figure);
                }
            }
        }
    }

    // The channel that stands last: 除校园网外，微信推送.
    private static string? Of(string clause) =>
        Channels.Select(c => (c.Name, At: c.Words.Max(w => clause.LastIndexOf(w, StringComparison.Ordinal)))).Where(c => c.At >= 0).OrderByDescending(c => c.At).Select(c => c.Name).FirstOrDefault();

    [GeneratedRegex(@"上一?学?年|去年|同期|较|比|平均|每|日均|其中|关注|粉丝|阅读|浏览|访问", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
