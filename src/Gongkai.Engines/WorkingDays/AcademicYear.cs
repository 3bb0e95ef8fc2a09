using System.Globalization;

namespace Gongkai.Engines.WorkingDays;

/// <summary>A school year (学年) as disclosure reports count it: 1 September to 31 August of the next year.</summary>
/// <param name="FirstYear">The calendar year in which it begins: 2020 for 2020—2021学年.</param>
public readonly record struct AcademicYear(int FirstYear) : IComparable<AcademicYear>
{
    private const int September = 9;
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;

    /// <summary>Its first day, 1 September.</summary>
    public DateOnly From => new(FirstYear, September, 1);

    /// <summary>Its last day, 31 August of the next year.</summary>
    public DateOnly To => new(FirstYear + 1, 8, 31);

    /// <summary>The day by which its disclosure report is to be public: 31 October after it ends.</summary>
    public DateOnly ReportDueOn => new(FirstYear + 1, 10, 31);

    /// <summary>The school year before.</summary>
    public AcademicYear Previous => new(FirstYear - 1);

    /// <summary>The school year after.</summary>
    public AcademicYear Next => new(FirstYear + 1);

    /// <summary>The school year a day lies in.</summary>
    public static AcademicYear Of(DateOnly day) => new(day.Month >= September ? day.Year : day.Year - 1);

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>Reads a school year however it is printed: 2020-2021学年, 2020—2021学年度, 2017～2018, 2020/2021, 2020至2021学年, 2020-21,
    /// 二〇二〇—二〇二一学年, 2020学年; full-width digits, any dash, spaces and an added 度 or 第…学期 included.</summary>
    /// <exception cref="FormatException">The text is no school year, or its two years do not follow each other.</exception>
    public static AcademicYear Parse(string text) =>
        TryParse(text, out var year)
            ? year
            : throw new FormatException($"'{text}' is not a school year. Write two years that follow each other, like 2020-2021.");

    /// <summary>Reads a school year however it is printed; see <see cref="Parse"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AcademicYear year)
    {
        year = default;
        var at = 0;
        SkipSpaces(text, ref at);
        if (!ReadYear(text, ref at, out var first, out var firstDigits) || firstDigits != 4)
        {
            return false;
        }

        SkipSpaces(text, ref at);
        Skip(text, ref at, '年');
        SkipSpaces(text, ref at);
        if (!SkipDashes(text, ref at))
        {
            return text[(text[at - 1] == '年' ? at - 1 : at)..].Trim() is "学年" or "学年度" or "学年度工作" && Accept(first, out year);
        }

        if (!ReadYear(text, ref at, out var second, out var secondDigits))
        {
            return false;
        }

        var follows = secondDigits switch
        {
            4 => second == first + 1,
            2 => second == (first + 1) % 100,
            _ => false,
        };
        return follows && IsEnding(text[at..].Trim()) && Accept(first, out year);
    }

    /// <summary>As it is printed for people: <c>2020—2021学年</c> or <c>academic year 2020–2021</c>.</summary>
    public string Print(string language) => language == "en"
        ? string.Create(CultureInfo.InvariantCulture, $"academic year {FirstYear}–{FirstYear + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"{FirstYear}—{FirstYear + 1}学年");

    /// <summary>As it stands in addresses and JSON: <c>2020-2021</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FirstYear}-{FirstYear + 1}");

    /// <inheritdoc/>
    public int CompareTo(AcademicYear other) => FirstYear.CompareTo(other.FirstYear);

    /// <summary>Whether one school year lies before another.</summary>
    public static bool operator <(AcademicYear left, AcademicYear right) => left.FirstYear < right.FirstYear;

    /// <summary>Whether one school year lies after another.</summary>
    public static bool operator >(AcademicYear left, AcademicYear right) => left.FirstYear > right.FirstYear;

    /// <summary>Whether one school year lies before another or is the same.</summary>
    public static bool operator <=(AcademicYear left, AcademicYear right) => left.FirstYear <= right.FirstYear;

    /// <summary>Whether one school year lies after another or is the same.</summary>
    public static bool operator >=(AcademicYear left, AcademicYear right) => left.FirstYear >= right.FirstYear;

    private static bool Accept(int first, out AcademicYear year)
    {
        year = new AcademicYear(first);
        return first is >= EarliestYear and <= LatestYear;
    }

    private static bool IsEnding(ReadOnlySpan<char> rest) =>
        rest is "" or "学年" or "学年度" or "年" or "年度" or "年学年" or "年学年度"
        || (rest.StartsWith("学年") && rest.EndsWith("学期") && rest.Length <= 8);

    private static void SkipSpaces(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private static void Skip(ReadOnlySpan<char> text, ref int at, char what)
    {
        if (at < text.Length && text[at] == what)
        {
            at++;
        }
    }

    private static bool SkipDashes(ReadOnlySpan<char> text, ref int at)
    {
        var from = at;
        while (at < text.Length && (IsDash(text[at]) || char.IsWhiteSpace(text[at])))
        {
            at++;
        }

        return at > from;
    }

    /// <summary>Whether a character joins the two years of a school year: every hyphen, dash, minus and wave that word processors and
    /// conversions leave, the slash, and 至 and 到.</summary>
    public static bool IsDash(char c) => c is '-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '─' or '━' or '−' or '－' or '﹣' or '﹘'
        or '~' or '～' or '〜' or '∼' or '˜' or '/' or '／' or '至' or '到' or 'ー' or '一';

    private static bool ReadYear(ReadOnlySpan<char> text, ref int at, out int value, out int digits)
    {
        value = 0;
        digits = 0;
        var chinese = at < text.Length && ArabicDigit(text[at]) < 0;
        while (at < text.Length && digits < 4 && Digit(text[at], chinese) is var digit and >= 0)
        {
            value = (value * 10) + digit;
            digits++;
            at++;
        }

        return at == text.Length || Digit(text[at], chinese) < 0;
    }

    private static int Digit(char c, bool chinese) => chinese ? ChineseDigit(c) : ArabicDigit(c);

    private static int ArabicDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => -1,
    };

    private static int ChineseDigit(char c) => "〇一二三四五六七八九".IndexOf(c) is >= 0 and var n ? n : c is '○' or '零' ? 0 : -1;
}
