using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares a number of points with those that are then told one behind the other in the same paragraph, or were told before: 有三点体会：一是……二是……;
/// ①……②……。以上三个步骤. Worth a look only.</summary>
internal sealed partial class AnnouncedPointsCheck : IReportCheck
{
    private const int FewestItems = 2;

    private const string Count = @"(?<![\d第,.])(?<n>[2-9]|1\d|[二两三四五六七八九十]{1,2})(?:点|条|项|步|处|个?(?:方面|环节|步骤|层面|维度|阶段)|件事|大(?:举措|亮点|特点|特色|任务|问题|措施|做法)|个(?:举措|问题|特点|亮点|特色|不足|到位|转变|坚持|强化|突出))";

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        for (var number = 0; number < reading.Blocks.Count; number++)
        {
            if (reading.Blocks[number] is not { Kind: BlockKind.Prose } block)
            {
                continue;
            }

            var next = number + 1 < reading.Blocks.Count ? reading.Blocks[number + 1].Span.Of(reading.Folded) : "";
            var reported = -1;
            foreach (var items in InlineItems.Read(reading.Folded, block).Where(i => i.Items.Count >= FewestItems))
            {
                var lead = reading.Folded[block.Span.Start..items.Start];
                if ((AnnouncedBefore().Match(lead) is { Success: true } match || (match = Repeated().Match(reading.Folded[items.Items[^1].Span.End..block.Span.End])).Success)
                    && ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is { } announced && announced != items.Items.Count && !GoesOn(reading, block, items) && !NextPoint().IsMatch(next))
                {
                    var at = (match.Groups["after"].Success ? items.Items[^1].Span.End : block.Span.Start) + match.Groups["n"].Index;
                    if (at != reported)
                    {
                        reported = at;
                        yield return Notice.Of(
                            ReportCodes.SectionCount,
                            Severity.Warning,
                            new TextSpan(at, Math.Min(block.Span.End, at + match.Groups["said"].Length)),
                            "items",
                            ("expected", items.Items.Count.ToString(CultureInfo.InvariantCulture)),
                            ("found", announced.ToString(CultureInfo.InvariantCulture)));
                    }
                }
            }
        }
    }

    // 首先……其次……此外……, and numbers that leap: how many there are the signs do not say, or another check does.
    private static bool GoesOn(Reading reading, Block block, InlineItems items)
    {
        var rest = reading.Folded[items.Start..block.Span.End];
        return !items.Items.Select((item, n) => item.Number == n + 1).All(right => right) || (rest.StartsWith("首先", StringComparison.Ordinal) && Further().IsMatch(rest));
    }

    [GeneratedRegex("(?<said>" + Count + @")[^。;:\d一二两三四五六七八九十]{0,14}[:。，,]?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnnouncedBefore();

    [GeneratedRegex(@"(?<after>。\s*(?:以上|上述|这)(?<said>" + Count + "))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Repeated();

    [GeneratedRegex(@"[。;]\s*(?:此外|另外|同时|再者|第三|最后|然后|还有)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Further();

    // The next paragraph goes on with the next point.
    [GeneratedRegex(@"^(?:[二三四五六七八九]是|其[二三四五六七八九]|第[二三四五六七八九][，,]|[②-⑳]|\([二三四五六七八九]\)|其次|再次|最后)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NextPoint();
}
