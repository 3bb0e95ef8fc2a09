using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Citations;

/// <summary>Finds documents cited in a version that another had replaced, told by the year it was revised in or by the day since which it has been in force:
/// 现行《中华人民共和国高等教育法》（2015年修正）, 《……条例》自2008年5月1日起施行.</summary>
internal static partial class CitedVersions
{
    private const int Near = 24;

    /// <summary>What tells of the old version, and which was valid.</summary>
    public static IEnumerable<(TextSpan Span, string Valid)> Outdated(Reading reading, List<Citation> citations)
    {
        if ((reading.Period?.To ?? reading.Today) is not { } writtenOn)
        {
            yield break;
        }

        foreach (var citation in citations)
        {
            if (CitationRegister.Find(citation.Title) is not { } document)
            {
                continue;
            }

            if (OfRevision(reading, citation, document, writtenOn) is { } revision)
            {
                yield return revision;
            }

            if (OfDay(reading, citation, document, writtenOn) is { } day)
            {
                yield return day;
            }
        }
    }

    private static (TextSpan, string)? OfRevision(Reading reading, Citation citation, CitedDocument document, DateOnly writtenOn)
    {
        var end = citation.TitleSpan.End;
        var match = Revision().Match(reading.Folded[end..Math.Min(reading.Folded.Length, end + Near)]);
        if (!match.Success || !document.Revised.TryGetValue(int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture), out var since))
        {
            return null;
        }

        var later = document.Revised.Where(r => r.Value > since && r.Value <= writtenOn).OrderByDescending(r => r.Value).ToList();
        return later.Count == 0 ? null : (new TextSpan(citation.TitleSpan.Start, end + match.Length), $"{later[0].Key}年");
    }

    private static (TextSpan, string)? OfDay(Reading reading, Citation citation, CitedDocument document, DateOnly writtenOn)
    {
        if (DayInForce.Of(reading, citation) is not var (span, told) || SinceThen().IsMatch(reading.Folded[span.End..Math.Min(reading.Folded.Length, span.End + Near)]))
        {
            return null;
        }

        var days = document.Since.Count > 0 ? document.Since.ToList() : [.. document.Revised.Values.Order()];
        var cited = days.IndexOf(told);
        var valid = days.FindLastIndex(d => d <= writtenOn);
        return cited < 0 || cited >= valid ? null : (span, ForceDays.Say(days[valid]));
    }

    [GeneratedRegex(@"^\s*\(\s*(?<y>(?:19|20)\d\d)年?(?:修订|修正|修改)[版本]?\s*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Revision();

    [GeneratedRegex(@"^起?(?:正式)?(?:施行|实施|执行|生效)(?:以来|以后|之后|后|时|之初|至)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SinceThen();
}
