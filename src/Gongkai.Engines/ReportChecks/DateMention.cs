using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks;

/// <summary>A day or month named in the text.</summary>
/// <param name="Span">Where.</param>
/// <param name="Year">The year as written.</param>
/// <param name="Month">The month as written.</param>
/// <param name="Day">The day as written; 0 when only a month is named.</param>
internal sealed record DateMention(TextSpan Span, int Year, int Month, int Day)
{
    /// <summary>Whether the calendar has such a day.</summary>
    public bool Exists => Year is >= 1900 and <= 2199 && Month is >= 1 and <= 12
        && Day >= 0 && Day <= DateTime.DaysInMonth(Year, Month) && (Day > 0 || !HasDay);

    /// <summary>Whether a day was written, if only a zero.</summary>
    public bool HasDay { get; init; }

    /// <summary>The day, or the first of the month; only of a mention that <see cref="Exists"/>.</summary>
    public DateOnly First => new(Year, Month, Math.Max(Day, 1));

    /// <summary>The last month, when the mention is of several.</summary>
    public int LastMonth { get; init; }

    /// <summary>The day, or the last of the month; only of a mention that <see cref="Exists"/>.</summary>
    public DateOnly Last => new(Year, Math.Max(Month, LastMonth), Day > 0 ? Day : DateTime.DaysInMonth(Year, Math.Max(Month, LastMonth)));
}

/// <summary>Finds the dates of a text, possible or not.</summary>
internal static partial class DateReader
{
    public static List<DateMention> Read(string folded, IReadOnlyList<Block> blocks)
    {
        var dates = new List<DateMention>();
        foreach (var block in blocks)
        {
            var span = block.Span.In(folded);
            if (span.Contains('年') && span.Contains('月'))
            {
                Add(Written(), folded, block.Span, dates);
            }

            if (span.ContainsAny('-', '/', '.'))
            {
                Add(Numeric(), folded, block.Span, dates);
            }
        }

        dates.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return dates;
    }

    /// <summary>The halves, terms and quarters that are named with their year: 2018年上半年, 2019年春季学期.</summary>
    public static IEnumerable<DateMention> Seasons(string folded) => Season().Matches(folded).Select(match =>
    {
        var (first, last) = match.Groups["s"].ValueSpan[0] switch
        {
            '上' => (1, 6),
            '下' => (7, 12),
            '春' => (2, 8),
            '秋' => (8, 12),
            '暑' => (7, 8),
            '寒' => (1, 2),
            '初' => (1, 3),
            _ => (10, 12),
        };
        return new DateMention(new TextSpan(match.Index, match.Index + match.Length), ReadYear(match.Groups["y"].ValueSpan), first, 0) { LastMonth = last };
    });

    private static void Add(Regex form, string folded, TextSpan span, List<DateMention> dates)
    {
        foreach (Match match in form.Matches(span.Of(folded)))
        {
            Add(match, span.Start, dates);
        }
    }

    private static void Add(Match match, int offset, List<DateMention> dates)
    {
        var day = match.Groups["d"];
        dates.Add(new DateMention(
            new TextSpan(offset + match.Index, offset + match.Index + match.Length),
            ReadYear(match.Groups["y"].ValueSpan),
            ChineseNumber.ParseAny(match.Groups["m"].ValueSpan) ?? 0,
            day.Success ? ChineseNumber.ParseAny(day.ValueSpan) ?? 0 : 0)
        { HasDay = day.Success });
    }

    private static int ReadYear(ReadOnlySpan<char> text)
    {
        var year = 0;
        foreach (var c in text)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : c is '〇' or '○' or '零' ? 0 : "一二三四五六七八九".IndexOf(c) + 1;
            year = (year * 10) + digit;
        }

        return year;
    }

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})年(?<s>上半年|下半年|春季学期|秋季学期|春季|秋季|暑[期假]|寒假|初|底|末)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Season();

    [GeneratedRegex(@"(?<![\d])(?<y>\d{2,6}|[一二三四五六七八九〇○零]{4})\s*年\s*(?<m>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:[-—–~～至、和]\s*\d{1,2}\s*)?月(?:\s*(?<d>\d{1,3}|[一二三四五六七八九十]{1,3})\s*[日号])?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<![\d./\-A-Za-z])(?<y>(?:19|20)\d{2})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?![\d/]|[-.]\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numeric();
}
