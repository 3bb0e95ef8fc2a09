using System.Runtime.CompilerServices;

namespace Gongkai.Engines.Screening;

/// <summary>Digits that may belong together: groups of digits with at most a few blanks, hyphens or dots between them, full-width
/// ones read as plain ones. One instance is used over and over.</summary>
internal sealed class DigitRun
{
    private const int MostDigits = 256;
    private const int MostBetween = 3;

    private static readonly CharKind[] Kinds = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => KindOf((char)c))];

    private readonly char[] _digits = new char[MostDigits];
    private readonly int[] _positions = new int[MostDigits];
    private readonly int[] _groupStarts = new int[MostDigits + 1];
    private readonly char[] _before = new char[MostDigits];

    /// <summary>The digits of all groups, an X at the place of a check character.</summary>
    public ReadOnlySpan<char> Digits => _digits.AsSpan(0, Length);

    public int Length { get; private set; }

    public int Groups { get; private set; }

    /// <summary>Whether a cell or a line begins with a group: before it stands a tab, a line's end or the bar of a table kept in text.</summary>
    public bool BeginsCell(int group) => group == 0 || Before(group) is '\t' or '\n' or '\r' or '|';

    /// <summary>Whether a cell or a line ends with a group.</summary>
    public bool EndsCell(int group) => group + 1 == Groups || Before(group + 1) is '\t' or '\n' or '\r' or '|';

    /// <summary>Whether groups are the lines of one narrow cell: broken at the same width, with cells beside it.</summary>
    public bool IsWrappedCell(int first, int last)
    {
        if (last == first || !(first == 0 || Before(first) == '\t') || !(last + 1 == Groups || Before(last + 1) == '\t') || (first == 0 && last + 1 == Groups))
        {
            return false;
        }

        for (var group = first + 1; group <= last; group++)
        {
            var isLast = group == last;
            if (Before(group) is not ('\n' or '\r') || IsTaken[group] || (isLast ? GroupLength(group) > GroupLength(first) + 1 : Math.Abs(GroupLength(group) - GroupLength(first)) > 1))
            {
                return false;
            }
        }

        return !IsTaken[first];
    }

    /// <summary>Which groups belong to a number already.</summary>
    public bool[] IsTaken { get; } = new bool[MostDigits];

    /// <summary>Where in the text the run ends.</summary>
    public int End { get; private set; }

    // Digits stand close together in what is worth a look: a plain loop is through before a vectorised search has begun.
    public static int IndexOfDigit(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Kinds[text[i]] == CharKind.Digit)
            {
                return i;
            }
        }

        return -1;
    }

    public int GroupStart(int group) => _groupStarts[group];

    public int GroupLength(int group) => _groupStarts[group + 1] - _groupStarts[group];

    /// <summary>The first mark between a group and the one before it; NUL for the first.</summary>
    public char Before(int group) => _before[group];

    /// <summary>Where a digit stands in the text.</summary>
    public int Position(int digit) => _positions[digit];

    /// <summary>Reads the run that begins at a digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(ReadOnlySpan<char> text, int start)
    {
        Length = 0;
        Groups = 0;
        var at = start;
        var isInGroup = false;
        var between = 0;
        var mark = '\0';
        End = start;
        for (; at < text.Length && Length < MostDigits - 1; at++)
        {
            var c = text[at];
            var kind = Kinds[c];
            var digit = kind != CharKind.Digit ? '\0' : c <= '9' ? c : (char)(c - '０' + '0');
            if (digit != '\0' || (isInGroup && IsCheckX(text, at)))
            {
                if (!isInGroup)
                {
                    _groupStarts[Groups] = Length;
                    _before[Groups++] = mark;
                    isInGroup = true;
                    between = 0;
                    mark = '\0';
                }

                _digits[Length] = digit == '\0' ? 'X' : digit;
                _positions[Length++] = at;
                End = at + 1;
                if (digit == '\0')
                {
                    isInGroup = false;
                    mark = 'X';
                }

                continue;
            }

            if (kind == CharKind.Invisible)
            {
                continue;
            }

            if (kind != CharKind.Between || ++between > MostBetween)
            {
                // A check character may stand apart: 110105 19491231 002 X.
                if (!isInGroup && Length >= 17 && between is > 0 and <= MostBetween && IsLoneX(text, at))
                {
                    _groupStarts[Groups] = Length;
                    _before[Groups++] = mark;
                    _digits[Length] = 'X';
                    _positions[Length++] = at;
                    End = at + 1;
                }

                break;
            }

            isInGroup = false;
            mark = mark == '\0' || c is '\t' or '\n' || (c == '|' && mark != '\n') ? c : mark;
        }

        _groupStarts[Groups] = Length;
        if (Length >= MostDigits - 1 && Groups > 1)
        {
            CutAtGroup();
        }

        IsTaken.AsSpan(0, Groups).Clear();
    }

    /// <summary>Whether the groups from one on have these lengths and belong to nothing yet.</summary>
    public bool HasLengths(int group, params ReadOnlySpan<int> lengths)
    {
        if (group + lengths.Length > Groups)
        {
            return false;
        }

        for (var i = 0; i < lengths.Length; i++)
        {
            if (GroupLength(group + i) != lengths[i] || IsTaken[group + i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a group is no part of a word, an amount or a mask.</summary>
    public bool HasClearBorders(ReadOnlySpan<char> text, int group)
    {
        var (start, end) = (Position(GroupStart(group)), Position(GroupStart(group + 1) - 1) + 1);

        // Before it stands an identity number that ends in X: a telephone right behind it is one all the same.
        var isBehindX = group > 0 && Before(group) == 'X' && IsTaken[group - 1];
        return NumberBorders.AreClearBehind(text, end) && (isBehindX || NumberBorders.AreClearBefore(text, start));
    }

    /// <summary>Groups that are one number.</summary>
    public void Take(int first, int last, string code, List<Hit> hits)
    {
        IsTaken.AsSpan(first, last - first + 1).Fill(true);
        TakeDigits(GroupStart(first), GroupStart(last + 1) - GroupStart(first), code, hits);
    }

    /// <summary>Digits that are one number, wherever their groups begin and end.</summary>
    public void TakeDigits(int from, int count, string code, List<Hit> hits)
    {
        var start = Position(from);
        hits.Add(new Hit(code, start, Position(from + count - 1) + 1 - start));
    }

    // A longer run goes on in the next one, cut where a line or cell ends rather than within a number.
    private void CutAtGroup()
    {
        var cut = Groups - 1;
        for (var group = Groups - 1; group > Groups / 2; group--)
        {
            if (_before[group] is '\t' or '\n' or '\r')
            {
                cut = group;
                break;
            }
        }

        Groups = cut;
        Length = _groupStarts[cut];
        End = _positions[Length];
    }

    private static CharKind KindOf(char c) => c is (>= '0' and <= '9') or (>= '０' and <= '９') ? CharKind.Digit : IsInvisible(c) ? CharKind.Invisible : IsBetween(c) ? CharKind.Between : CharKind.Other;

    private static bool IsX(char c) => c is 'X' or 'x' or 'Ｘ' or 'ｘ' or '×' or 'Х' or 'х' or 'Χ' or 'Ⅹ' or 'ⅹ' or '✕';

    // Seventeen digits must come before; a letter after it makes it part of a word.
    private bool IsCheckX(ReadOnlySpan<char> text, int at) =>
        IsX(text[at]) && Length >= 14 && (at + 1 == text.Length || !char.IsAsciiLetter(text[at + 1]));

    private static bool IsLoneX(ReadOnlySpan<char> text, int at) => IsX(text[at]) && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]));

    private static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F';

    private static bool IsBetween(char c) =>
        c is ' ' or '-' or '\t' or '\n' or '\r' or '.' or '\u00A0' or '\u3000' or '·' or '－' or '—' or '–' or '‐' or '‑' or '−' or '_' or '．' or '•' or '/' or '(' or ')' or '（' or '）' or '+'
        || c is >= '\u2000' and <= '\u200A' or '\u202F' or '\u205F' or '\u00AD' or '－' or '﹣' or '～' or '~' or '|' or '・' or '‧' or '∙';

    private enum CharKind : byte
    {
        Other,
        Digit,
        Between,
        Invisible,
    }
}
