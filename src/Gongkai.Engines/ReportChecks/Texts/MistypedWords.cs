using Gongkai.Engines.ReportChecks.Texts.Language;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds words mistyped for others, whatever the word: 基楚 for 基础, 不存再 for 不存在. Names and what a report says again and again are left alone.</summary>
internal static class MistypedWords
{
    private const int Often = 3;
    private const int Most = 20;

    // 教财函〔2013〕96号: the agencies of numbers are abbreviated as no other words are.
    private const int LongestAgency = 6;

    // 掌上河科大
    private const double RareCharacter = 2e-5;

    private static readonly string[] Right = DataFile.Read<Data>("right-words.data.json").Words;

    public static IEnumerable<ReportFinding> Read(Reading reading)
    {
        var proofreader = new Proofreader(LanguageModel.Shared);
        var schools = reading.Schools.Values.SelectMany(names => names).Select(n => n.Name).Append(reading.Institution ?? "").Distinct().ToList();
        return reading.Blocks.Where(b => b.Kind != BlockKind.Contents).SelectMany(b => Read(reading, b.Span, proofreader, schools)).Take(Most);
    }

    private static IEnumerable<ReportFinding> Read(Reading reading, TextSpan block, Proofreader proofreader, List<string> schools)
    {
        var wording = Wording.Of(reading.Folded, block);
        if (wording.Signs.Length == 0)
        {
            yield break;
        }

        foreach (var correction in proofreader.Read(wording.Signs))
        {
            var span = new TextSpan(wording.PlaceOf(correction.Start), wording.PlaceOf(correction.Start + correction.Length - 1) + 1);
            var at = wording.PlaceOf(correction.Place);
            if (!IsAgency(reading.Folded, at) && !IsRight(reading.Folded, at) && !IsInvented(reading.Folded, at, span.End) && !schools.Exists(s => IsOfName(reading.Folded, at, s)) && !IsUsual(reading.Folded, span))
            {
                yield return Notice.Of(ReportCodes.WrongWord, Severity.Warning, span, "", ("found", span.Of(reading.Text)), ("expected", correction.Right));
            }
        }
    }

    // 首页设有检索入口: no slip for 没有.
    private static bool IsRight(string text, int at) => Array.Exists(Right, word =>
        Enumerable.Range(0, word.Length).Any(n => at >= n && text.AsSpan(at - n).StartsWith(word, StringComparison.Ordinal)));

    private static bool IsAgency(string text, int at)
    {
        var behind = text.AsSpan(at, Math.Min(LongestAgency, text.Length - at)).IndexOfAny("〔[【(﹝");
        return behind > 0 && at + behind + 1 < text.Length && char.IsAsciiDigit(text[at + behind + 1]) && !text.AsSpan(at, behind).ContainsAny("，。、》");
    }

    // 汐岸学院: what is rare right before the kind of a school is its name.
    private static bool IsInvented(string folded, int at, int end) =>
        (folded.AsSpan(end).StartsWith("学院", StringComparison.Ordinal) || folded.AsSpan(end).StartsWith("大学", StringComparison.Ordinal)) && IsRare(folded.AsSpan(at, 1));

    private static bool IsRare(ReadOnlySpan<char> character) => LanguageModel.Shared.Words is var words && words.ShareOf(words.NumberOf(character)) < RareCharacter;

    // 朔川 of 朔川民族大学 stands by itself, and so does a character of it: 蓟科大.
    private static bool IsOfName(string folded, int at, string school)
    {
        var text = folded.AsSpan();
        return (at > 0 && IsHead(school, text.Slice(at - 1, 2))) || (at + 1 < text.Length && IsHead(school, text.Slice(at, 2)))
            || (school.Contains(text[at], StringComparison.Ordinal) && IsRare(text.Slice(at, 1)));
    }

    // The name but for its kind: 大学 may be mistyped anywhere.
    private static bool IsHead(string school, ReadOnlySpan<char> pair) => school.Length > 2 && school.AsSpan(0, school.Length - 2).Contains(pair, StringComparison.Ordinal);

    private static bool IsUsual(string text, TextSpan span) => span.Length > 1 && text.AsSpan().Count(span.In(text)) >= Often;

    private sealed record Data(string[] Words);
}
