namespace Gongkai.Engines.WorkingDays;

/// <summary>Computes one reading of a statutory clock from its events.</summary>
internal sealed class ClockReader(WorkingDayCalendar calendar, RuleLimit limit, IReadOnlyList<ClockEvent> events)
{
    private readonly List<DayLine> _lines = [];
    private readonly int _limit = limit.Days + events.Sum(e => e.Kind == ClockEventKind.Extended ? e.Days : 0);
    private readonly DayUnit _unit = limit.Unit;
    private int _used;
    private DateOnly _at;
    private DateOnly _start;
    private DateOnly _firstToKnow;
    private DateOnly? _due;

    public ClockReading Read(DateOnly asOf)
    {
        var state = StatutoryClock.StateAfter(events);
        var paused = false;
        foreach (var happened in events)
        {
            Advance(happened.On, paused);
            switch (happened.Kind)
            {
                case ClockEventKind.Started:
                    Begin(happened.On, DayLineKind.Start);
                    break;
                case ClockEventKind.Restarted:
                    Begin(happened.On, DayLineKind.Restart);
                    paused = false;
                    break;
                case ClockEventKind.Paused:
                    paused = true;
                    break;
                case ClockEventKind.Resumed:
                    paused = false;
                    break;
                case ClockEventKind.Extended:
                    _lines.Add(new DayLine(happened.On, happened.On, DayLineKind.Extended, happened.Days, _used, []));
                    break;
                default:
                    _lines.Add(new DayLine(happened.On, happened.On, DayLineKind.Stopped, 0, _used, []));
                    break;
            }
        }

        if (state != ClockState.Stopped)
        {
            Advance(asOf, paused);
        }

        var usedByNow = _used;
        var lastDay = _at;
        var answer = Finish();
        var left = DaysLeft(lastDay, usedByNow, answer.Date);
        return new ClockReading(state, answer.Date, usedByNow, left, _limit, answer.MissingYears, _lines);
    }

    private void Begin(DateOnly on, DayLineKind kind)
    {
        _at = on;
        _start = on;
        _used = 0;
        _due = null;
        _lines.Add(new DayLine(on, on, kind, 0, 0, []));
    }

    // Walks to a day, counting unless the clock stands still, and notes the day on which the limit is reached.
    private void Advance(DateOnly to, bool paused)
    {
        if (_lines.Count == 0 || to <= _at)
        {
            return;
        }

        if (paused)
        {
            _lines.Add(new DayLine(_at.AddDays(1), to, DayLineKind.Paused, 0, _used, []));
            _at = to;
            return;
        }

        // A pause on the very day the limit is reached still holds the clock: the last day is then the day it goes on.
        if (_due is null && LastCounted < to)
        {
            ReachDue();
        }

        _used = Explanation.Walk(calendar, _at, to, _unit, _used, _lines);
        _at = to > _at ? to : _at;
    }

    private DueDay Finish()
    {
        if (_due is null)
        {
            ReachDue();
        }

        var missing = calendar.MissingYears(_firstToKnow, _due!.Value);
        Explanation.AddMissing(missing, _lines);
        return new DueDay(_due.Value, missing);
    }

    // The day on which the last day of the limit is counted; a calendar-day limit may end later, when that is a rest day.
    private DateOnly LastCounted => _unit == DayUnit.Working ? calendar.After(_at, _limit - _used).Date : _at.AddDays(_limit - _used);

    private void ReachDue()
    {
        var counted = LastCounted;
        var due = calendar.After(_at, _limit - _used, _unit).Date;
        _used = Explanation.Walk(calendar, _at, counted, _unit, _used, _lines);
        if (due > counted)
        {
            _lines.Add(new DayLine(counted, due.AddDays(-1), DayLineKind.Moved, 0, _used, calendar.FestivalsOf(counted)));
        }

        // Only the last day of a calendar-day count depends on a schedule; of a working-day count every day does.
        _firstToKnow = _unit == DayUnit.Working ? _start.AddDays(1) : counted;
        _lines.Add(new DayLine(due, due, DayLineKind.Due, 0, _limit, []));
        _due = due;
        _at = due;
    }

    private int DaysLeft(DateOnly lastDay, int used, DateOnly due) =>
        _unit == DayUnit.Calendar && lastDay <= due ? Math.Max(0, _limit - used) : _limit - used;
}
