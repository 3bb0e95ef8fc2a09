using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds parts that stand one a line, 1）予以公开，9件； 2）部分公开，2件；…, and their total, which stands before the list. Worth a look only: nothing says that
/// they belong together.</summary>
internal static partial class ListedLines
{
    private const int FewestParts = 3;
    private const int BlocksBack = 3;
    private const int LongestLast = 40;

    public static IEnumerable<PartList> Read(Reading reading, IReadOnlyList<FigureLine> lines)
    {
        for (var first = 0; first < lines.Count;)
        {
            var last = first;
            while (last < lines.Count && (IsItem(reading, lines[last], lines[first]) || (last > first && IsLast(reading, lines[last - 1], lines[last]))) && (last == first || lines[last].Sentence.Block == lines[last - 1].Sentence.Block + 1))
            {
                last++;
            }

            var parts = lines.Skip(first).Take(last - first).Select(l => l.Figures[0]).ToList();
            if (parts.Count >= FewestParts && last < lines.Count && lines[last].Count > 0 && lines[last].Sentence.Block == lines[last - 1].Sentence.Block + 1
                && SumsUp().IsMatch(lines[last].Gap(0)) && IsLikeUnit(lines[last].Figures[0].Unit, parts[0].Unit) && lines[last].Figures[0].Value != parts.Sum(p => p.Value))
            {
                yield return PartList.Flat(lines[last].Figures[0], parts, PartClaim.Likely);
            }
            else if (parts.Count >= FewestParts && !HasItem(reading, lines, first - 1) && !HasItem(reading, lines, last) && Nearest.Total(Before(lines, first), parts) is { } total)
            {
                yield return PartList.Flat(total, parts, PartClaim.Likely);
            }

            first = Math.Max(last, first + 1);
        }
    }

    // An item that does not count the same leaves the list without one of its parts.
    private static bool HasItem(Reading reading, IReadOnlyList<FigureLine> lines, int at) =>
        at >= 0 && at < lines.Count && lines[at].Count > 0 && Item().IsMatch(reading.Blocks[lines[at].Sentence.Block].Span.Of(reading.Folded));

    private static bool IsItem(Reading reading, FigureLine line, FigureLine first) =>
        IsAlone(line) && IsAlone(first) && IsLikeUnit(line.Figures[0].Unit, first.Figures[0].Unit)
        && reading.Blocks[line.Sentence.Block].Span.Length <= line.Sentence.Span.Length + 1 && Item().IsMatch(line.Sentence.Span.Of(reading.Folded));

    // Behind items that end in a semicolon the last ends in a full stop.
    private static bool IsLast(Reading reading, FigureLine before, FigureLine line) =>
        IsAlone(line) && IsLikeUnit(line.Figures[0].Unit, before.Figures[0].Unit) && line.Sentence.Span.Length <= LongestLast
        && reading.Blocks[before.Sentence.Block].Span.Of(reading.Folded).EndsWith(';') && reading.Blocks[line.Sentence.Block].Span.Length <= line.Sentence.Span.Length + 1;

    // 门户网站：1218条（新闻642条、公告576条): what stands in brackets divides the item again.
    private static bool IsAlone(FigureLine line) => line.Count > 0 && Enumerable.Range(0, line.Count).All(i => line.Depth(i) == (i == 0 ? 0 : 1));

    private static bool IsLikeUnit(string a, string b) => a == b || (a is "条" or "篇" or "份" or "期" && b is "条" or "篇" or "份" or "期");

    [GeneratedRegex(@"^\s*(?:以上|上述)[^，。;]{0,12}(?:合计|共计|总计|共)|^\s*(?:合计|共计|总计)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SumsUp();

    private static IEnumerable<FigureLine> Before(IReadOnlyList<FigureLine> lines, int first) =>
        lines.Take(first).Reverse().TakeWhile(l => lines[first].Sentence.Block - l.Sentence.Block <= BlocksBack);

    [GeneratedRegex(@"^\s*(?:[-—·•●◆■▪○*]+|\(?[\da-z一二三四五六七八九十]{1,2}[)、.]|[①-⑳])|;\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Item();
}

/// <summary>Finds the total that parts most likely have, among figures that stand before them.</summary>
internal static class Nearest
{
    private const decimal Farthest = 0.2m;

    /// <summary>The total nearest to the sum of the parts; null when some figure is that sum, or none is near it.</summary>
    public static Figure? Total(IEnumerable<FigureLine> before, IReadOnlyList<Figure> parts)
    {
        var (sum, greatest) = (parts.Sum(p => p.Value), parts.Max(p => p.Value));
        var same = before.SelectMany(l => l.Figures).Where(f => f.Unit == parts[0].Unit).ToList();
        return same.Exists(f => f.Value == sum) ? null
            : same.Where(f => f.Value > greatest && !f.Approximate && Math.Abs(f.Value - sum) <= f.Value * Farthest).MinBy(f => Math.Abs(f.Value - sum));
    }
}
