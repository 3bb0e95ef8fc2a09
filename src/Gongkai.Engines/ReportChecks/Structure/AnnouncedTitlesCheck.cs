using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares a number of documents with the titles that follow it at once: 修订了五项制度：《……》《……》. Worth a look only.</summary>
internal sealed partial class AnnouncedTitlesCheck : IReportCheck
{
    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var sentence in reading.Sentences)
        {
            if (sentence.Span.In(reading.Folded).Count('《') < 2)
            {
                continue;
            }

            foreach (Match match in Announced().Matches(sentence.Span.Of(reading.Folded)))
            {
                var titles = match.Groups["title"].Captures.Count;
                if (ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is { } told && told != titles)
                {
                    yield return Notice.Of(
                        ReportCodes.SectionCount,
                        Severity.Warning,
                        new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Groups["title"].Index),
                        "names",
                        ("expected", titles.ToString(CultureInfo.InvariantCulture)),
                        ("found", told.ToString(CultureInfo.InvariantCulture)));
                }
            }
        }
    }

    // What is divided again, or goes on with 等, is not all that is meant.
    [GeneratedRegex(@"(?<![第\d])(?<n>[两二三四五六七八九十]|\d{1,2})(?:项|个|份|部|种|件)(?:[\u4e00-\u9fa5]{0,6})(?:制度|办法|文件|规定|规章|细则|规程|法规|章程)(?::|,即|，即|，分别是|,分别是|，它们是)(?:\s*(?<title>《(?:[^《》]|《[^《》]*》)+》)(?:\([^()]*\))?[、,，和及与以]*)+(?=[。;]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announced();
}
