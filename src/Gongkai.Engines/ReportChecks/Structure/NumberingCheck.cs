using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Follows the numbers of headings and items, rank by rank, and finds leaps and repeats.</summary>
internal sealed partial class NumberingCheck : IReportCheck
{
    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var (block, found, expected) in LetteredItems.Leaps(reading))
        {
            yield return Gap(block, found, expected, string.CompareOrdinal(found.TrimStart('('), expected) < 0);
        }

        var last = new int[5];
        var minors = new Dictionary<string, int>(StringComparer.Ordinal);
        var main = reading.MainHeadings.Select(h => h.Span.Start).ToHashSet();
        var point = 0;
        foreach (var block in reading.Blocks.Where(b => b.Kind == BlockKind.Prose))
        {
            foreach (var leap in Points(reading, block, ref point))
            {
                yield return leap;
            }

            var line = reading.Folded.Substring(block.Span.Start, Math.Min(12, block.Span.Length));
            if (Decimal().Match(line) is { Success: true } part)
            {
                var minorNow = int.Parse(part.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
                var major = part.Groups["major"].Value;
                if (minors.TryGetValue(major, out var minor) && minorNow != minor + 1 && minorNow > 0)
                {
                    yield return Gap(block, part.Value.Trim(), $"{major}.{minor + 1}", minorNow <= minor);
                }

                minors[major] = minorNow;
                continue;
            }

            var (rank, match) = main.Contains(block.Span.Start) ? (1, First().Match(line))
                : Second().Match(line) is { Success: true } second ? (2, second)
                : Third().Match(line) is { Success: true } third ? (3, third)
                : (4, Fourth().Match(line));
            if (!match.Success || ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is not ({ } number and > 0 and < 60))
            {
                continue;
            }

            if (number != last[rank] + 1 && (number != 1 || rank == 1) && (rank == 1 || last[rank] > 0))
            {
                yield return Gap(block, match.Value.Trim(), (last[rank] + 1).ToString(CultureInfo.InvariantCulture), number <= last[rank]);
            }

            last[rank] = number;
            Array.Clear(last, rank + 1, last.Length - rank - 1);
        }
    }

    // 一是……；二是……；四是…… within a paragraph, or paragraphs that begin so one after the other.
    private static List<ReportFinding> Points(Reading reading, Block block, ref int point)
    {
        var found = new List<ReportFinding>();
        foreach (Match match in Point().Matches(block.Span.Of(reading.Folded)))
        {
            var number = "一二三四五六七八九".IndexOf(match.Groups["n"].Value, StringComparison.Ordinal) + 1;
            if (number > 1 && number != point + 1 && point > 0)
            {
                var start = block.Span.Start + match.Groups["n"].Index;
                found.Add(Notice.Of(ReportCodes.NumberingGap, Severity.Warning, new TextSpan(start, Math.Min(block.Span.End, start + 20)), number <= point ? "repeat" : "",
                    ("expected", $"{"一二三四五六七八九"[Math.Min(point, 8)]}是"), ("found", match.Groups["n"].Value + "是")));
            }

            point = number;
        }

        return found;
    }

    [GeneratedRegex(@"(?:^|[。，,;:])\s*(?<n>[一二三四五六七八九])是(?!否|非)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Point();

    private static ReportFinding Gap(Block block, string found, string expected, bool isRepeat) => Notice.Of(
        ReportCodes.NumberingGap,
        Severity.Warning,
        new TextSpan(block.Span.Start, Math.Min(block.Span.End, block.Span.Start + 30)),
        isRepeat ? "repeat" : "",
        ("expected", expected),
        ("found", found));

    // 1.1 组织领导; but no 3.5亿元 and no 2.5%.
    [GeneratedRegex(@"^(?<major>\d{1,2}(?:\.\d{1,2})?)\.(?<n>\d{1,2})(?!\d|\.\d)(?:\s+(?=[\u4e00-\u9fa5“《])|(?=[\u4e00-\u9fa5])(?![万亿元年月日个条件人次倍级分点]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^(?:[(【\[]|Page|Part|PART|Chapter|CHAPTER|问题?|题|Q|q)?\s*第?(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex First();

    [GeneratedRegex(@"^\(\s*(?<n>[一二三四五六七八九十]{1,3})\s*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Second();

    [GeneratedRegex(@"^\(?\s*(?<n>\d{1,2})\s*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fourth();

    [GeneratedRegex(@"^(?<n>\d{1,2})\s*[、.](?!\d(?!\d{3}年))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Third();
}
