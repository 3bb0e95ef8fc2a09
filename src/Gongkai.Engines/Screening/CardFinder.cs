namespace Gongkai.Engines.Screening;

/// <summary>Finds bank card numbers in a run of digits.</summary>
internal sealed class CardFinder(DigitRun run)
{
    public void Find(NumberContext context, List<Hit> hits)
    {
        if (context.IsOfThings)
        {
            return;
        }

        for (var first = 0; first < run.Groups; first++)
        {
            var length = 0;
            var end = -1;
            for (var last = first; last < run.Groups && !run.IsTaken[last]; last++)
            {
                length += run.GroupLength(last);
                if (length > 19)
                {
                    break;
                }

                var digits = run.Digits.Slice(run.GroupStart(first), length);
                if (length < 13 || !IsCardShape(first, last, context) || !IsCard(digits, context, first == last || run.IsWrappedCell(first, last), IsWholeRun(first, last)))
                {
                    continue;
                }

                end = last;
                if (!MayGoOn(last))
                {
                    break;
                }
            }

            if (end >= 0)
            {
                run.Take(first, end, "pii.bank-card", hits);
                first = end;
            }
        }
    }

    // A shorter number that happens to check must not hide that the card goes on; it counts when no longer one checks.
    private bool MayGoOn(int last) => last + 1 < run.Groups && !run.IsTaken[last + 1] && run.Before(last + 1) is ' ' or '-' && run.GroupLength(last + 1) <= 4 && run.GroupLength(last) == 4;

    private bool IsWholeRun(int first, int last) =>
        run.BeginsCell(first) && run.EndsCell(last);

    private bool IsCardShape(int first, int last, NumberContext context)
    {
        if (first == last || run.IsWrappedCell(first, last))
        {
            return true;
        }

        if (last - first + 1 >= 13)
        {
            return true;
        }

        for (var group = first; group < last; group++)
        {
            if (run.GroupLength(group) is not (4 or 6 or 8) || (run.Before(group + 1) is '.' && !context.Is(LabelKind.Bank)) || run.Before(group + 1) is '/' or '\n' or '|' or '(' or '（' || (run.Before(group + 1) == '\t' && !(context.Is(LabelKind.Bank) && first == 0 && last + 1 == run.Groups)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCard(ReadOnlySpan<char> digits, NumberContext context, bool isOneGroup, bool isWholeRun)
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
}
