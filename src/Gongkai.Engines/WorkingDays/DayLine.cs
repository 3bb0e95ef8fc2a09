namespace Gongkai.Engines.WorkingDays;

/// <summary>What a stretch of days means for a count.</summary>
public enum DayLineKind
{
    /// <summary>The day the count starts from; it is not counted.</summary>
    Start,

    /// <summary>The count starts anew (a clarified request came in); what was used before is forgotten.</summary>
    Restart,

    /// <summary>Ordinary working days, counted.</summary>
    Counted,

    /// <summary>A make-up working day on a weekend, counted.</summary>
    MakeUp,

    /// <summary>A weekend, not counted.</summary>
    Weekend,

    /// <summary>A declared holiday, not counted.</summary>
    Holiday,

    /// <summary>Days of a calendar-day count, rest days included.</summary>
    CalendarDays,

    /// <summary>The last day of a calendar-day count was a rest day; the limit moves to the next working day.</summary>
    Moved,

    /// <summary>The clock stood still (a third party was asked); not counted.</summary>
    Paused,

    /// <summary>More days were granted.</summary>
    Extended,

    /// <summary>The last day of the limit.</summary>
    Due,

    /// <summary>The clock was stopped: the answer went out.</summary>
    Stopped,

    /// <summary>A year whose schedule is not published yet; weekends alone were reckoned with.</summary>
    MissingYear,
}

/// <summary>One line of an explanation: a stretch of days and why it is or is not counted. Printed by <see cref="Explanation"/>.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Kind">What the stretch means for the count.</param>
/// <param name="Days">Days it adds to the count; for <see cref="DayLineKind.Extended"/> the days granted; otherwise 0.</param>
/// <param name="Total">Days counted by the end of it.</param>
/// <param name="Festivals">For a holiday, the festivals it is declared for.</param>
public sealed record DayLine(DateOnly From, DateOnly To, DayLineKind Kind, int Days, int Total, IReadOnlyList<Festival> Festivals)
{
    /// <summary>The key of its words, like <c>calendar.line.holiday</c>.</summary>
    public string Key => Kind switch
    {
        DayLineKind.Start => "calendar.line.start",
        DayLineKind.Restart => "calendar.line.restart",
        DayLineKind.Counted => "calendar.line.counted",
        DayLineKind.MakeUp => "calendar.line.make-up",
        DayLineKind.Weekend => "calendar.line.weekend",
        DayLineKind.Holiday => "calendar.line.holiday",
        DayLineKind.CalendarDays => "calendar.line.calendar-days",
        DayLineKind.Moved => "calendar.line.moved",
        DayLineKind.Paused => "calendar.line.paused",
        DayLineKind.Extended => "calendar.line.extended",
        DayLineKind.Due => "calendar.line.due",
        DayLineKind.Stopped => "calendar.line.stopped",
        _ => "calendar.line.missing-year",
    };
}
