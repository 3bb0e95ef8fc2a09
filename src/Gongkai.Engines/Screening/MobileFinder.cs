namespace Gongkai.Engines.Screening;

/// <summary>Finds mobile numbers in a run of digits.</summary>
internal sealed class MobileFinder(DigitRun run)
{
    private static readonly string[] Measures = ["次", "条", "个", "件", "项", "篇", "份", "册", "字节", "字", "吨", "度", "千瓦时", "米", "公里", "平方米", "KB", "MB", "GB", "TB", "美元", "港元", "欧元", "日元", "英镑", "bytes", "byte", "B", "kWh", "views", "hits", "clicks", "年", "counts", "count", "events", "samples", "records", "items", "words", "users", "times", "people", "cases", "steps", "tokens", "rows"];

    public void Find(ReadOnlySpan<char> text, NumberContext context, List<Hit> hits)
    {
        if (context.IsOfThings || (context.Is(LabelKind.CreditCode | LabelKind.Student) && !context.Is(LabelKind.Phone)))
        {
            return;
        }

        for (var group = 0; group < run.Groups; group++)
        {
            if (run.IsTaken[group])
            {
                continue;
            }

            var digits = run.Digits[run.GroupStart(group)..];
            var length = run.GroupLength(group);
            var country = length switch
            {
                12 when digits[0] == '0' => 1,
                13 when digits.StartsWith("86") => 2,
                15 when digits.StartsWith("0086") => 4,
                _ => 0,
            };
            if (length - country == 11 && MobileNumber.IsMobile(digits.Slice(country, 11)) && IsAlone(text, group, context))
            {
                run.Take(group, group, "pii.mobile", hits);
                continue;
            }

            // 手机1381234567813912345678: two of them with nothing between.
            if (length == 22 && context.Is(LabelKind.Phone) && MobileNumber.IsMobile(digits[..11]) && MobileNumber.IsMobile(digits.Slice(11, 11)))
            {
                run.IsTaken[group] = true;
                run.TakeDigits(run.GroupStart(group), 11, "pii.mobile", hits);
                run.TakeDigits(run.GroupStart(group) + 11, 11, "pii.mobile", hits);
                continue;
            }

            var groups = MobileGroups(group, context) is > 0 and var apart ? apart
                : WrappedGroups(group) is > 0 and var wrapped ? wrapped
                : IsBrokenInCell(text, group) ? 3
                : IsBrokenBehindWord(group, context) ? 2
                : 0;
            if (groups > 0 && run.HasClearBorders(text, group) && MobileNumber.IsMobile(digits[..11]) && (context.Is(LabelKind.Phone) || !(IsCounted(Behind(text, group + groups - 1)) || text[..run.Position(run.GroupStart(group))].EndsWith("第"))))
            {
                run.Take(group, group + groups - 1, "pii.mobile", hits);
                group += groups - 1;
            }
        }
    }

    private int WrappedGroups(int group)
    {
        var length = run.GroupLength(group);
        for (var last = group + 1; last < run.Groups && length < 11; last++)
        {
            length += run.GroupLength(last);
            if (length == 11 && run.IsWrappedCell(group, last))
            {
                return last - group + 1;
            }
        }

        return 0;
    }

    // 138-0013- and 8000 below it: its usual groups, broken where the cell ended.
    private bool IsBrokenInCell(ReadOnlySpan<char> text, int group)
    {
        if (!run.HasLengths(group, 3, 4, 4) || run.Before(group + 1) is not (' ' or '-' or '－' or '—' or '–' or '‑') || run.Before(group + 2) is not ('\n' or '\r'))
        {
            return false;
        }

        var start = run.Position(run.GroupStart(group));
        var end = run.Position(run.GroupStart(group + 3) - 1) + 1;
        return (start > 0 && text[start - 1] == '\t') || (end < text.Length && text[end] == '\t');
    }

    // A line's end or a tab within the number, anywhere, where a word before it says what it is.
    private bool IsBrokenBehindWord(int group, NumberContext context) =>
        context.Is(LabelKind.Phone)
        && group + 1 < run.Groups && !run.IsTaken[group + 1]
        && run.GroupLength(group) + run.GroupLength(group + 1) == 11 && run.GroupLength(group) >= 3
        && (run.Before(group + 1) is '\n' or '\r' || (run.Before(group + 1) == '\t' && group == 0 && run.Groups == 2))
        && (group == 0 || run.Before(group) is '\t' or '\n' or '\r')
        && (group + 2 == run.Groups || run.Before(group + 2) is '\t' or '\n' or '\r');

