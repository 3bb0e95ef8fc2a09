using System.Text.RegularExpressions;
using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares the parts that the introduction announces with the headings there are.</summary>
internal sealed partial class SectionCountCheck : IReportCheck
{
    private const int FewestHeadings = 3;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (Match match in Ordinals().Matches(reading.Folded))
        {
            var named = match.Groups["list"].Value.Count(c => c == '、') + 1;
            if (ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is { } told && told != named)
            {
                yield return Notice.Of(ReportCodes.SectionCount, Severity.Warning, new TextSpan(match.Index, match.Index + match.Length), "names", ("expected", named.ToString(CultureInfo.InvariantCulture)), ("found", told.ToString(CultureInfo.InvariantCulture)));
            }
        }

        var headings = Main(reading);
        if (headings.Count < FewestHeadings || AnnouncedParts.Read(reading, headings) is not { } announced)
        {
            yield break;
        }

        if (announced.Count is { } count)
        {
            // A table of the catalogue at the end may stand without a number and be announced with the others, or not.
            if (count != headings.Count && (count != reading.Sections.Count || IsAppended(reading, announced) || announced.Names.Count == headings.Count))
            {
                yield return Finding(announced, headings.TrueForAll(h => IsNumbered(reading, h)) ? Severity.Error : Severity.Warning, "", headings.Count, count);
            }
            else if (announced.Names.Count > 0 && announced.Names.Count != count && Math.Abs(announced.Names.Count - count) <= 3 && !AllKinds(announced, count))
            {
                yield return Finding(announced, Severity.Warning, "names", announced.Names.Count, count);
            }
        }

        foreach (var name in announced.Names.Where(n => !HasHeading(reading, n, headings)))
        {
            yield return Notice.Of(ReportCodes.SectionCount, Severity.Warning, announced.Span, "name-without-heading", ("expected", name), ("found", ""));
        }
    }

    // Where the parts are called so, 一、 below one of them is none.
    private static List<Heading> Main(Reading reading)
    {
        var headings = reading.MainHeadings.ToList();
        var parts = headings.FindAll(h => CalledPart().IsMatch(h.Span.Of(reading.Folded)));
        return parts.Count >= FewestHeadings ? parts : headings;
    }

    [GeneratedRegex(@"^\s*第\s*[一二三四五六七八九十]{1,3}\s*(?:部分|章|篇)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CalledPart();

    // 共六个部分，后附统计表: then the table is none of the parts.
    private static bool IsAppended(Reading reading, AnnouncedParts announced) =>
        Appended().IsMatch(reading.Folded[announced.Span.End..Math.Min(reading.Folded.Length, announced.Span.End + 30)].Split('。')[0]);

    [GeneratedRegex(@"^(?:[，,;]|和|及|与|加)?(?:后附|另附|并附|文末附|文后|文末|附|另有附)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Appended();

    // 甲、乙、丙、丁四个部分: as many as are named.
    [GeneratedRegex(@"(?<list>[甲乙丙丁戊己庚辛壬癸上中下](?:篇?、[甲乙丙丁戊己庚辛壬癸上中下])+)篇?(?:共|这|等)?(?<n>[二两三四五六七八九十]|\d{1,2})个?(?:部分|章|节|篇)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ordinals();

    // Which lines without a number are headings is a guess.
    private static bool IsNumbered(Reading reading, Heading heading) => Numbered().IsMatch(heading.Span.Of(reading.Folded));

    [GeneratedRegex(@"^\s*(?:#+\s*)?(?:[【(\[]?第\s*)?(?:[一二三四五六七八九十]{1,3}|\d{1,2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    // Names run together by a lost comma: counted by the parts they speak of, they may still be as many as announced.
    private static bool AllKinds(AnnouncedParts announced, int count) =>
        announced.Names.Count < count && announced.Names.Sum(n => Math.Max(1, SectionKinds.In(n).Count)) == count;

    private static bool HasHeading(Reading reading, string name, List<Heading> headings)
    {
        var kinds = SectionKinds.In(name);
        return headings.Exists(h => Likeness.Of(h.Title, name) >= 0.5 || SectionKinds.In(h.Title).Intersect(kinds).Any())
            || reading.Sections.Exists(s => s.Kind is { } kind && kinds.Contains(kind));
    }

    private static ReportFinding Finding(AnnouncedParts announced, Severity severity, string wordCase, int expected, int found) => Notice.Of(
        ReportCodes.SectionCount,
        severity,
        announced.Span,
        wordCase,
        ("expected", expected.ToString(CultureInfo.InvariantCulture)),
        ("found", found.ToString(CultureInfo.InvariantCulture)));
}
