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

    public static IEnumerable<ReportFinding> Read(Reading reading)
    {
        var proofreader = new Proofreader(LanguageModel.Shared);
        return reading.Blocks.Where(b => b.Kind != BlockKind.Contents).SelectMany(b => Read(reading, b.Span, proofreader)).Take(Most);
    }

    private static IEnumerable<ReportFinding> Read(Reading reading, TextSpan block, Proofreader proofreader)
    {
        var wording = Wording.Of(reading.Folded, block);
        if (wording.Signs.Length == 0)
        {
            yield break;
        }

        var names = InstitutionReader.Names(block.Of(reading.Folded)).Select(n => new TextSpan(block.Start + n.Start, block.Start + n.Start + n.Name.Length)).ToList();
        foreach (var correction in proofreader.Read(wording.Signs))
        {
            var span = new TextSpan(wording.PlaceOf(correction.Start), wording.PlaceOf(correction.Start + correction.Length - 1) + 1);
            var at = wording.PlaceOf(correction.Place);
            if (!names.Exists(n => n.Contains(at)) && !IsAgency(reading.Folded, at) && !IsOfOwnName(reading, at) && !IsUsual(reading.Folded, span))
            {
                yield return Notice.Of(ReportCodes.WrongWord, Severity.Warning, span, "", ("found", span.Of(reading.Text)), ("expected", correction.Right));
            }
        }
    }

    private static bool IsAgency(string text, int at)
    {
        var behind = text.AsSpan(at, Math.Min(LongestAgency, text.Length - at)).IndexOfAny("〔[【(﹝");
        return behind > 0 && at + behind + 1 < text.Length && char.IsAsciiDigit(text[at + behind + 1]) && !text.AsSpan(at, behind).ContainsAny("，。、》");
    }

    // 朔川 of 朔川民族大学 stands by itself, and so does a character of it: 蓟科大.
    private static bool IsOfOwnName(Reading reading, int at)
    {
        if (reading.Institution is not { } own)
        {
            return false;
        }

        var words = LanguageModel.Shared.Words;
        var text = reading.Folded.AsSpan();
        return (at > 0 && own.AsSpan().Contains(text.Slice(at - 1, 2), StringComparison.Ordinal))
            || (at + 1 < text.Length && own.AsSpan().Contains(text.Slice(at, 2), StringComparison.Ordinal))
            || (own.Contains(text[at], StringComparison.Ordinal) && words.ShareOf(words.NumberOf(text.Slice(at, 1))) < RareCharacter);
    }

    private static bool IsUsual(string text, TextSpan span) => span.Length > 1 && text.AsSpan().Count(span.In(text)) >= Often;
}
