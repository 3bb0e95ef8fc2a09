namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>What may have been meant where a slip of typing may have been made: a character for another that sounds or looks alike, two
/// that changed places, a character or a word typed twice.</summary>
internal sealed class Slips(LanguageModel model)
{
    private const int LongestMeant = 4;

    // A number is as likely as any other.
    private const string Numerals = "一二两三四五六七八九十百千万亿";

    // A word of two characters is easily made by accident, so it must be a common one.
    private const double CommonWord = 1e-6;
    private const double CommonCharacter = 5e-4;

    // By how much the logarithm of the text's likelihood must grow.
    private const double GainOfAlike = 8;
    private const double GainOfTwins = 5.5;
    private const double GainOverCommon = 10;

    // What is written is a word, or joins two of which the one often stands before or behind others: 并设, 必讲.
    private const double GainOverWord = 10;
    private const double GainOfTwinsOverWord = 8;
    private const double GainOverJoined = 12;
    private const double GainOverNumeral = 12;
    private const double GainOfTwinAlone = 9;
    private const double GainOfRareTwin = 7.5;
    private const string Joining = "并按必仅各每总均可应皆亦须专入交";
    private const double GainOfSwap = 9;
    private const double GainOfDoubled = 8.5;
    private const double GainOfDoubledWhole = 10;
    private const double GainOfDoubledSmall = 6;
    private const double GainOfDoubledWord = 4;

    /// <summary>A text with one slip undone that may have been made at a place of it, and the gain that makes it credible.</summary>
    public IEnumerable<(string Meant, double Least)> Undone(string text, int at) => Alike(text, at).Concat(Swapped(text, at)).Concat(Doubled(text, at));

    private IEnumerable<(string Meant, double Least)> Alike(string text, int at)
    {
        var written = text[at];
        var isNumeral = Numerals.Contains(written, StringComparison.Ordinal);
        foreach (var other in Confusables.Of(written))
        {
            var areTwins = Confusables.AreTwins(written, other);
            if (isNumeral && !areTwins)
            {
                continue;
            }

            if (!areTwins && !(at > 0 && model.Words.AreJoined(text[at - 1], other)) && !(at + 1 < text.Length && model.Words.AreJoined(other, text[at + 1])))
            {
                continue;
            }

            var meant = $"{text[..at]}{other}{text[(at + 1)..]}";
            if (MakesWord(meant, at))
            {
                yield return (meant, isNumeral ? GainOverNumeral : Math.Max(areTwins ? GainOfTwins : IsCommon(written) ? GainOverCommon : GainOfAlike, LeastOver(text, at, areTwins)));
            }
            else if (areTwins && !isNumeral)
            {
                yield return (meant, IsCommon(written) ? GainOfTwinAlone : GainOfRareTwin);
            }
        }
    }

    private double LeastOver(string text, int at, bool areTwins) =>
        MakesWord(text, at) ? areTwins ? GainOfTwinsOverWord : GainOverWord : Joining.Contains(text[at], StringComparison.Ordinal) || (at > 0 && Joining.Contains(text[at - 1], StringComparison.Ordinal)) ? GainOverJoined : 0;

    private IEnumerable<(string Meant, double Least)> Swapped(string text, int at)
    {
        if (at + 1 < text.Length && Folding.IsHan(text[at + 1]) && text[at + 1] != text[at] && model.Words.AreJoined(text[at + 1], text[at])
            && $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}" is var meant && (MakesWord(meant, at) || MakesWord(meant, at + 1)))
        {
            yield return (meant, GainOfSwap);
        }
    }

    // 层层 and 研究研究 are doubled on purpose, and of 各系系主任 the one belongs to either word.
    private IEnumerable<(string Meant, double Least)> Doubled(string text, int at)
    {
        if (at + 1 < text.Length && text[at + 1] == text[at] && !(at > 0 && text[at - 1] == '一'))
        {
            var least = NumberOf(text, at, 2) != Vocabulary.Unknown || BeginsWord(text, at + 1) ? GainOfDoubledWhole : IsCommon(text[at]) ? GainOfDoubledSmall : GainOfDoubled;
            yield return (text.Remove(at, 1), least);
        }

        if (at + 3 < text.Length && text.AsSpan(at, 2).SequenceEqual(text.AsSpan(at + 2, 2)) && text[at] != text[at + 1]
            && NumberOf(text, at, 2) is not Vocabulary.Unknown and var word && !model.IsPair(word, word))
        {
            yield return (text.Remove(at, 2), GainOfDoubledWord);
        }
    }

    private bool BeginsWord(string text, int at) => at + 3 <= text.Length && NumberOf(text, at, 3) != Vocabulary.Unknown;

    private bool IsCommon(char c) => model.Words.ShareOf(model.Words.NumberOf([c])) > CommonCharacter;

    private int NumberOf(string text, int at, int length) => model.Words.NumberOf(text.AsSpan(at, length));

    private bool MakesWord(string text, int at)
    {
        for (var start = Math.Max(0, at - LongestMeant + 1); start <= at; start++)
        {
            for (var end = Math.Max(at + 1, start + 2); end <= Math.Min(text.Length, start + LongestMeant); end++)
            {
                if (NumberOf(text, start, end - start) is not Vocabulary.Unknown and var word && (end - start > 2 || model.IsCommon(word, CommonWord)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
