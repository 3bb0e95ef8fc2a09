namespace Gongkai.Engines.WorkingDays;

/// <summary>One year's days off and make-up working days, as the State Council's yearly notice (节假日安排) sets them.</summary>
/// <param name="Year">The calendar year the days lie in.</param>
/// <param name="Off">Declared days off; weekend days within a holiday may or may not be among them.</param>
/// <param name="Work">Weekend days on which people work.</param>
public sealed record YearSchedule(int Year, IReadOnlySet<DateOnly> Off, IReadOnlySet<DateOnly> Work)
{
    /// <summary>The earliest year a schedule may be for: before it there were no such notices.</summary>
    public const int EarliestYear = 1950;

    /// <summary>The latest year a schedule may be for; later ones can only be a slip of the pen.</summary>
    public const int LatestYear = 2199;

    /// <summary>Checks the days against each other and makes the schedule.</summary>
    /// <exception cref="ScheduleException">A day lies in another year, is both off and at work, or is a make-up day in the middle of
    /// a week.</exception>
    public static YearSchedule Of(int year, IEnumerable<DateOnly> off, IEnumerable<DateOnly> work)
    {
        if (year is < EarliestYear or > LatestYear)
        {
            throw new ScheduleException(ScheduleFault.YearOutOfRange, $"{year}");
        }

        var offDays = new HashSet<DateOnly>(off);
        var workDays = new HashSet<DateOnly>(work);
        foreach (var day in offDays.Concat(workDays))
        {
            if (day.Year != year)
            {
                throw new ScheduleException(ScheduleFault.DayInAnotherYear, $"{day:yyyy-MM-dd} / {year}");
            }
        }

        foreach (var day in workDays)
        {
            if (offDays.Contains(day))
            {
                throw new ScheduleException(ScheduleFault.DayBothOffAndWork, $"{day:yyyy-MM-dd}");
            }

            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                throw new ScheduleException(ScheduleFault.MakeUpDayInTheWeek, $"{day:yyyy-MM-dd}");
            }
        }

        return new YearSchedule(year, offDays, workDays);
    }
}
