using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Dates;

/// <summary>Finds stretches of about a year that are meant to be the school year and are not: 2024-08-01至2025-08-31, 2021.9—2021.8.</summary>
internal static partial class YearLongSpans
{
    private const int FewestMonths = 10;
    private const int MostMonths = 14;
    private const int Lead = 30;

    /// <summary>The stretches that neither are the school year nor are said to be another's.</summary>
    public static IEnumerable<TextSpan> Off(Reading reading, WorkingDays.AcademicYear own)
    {
        foreach (Match match in Stretch().Matches(reading.Folded))
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            var (from, to) = (Read(match, "1"), Read(match, "2"));
            if (from is null || to is null || reading.Stated?.Span.Contains(span) == true || Other().IsMatch(Around(reading, span)) || IsOwn(own, match, from.Value, to.Value))
            {
                continue;
            }

            var months = ((to.Value.Year - from.Value.Year) * 12) + to.Value.Month - from.Value.Month + (IsMonths(match) || to.Value.Day > 1 ? 1 : 0);
            var isNear = Math.Abs(from.Value.Year - own.From.Year) <= 1;
            if (isNear && (months <= 0 ? from.Value.Month == own.From.Month && to.Value.Month == own.To.Month : months is >= FewestMonths and <= MostMonths))
            {
                yield return span;
            }
        }
    }

    private static bool IsOwn(WorkingDays.AcademicYear own, Match match, DateOnly from, DateOnly to) =>
        from == own.From && (IsMonths(match) ? to.Month == own.To.Month && to.Year == own.To.Year : to == own.To);

    private static bool IsMonths(Match match) => !match.Groups["d2"].Success;

    private static DateOnly? Read(Match match, string which)
    {
        var year = int.Parse(match.Groups["y" + which].ValueSpan, CultureInfo.InvariantCulture);
        var month = int.Parse(match.Groups["m" + which].ValueSpan, CultureInfo.InvariantCulture);
        var day = match.Groups["d" + which] is { Success: true } d ? int.Parse(d.ValueSpan, CultureInfo.InvariantCulture) : 1;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    // What is said of the stretch stands before it in its sentence or right behind it.
    private static string Around(Reading reading, TextSpan span)
    {
        var sentence = reading.SentenceAt(span.Start);
        return sentence.Length == 0
            ? ""
            : $"{reading.Folded[Math.Max(sentence.Start, span.Start - Lead)..span.Start]}#{Clause(reading.Folded[span.End..Math.Max(span.End, Math.Min(sentence.End, span.End + Lead))])}";
    }

    private static string Clause(string behind) => behind.IndexOfAny(['，', ',', ';']) is >= 0 and var end ? behind[..end] : behind;

    [GeneratedRegex(
        @"(?<![\d.])(?<y1>20\d\d)\s*[年.\-/]\s*(?<m1>\d{1,2})(?:\s*(?:月|[.\-/])\s*(?<d1>\d{1,2})日?|月)?(?:\s*\d{1,2}:\d\d)?\s*(?:起|开始)?[，,]?\s*(?:[-—–~～至到]|止于){1,2}\s*"
        + @"(?<y2>20\d\d)\s*[年.\-/]\s*(?<m2>\d{1,2})(?:\s*(?:月|[.\-/])\s*(?<d2>\d{1,2})日?|月)?(?!\d)",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Stretch();

    // Budgets, terms of office, contracts and the years before have their own.
    [GeneratedRegex(@"上一?学年|上年|去年|往年|同期|较|比|曾|任期|聘期|有效期|合同|协议|工期|施工|建设期|项目|挂职|访学|进修|会计年度|财务|预算|决算|自然年|财政|《|前一|下一?学年|计划|拟|将|疫情", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Other();
}
