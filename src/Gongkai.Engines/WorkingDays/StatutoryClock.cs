namespace Gongkai.Engines.WorkingDays;

/// <summary>A statutory limit that runs: started, paused, resumed, restarted, extended, stopped. Immutable; what happened is kept as a
/// list of events and every reading is computed from it, so that a schedule published later corrects readings by itself.</summary>
/// <remarks>The day of an event still belongs to what was before it: the day of starting is not counted (Civil Code, Article 201), the
/// day on which a third party was asked is, the day its answer came is not.</remarks>
public sealed class StatutoryClock
{
    private readonly ClockEvent[] _events;

    private StatutoryClock(RulePack rule, RuleLimit limit, ClockEvent[] events)
    {
        Rule = rule;
        Limit = limit;
        _events = events;
    }

    /// <summary>The rule it runs under.</summary>
    public RulePack Rule { get; }

    /// <summary>The limit of the rule it measures.</summary>
    public RuleLimit Limit { get; }

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<ClockEvent> Events => _events;

    /// <summary>Days granted on top of the limit; 0 unless it was extended.</summary>
    public int ExtensionDays => _events.Where(e => e.Kind == ClockEventKind.Extended).Sum(e => e.Days);

    /// <summary>A clock that starts on a day, for the rule's main limit or the one named.</summary>
    /// <exception cref="ArgumentException">The rule has no limit of that kind.</exception>
    public static StatutoryClock Start(RulePack rule, DateOnly on, LimitKind? kind = null)
    {
        var limit = kind is { } named
            ? rule.Find(named) ?? throw new ArgumentException($"The rule '{rule.Id}' sets no limit of the kind {named}.", nameof(kind))
            : rule.Main;
        return new StatutoryClock(rule, limit, [new ClockEvent(ClockEventKind.Started, on)]);
    }

    /// <summary>A clock rebuilt from the events that were kept.</summary>
    /// <exception cref="ClockException">The events do not follow from each other.</exception>
    public static StatutoryClock From(RulePack rule, IReadOnlyList<ClockEvent> events, WorkingDayCalendar calendar, LimitKind? kind = null)
    {
        if (events.Count == 0 || events[0].Kind != ClockEventKind.Started)
        {
            throw new ClockException(ClockRefusal.NotStarted, events.Count > 0 ? events[0] : new ClockEvent(ClockEventKind.Started, default));
        }

        return events.Skip(1).Aggregate(Start(rule, events[0].On, kind), (clock, happened) => clock.Apply(happened, calendar));
    }

    /// <summary>A clock from events that were judged when they happened. They are not judged again: a schedule published since may have moved
    /// the due day, which must not make impossible what was done lawfully before.</summary>
    /// <exception cref="ArgumentException">The events do not begin with a start.</exception>
    public static StatutoryClock Kept(RulePack rule, IReadOnlyList<ClockEvent> events, LimitKind? kind = null) =>
        events.Count > 0 && events[0].Kind == ClockEventKind.Started
            ? new StatutoryClock(rule, Start(rule, events[0].On, kind).Limit, [.. events])
            : throw new ArgumentException("A clock begins with its start.", nameof(events));

    /// <summary>The clock after an event.</summary>
    /// <exception cref="ClockException">The clock refuses it; <see cref="Refuses"/> would have said so.</exception>
    public StatutoryClock Apply(ClockEvent happened, WorkingDayCalendar calendar) =>
        Refuses(happened, calendar) is { } refusal
            ? throw new ClockException(refusal, happened)
            : new StatutoryClock(Rule, Limit, [.. _events, happened]);

    /// <summary>Why the clock would not accept an event, or null when it would.</summary>
    public ClockRefusal? Refuses(ClockEvent happened, WorkingDayCalendar calendar)
    {
        var state = State;
        if (state == ClockState.Stopped)
        {
            return ClockRefusal.AlreadyStopped;
        }

        if (happened.On < _events[^1].On)
        {
            return ClockRefusal.OutOfOrder;
        }

        return happened.Kind switch
        {
            ClockEventKind.Started => ClockRefusal.AlreadyStarted,
            ClockEventKind.Paused when state == ClockState.Paused => ClockRefusal.AlreadyPaused,
            ClockEventKind.Resumed when state == ClockState.Running => ClockRefusal.NotPaused,
            ClockEventKind.Extended => RefusesExtension(happened, calendar),
            _ => null,
        };
    }

    /// <summary>The clock paused; see <see cref="ClockEventKind.Paused"/>.</summary>
    public StatutoryClock Pause(DateOnly on, WorkingDayCalendar calendar) => Apply(new ClockEvent(ClockEventKind.Paused, on), calendar);

    /// <summary>The clock going on; see <see cref="ClockEventKind.Resumed"/>.</summary>
    public StatutoryClock Resume(DateOnly on, WorkingDayCalendar calendar) => Apply(new ClockEvent(ClockEventKind.Resumed, on), calendar);

    /// <summary>The clock begun anew; see <see cref="ClockEventKind.Restarted"/>.</summary>
    public StatutoryClock Restart(DateOnly on, WorkingDayCalendar calendar) => Apply(new ClockEvent(ClockEventKind.Restarted, on), calendar);

    /// <summary>The clock extended; without a number, by all the rule allows.</summary>
    public StatutoryClock Extend(DateOnly on, WorkingDayCalendar calendar, int? days = null) =>
        Apply(new ClockEvent(ClockEventKind.Extended, on, days ?? Rule.ExtensionDays), calendar);

    /// <summary>The clock stopped; see <see cref="ClockEventKind.Stopped"/>.</summary>
    public StatutoryClock Stop(DateOnly on, WorkingDayCalendar calendar) => Apply(new ClockEvent(ClockEventKind.Stopped, on), calendar);

    /// <summary>What the clock shows at the end of a day. Events after that day are not yet known to it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before the start.</exception>
    public ClockReading Read(WorkingDayCalendar calendar, DateOnly asOf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(asOf, _events[0].On);
        return new ClockReader(calendar, Limit, [.. _events.TakeWhile(e => e.On <= asOf)]).Read(asOf);
    }

    private ClockState State => StateAfter(_events);

    internal static ClockState StateAfter(IEnumerable<ClockEvent> events) => events.Last(e => e.Kind != ClockEventKind.Extended).Kind switch
    {
        ClockEventKind.Paused => ClockState.Paused,
        ClockEventKind.Stopped => ClockState.Stopped,
        _ => ClockState.Running,
    };

    private ClockRefusal? RefusesExtension(ClockEvent happened, WorkingDayCalendar calendar) =>
        Rule.ExtensionDays == 0 || Limit.Kind != LimitKind.Reply ? ClockRefusal.NoExtension
        : ExtensionDays > 0 ? ClockRefusal.AlreadyExtended
        : happened.Days < 1 || happened.Days > Rule.ExtensionDays ? ClockRefusal.ExtensionTooLong
        : Read(calendar, happened.On).IsOverdue ? ClockRefusal.PastDue
        : null;
}