    // 138 0013 8000 and its likes. Blanks also stand between the figures of a table's line, so there must be nothing else in the run.
    private int MobileGroups(int group, NumberContext context)
    {
        var rest = run.Groups - group;
        var groups = run.HasLengths(group, 3, 4, 4) || run.HasLengths(group, 4, 4, 3) || run.HasLengths(group, 4, 3, 4) || run.HasLengths(group, 3, 3, 5) || run.HasLengths(group, 3, 5, 3) ? 3
            : run.HasLengths(group, 3, 8) || run.HasLengths(group, 7, 4) || run.HasLengths(group, 5, 6) ? 2
            : run.HasLengths(group, 3, 2, 2, 2, 2) ? 5
            : context.Is(LabelKind.Phone) && run.HasLengths(group, 3, 3, 3, 2) ? 4
            : rest >= 11 && AllSingle(group) ? 11
            : 0;
        if (groups == 0)
        {
            return 0;
        }

        for (var next = group + 1; next < group + groups; next++)
        {
            if ((run.Before(next) == '\t' && !(context.Is(LabelKind.Phone) && group == 0 && groups == run.Groups)) || run.Before(next) is '\n' or '\r' || (run.Before(next) == '|' && !(groups == 11 && context.Is(LabelKind.Phone))) || (run.Before(next) is '/' or '~' or '～' && !(context.Is(LabelKind.Phone) && run.HasLengths(group, 3, 4, 4))) || (run.Before(next) == '.' && groups == 2))
            {
                return 0;
            }
        }

        // 1300 200 3000 are three figures; only a hyphen or a word makes one number of such groups.
        var isUsual = !run.HasLengths(group, 4, 3, 4);
        var isFirst = run.BeginsCell(group) || IsCountry(group - 1) || run.IsTaken[group - 1];
        var isAlone = isUsual && isFirst && (run.EndsCell(group + groups - 1) || run.IsTaken[group + groups]);
        return isAlone || context.Is(LabelKind.Phone) || run.Before(group + 1) is '-' or '－' or '—' or '–' or '‑' ? groups : 0;
    }

    private bool AllSingle(int group)
    {
        for (var next = group; next < group + 11; next++)
        {
            if (run.GroupLength(next) != 1)
            {
                return false;
            }
        }

        return group == 0 && run.Groups == 11;
    }

    private bool IsCountry(int group) => run.Digits.Slice(run.GroupStart(group), run.GroupLength(group)) is "86" or "0086" or "0";

    // No part of a decimal number, an amount, a code with letters or an address of mail.
    private bool IsAlone(ReadOnlySpan<char> text, int group, NumberContext context)
    {
        if (!run.HasClearBorders(text, group) || (group > 0 && run.Before(group) == '.' && run.GroupLength(group - 1) <= 2 && !(run.GroupLength(group - 1) == 2 && IsCountry(group - 1))))
        {
            return false;
        }

        if (group + 1 < run.Groups && run.Before(group + 1) is '.' && run.GroupLength(group + 1) <= 2)
        {
            return false;
        }

        // 116.13812345678: the decimals of a longitude.
        if (group > 0 && run.Before(group) == '.' && run.Digits[run.GroupStart(group - 1)..run.GroupStart(group)] is ['1', '0' or '1' or '2' or '3', _] && !context.Is(LabelKind.Phone))
        {
            return false;
        }

        var start = run.Position(run.GroupStart(group));
        var after = Behind(text, group);
        if (!context.Is(LabelKind.Phone) && IsNameOfThing(text[..start], after))
        {
            return false;
        }

        return !(after.StartsWith("元") || after.StartsWith("万") || after.StartsWith("亿") || after.StartsWith("%") || after.StartsWith("％") || (!context.Is(LabelKind.Phone) && (after.StartsWith("人") || IsCounted(after))));
    }

    private ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, int group) => text[(run.Position(run.GroupStart(group + 1) - 1) + 1)..].TrimStart(' ');

    // 第138…号, id=138…, /info/138….htm, n = 138…: what names a page, a row or a paper, or a size.
    private static bool IsNameOfThing(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.EndsWith("第") || after.StartsWith(".htm", StringComparison.OrdinalIgnoreCase) || after.StartsWith(".shtml", StringComparison.OrdinalIgnoreCase)
        || (before is [.., (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_', '='] && AddressParameter.KindOf(before) == LabelKind.None)
        || (before.EndsWith("n = ", StringComparison.OrdinalIgnoreCase) && (before.Length == 4 || !char.IsAsciiLetter(before[^5])));

    // 19870382028次: a measure behind the number and nothing behind that; 13… 项目负责人 is a person's.
    private static bool IsCounted(ReadOnlySpan<char> after)
    {
        foreach (var measure in Measures)
        {
            if (after.StartsWith(measure, StringComparison.OrdinalIgnoreCase) && (after.Length == measure.Length || !char.IsLetter(after[measure.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
