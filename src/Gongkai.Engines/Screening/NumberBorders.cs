namespace Gongkai.Engines.Screening;

/// <summary>What may stand right beside a number that is one by itself: no letter of a code, no sign of an amount, no mark of a mask.</summary>
internal static class NumberBorders
{
    private static readonly string[] TelephoneWords = ["tel", "phone", "mobile", "mob", "cell", "wechat", "weixin", "wx", "vx", "qq", "id"];

    /// <summary>Whether nothing right before a number makes it part of something else.</summary>
    public static bool AreClearBefore(ReadOnlySpan<char> text, int start)
    {
        if (start == 0)
        {
            return true;
        }

        var before = text[start - 1];
        return before switch
        {
            '¥' or '￥' or '$' => false,
            '*' or '＊' => !IsMask(text, start - 1, -1),
            '#' => start > 1 && text[start - 2] is ':' or '：',

            // 张三_138…_报名表, phone_138…: what a file's name joins; of other letters it is one word with them.
            '_' => start > 1 && (!char.IsAsciiLetter(text[start - 2]) || IsTelephoneWord(text[..(start - 1)])),
            'V' or 'v' => start == 1 || !char.IsAsciiLetterOrDigit(text[start - 2]),
            _ => !char.IsAsciiLetter(before) || IsTelephoneWord(text[..start]) || (start > 2 && text[start - 3] == '%'),
        };
    }

    /// <summary>Whether nothing right behind a number makes it part of something else.</summary>
    public static bool AreClearBehind(ReadOnlySpan<char> text, int end) =>
        end == text.Length || !((char.IsAsciiLetter(text[end]) && !IsTelephoneWordBehind(text[end..])) || text[end] is '@' or '=' || IsMask(text, end, 1));

    // 138****5678 is masked; **138…** is printed bold, and 138…* has a footnote.
    private static bool IsMask(ReadOnlySpan<char> text, int at, int step)
    {
        var isStar = false;
        for (; at >= 0 && at < text.Length && text[at] is '*' or '＊'; at += step)
        {
            isStar = true;
        }

        return isStar && at >= 0 && at < text.Length && (char.IsDigit(text[at]) || text[at] is 'X' or 'x');
    }

    private static bool IsTelephoneWord(ReadOnlySpan<char> before)
    {
        foreach (var word in TelephoneWords)
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return word.Length > 2 || before.Length == 2 || !char.IsAsciiLetter(before[^3]);
            }
        }

        return false;
    }

    // 138…wx, 138…QQ号: the word that says what comes next, or that the same number is of something else too.
    private static bool IsTelephoneWordBehind(ReadOnlySpan<char> behind)
    {
        foreach (var word in TelephoneWords)
        {
            if (behind.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (behind.Length == word.Length || !char.IsAsciiLetterOrDigit(behind[word.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
