namespace Gongkai.Engines.WorkingDays;

/// <summary>Whether a clock runs.</summary>
public enum ClockState
{
    /// <summary>Days are being used.</summary>
    Running,

    /// <summary>It stands still; the due day moves on with every day that passes.</summary>
    Paused,

    /// <summary>The answer went out.</summary>
    Stopped,
}

/// <summary>A statutory clock read on a day.</summary>
/// <param name="State">Whether it runs.</param>
/// <param name="DueOn">The last day of the limit. While it stands still: the day it would be if it went on after the day of reading.</param>
/// <param name="DaysUsed">Days of the limit used by the end of the day of reading, or of the day it was stopped.</param>
/// <param name="DaysLeft">Days left after the day of reading; negative when the limit has passed.</param>
/// <param name="Limit">Days allowed in all, an extension included.</param>
/// <param name="MissingYears">Years without a published schedule between start and due day.</param>
/// <param name="Lines">How it was computed.</param>
public sealed record ClockReading(
    ClockState State,
    DateOnly DueOn,
    int DaysUsed,
    int DaysLeft,
    int Limit,
    IReadOnlyList<int> MissingYears,
    IReadOnlyList<DayLine> Lines)
{
    /// <summary>Whether a schedule that is not published yet may still move the due day.</summary>
    public bool Provisional => MissingYears.Count > 0;

    /// <summary>Whether the limit had passed on the day of reading, or on the day it was stopped.</summary>
    public bool IsOverdue => DaysLeft < 0;
}
