using System.Buffers;

namespace Gongkai.Engines.Screening;

/// <summary>Numbers whose groups are kept apart by a mark that else divides numbers from one another: 110105,19491231,002X. Each group must
/// stand behind the same mark, and the whole must be a true number.</summary>
internal static class PartedNumbers
{
    private const int MostGroups = 5;

    private static readonly SearchValues<char> Partings = SearchValues.Create(",，、:：;；#*＊'’\"~");

    public static bool IsParting(char c) => Partings.Contains(c);

    public static void Find(ReadOnlySpan<char> text, LabelKind column, List<Hit> hits)
    {
        Span<char> digits = stackalloc char[20];
        for (var at = 0; at < text.Length;)
        {
            var next = DigitRun.IndexOfDigit(text[at..]);
            if (next < 0)
            {
                return;
            }

            var start = at + next;
            var end = GroupEnd(text, start);
            at = end;
            if (end < text.Length && Partings.Contains(text[end]) && end - start is 3 or 4 or 6 or 9 or 10 or 14)
            {
                at = Read(text, start, column, digits, hits) ?? end;
            }
        }
    }

    private static int? Read(ReadOnlySpan<char> text, int start, LabelKind column, Span<char> digits, List<Hit> hits)
    {
        var end = GroupEnd(text, start);
        var mark = text[end];
        var first = end - start;
        var length = Copy(text[start..end], digits, 0);
        for (var groups = 2; groups <= MostGroups && end + 1 < text.Length && text[end] == mark; groups++)
        {
            var from = end + 1;
            end = GroupEnd(text, from);
            if (end < text.Length && text[end] is 'X' or 'x' && length + end - from == 17)
            {
                end++;
            }

            if (end == from || length + end - from > 18)
            {
                return null;
            }

            length = Copy(text[from..end], digits, length);
            var isTorn = end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == mark);
            var isIdentity = length == 18 && IdNumber.IsValid(digits[..18]);
            var isMobile = length == 11 && groups == 3 && first == 3 && MobileNumber.IsMobile(digits) && ((Labels.Around(text, start, end) | column) & LabelKind.Phone) != 0;
            if (!isTorn && (isIdentity || isMobile))
            {
                var (from0, to) = (start, end);
                if (!hits.Exists(h => h.Start < to && from0 < h.Start + h.Length))
                {
                    hits.Add(new Hit(isIdentity ? "pii.id-number" : "pii.mobile", start, end - start));
                }

                return end;
            }
        }

        return null;
    }

    private static int GroupEnd(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && (char.IsAsciiDigit(text[start]) || text[start] is >= '０' and <= '９'))
        {
            start++;
        }

        return start;
    }

    private static int Copy(ReadOnlySpan<char> group, Span<char> digits, int at)
    {
        foreach (var c in group)
        {
            digits[at++] = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c is 'x' ? 'X' : c;
        }

        return at;
    }
}
