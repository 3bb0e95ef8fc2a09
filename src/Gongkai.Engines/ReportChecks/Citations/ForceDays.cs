using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Citations;

/// <summary>Finds the wrong day beside a document: the day on which an order was issued, and the day since which a document has been in force where it is nearly the right one:
/// 《高等学校信息公开办法》自2010年10月1日起施行, which is in force since 1 September. Of a document that was revised in ways the register does not know any other day may be right.</summary>
internal static partial class ForceDays
{
    private const int FarthestYear = 2;

    /// <summary>The days that are wrong, with the right ones.</summary>
    public static IEnumerable<(TextSpan Span, DateOnly Right)> Wrong(Reading reading, List<Citation> citations)
    {
        foreach (Match match in Issued().Matches(reading.Folded))
        {
            var day = match.Groups["date"];
            if (CitationRegister.IssuedOn(DocumentNumber.Like(match.Groups["order"].Value)) is { } issued && day.Value != Say(issued))
            {
                yield return (new TextSpan(day.Index, day.Index + day.Length), issued);
            }
        }

        var names = Aliases().Matches(reading.Folded).DistinctBy(m => m.Groups["alias"].Value).ToDictionary(m => m.Groups["alias"].Value, m => m.Groups["title"].Value, StringComparer.Ordinal);
        foreach (var citation in citations)
        {
            if (CitationRegister.Find(names.GetValueOrDefault(citation.Title, citation.Title)) is { } document && DayInForce.Of(reading, citation) is var (span, told)
                && !DaysOf(document).Contains(told) && DaysOf(document).Where(d => IsNear(d, told) || (document.Since.Count + document.Revised.Count == 0 && d.Month == told.Month && d.Day == told.Day && Math.Abs(d.Year - told.Year) <= FarthestYear)).Select(d => (DateOnly?)d).FirstOrDefault() is { } right)
            {
                yield return (span, right);
            }
        }
    }

    /// <summary>A day as documents write it.</summary>
    public static string Say(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static IEnumerable<DateOnly> DaysOf(CitedDocument document) => [document.From, .. document.Since, .. document.Issued, .. document.Revised.Values];

    // A slip leaves the year, or the month and day; many documents begin with a year or a half of it.
    private static bool IsNear(DateOnly right, DateOnly told) =>
        right.Year == told.Year || (right.Month == told.Month && right.Day == told.Day && right is not ({ Month: 1, Day: 1 } or { Month: 7, Day: 1 }) && Math.Abs(right.Year - told.Year) <= FarthestYear);

    [GeneratedRegex(@"(?<date>20\d{2}年\d{1,2}月\d{1,2}日)(?:以|由|经|，)?(?<order>(?:国务院|教育部)令第?\d{1,3}号)(?:公布|发布|颁布|修订|修改)|(?<order>(?:国务院|教育部)令第?\d{1,3}号)[，,]\s*(?<date>20\d{2}年\d{1,2}月\d{1,2}日)(?:公布|发布|颁布|修订)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Issued();

    [GeneratedRegex(@"《(?<title>[^《》]{4,40})》[^。《》]{0,24}简称[《“](?<alias>[^《》“”]{2,12})[》”]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Aliases();
}
