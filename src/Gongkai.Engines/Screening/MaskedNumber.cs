using System.Buffers;

namespace Gongkai.Engines.Screening;

/// <summary>What a masked identity number still shows.</summary>
[Flags]
internal enum Shown
{
    Nothing = 0,

    /// <summary>The first six digits, the region.</summary>
    Region = 1,

    /// <summary>The birth date.</summary>
    Birth = 2,

    /// <summary>The last three or four characters.</summary>
    Tail = 4,

    /// <summary>So much that the rest can be worked out or tried out.</summary>
    TooMuch = 8,
}

/// <summary>Reads numbers in which characters were replaced by marks: 110105********002X.</summary>
internal static class MaskedNumber
{
    public const string MarkCharacters = "*＊●○•■□█◆×✱☆＃#_XxＸ·?？";

    private static readonly SearchValues<char> Marks = SearchValues.Create(MarkCharacters);

    /// <summary>The first place where two or more marks stand side by side.</summary>
    public static int IndexOfMask(ReadOnlySpan<char> text)
    {
        var from = 0;
        while (from < text.Length)
        {
            var at = text[from..].IndexOfAny(Marks);
            if (at < 0 || from + at + 1 >= text.Length)
            {
                return -1;
            }

            if (Marks.Contains(text[from + at + 1]))
            {
                return from + at;
            }

            from += at + 1;
        }

        return -1;
    }

    /// <summary>Reads the number around a mask.</summary>
    /// <param name="text">The text it stands in.</param>
    /// <param name="mask">Where its marks begin.</param>
    /// <param name="isNamed">Whether a word or the column's head says that it is an identity number.</param>
    /// <param name="start">Where the number begins.</param>
    /// <param name="end">Where it ends.</param>
    public static Shown Read(ReadOnlySpan<char> text, int mask, bool isNamed, out int start, out int end)
    {
        start = mask;
        while (start > 0 && mask - start < 18 && IsDigit(text[start - 1]))
        {
            start--;
        }

        var lead = mask - start;
        end = mask;
        while (end < text.Length && Marks.Contains(text[end]))
        {
            end++;
        }

        var marks = end - mask;
        var tailStart = end;
        while (end < text.Length && end - tailStart < 18 && IsDigit(text[end]))
        {
            end++;
        }

        // 002X: the check character, when it was not taken for a mark.
        if (end > tailStart && end < text.Length && text[end] is 'X' or 'x' or 'Ｘ' && (end + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[end + 1])))
        {
            end++;
        }

        var tail = end - tailStart;
        if (lead == 0 && tail > 0 && end < text.Length && Marks.Contains(text[end]))
        {
            // ******19900307****: marks on both sides of the birth date.
            while (end < text.Length && Marks.Contains(text[end]))
            {
                end++;
            }

            return tail == 8 && isNamed && IdNumber.IsDate(Plain(text.Slice(tailStart, 8))) ? Shown.Birth | Shown.TooMuch : Shown.Nothing;
        }

        return Judge(text, start, lead, marks, tailStart, tail, isNamed);
    }

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

    private static Shown Judge(ReadOnlySpan<char> text, int start, int lead, int marks, int tailStart, int tail, bool isNamed)
    {
        var total = lead + marks + tail;
        if (total is not (15 or 18) && !(isNamed && lead + tail is > 0 and < 18))
        {
            return Shown.Nothing;
        }

        var leading = Plain(text.Slice(start, lead));
        if (lead >= 2 && !IdNumber.IsRegion(leading))
        {
            return Shown.Nothing;
        }

        // Without a name for it, only the shape of the whole number speaks.
        if (!isNamed && (lead < 2 || total != 18))
        {
            return Shown.Nothing;
        }

        var shown = (lead >= 6 ? Shown.Region : 0) | (tail >= 3 ? Shown.Tail : 0);
        var trailing = Plain(text.Slice(tailStart, tail));
        if ((lead >= 14 && IdNumber.IsDate(leading.AsSpan(6, 8))) || (tail >= 12 && IdNumber.IsDate(trailing.AsSpan(tail - 12, 8))))
        {
            return shown | Shown.Birth | Shown.TooMuch;
        }

        return lead + tail >= 12 ? shown | Shown.TooMuch : shown;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';

    private static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            plain[i] = text[i] is >= '０' and <= '９' ? (char)(text[i] - '０' + '0') : text[i] is 'x' or 'Ｘ' ? 'X' : text[i];
        }

        return new string(plain);
    }
}
