using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a number with the titles or days that its sentence names one by one: 制定《甲办法》，修订《乙规定》《丙细则》，共3项; 召开会议4次，时间为2020年10月21日、2021年1月6日……. Worth a look only.</summary>
internal static partial class CountedOut
{
    private const int Fewest = 2;
    private const int MostOff = 2;

    /// <summary>Every number that differs: where it stands, what was named and what was announced.</summary>
    public static IEnumerable<(TextSpan Span, int Named, int Announced)> Read(Reading reading)
    {
        foreach (var sentence in reading.Sentences)
        {
            var text = sentence.Span.Of(reading.Folded);
            foreach (var (match, named) in Titles(text).Concat(Days(text)))
            {
                if (ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is { } announced && announced != named && named >= Fewest && Math.Abs(announced - named) <= MostOff)
                {
                    var n = match.Groups["n"];
                    yield return (new TextSpan(sentence.Span.Start + n.Index, sentence.Span.Start + n.Index + n.Length), named, (int)announced);
                }
            }
        }
    }

    private static IEnumerable<(Match Match, int Named)> Titles(string text) =>
        text.Contains('》', StringComparison.Ordinal) && TitlesBefore().Match(text) is { Success: true } match && !Others().IsMatch(match.Value)
            ? [(match, match.Value.Count(c => c == '《'))] : [];

    private static IEnumerable<(Match Match, int Named)> Days(string text) =>
        text.Contains('日', StringComparison.Ordinal) ? DaysBehind().Matches(text).Select(match => (match, Day().Count(match.Groups["list"].Value))) : [];

    [GeneratedRegex(@"(?:制定|修订|出台|印发|新建|完善|颁布|发布)[^。;《\d]{0,8}《[^。;]*》[^。;《》\d]{0,4}[，,][^。;《》\d]{0,10}(?:共|合计)[^。;《》\d，,]{0,14}(?<n>\d{1,2}|[二两三四五六七八九十])(?:项|个|件|部|份)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TitlesBefore();

    // 等制度, and what was done besides.
    [GeneratedRegex(@"等|根据|依据|按照|落实|其他|另", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Others();

    [GeneratedRegex(@"(?<![\d第,.])(?<n>\d{1,2}|[二两三四五六七八九十])(?:次|场|期|轮)[，,]?(?:召开)?(?:时间|日期)?(?:分别|依次)?(?:为|是|在|于)(?<list>(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[、和及与](?:\d{4}年)?\d{1,2}月\d{1,2}日)+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DaysBehind();

    [GeneratedRegex(@"\d{1,2}月\d{1,2}日", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day();
}
