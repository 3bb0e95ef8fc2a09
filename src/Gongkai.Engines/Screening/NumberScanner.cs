using System.Runtime.CompilerServices;

namespace Gongkai.Engines.Screening;

/// <summary>Finds identity, card and telephone numbers in a text in one pass. Each digit counts once, for the most telling number it
/// belongs to.</summary>
internal sealed class NumberScanner
{
    private readonly DigitRun _run = new();
    private readonly bool[] _taken = new bool[256];

    /// <param name="text">The text of a paragraph, page or cell.</param>
    /// <param name="column">What the head of the column or the field's name says; None for prose.</param>
    /// <param name="hits">Takes what is found.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Scan(ReadOnlySpan<char> text, LabelKind column, List<Hit> hits)
    {
        var at = 0;
        var last = LabelKind.None;
        LabelKind? mentioned = null;
        while (at < text.Length)
        {
            var next = DigitRun.IndexOfDigit(text[at..]);
            if (next < 0)
            {
                return;
            }

            var start = at + next;
            _run.Read(text, start);
            var end = Math.Max(_run.End, start + 1);
            if (_run.Length >= 11 || (_run.Length >= 6 && MayBeStudentNumber(text, start, column)))
            {
                // 身份证号分别为 A、B: the second has no word of its own and takes that of the first.
                var between = text[at..start];
                var own = Labels.Around(text, start, end);
                var context = own == LabelKind.None && between.Length <= 2 && at > 0 ? last : own;
                mentioned ??= Mentions(text);
                Classify(text, new Context(context, column, mentioned.Value, IsInAddress(text, start)), hits);
                last = context;
            }

            at = end;
        }
    }

    // Short numbers are everywhere; only one right behind a colon, a blank or the word 号 is worth a look at the words before it.
    private static bool MayBeStudentNumber(ReadOnlySpan<char> text, int start, LabelKind column) =>
        (column & LabelKind.Student) != 0 || (start > 1 && text[start - 1] is '号' or ':' or '：' or ' ' or '为' or '（' or '(' && text[Math.Max(0, start - 8)..start].Contains('号'));

    private void Classify(ReadOnlySpan<char> text, Context context, List<Hit> hits)
    {
        _taken.AsSpan(0, _run.Groups).Clear();
        FindIdNumbers(text, context, hits);
        FindGlued(context, hits);
        if (context.IsAddress)
        {
            return;
        }

        FindStudentNumbers(text, context, hits);
        FindCards(context, hits);
        FindOldIdNumbers(text, context, hits);
        FindSuspects(text, context, hits);
        FindMobiles(text, context, hits);
    }

    // Groups that together have eighteen characters with a true check character, however they are separated.
    private void FindIdNumbers(ReadOnlySpan<char> text, Context context, List<Hit> hits)
    {
        for (var first = 0; first < _run.Groups; first++)
        {
            var length = 0;
            for (var last = first; last < _run.Groups && !_taken[last]; last++)
            {
                length += _run.GroupLength(last);
                if (length >= 18)
                {
                    var digits = _run.Digits.Slice(_run.GroupStart(first), Math.Min(length, 18));
                    if (length == 18 && IdNumber.IsValid(digits) && !context.IsCreditCode(digits) && !IsLowerGroup(first, last))
                    {
                        Take(first, last, "pii.id-number", hits);
                        first = last;
                    }

                    break;
                }
            }
        }
    }

    // Numbers in a table's line (year, count, amount) can come out right by chance when many short groups are joined.
    private static bool IsLowerGroup(int first, int last) => last - first + 1 is > 6 and < 17;

    // A number and a telephone, or two numbers, written without anything between them.
    private void FindGlued(Context context, List<Hit> hits)
    {
        for (var group = 0; group < _run.Groups; group++)
        {
            var length = _run.GroupLength(group);
            if (_taken[group] || length is < 19 or > 80)
            {
                continue;
            }

            var digits = _run.Digits.Slice(_run.GroupStart(group), length);
            var hasHead = IdNumber.IsValid(digits[..18]);
            var hasTail = length >= 36 || !hasHead ? IdNumber.IsValid(digits[^18..]) : false;
            if (hasHead)
            {
                TakeDigits(_run.GroupStart(group), 18, "pii.id-number", hits);
            }

            if (hasTail)
            {
                TakeDigits(_run.GroupStart(group) + length - 18, 18, "pii.id-number", hits);
            }

            if (length == 29 && !context.IsAddress && (hasHead ? IsMobile(digits[18..]) : hasTail && IsMobile(digits[..11])))
            {
                TakeDigits(_run.GroupStart(group) + (hasHead ? 18 : 0), 11, "pii.mobile", hits);
            }

            _taken[group] |= hasHead || hasTail;
        }
    }

