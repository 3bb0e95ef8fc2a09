namespace Gongkai.Web.Calendar;

/// <summary>Who is told, after the save, that a year's schedule was loaded or taken back: rooms that keep a computed day compute it again.</summary>
/// <param name="ChangedAsync">What wakes up, in a unit of work of its own whose institution is chosen.</param>
public sealed record ScheduleWatcher(Func<IServiceProvider, CancellationToken, Task> ChangedAsync);
