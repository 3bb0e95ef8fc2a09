namespace Gongkai.Engines.Screening;

/// <summary>Finds identity numbers in a run of digits: whole, glued to others, of the old form, with a wrong check character.</summary>
internal sealed class IdentityFinder(DigitRun run)
{
    // Groups that together have eighteen characters with a true check character, however they are separated.
    public void FindWhole(NumberContext context, List<Hit> hits)
    {
        for (var first = 0; first < run.Groups; first++)
        {
            var length = 0;
            for (var last = first; last < run.Groups && !run.IsTaken[last]; last++)
            {
                length += run.GroupLength(last);
                if (length >= 18)
                {
                    var digits = run.Digits.Slice(run.GroupStart(first), Math.Min(length, 18));
                    if (length == 18 && IdNumber.IsValid(digits) && !context.IsCreditCode(digits) && !IsLowerGroup(first, last))
                    {
                        run.Take(first, last, "pii.id-number", hits);
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
    public void FindGlued(NumberContext context, List<Hit> hits)
    {
        for (var group = 0; group < run.Groups; group++)
        {
            var length = run.GroupLength(group);
            if (run.IsTaken[group] || length is < 19 or > 80 || (context.IsOfThings && length != 29 && length != 36))
            {
                continue;
            }

            var digits = run.Digits.Slice(run.GroupStart(group), length);
            var hasHead = IdNumber.IsValid(digits[..18]);
            var hasTail = length >= 36 || !hasHead ? IdNumber.IsValid(digits[^18..]) : false;
            if (hasHead)
            {
                run.TakeDigits(run.GroupStart(group), 18, "pii.id-number", hits);
            }

            if (hasTail)
            {
                run.TakeDigits(run.GroupStart(group) + length - 18, 18, "pii.id-number", hits);
            }

            if (length == 29 && !context.IsAddress && (hasHead ? MobileNumber.IsMobile(digits[18..]) : hasTail && MobileNumber.IsMobile(digits[..11])))
            {
                run.TakeDigits(run.GroupStart(group) + (hasHead ? 18 : 0), 11, "pii.mobile", hits);
            }

            run.IsTaken[group] |= hasHead || hasTail;
        }
    }

    public void FindOldForm(ReadOnlySpan<char> text, NumberContext context, List<Hit> hits)
    {
        for (var group = 0; group < run.Groups; group++)
        {
            if (OldFormGroups(group, context) is > 1 and var groups)
            {
                run.Take(group, group + groups - 1, "pii.id-number", hits);
                group += groups - 1;
                continue;
            }

            if (run.IsTaken[group] || run.GroupLength(group) != 15 || !IdNumber.IsOldForm(run.Digits.Slice(run.GroupStart(group), 15)))
            {
                continue;
            }

            if (context.Is(LabelKind.IdNumber) || (context.IsMentioned(LabelKind.IdNumber) && !context.IsNamedOtherwise && !context.IsOfThings))
            {
                run.Take(group, group, "pii.id-number", hits);
            }
            else if (!context.IsNamedOtherwise && !context.IsOfThings && run.HasClearBorders(text, group))
            {
                run.Take(group, group, "pii.id-number-suspect", hits);
            }
        }
    }

    // 411424 480117 166 where a word or the column says what it is: an old number has no check character to tell it by.
    private int OldFormGroups(int first, NumberContext context)
    {
        if (!context.Is(LabelKind.IdNumber) || run.GroupLength(first) is not (3 or 6))
        {
            return 0;
        }

        var length = 0;
        for (var last = first; last < run.Groups && last - first < 5 && !run.IsTaken[last] && (last == first || run.Before(last) is not ('\t' or '/' or '|')); last++)
        {
            length += run.GroupLength(last);
            if (length >= 15)
            {
                return length == 15 && IdNumber.IsOldForm(run.Digits.Slice(run.GroupStart(first), 15)) ? last - first + 1 : 0;
            }
        }

        return 0;
    }

    public void FindSuspects(ReadOnlySpan<char> text, NumberContext context, List<Hit> hits)
    {
        for (var first = 0; first < run.Groups; first++)
        {
            if (run.IsTaken[first])
            {
                continue;
            }

            var last = first + (run.GroupLength(first) == 18 ? 0 : IsSixEightFour(first) ? 2 : IsSixFourFourFour(first) ? 3 : IsHalves(first, context) ? 1 : -first - 1);
            if (last < first || context.IsOfThings || (context.IsNamedOtherwise && !context.Is(LabelKind.IdNumber) && !MayBeBesideBank(context, first)))
            {
                continue;
            }

            var digits = run.Digits.Slice(run.GroupStart(first), 18);
            if (!IdNumber.IsPlausible(digits) || context.IsCreditCode(digits) || !run.HasClearBorders(text, first))
            {
                continue;
            }

            // A sheet keeps fifteen digits of a number: the three zeros are what is left of the rest.
            run.Take(first, last, first == last && digits.EndsWith("000") ? "pii.id-number" : "pii.id-number-suspect", hits);
            first = last;
        }
    }

    // 43010419961102-7745 behind 身份证.
    private bool IsHalves(int group, NumberContext context) =>
        context.Is(LabelKind.IdNumber) && group + 1 < run.Groups && !run.IsTaken[group + 1] && run.GroupLength(group) + run.GroupLength(group + 1) == 18 && run.Before(group + 1) != '\t';

    // （430104199611027745）银行信息退回: the bank is another's word; 62… is a card whose check digit is wrong.
    private bool MayBeBesideBank(NumberContext context, int group) => context.Around == LabelKind.Bank && !run.Digits[run.GroupStart(group)..].StartsWith("62");

    private bool IsSixEightFour(int group) => run.HasLengths(group, 6, 8, 4);

    private bool IsSixFourFourFour(int group) => run.HasLengths(group, 6, 4, 4, 4);
}