    private void FindStudentNumbers(ReadOnlySpan<char> text, Context context, List<Hit> hits)
    {
        for (var group = 0; group < _run.Groups; group++)
        {
            var length = _run.GroupLength(group);
            if (_taken[group] || length is < 6 or > 14)
            {
                continue;
            }

            if (context.Is(LabelKind.Student) && HasClearBorders(text, group))
            {
                Take(group, group, "pii.student-number", hits);
            }
        }
    }

    private void FindCards(Context context, List<Hit> hits)
    {
        if (context.IsOfThings)
        {
            return;
        }

        for (var first = 0; first < _run.Groups; first++)
        {
            var length = 0;
            for (var last = first; last < _run.Groups && !_taken[last]; last++)
            {
                length += _run.GroupLength(last);
                if (length > 19)
                {
                    break;
                }

                var digits = _run.Digits.Slice(_run.GroupStart(first), length);
                if (length >= 13 && !EndsShort(last) && IsCardShape(first, last) && IsCard(digits, context, first == last, IsWholeRun(first, last)))
                {
                    Take(first, last, "pii.bank-card", hits);
                    first = last;
                    break;
                }
            }
        }
    }

    // A shorter number that happens to check must not hide that the card goes on.
    private bool EndsShort(int last) => last + 1 < _run.Groups && !_taken[last + 1] && _run.Before(last + 1) is ' ' or '-' && _run.GroupLength(last + 1) <= 4 && _run.GroupLength(last) == 4;

    private bool IsWholeRun(int first, int last) =>
        (first == 0 || _run.Before(first) is '\t' or '\n' or '\r') && (last + 1 == _run.Groups || _run.Before(last + 1) is '\t' or '\n' or '\r');

