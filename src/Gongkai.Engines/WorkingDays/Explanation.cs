using System.Globalization;

namespace Gongkai.Engines.WorkingDays;

/// <summary>Shows how a day was computed, stretch by stretch, so that anyone can check it with a calendar in hand.</summary>
public static class Explanation
{
    /// <summary>The lines of a plain count from <paramref name="start"/> by <paramref name="days"/>.</summary>
    public static IReadOnlyList<DayLine> Of(WorkingDayCalendar calendar, DateOnly start, int days, DayUnit unit)
    {
        var due = calendar.After(start, days, unit);
        var lines = new List<DayLine> { new(start, start, DayLineKind.Start, 0, 0, []) };
        var total = Walk(calendar, start, unit == DayUnit.Working ? due.Date : start.AddDays(days), unit, 0, lines);
        if (unit == DayUnit.Calendar && due.Date > start.AddDays(days))
        {
            var moved = start.AddDays(days);
            lines.Add(new DayLine(moved, due.Date.AddDays(-1), DayLineKind.Moved, 0, total, calendar.FestivalsOf(moved)));
        }

        lines.Add(new DayLine(due.Date, due.Date, DayLineKind.Due, 0, total, []));
        AddMissing(due.MissingYears, lines);
        return lines;
    }

    /// <summary>What a line says to a person, dates first: <c>9月25日—9月27日 中秋节，不计入</c>.</summary>
    public static string Say(DayLine line, string language)
    {
        var words = WordBook.Engines;
        var festivals = string.Join(language == "en" ? " and " : "、", line.Festivals.Select(f => Name(f, language)));
        var details = new Dictionary<string, string>
        {
            ["days"] = line.Days.ToString(CultureInfo.InvariantCulture),
            ["total"] = line.Total.ToString(CultureInfo.InvariantCulture),
            ["year"] = line.From.Year.ToString(CultureInfo.InvariantCulture),
            ["festival"] = festivals.Length > 0 ? festivals : words.Find("calendar.festival.declared", language)!,
        };
        var said = WordBook.Fill(words.Find(line.Key, language) ?? line.Key, details);
        return line.Kind == DayLineKind.MissingYear ? said : $"{Stretch(line, language)} {said}";
    }

    /// <summary>The name of a festival.</summary>
    public static string Name(Festival festival, string language) => WordBook.Engines.Find(festival switch
    {
        Festival.NewYear => "calendar.festival.new-year",
        Festival.SpringFestival => "calendar.festival.spring-festival",
        Festival.TombSweeping => "calendar.festival.tomb-sweeping",
        Festival.LabourDay => "calendar.festival.labour-day",
        Festival.DragonBoat => "calendar.festival.dragon-boat",
        Festival.VictoryDay => "calendar.festival.victory-day",
        Festival.MidAutumn => "calendar.festival.mid-autumn",
        _ => "calendar.festival.national-day",
    }, language)!;

    internal static void AddMissing(IReadOnlyList<int> years, List<DayLine> lines)
    {
        foreach (var year in years)
        {
            lines.Add(new DayLine(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DayLineKind.MissingYear, 0, 0, []));
        }
    }

    // Adds the stretches after `from` up to and including `to`, and gives the count reached.
    internal static int Walk(WorkingDayCalendar calendar, DateOnly from, DateOnly to, DayUnit unit, int total, List<DayLine> lines)
    {
        if (to <= from)
        {
            return total;
        }

        if (unit == DayUnit.Calendar)
        {
            var days = to.DayNumber - from.DayNumber;
            lines.Add(new DayLine(from.AddDays(1), to, DayLineKind.CalendarDays, days, total + days, []));
            return total + days;
        }

        for (var day = from.AddDays(1); ; day = day.AddDays(1))
        {
            total += Append(calendar, day, total, lines);
            if (day == to)
            {
                return total;
            }
        }
    }

    private static int Append(WorkingDayCalendar calendar, DateOnly day, int total, List<DayLine> lines)
    {
        var (kind, counts) = calendar.KindOf(day) switch
        {
            DayKind.Workday => (DayLineKind.Counted, 1),
            DayKind.MakeUpWorkday => (DayLineKind.MakeUp, 1),
            DayKind.Holiday => (DayLineKind.Holiday, 0),
            _ => (DayLineKind.Weekend, 0),
        };
        if (lines[^1] is { } last && last.Kind == kind && last.To == day.AddDays(-1))
        {
            lines[^1] = last with { To = day, Days = last.Days + counts, Total = total + counts };
        }
        else
        {
            lines.Add(new DayLine(day, day, kind, counts, total + counts, kind == DayLineKind.Holiday ? calendar.FestivalsOf(day) : []));
        }

        return counts;
    }

    // A stretch lies between days that are said whole, so its own year is left out unless it changes.
    private static string Stretch(DayLine line, string language)
    {
        var isWhole = line.Kind is not (DayLineKind.Counted or DayLineKind.MakeUp or DayLineKind.Weekend or DayLineKind.Holiday or DayLineKind.CalendarDays) || line.From.Year != line.To.Year;
        var from = Day(line.From, isWhole, language);
        return line.From == line.To ? from : WordBook.Fill(WordBook.Engines.Find("calendar.stretch", language)!, new Dictionary<string, string> { ["from"] = from, ["to"] = Day(line.To, isWhole, language) });
    }

    private static string Day(DateOnly day, bool isWhole, string language) => WordBook.Fill(WordBook.Engines.Find(isWhole ? "calendar.whole-day" : "calendar.day", language)!, new Dictionary<string, string>
    {
        ["year"] = day.Year.ToString(CultureInfo.InvariantCulture),
        ["month"] = WordBook.Engines.Find($"calendar.month.{day.Month}", language)!,
        ["day"] = day.Day.ToString(CultureInfo.InvariantCulture),
    });
}
