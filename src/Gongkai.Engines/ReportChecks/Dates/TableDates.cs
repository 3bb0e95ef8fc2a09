namespace Gongkai.Engines.ReportChecks.Dates;

/// <summary>Finds the one date of a table that lies outside the school year when all its others lie within: in a table of what was done in the year.</summary>
internal static class TableDates
{
    private const int Fewest = 3;
    private const int Many = 6;
    private const int Near = 90;

    public static IEnumerable<DateMention> Outside(Reading reading, Period period)
    {
        var lines = reading.Blocks.FindAll(b => b.Kind != BlockKind.Contents);
        var rows = new List<DateMention>();
        var (first, at) = (0, 0);
        foreach (var date in reading.Dates.Where(d => d.Exists && reading.SentenceAt(d.Span.Start).Length == 0))
        {
            var line = lines.FindIndex(at, b => b.Span.Contains(date.Span));
            if (line < 0)
            {
                continue;
            }

            if (rows.Count > 0 && line > at + 1)
            {
                if (Odd(reading, rows, lines, first, at, period) is { } odd)
                {
                    yield return odd;
                }

                rows.Clear();
            }

            first = rows.Count == 0 ? line : first;
            rows.Add(date);
            at = line;
        }

        if (Odd(reading, rows, lines, first, at, period) is { } last)
        {
            yield return last;
        }
    }

    private static DateMention? Odd(Reading reading, List<DateMention> rows, List<Block> lines, int first, int last, Period period)
    {
        var outside = rows.FindAll(d => d.Last < period.From || d.First > period.To);
        return rows.Count >= Fewest && outside.Count == 1 && IsOneYearOff(outside[0], period) && (rows.Count >= Many || IsOfTheYear(reading, lines, first, last)) ? outside[0]
            : rows.Count >= Fewest && outside.Count == 1 && Math.Abs(outside[0].First.DayNumber - (outside[0].Last < period.From ? period.From : period.To).DayNumber) <= Near
            && IsOfTheYear(reading, lines, first, last) ? outside[0] : null;
    }

    // 2020年4月15日 for 2021年4月15日: the same day of the next year, or of the one before, lies within.
    private static bool IsOneYearOff(DateMention date, Period period) =>
        date.Day > 0 && Array.Exists([-1, 1], by => date.First.AddYears(by) is var day && day >= period.From && day <= period.To);

    // What stands right above the table or below it says of which year it is.
    private static bool IsOfTheYear(Reading reading, List<Block> lines, int first, int last)
    {
        var around = new TextSpan(lines[Math.Max(0, first - 2)].Span.Start, lines[Math.Min(lines.Count - 1, last + 1)].Span.End);
        return around.In(reading.Folded).Contains("本学年", StringComparison.Ordinal) || reading.Years.Any(y => y.Year == reading.AcademicYear && y != reading.TitleYear && around.Contains(y.Span));
    }
}