    private bool IsCardShape(int first, int last)
    {
        if (first == last)
        {
            return true;
        }

        if (last - first + 1 >= 13)
        {
            return true;
        }

        for (var group = first; group < last; group++)
        {
            if (_run.GroupLength(group) is not (4 or 6 or 8) || _run.Before(group + 1) is '.' or '/' or '\n' or '\t' or '(' or '（')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCard(ReadOnlySpan<char> digits, Context context, bool isOneGroup, bool isWholeRun)
    {
        // A sheet keeps fifteen digits of a number, so the check digit is lost with the rest.
        var isLost = isOneGroup && context.Is(LabelKind.Bank) && digits.Length >= 16 && digits[15..].IndexOfAnyExcept('0') < 0 && (digits.Length == 19 || digits[0] is '4' or '5' or '6' or '9');
        if (!BankCard.IsValid(digits))
        {
            return isLost;
        }

        if (context.Is(LabelKind.Bank))
        {
            return true;
        }

        // Figures of a table's line, four digits each, check out one time in ten.
        return !context.IsNamedOtherwise
            && (isOneGroup || isWholeRun)
            && ((context.IsMentioned(LabelKind.Bank) && digits.Length >= 16 && digits[0] is '4' or '5' or '6' or '9')
                || (digits.StartsWith("62") && digits.Length is 16 or 17 or 18 or 19) || (!isOneGroup && digits.Length == 16 && digits[0] is >= '3' and <= '6'));
    }

    private void FindOldIdNumbers(ReadOnlySpan<char> text, Context context, List<Hit> hits)
    {
        for (var group = 0; group < _run.Groups; group++)
        {
            if (_taken[group] || _run.GroupLength(group) != 15 || !IdNumber.IsOldForm(_run.Digits.Slice(_run.GroupStart(group), 15)))
            {
                continue;
            }

            if (context.Is(LabelKind.IdNumber) || (context.IsMentioned(LabelKind.IdNumber) && !context.IsNamedOtherwise && !context.IsOfThings))
            {
                Take(group, group, "pii.id-number", hits);
            }
            else if (!context.IsNamedOtherwise && !context.IsOfThings && HasClearBorders(text, group))
            {
                Take(group, group, "pii.id-number-suspect", hits);
            }
        }
    }

    private void FindSuspects(ReadOnlySpan<char> text, Context context, List<Hit> hits)
    {
        for (var first = 0; first < _run.Groups; first++)
        {
            if (_taken[first])
            {
                continue;
            }

            var last = first + (_run.GroupLength(first) == 18 ? 0 : IsSixEightFour(first) ? 2 : IsSixFourFourFour(first) ? 3 : -first - 1);
            if (last < first || context.IsOfThings || (context.IsNamedOtherwise && !context.Is(LabelKind.IdNumber)))
            {
                continue;
            }

            var digits = _run.Digits.Slice(_run.GroupStart(first), 18);
            if (!IdNumber.IsPlausible(digits) || context.IsCreditCode(digits) || !HasClearBorders(text, first))
            {
                continue;
            }

            // A sheet keeps fifteen digits of a number: the three zeros are what is left of the rest.
            Take(first, last, first == last && digits.EndsWith("000") ? "pii.id-number" : "pii.id-number-suspect", hits);
            first = last;
        }
    }

    private bool IsSixEightFour(int group) => HasLengths(group, 6, 8, 4);

    private bool IsSixFourFourFour(int group) => HasLengths(group, 6, 4, 4, 4);

    private void FindMobiles(ReadOnlySpan<char> text, Context context, List<Hit> hits)
    {
        if (context.IsOfThings || (context.Is(LabelKind.CreditCode | LabelKind.Student) && !context.Is(LabelKind.Phone)))
        {
            return;
        }

        for (var group = 0; group < _run.Groups; group++)
        {
            if (_taken[group])
            {
                continue;
            }

            var digits = _run.Digits[_run.GroupStart(group)..];
            var length = _run.GroupLength(group);
            var country = length switch
            {
                12 when digits[0] == '0' => 1,
                13 when digits.StartsWith("86") => 2,
                15 when digits.StartsWith("0086") => 4,
                _ => 0,
            };
            if (length - country == 11 && IsMobile(digits.Slice(country, 11)) && IsAlone(text, group, context))
            {
                Take(group, group, "pii.mobile", hits);
                continue;
            }

            var groups = MobileGroups(group, context);
            if (groups > 0 && HasClearBorders(text, group) && IsMobile(digits[..11]))
            {
                Take(group, group + groups - 1, "pii.mobile", hits);
                group += groups - 1;
            }
        }
    }

    // 138 0013 8000 and its likes. Blanks also stand between the figures of a table's line, so there must be nothing else in the run.
    private int MobileGroups(int group, Context context)
    {
        var rest = _run.Groups - group;
        var groups = HasLengths(group, 3, 4, 4) || HasLengths(group, 4, 4, 3) || HasLengths(group, 3, 3, 5) || HasLengths(group, 3, 5, 3) ? 3
            : HasLengths(group, 3, 8) || HasLengths(group, 7, 4) || HasLengths(group, 5, 6) ? 2
            : HasLengths(group, 3, 2, 2, 2, 2) ? 5
            : rest >= 11 && AllSingle(group) ? 11
            : 0;
        if (groups == 0)
        {
            return 0;
        }

        for (var next = group + 1; next < group + groups; next++)
        {
            if (_run.Before(next) is '\t' or '\n' or '\r' or '/' or '|' or '~' or '～' || (_run.Before(next) == '.' && groups == 2))
            {
                return 0;
            }
        }

        var isFirst = group == 0 || IsCountry(group - 1) || _run.Before(group) is '\t' or '\n' or '\r';
        var isAlone = isFirst && (rest == groups || _run.Before(group + groups) is '\t' or '\n' or '\r');
        return isAlone || context.Is(LabelKind.Phone) || _run.Before(group + 1) is '-' or '－' or '—' or '–' or '‑' ? groups : 0;
    }

    private bool AllSingle(int group)
    {
        for (var next = group; next < group + 11; next++)
        {
            if (_run.GroupLength(next) != 1)
            {
                return false;
            }
        }

        return group == 0 && _run.Groups == 11;
    }

    private bool IsCountry(int group) => _run.Digits.Slice(_run.GroupStart(group), _run.GroupLength(group)) is "86" or "0086" or "0";

    private bool HasLengths(int group, params ReadOnlySpan<int> lengths)
    {
        if (group + lengths.Length > _run.Groups)
        {
            return false;
        }

        for (var i = 0; i < lengths.Length; i++)
        {
            if (_run.GroupLength(group + i) != lengths[i] || _taken[group + i])
            {
                return false;
            }
        }

        return true;
    }

    // No part of a decimal number, an amount, a code with letters or an address of mail.
    private bool IsAlone(ReadOnlySpan<char> text, int group, Context context)
    {
        if (!HasClearBorders(text, group) || (group > 0 && _run.Before(group) == '.' && _run.GroupLength(group - 1) <= 2))
        {
            return false;
        }

        if (group + 1 < _run.Groups && _run.Before(group + 1) is '.' && _run.GroupLength(group + 1) <= 2)
        {
            return false;
        }

        var end = _run.Position(_run.GroupStart(group + 1) - 1) + 1;
        var after = text[end..].TrimStart(' ');
        return !(after.StartsWith("元") || after.StartsWith("万") || after.StartsWith("亿") || after.StartsWith("%") || after.StartsWith("％") || (after.StartsWith("人") && !context.Is(LabelKind.Phone)));
    }

    private bool HasClearBorders(ReadOnlySpan<char> text, int group)
    {
        var start = _run.Position(_run.GroupStart(group));
        var end = _run.Position(_run.GroupStart(group + 1) - 1) + 1;
        if (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is '@' or '*' or '＊' or '='))
        {
            return false;
        }

        if (start == 0)
        {
            return true;
        }

        var before = text[start - 1];
        return before is not ('¥' or '￥' or '$' or '*' or '＊' or '#' or '_') && (!char.IsAsciiLetter(before) || IsTelephoneWord(text[..start]));
    }

    private static bool IsTelephoneWord(ReadOnlySpan<char> before) =>
        before.EndsWith("tel", StringComparison.OrdinalIgnoreCase) || before.EndsWith("phone", StringComparison.OrdinalIgnoreCase)
        || before.EndsWith("mobile", StringComparison.OrdinalIgnoreCase) || before.EndsWith("mob", StringComparison.OrdinalIgnoreCase)
        || before.EndsWith("id", StringComparison.OrdinalIgnoreCase);

    private static bool IsMobile(ReadOnlySpan<char> digits) => digits[0] == '1' && digits[1] is >= '3' and <= '9' && digits[2..11].IndexOfAnyExcept(digits[2]) >= 0 && !digits[..11].Contains('X');

    // The page of a PDF holds a whole table: the heads of its columns stand far above their numbers.
    private static LabelKind Mentions(ReadOnlySpan<char> text) => text.Length < 60 || !text.Contains('\n')
        ? LabelKind.None
        : (text.Contains("卡号", StringComparison.Ordinal) || text.Contains("银行", StringComparison.Ordinal) || text.Contains("账号", StringComparison.Ordinal) ? LabelKind.Bank : 0)
            | (text.Contains("身份证", StringComparison.Ordinal) || text.Contains("证件号", StringComparison.Ordinal) ? LabelKind.IdNumber : 0);

    // Inside http://… digits belong to the address, unless they are a true identity number.
    private static bool IsInAddress(ReadOnlySpan<char> text, int start)
    {
        var from = start;
        while (from > 0 && start - from < 240 && text[from - 1] is > ' ' and < '\u007F')
        {
            from--;
        }

        var token = text[from..start];
        return token.Contains("://", StringComparison.Ordinal) || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || token.Contains("doi.org", StringComparison.OrdinalIgnoreCase);
    }

    private void Take(int first, int last, string code, List<Hit> hits)
    {
        _taken.AsSpan(first, last - first + 1).Fill(true);
        TakeDigits(_run.GroupStart(first), _run.GroupStart(last + 1) - _run.GroupStart(first), code, hits);
    }

    private void TakeDigits(int from, int count, string code, List<Hit> hits)
    {
        var start = _run.Position(from);
        hits.Add(new Hit(code, start, _run.Position(from + count - 1) + 1 - start));
    }

    /// <summary>What is known of a run: words around it, the head of its column, whether it lies in a web address.</summary>
    private readonly record struct Context(LabelKind Around, LabelKind Column, LabelKind Mentioned, bool IsAddress)
    {
        // The nearest word outweighs the head of the column.
        private LabelKind Kinds => Around != LabelKind.None ? Around : Column;

        public bool IsOfThings => (Kinds & (LabelKind.Serial | LabelKind.Amount)) != 0;

        /// <summary>A word says what it is.</summary>
        public bool IsNamedOtherwise =>
            (Kinds & (LabelKind.IdNumber | LabelKind.Phone | LabelKind.Bank | LabelKind.Student | LabelKind.CreditCode | LabelKind.Serial)) != 0;

        /// <summary>Whether the word stands anywhere on the page.</summary>
        public bool IsMentioned(LabelKind kind) => (Mentioned & kind) != 0;

        public bool Is(LabelKind kind) => (Kinds & kind) != 0;

        public bool IsCreditCode(ReadOnlySpan<char> digits) =>
            Is(LabelKind.CreditCode) || (!Is(LabelKind.IdNumber) && SocialCreditCode.IsValid(digits) && (digits[0] == '9' || !IdNumber.IsValid(digits)));
    }
}
