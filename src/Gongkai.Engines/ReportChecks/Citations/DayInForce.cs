using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Citations;

/// <summary>The day since which a document is said to be in force, behind its title or before it: 《……条例》（国务院令第492号）自2008年5月1日起施行, 自2019年5月15日起施行的新《……条例》.</summary>
internal static partial class DayInForce
{
    private const int Behind = 44;
    private const int Before = 28;

    /// <summary>The day that is told with a citation, or nothing where there is none or it does not exist.</summary>
    public static (TextSpan Span, DateOnly Day)? Of(Reading reading, Citation citation)
    {
        var (start, end) = (citation.TitleSpan.Start, citation.TitleSpan.End);
        var from = end;
        var match = InForceBehind().Match(reading.Folded[end..Math.Min(reading.Folded.Length, end + Behind)]);
        if (!match.Success)
        {
            from = Math.Max(0, start - Before);
            match = InForceBefore().Match(reading.Folded[from..start]);
        }

        var day = match.Groups["day"];
        var span = new TextSpan(from + day.Index, from + day.Index + day.Length);
        return match.Success && reading.Dates.Find(d => d.Exists && d.HasDay && d.Span.Start == span.Start) is { } date ? (span, date.First) : null;
    }

    [GeneratedRegex(@"^(?:\((?:[^()《》]{0,30}[，,])?|\([^()《》]{0,30}\))?[^，,。；;《》()]{0,8}(?:于|自)?(?<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)起?(?:正式)?(?:施行|实施|执行|生效)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InForceBehind();

    [GeneratedRegex(@"(?<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)起(?:正式)?(?:施行|实施|执行|生效)的?(?:新?修订的?)?新?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InForceBefore();
}
