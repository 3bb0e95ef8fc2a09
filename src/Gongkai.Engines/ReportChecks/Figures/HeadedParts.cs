namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a total whose parts are told below headings of their own: 全年公开6642条 / （一）校级平台 / 发布2214条…… / （二）二级单位 / 发布4428条……. Worth a look only, and only where they would add up
/// but for one slip of the hand.</summary>
internal static class HeadedParts
{
    private const decimal LeastTotal = 100;

    public static IEnumerable<PartList> Read(Reading reading, IReadOnlyList<FigureLine> lines)
    {
        var headings = reading.Headings.FindAll(h => h.Rank > 1 && h.Number > 0);
        List<FigureLine> counted = [.. lines.Where(l => l.Count > 0)];
        for (var first = 0; first < headings.Count;)
        {
            var last = first + 1;
            while (headings[first].Number == 1 && last < headings.Count && headings[last].Rank == headings[first].Rank && headings[last].Number == headings[last - 1].Number + 1)
            {
                last++;
            }

            if (last - first > 1 && Of(counted, headings.GetRange(first, last - first)) is { } list)
            {
                yield return list;
            }

            first = last;
        }
    }

    private static PartList? Of(List<FigureLine> lines, List<Heading> headings)
    {
        var parts = headings.ConvertAll(h => From(lines, h.Span.Start) is var at && at < lines.Count ? lines[at].Figures[0] : null);
        var before = From(lines, headings[0].Span.Start) is var first and > 0 ? lines[first - 1] : null;
        if (before is not { Count: 1 } || parts.Exists(p => p is null || p.Unit != before.Figures[0].Unit || p.Approximate) || parts.Distinct().Count() < parts.Count
            || !Enumerable.Range(0, parts.Count - 1).All(i => parts[i]!.Span.Start < headings[i + 1].Span.Start))
        {
            return null;
        }

        var total = before.Figures[0];
        var sum = parts.Sum(p => p!.Value);
        return total.Value >= LeastTotal && (Slip.IsSlip(total.Value, sum) || parts.Exists(p => p!.Value > sum - total.Value && Slip.IsSlip(p.Value, p.Value - (sum - total.Value))))
            ? PartList.Flat(total, [.. parts.Select(p => p!)], PartClaim.Likely) : null;
    }

    // The first line from a character on.
    private static int From(List<FigureLine> lines, int at)
    {
        var (low, high) = (0, lines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = lines[middle].Sentence.Span.Start < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
