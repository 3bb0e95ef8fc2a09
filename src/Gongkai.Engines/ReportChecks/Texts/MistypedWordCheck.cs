namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds words with one character mistyped for another that sounds or looks alike, whatever the word: 基楚 for 基础. Only where what stands on both sides is
/// plain, so that the two characters can be neither the ends of other words nor a name.</summary>
internal sealed class MistypedWordCheck : IReportCheck
{
    // What a report says again and again is a name of its own.
    private const int Often = 3;
    private const int Most = 20;
    private const int LongestKind = 4;

    public IEnumerable<ReportFinding> Run(Reading reading) =>
        reading.Blocks.Where(b => b.Kind is BlockKind.Prose or BlockKind.Heading).SelectMany(b => Read(reading, b.Span)).Take(Most);

    private static IEnumerable<ReportFinding> Read(Reading reading, TextSpan block)
    {
        for (var at = block.Start; at + 1 < block.End; at++)
        {
            if (Word(reading.Folded, block, at) is { } word && !IsName(reading, at))
            {
                yield return Notice.Of(
                    ReportCodes.WrongWord, Severity.Warning, new TextSpan(at, at + 2), "", ("found", reading.Text.Substring(at, 2)), ("expected", word));
            }
        }
    }

    private static string? Word(string text, TextSpan block, int at)
    {
        var (a, b) = (text[at], text[at + 1]);
        return Folding.IsHan(a) && Folding.IsHan(b) && !Lexicon.IsSeen(a, b) && EndsBefore(text, block, at) && BeginsBehind(text, block, at + 2) ? Lexicon.Meant(a, b, IsShared(text, block, at)) : null;
    }

    // 法定期限: one of the characters could be the end or the beginning of another word.
    private static bool IsShared(string text, TextSpan block, int at) =>
        (at > block.Start && Lexicon.IsWord(text[at - 1], text[at])) || (at + 2 < block.End && Lexicon.IsWord(text[at + 1], text[at + 2]));

    // A word ends before the pair and none goes on into it.
    private static bool EndsBefore(string text, TextSpan block, int at) =>
        at == block.Start || !Folding.IsHan(text[at - 1])
        || (at - 2 >= block.Start && Lexicon.IsWord(text[at - 2], text[at - 1])) || (!Lexicon.IsWord(text[at - 1], text[at]) && Lexicon.StandsAlone(text[at - 1]));

    private static bool BeginsBehind(string text, TextSpan block, int at) =>
        at == block.End || !Folding.IsHan(text[at])
        || (at + 1 < block.End && Lexicon.IsWord(text[at], text[at + 1])) || (!Lexicon.IsWord(text[at - 1], text[at]) && Lexicon.StandsAlone(text[at]));

    private static bool IsName(Reading reading, int at)
    {
        var pair = reading.Folded.AsSpan(at, 2);
        var behind = reading.Folded.AsSpan(at + 2, Math.Min(LongestKind, reading.Folded.Length - at - 2));
        if (behind.StartsWith("大学") || behind.StartsWith("学院") || behind.StartsWith("学校") || behind.IndexOf("大学") is > 0 and < 3 || behind.IndexOf("学院") is > 0 and < 3)
        {
            return true;
        }

        return reading.Folded.AsSpan().Count(pair) >= Often || reading.Institution?.AsSpan().Contains(pair, StringComparison.Ordinal) == true;
    }
}
