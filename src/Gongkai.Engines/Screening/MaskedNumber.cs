using System.Buffers;

namespace Gongkai.Engines.Screening;

/// <summary>What a masked identity number still shows.</summary>
[Flags]
internal enum Shown
{
    Nothing = 0,

    /// <summary>The first six digits, the region.</summary>
    Region = 1,

    /// <summary>The year of birth.</summary>
    Year = 2,

    /// <summary>The last three or four characters.</summary>
    Tail = 4,

    /// <summary>So much that the rest can be worked out or tried out.</summary>
    TooMuch = 8,

    /// <summary>Month and day of birth.</summary>
    Day = 16,

    /// <summary>The birth date.</summary>
    Birth = Year | Day,
}

/// <summary>Reads numbers in which characters were replaced by marks: 110105********002X.</summary>
internal static class MaskedNumber
{
    private const int Longest = 24;
    private const int LongestName = 3;

    public const string MarkCharacters = "*＊●○•■□█◆×✱☆＃#_XxＸ·?？";

    private static readonly SearchValues<char> Marks = SearchValues.Create(MarkCharacters);

    private static readonly SearchValues<char> PlainMarks = SearchValues.Create("*＊●○•■□█◆☆＃#?？");

    /// <summary>The first place where two or more marks stand side by side, or one behind many digits.</summary>
    public static int IndexOfMask(ReadOnlySpan<char> text)
    {
        var from = 0;
        while (from < text.Length)
        {
            var at = text[from..].IndexOfAny(Marks);
            if (at < 0)
            {
                return -1;
            }

            at += from;
            if ((at + 1 >= text.Length || !Marks.Contains(text[at + 1])) && !IsLoneMask(text, at))
            {
                from = at + 1;
                continue;
            }

            if (MarksOfName(text, at) is not (> 0 and var marks))
            {
                return at;
            }

            from = at + marks;
        }

        return -1;
    }

    // 张** 110105…: the marks of a name are no part of the number behind it.
    private static int MarksOfName(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && Marks.Contains(text[end]))
        {
            end++;
        }

        var isApart = end - at <= LongestName && (at == 0 || StepBack(text, at) == 0) && end + 1 < text.Length && text[end] is ' ' or '-' && IsDigit(text[end + 1]);
        return isApart ? end - at : 0;
    }

    // 11010519491231002*: all but one.
    private static bool IsLoneMask(ReadOnlySpan<char> text, int at)
    {
        var digits = 0;
        while (digits < at && IsDigit(text[at - digits - 1]))
        {
            digits++;
        }

        return digits >= 6 && PlainMarks.Contains(text[at]);
    }

    /// <summary>Reads the number around a mask.</summary>
    /// <param name="text">The text it stands in.</param>
    /// <param name="mask">Where its marks begin.</param>
    /// <param name="isNamed">Whether a word or the column's head says that it is an identity number.</param>
    /// <param name="start">Where the number begins.</param>
    /// <param name="end">Where it ends.</param>
    public static Shown Read(ReadOnlySpan<char> text, int mask, bool isNamed, out int start, out int end)
    {
        Span<char> number = stackalloc char[Longest];
        start = mask;
        var lead = 0;
        while (start > 0 && lead < 18 && StepBack(text, start) is > 0 and var step)
        {
            start -= step;
            lead++;
        }

        end = start;
        var length = 0;
        while (end < text.Length && length < Longest && StepOn(text, end, length) is > 0 and var step)
        {
            end += step;
            var c = text[end - 1];
            number[length++] = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : IsDigit(c) ? c : IsCheckX(text, end - 1) ? 'X' : '*';
        }

        return Judge(number[..length], lead, isNamed);
    }

    private static int StepBack(ReadOnlySpan<char> text, int at) =>
        IsDigit(text[at - 1]) ? 1 : at > 1 && text[at - 1] is ' ' or '-' && IsDigit(text[at - 2]) ? 2 : 0;

    // Groups may stand apart by one blank: 110105 ******** 002X.
    private static int StepOn(ReadOnlySpan<char> text, int at, int length) =>
        IsPart(text[at]) ? 1 : length is > 0 and < 18 && at + 1 < text.Length && text[at] is ' ' or '-' && IsPart(text[at + 1]) ? 2 : 0;

    private static bool IsPart(char c) => IsDigit(c) || Marks.Contains(c);

    // An X behind three digits and at the end is no mark, however many characters the mask stands for.
    private static bool IsCheckX(ReadOnlySpan<char> text, int at) =>
        text[at] is 'X' or 'x' or 'Ｘ' && at >= 3 && IsDigit(text[at - 1]) && IsDigit(text[at - 2]) && IsDigit(text[at - 3])
        && (at + 1 == text.Length || !(char.IsAsciiLetterOrDigit(text[at + 1]) || Marks.Contains(text[at + 1])));

    /// <summary>Every masked number of a text; the whole text when it is a short one without a mask, such as the last four digits.</summary>
    public static IEnumerable<(int Start, int Length)> All(string text)
    {
        var from = 0;
        var any = false;
        while (from < text.Length && IndexOfMask(text.AsSpan(from)) is >= 0 and var at)
        {
            var shown = Read(text, from + at, isNamed: true, out var start, out var end);
            if (shown != Shown.Nothing)
            {
                any = true;
                yield return (start, end - start);
            }

            from = Math.Max(end, from + at + 2);
        }

        if (!any && text.Length <= 8)
        {
            yield return (0, text.Length);
        }
    }

    private static Shown Judge(ReadOnlySpan<char> number, int lead, bool isNamed)
    {
        var known = number.Length - number.Count('*');
        if (number.Length is not (15 or 18) && !(isNamed && known is > 0 and < 18))
        {
            return Shown.Nothing;
        }

        if (lead >= 2 && !IdNumber.IsRegion(number))
        {
            return Shown.Nothing;
        }

        // Without a name for it, only the shape of the whole number speaks.
        if (!isNamed && (lead < 2 || number.Length != 18))
        {
            return Shown.Nothing;
        }

        var tail = number.Length - 1 - number.LastIndexOf('*');
        var shown = (lead >= 6 ? Shown.Region : 0) | (tail >= 3 ? Shown.Tail : 0);
        if (number.Length != 18)
        {
            // A mask of another length hides how many there are: the two ends are all that is told.
            var isDated = (lead >= 14 && IdNumber.IsDate(number.Slice(6, 8))) || (tail >= 12 && IdNumber.IsDate(number.Slice(number.Length - 12, 8)))
                || (number.Length == 15 && lead >= 12);
            return isDated || lead + tail >= 12 ? shown | Shown.Birth | Shown.TooMuch : shown;
        }

        shown |= (IsKnown(number, 6, 4) ? Shown.Year : 0) | (IsKnown(number, 10, 4) ? Shown.Day : 0) | (IsKnown(number, 0, 6) ? Shown.Region : 0);
        var isBirthTold = (shown & Shown.Birth) == Shown.Birth && IdNumber.IsDate(number.Slice(6, 8)) && (isNamed || lead >= 6);
        return isBirthTold || known >= 12 ? shown | Shown.TooMuch : shown;
    }

    private static bool IsKnown(ReadOnlySpan<char> number, int from, int count) => !number.Slice(from, count).Contains('*');

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
}
