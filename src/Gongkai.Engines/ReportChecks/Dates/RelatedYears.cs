using System.Text.RegularExpressions;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.ReportChecks.Dates;

/// <summary>Finds school years that are not the one which the words before them name: 上一学年（2020-2021学年） in a report for 2022-2023.</summary>
internal static partial class RelatedYears
{
    private const int Lead = 16;

    /// <summary>The years that are wrong, and those meant.</summary>
    public static IEnumerable<(YearMention Mention, AcademicYear Meant)> Wrong(Reading reading, AcademicYear own)
    {
        foreach (var mention in reading.Years.Where(y => y.Year is not null))
        {
            var lead = reading.Folded[Math.Max(0, mention.Span.Start - Lead)..mention.Span.Start];
            if (Meant(lead, own) is { } meant && mention.Year != meant)
            {
                yield return (mention, meant);
            }
        }
    }

    private static AcademicYear? Meant(string lead, AcademicYear own)
    {
        var word = Relation().Match(lead);
        return !word.Success ? null
            : word.Groups["last"].Success ? AcademicYear.Of(own.From.AddDays(-1))
            : word.Groups["next"].Success ? own.Next
            : word.Groups["own"].Success ? own
            : null;
    }

    [GeneratedRegex(@"(?:(?<last>上一?学年度?|前一学年|去年)|(?<next>下一?学年度?|新学年|(?:下一步|今后|接下来)[^。]{0,8}[将拟]在)|(?<own>本学年度?|本报告期))(?:即|，即|\(即?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Relation();
}
