using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds counts of one thing, named by the same words before or behind the number, that differ by one slip of the hand: 防汛通告46条 … 64条防汛通告.
/// Worth a look only.</summary>
internal static partial class NamedCounts
{
    private const int ShortestName = 2;
    private const int LeastWords = 3;
    private const int LongestName = 10;
    private const decimal LargeNumber = 100;
    private const decimal SmallNumber = 10;
    private const int MostCounts = 600;

    /// <summary>Every pair of counts that most likely are one, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Slipped(List<FigureLine> lines)
    {
        var counts = new List<(string Before, string Behind, Figure Figure, int Line, bool IsPart)>();
        for (var at = 0; at < lines.Count && counts.Count < MostCounts; at++)
        {
            for (var i = 0; i < lines[at].Count; i++)
            {
                var (line, figure) = (lines[at], lines[at].Figures[i]);
                if (!figure.Approximate && figure.Value > 1 && figure.Unit.Length > 0 && line.Depth(i) == 0 && !Otherwise().IsMatch(line.Clause(i)) && !Otherwise().IsMatch(line.Behind(i)))
                {
                    counts.Add((Placeholders().Replace(line.Clause(i), ""), line.Behind(i), figure, at, line.Clause(i).Contains("其中", StringComparison.Ordinal)));
                }
            }
        }

        for (var b = 1; b < counts.Count; b++)
        {
            for (var a = 0; a < b; a++)
            {
                var (first, second) = (counts[a], counts[b]);
                if (first.Line != second.Line && first.Figure.Value != second.Figure.Value && Units.Same(first.Figure.Unit, second.Figure.Unit) && LookAlike(first.Figure.Value, second.Figure.Value) && (!(first.IsPart || second.IsPart) || (first.Figure.Value >= LargeNumber && Slip.IsSwap(first.Figure.Value, second.Figure.Value)))
                    && Common(first.Before, first.Behind, second.Before, second.Behind) is { Length: > 0 } name && MayBeOne(name, first.Figure.Value, second.Figure.Value))
                {
                    yield return (name, first.Figure, second.Figure);
                }
            }
        }
    }

    private static bool LookAlike(decimal first, decimal second) => first < second * 10 && second < first * 10 && (Slip.IsSwap(first, second) || Slip.IsOneDigit(first, second));

    // The shorter the name, the more it takes that the two numbers look alike.
    private static bool MayBeOne(string name, decimal first, decimal second) =>
        Slip.IsSwap(first, second) ? name.Length >= LeastWords || first >= LargeNumber
        : Slip.IsOneDigit(first, second) && !General().IsMatch(name) && name.Length >= (Staff().IsMatch(name) && first >= SmallNumber ? ShortestName : LongName(first));

    private static int LongName(decimal first) => first >= LargeNumber ? LeastWords : first >= SmallNumber ? LeastWords + 1 : LeastWords + 2;

    private static string Common(string before, string behind, string otherBefore, string otherBehind) =>
        new[] { Joined(before, otherBehind), Joined(otherBefore, behind), behind[..behind.AsSpan().CommonPrefixLength(otherBehind)], Ending(before, otherBefore) }
            .Where(n => n.Length >= ShortestName && n.All(Folding.IsHan)).MaxBy(n => n.Length) ?? "";

    // 防汛通知46条, 对64条防汛通知逐条归档: what the one ends in the other begins with.
    private static string Joined(string before, string behind)
    {
        var length = Math.Min(Math.Min(before.Length, behind.Length), LongestName);
        while (length > 0 && !behind.StartsWith(before[^length..], StringComparison.Ordinal))
        {
            length--;
        }

        return before[^length..];
    }

    private static string Ending(string a, string b)
    {
        var length = 0;
        while (length < Math.Min(a.Length, b.Length) && a[^(length + 1)] == b[^(length + 1)] && Folding.IsHan(a[^(length + 1)]))
        {
            length++;
        }

        return a[^length..];
    }

    // A school has one body of them.
    [GeneratedRegex(@"(?:专员|联络员|信息员|监督员|联络人|联系人|特邀员|评议员|观察员|协理员|辅导员|部门|单位)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Staff();

    [GeneratedRegex(@"(?:公开信息|各类信息|信息公开申请|公开申请|工作会议|专题会议|意见建议|相关信息|新闻信息|校园新闻|通知公告|学术活动|学术讲座|培训班|短视频)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex General();

    [GeneratedRegex(@"上一?学?年|去年|往年|前一|同期|新增|增加|减少|较|比|平均|每|第", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"(?:发布|公开|推送|举办|召开|开展|组织|办理|收到|受理|建有|建成|设有|配备|印发|编印|采购|共计|总计|合计|累计|共|总共|为|有|达到?|约|了|的|已|计|总数|总量)+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholders();
}
