using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Follows the numbers of headings and items, rank by rank, and finds leaps and repeats.</summary>
internal sealed partial class NumberingCheck : IReportCheck
{
    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var last = new int[4];
        var main = reading.MainHeadings.Select(h => h.Span.Start).ToHashSet();
        foreach (var block in reading.Blocks.Where(b => b.Kind == BlockKind.Prose))
        {
            var line = reading.Folded.Substring(block.Span.Start, Math.Min(12, block.Span.Length));
            var (rank, match) = main.Contains(block.Span.Start) ? (1, First().Match(line))
                : Second().Match(line) is { Success: true } second ? (2, second)
                : (3, Third().Match(line));
            if (!match.Success || ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is not ({ } number and > 0 and < 60))
            {
                continue;
            }

            if (number != last[rank] + 1 && (number != 1 || rank == 1) && (rank == 1 || last[rank] > 0))
            {
                var span = new TextSpan(block.Span.Start, Math.Min(block.Span.End, block.Span.Start + 30));
                yield return Notice.Of(
                    ReportCodes.NumberingGap,
                    Severity.Warning,
                    span,
                    number <= last[rank] ? "repeat" : "",
                    ("expected", (last[rank] + 1).ToString(CultureInfo.InvariantCulture)),
                    ("found", match.Value.Trim()));
            }

            last[rank] = number;
            Array.Clear(last, rank + 1, last.Length - rank - 1);
        }
    }

    [GeneratedRegex(@"^\(?\s*第?(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex First();

    [GeneratedRegex(@"^\(\s*(?<n>[一二三四五六七八九十]{1,3})\s*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Second();

    [GeneratedRegex(@"^(?<n>\d{1,2})\s*[、.](?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Third();
}
