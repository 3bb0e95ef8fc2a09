using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Finds what the list of contents names and the report lacks: 八、典型案例选编, and no heading of that number or name. Worth a look only.</summary>
internal sealed partial class ContentsCheck : IReportCheck
{
    private const int FewestHeadings = 3;
    private const double Alike = 0.5;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var headings = reading.MainHeadings.ToList();
        if (headings.Count < FewestHeadings)
        {
            yield break;
        }

        foreach (var block in reading.Blocks.Where(b => b.Kind == BlockKind.Contents))
        {
            if (Entry().Match(block.Span.Of(reading.Folded)) is { Success: true } entry && ChineseNumber.ParseAny(entry.Groups["n"].ValueSpan) is { } number
                && !headings.Exists(h => h.Number == number || Likeness.Of(h.Title, entry.Groups["title"].Value) >= Alike))
            {
                yield return Notice.Of(ReportCodes.SectionCount, Severity.Warning, block.Span, "name-without-heading", ("expected", entry.Groups["title"].Value), ("found", ""));
            }
        }
    }

    [GeneratedRegex(@"^\s*(?:第\s*)?(?<n>[一二三四五六七八九十]{1,3})(?:部分|章)?[、.\s]\s*(?<title>[^.…·\d\s]{2,30})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entry();
}
