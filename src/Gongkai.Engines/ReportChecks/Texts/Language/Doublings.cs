namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>What is doubled on purpose, or only seems to be.</summary>
internal sealed class Doublings(LanguageModel model)
{
    // 件件有着落, 人人都能, and 细细地.
    private const string OfEach = "有都皆能可无地";

    // 代表表了决心, but not 学校校的.
    private const string BehindVerb = "了过着";

    private const string Numerals = "一两三几半";

    /// <summary>Whether a character is said twice of set purpose: 认认真真, 箱箱有清单, 细细地.</summary>
    public bool IsMeant(string text, int at) => at + 2 < text.Length && text[at] == text[at + 1] && (IsOneOfTwo(text, at) || (IsOfEach(text[at + 2]) && EndsNoWord(text, at)));

    /// <summary>Whether the first of two like characters may end a word and the second begin the next: 班委会 会议, 目的 的, 代表 表了.</summary>
    public bool IsBorder(string text, int at) => !EndsNoWord(text, at) && (text[at] == '的' || BeginsWord(text, at + 1) || IsVerb(text, at + 1));

    /// <summary>Whether a word of two characters is said twice of set purpose: 一箱一箱, 看着看着.</summary>
    public static bool IsWordMeant(string text, int at) =>
        text[at + 1] == '着' || Numerals.Contains(text[at], StringComparison.Ordinal) || Numerals.Contains(text[at + 1], StringComparison.Ordinal);

    private static bool IsOfEach(char sign) => OfEach.Contains(sign, StringComparison.Ordinal);

    private static bool IsVerb(string text, int at) => at + 1 < text.Length && BehindVerb.Contains(text[at + 1], StringComparison.Ordinal);

    // 清清楚楚: either pair may be the one that is asked for.
    private static bool IsOneOfTwo(string text, int at) => IsPair(text, at + 2, text[at]) || IsPair(text, at - 2, text[at]);

    private static bool IsPair(string text, int at, char other) => at >= 0 && at + 1 < text.Length && text[at] == text[at + 1] && text[at] != other && Folding.IsHan(text[at]);

    private bool EndsNoWord(string text, int at)
    {
        for (var length = 2; length <= OpenWords.Longest && length <= at + 1; length++)
        {
            if (IsWord(text, at + 1 - length, length))
            {
                return false;
            }
        }

        return true;
    }

    private bool BeginsWord(string text, int at)
    {
        for (var length = 2; length <= OpenWords.Longest && at + length <= text.Length; length++)
        {
            if (IsWord(text, at, length))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWord(string text, int at, int length) => model.Words.NumberOf(text.AsSpan(at, length)) != Vocabulary.Unknown;
}
