namespace Gongkai.Engines.WorkingDays;

/// <summary>The answer to "the n-th working day from here".</summary>
/// <param name="Date">The day.</param>
/// <param name="MissingYears">Years that were walked through without a published schedule, earliest first. The answer then rests on
/// weekends alone and may move when the schedule is loaded.</param>
public readonly record struct DueDay(DateOnly Date, IReadOnlyList<int> MissingYears)
{
    /// <summary>Whether a schedule that is not published yet may still move the answer.</summary>
    public bool Provisional => MissingYears.Count > 0;
}
