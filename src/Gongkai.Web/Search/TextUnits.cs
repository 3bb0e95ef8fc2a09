using System.Globalization;

namespace Gongkai.Web.Search;

/// <summary>A unit of text: one Chinese character, or a run of letters and digits.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsHan">Whether it is a character of a script without blanks between words.</param>
internal readonly record struct TextUnit(string Text, int Start, int End, bool IsHan);

/// <summary>Cuts text into units, and finds the days written in it.</summary>
internal static class TextUnits
{
    private const int LongestRun = 60;

    // One string for each character, so that a long text costs no string for each of its characters.
    private static readonly string?[] Singles = new string?[char.MaxValue + 1];

    /// <summary>The units of a text, in order.</summary>
    public static IEnumerable<TextUnit> Of(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var c = Folding.Fold(text[at]);
            switch (KindOf(text, at, c))
            {
                case Kind.Han:
                    yield return new TextUnit(Singles[c] ??= c.ToString(), at, ++at, true);
                    break;
                case Kind.Pair:
                    yield return new TextUnit(text.Substring(at, 2), at, at += 2, true);
                    break;
                case Kind.Run:
                    var from = at++;
                    while (at < text.Length && at - from < LongestRun && KindOf(text, at, Folding.Fold(text[at])) == Kind.Run)
                    {
                        at++;
                    }

                    yield return new TextUnit(string.Create(at - from, (text, from), static (to, source) =>
                    {
                        for (var i = 0; i < to.Length; i++)
                        {
                            to[i] = Folding.Fold(source.text[source.from + i]);
                        }
                    }), from, at, false);
                    break;
                default:
                    at++;
                    break;
            }
        }
    }

    /// <summary>The day or month written from a unit on, as people write them: 2026年3月4日, 2026-03-04, 2026/3/4, 2026.3.4, 20260304, 2026年3月; null when none is.</summary>
    public static DayMention? DayAt(IReadOnlyList<TextUnit> units, int at, string text)
    {
        var first = units[at];
        if (first.IsHan || first.Text[0] is not ('1' or '2') || first.Text.Length is not (4 or 8) || !int.TryParse(first.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        if (first.Text.Length == 8)
        {
            return DateOnly.TryParseExact(first.Text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var packed) ? new(packed, IsMonth: false, 1) : null;
        }

        if (number is < 1900 or > 2100)
        {
            return null;
        }

        var isChinese = Is(at + 1, "年");
        var month = isChinese ? Number(at + 2) : Joined(at, at + 1) ? Number(at + 1) : null;
        if (month is not { } m || m is < 1 or > 12)
        {
            return null;
        }

        if (isChinese)
        {
            return !Is(at + 3, "月") ? null
                : Number(at + 4) is { } d && (Is(at + 5, "日") || Is(at + 5, "号")) && d <= DateTime.DaysInMonth(number, m) && d > 0 ? new(new DateOnly(number, m, d), IsMonth: false, 6)
                : new(new DateOnly(number, m, 1), IsMonth: true, 4);
        }

        return Joined(at + 1, at + 2) && Number(at + 2) is { } day && day > 0 && day <= DateTime.DaysInMonth(number, m) ? new(new DateOnly(number, m, day), IsMonth: false, 3)
            : units[at + 1].Text.Length == 2 && text[units[at].End] == '-' && !Joined(at + 1, at + 2) ? new(new DateOnly(number, m, 1), IsMonth: true, 2)
            : null;

        bool Is(int unit, string word) => unit < units.Count && units[unit].Text == word;

        int? Number(int unit) => unit < units.Count && units[unit] is { IsHan: false, Text.Length: <= 2 } u && int.TryParse(u.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

        // One mark between two numbers.
        bool Joined(int left, int right) => right < units.Count && units[right].Start - units[left].End == 1 && Folding.Fold(text[units[left].End]) is '-' or '/' or '.';
    }

    private static Kind KindOf(string text, int at, char folded)
    {
        if (folded < 0x80)
        {
            return char.IsAsciiLetterOrDigit(folded) ? Kind.Run : Kind.None;
        }

        if (char.IsSurrogate(folded))
        {
            return char.IsHighSurrogate(folded) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) && char.IsLetter(text, at) ? Kind.Pair : Kind.None;
        }

        return CharUnicodeInfo.GetUnicodeCategory(folded) switch
        {
            UnicodeCategory.OtherLetter => Kind.Han,
            UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.DecimalDigitNumber => Kind.Run,
            _ => Kind.None,
        };
    }

    private enum Kind
    {
        None,
        Han,
        Pair,
        Run,
    }
}

/// <summary>A day or month written in a text.</summary>
/// <param name="Day">The day; the first of the month for a month.</param>
/// <param name="IsMonth">Whether only a month was written.</param>
/// <param name="Units">How many units it takes.</param>
internal readonly record struct DayMention(DateOnly Day, bool IsMonth, int Units)
{
    /// <summary>The term of a day, which no text can hold otherwise.</summary>
    public static string Term(DateOnly day) => day.ToString("'\u0001d'yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The term of a day's month.</summary>
    public static string MonthTerm(DateOnly day) => day.ToString("'\u0001m'yyyyMM", CultureInfo.InvariantCulture);
}
