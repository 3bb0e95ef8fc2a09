using System.Globalization;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Cases;

/// <summary>The statutory clock of a case (办理期限), kept as the events that moved it. The due day kept beside them serves lists only and is
/// recomputed when a year's schedule is loaded; what a page shows is read anew from the events.</summary>
public sealed class CaseClock
{
    /// <summary>The rule pack it runs under, chosen when the case was received and kept whatever the school chooses later.</summary>
    public string RuleId { get; private set; } = "";

    /// <summary>What happened, one event a line, like <c>Extended 2026-03-20 20</c>.</summary>
    public string Events { get; private set; } = "";

    /// <summary>The last day, as the calendar stood when it was last computed.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Whether a year without a published schedule went into it.</summary>
    public bool IsProvisional { get; private set; }

    /// <summary>Running, paused or stopped.</summary>
    public ClockState State { get; private set; }

    /// <summary>The rule it runs under.</summary>
    public RulePack Rule => RulePacks.Get(RuleId);

    /// <summary>The day it started or last began anew.</summary>
    public DateOnly StartedOn => Lines().Last(e => e.Kind is ClockEventKind.Started or ClockEventKind.Restarted).On;

    /// <summary>The day it stopped; null while it has not.</summary>
    public DateOnly? StoppedOn => Lines() is { Count: > 0 } lines && lines[^1].Kind == ClockEventKind.Stopped ? lines[^1].On : null;

    /// <summary>Whether its limit was extended.</summary>
    public bool IsExtended => Lines().Any(e => e.Kind == ClockEventKind.Extended);

    /// <summary>A clock that starts on the day of receipt; that day itself is not counted (Civil Code Art. 201).</summary>
    public static CaseClock Start(RulePack rule, DateOnly on, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var clock = new CaseClock { RuleId = rule.Id };
        clock.Keep(StatutoryClock.Start(rule, on), calendar);
        return clock;
    }

    /// <summary>What it shows on a day, with the lines that explain it.</summary>
    public ClockReading Read(WorkingDayCalendar calendar, DateOnly asOf)
    {
        var clock = Rebuilt();
        return clock.Read(calendar, asOf < clock.Events[0].On ? clock.Events[0].On : asOf);
    }

    /// <summary>Moves it.</summary>
    /// <exception cref="ProblemException"><c>cases.clock-NoExtension</c> and the like: why the rule refuses.</exception>
    public void Apply(ClockEventKind kind, DateOnly on, WorkingDayCalendar calendar, int days = 0)
    {
        var clock = Rebuilt();
        var happened = new ClockEvent(kind, on < clock.Events[^1].On ? clock.Events[^1].On : on, days);
        if (clock.Refuses(happened, calendar) is { } refusal)
        {
            throw new ProblemException($"cases.clock-{refusal}");
        }

        Keep(clock.Apply(happened, calendar), calendar);
    }

    /// <summary>Computes the due day again with another calendar; says whether it moved or its certainty changed.</summary>
    public bool Recompute(WorkingDayCalendar calendar)
    {
        var before = (DueOn, IsProvisional);
        Keep(Rebuilt(), calendar);
        return before != (DueOn, IsProvisional);
    }

    // Events are judged once, when they happen: a schedule loaded later may not make one of them impossible afterwards.
    private StatutoryClock Rebuilt() => StatutoryClock.Kept(Rule, Lines());

    private void Keep(StatutoryClock clock, WorkingDayCalendar calendar)
    {
        Events = string.Join('\n', clock.Events.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Kind} {e.On:yyyy-MM-dd} {e.Days}")));
        var reading = clock.Read(calendar, clock.Events[^1].On);
        (DueOn, IsProvisional, State) = (reading.DueOn, reading.Provisional, reading.State);
    }

    private List<ClockEvent> Lines() => [.. Events.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        var parts = line.Split(' ');
        return new ClockEvent(Enum.Parse<ClockEventKind>(parts[0]), DateOnly.ParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
    })];
}

/// <summary>A clock as a page draws it.</summary>
/// <param name="Reading">What it shows.</param>
/// <param name="Rule">The rule it runs under.</param>
/// <param name="IsOver">Whether the case has ended, so that nothing runs any more.</param>
public sealed record ClockFace(ClockReading Reading, RulePack Rule, bool IsOver);
