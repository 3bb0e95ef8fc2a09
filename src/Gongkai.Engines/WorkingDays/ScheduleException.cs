namespace Gongkai.Engines.WorkingDays;

/// <summary>A schedule of days off that cannot be used. The words for a person stand under <see cref="Code"/> with <c>{detail}</c>.</summary>
public sealed class ScheduleException(ScheduleFault fault, string detail)
    : Exception($"The schedule of days off cannot be used ({fault}): {detail}")
{
    /// <summary>What is wrong.</summary>
    public ScheduleFault Fault { get; } = fault;

    /// <summary>The day, year or stretch of the file it is about.</summary>
    public string Detail { get; } = detail;

    /// <summary>The key of the words, like <c>calendar.schedule.day-in-another-year</c>.</summary>
    public string Code => Fault switch
    {
        ScheduleFault.NotJson => "calendar.schedule.not-json",
        ScheduleFault.NoDays => "calendar.schedule.no-days",
        ScheduleFault.NotADate => "calendar.schedule.not-a-date",
        ScheduleFault.YearTwice => "calendar.schedule.year-twice",
        ScheduleFault.YearOutOfRange => "calendar.schedule.year-out-of-range",
        ScheduleFault.DayInAnotherYear => "calendar.schedule.day-in-another-year",
        ScheduleFault.DayBothOffAndWork => "calendar.schedule.day-both-off-and-work",
        _ => "calendar.schedule.make-up-day-in-the-week",
    };
}

/// <summary>The ways in which a schedule of days off can be wrong.</summary>
public enum ScheduleFault
{
    /// <summary>The text is not JSON of the expected shape.</summary>
    NotJson,

    /// <summary>A year has no list of days off.</summary>
    NoDays,

    /// <summary>A day is not written as 2026-10-01.</summary>
    NotADate,

    /// <summary>A year stands twice in the file.</summary>
    YearTwice,

    /// <summary>The key is not a year for which there can be a schedule.</summary>
    YearOutOfRange,

    /// <summary>A day lies outside the year it stands under.</summary>
    DayInAnotherYear,

    /// <summary>A day is declared off and a working day at once.</summary>
    DayBothOffAndWork,

    /// <summary>A make-up day lies between Monday and Friday, where people work anyway: most likely a slip.</summary>
    MakeUpDayInTheWeek,
}
