using System.Collections.Frozen;

namespace Gongkai.Engines.WorkingDays;

/// <summary>Knows working days (工作日): Monday to Friday without the State Council's holidays, and the make-up days it declares
/// (调休上班). School vacations are working days; no rule excludes them. The start day of a count is never counted (Civil Code,
/// Article 201). A year without a published schedule is taken as bare weeks, and answers that touch it are provisional.</summary>
/// <remarks>Immutable, safe to share. Every answer costs two table look-ups, however many days are counted.</remarks>
public sealed class WorkingDayCalendar
{
    private const int DaysAWeek = 7;
    private const int WorkdaysAWeek = 5;
    private static readonly int[] NoYears = [];

    private readonly FrozenDictionary<int, YearSchedule> _schedules;
    private readonly int _first;
    private readonly int _last;
    private readonly int _rankBeforeFirst;
    private readonly int _shiftAfterLast;
    private readonly int[] _ranks;
    private readonly int[] _daysByRank;
    private readonly int _firstYear;
    private readonly bool[] _published;

    /// <summary>A calendar that knows these schedules; of two for one year the later wins.</summary>
    public WorkingDayCalendar(IEnumerable<YearSchedule> schedules)
    {
        var byYear = new Dictionary<int, YearSchedule>();
        foreach (var schedule in schedules)
        {
            byYear[schedule.Year] = schedule;
        }

        _schedules = byYear.ToFrozenDictionary();
        _firstYear = byYear.Count == 0 ? YearSchedule.EarliestYear : byYear.Keys.Min();
        var lastYear = byYear.Count == 0 ? _firstYear : byYear.Keys.Max();
        _published = [.. Enumerable.Range(_firstYear, lastYear - _firstYear + 1).Select(byYear.ContainsKey)];
        _first = new DateOnly(_firstYear, 1, 1).DayNumber;
        _last = new DateOnly(lastYear, 12, 31).DayNumber;
        _rankBeforeFirst = WeekRank(_first - 1);
        _ranks = new int[_last - _first + 1];
        var working = new List<int>(_ranks.Length);
        for (var day = _first; day <= _last; day++)
        {
            if (IsWorking(KindOf(DateOnly.FromDayNumber(day))))
            {
                working.Add(day);
            }

            _ranks[day - _first] = _rankBeforeFirst + working.Count;
        }

        _daysByRank = [.. working];
        _shiftAfterLast = _ranks[^1] - WeekRank(_last);
    }

    /// <summary>The calendar with the schedules that come with the program, 2010 to 2026.</summary>
    public static WorkingDayCalendar Shipped { get; } = new(ScheduleFile.Parse(ShippedData.Read("holidays.data.json")));

    /// <summary>The years whose schedule is known, earliest first.</summary>
    public IReadOnlyList<int> Years => [.. _schedules.Keys.Order()];

    /// <summary>The schedule of a year, or null when none is known.</summary>
    public YearSchedule? ScheduleOf(int year) => _schedules.GetValueOrDefault(year);

    /// <summary>The same calendar with these schedules added or replaced.</summary>
    public WorkingDayCalendar With(params IEnumerable<YearSchedule> schedules) => new(_schedules.Values.Concat(schedules));

    /// <summary>Whether people work on this day. In a year without a schedule: whether it lies between Monday and Friday.</summary>
    public bool IsWorkingDay(DateOnly day) => IsWorking(KindOf(day));

    /// <summary>Whether the day lies in a year without a published schedule, so that nothing said of it is certain.</summary>
    public bool IsProvisional(DateOnly day) => !_schedules.ContainsKey(day.Year);

    /// <summary>Why a day is or is not a working day. A weekend day inside a holiday is part of the holiday only when the schedule
    /// names it.</summary>
    public DayKind KindOf(DateOnly day)
    {
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (_schedules.TryGetValue(day.Year, out var schedule))
        {
            if (schedule.Off.Contains(day))
            {
                return DayKind.Holiday;
            }

            if (weekend && schedule.Work.Contains(day))
            {
                return DayKind.MakeUpWorkday;
            }
        }

        return weekend ? DayKind.Weekend : DayKind.Workday;
    }

    /// <summary>Which festivals a declared day off belongs to: those that fall within its unbroken run of rest days. Two when they
    /// were joined (中秋节 and 国庆节 in 2020); none when the day is not a declared day off.</summary>
    public IReadOnlyList<Festival> FestivalsOf(DateOnly day)
    {
        if (KindOf(day) != DayKind.Holiday)
        {
            return [];
        }

        var start = day;
        while (start > DateOnly.MinValue && !IsWorkingDay(start.AddDays(-1)))
        {
            start = start.AddDays(-1);
        }

        var found = new List<Festival>();
        for (var at = start; !IsWorkingDay(at) && at < DateOnly.MaxValue; at = at.AddDays(1))
        {
            found.AddRange(Festivals.On(at).Except(found));
        }

        return found;
    }

    /// <summary>The <paramref name="days"/>-th working day after <paramref name="start"/>, which itself is not counted; 0 gives
    /// <paramref name="start"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or leads beyond the year 9999.</exception>
    public DueDay After(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (days == 0)
        {
            return new DueDay(start, NoYears);
        }

        var number = NumberAt((long)Rank(start.DayNumber) + days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, DateOnly.MaxValue.DayNumber, nameof(days));
        var due = DateOnly.FromDayNumber((int)number);
        return new DueDay(due, MissingYears(start.AddDays(1), due));
    }

    /// <summary>The <paramref name="days"/>-th working day before <paramref name="end"/>, which itself is not counted; 0 gives
    /// <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or leads before the year 1.</exception>
    public DueDay Before(DateOnly end, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (days == 0)
        {
            return new DueDay(end, NoYears);
        }

        var rank = (long)Rank(end.DayNumber - 1) - days + 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1, nameof(days));
        var day = DateOnly.FromDayNumber((int)NumberAt(rank));
        return new DueDay(day, MissingYears(day, end.AddDays(-1)));
    }

    /// <summary>The day a limit ends: by working days as <see cref="After(DateOnly, int)"/>; by calendar days with a last rest day moved to the next
    /// working day (Civil Code, Article 203).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or leads beyond the year 9999.</exception>
    public DueDay After(DateOnly start, int days, DayUnit unit)
    {
        if (unit == DayUnit.Working)
        {
            return After(start, days);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start.DayNumber + days, DateOnly.MaxValue.DayNumber, nameof(days));
        var last = start.AddDays(days);
        if (days == 0 || IsWorkingDay(last))
        {
            return new DueDay(last, days == 0 ? NoYears : MissingYears(last, last));
        }

        var due = After(last, 1).Date;
        return new DueDay(due, MissingYears(last, due));
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; negative when
    /// <paramref name="to"/> is earlier, so that it undoes <see cref="After(DateOnly, int)"/>.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => Rank(to.DayNumber) - Rank(from.DayNumber);

    /// <summary>The years without a published schedule that the days from <paramref name="from"/> to <paramref name="to"/>, both
    /// included, lie in.</summary>
    public IReadOnlyList<int> MissingYears(DateOnly from, DateOnly to)
    {
        List<int>? missing = null;
        for (var year = from.Year; year <= to.Year; year++)
        {
            var index = year - _firstYear;
            if ((uint)index >= (uint)_published.Length || !_published[index])
            {
                (missing ??= []).Add(year);
            }
        }

        return missing ?? (IReadOnlyList<int>)NoYears;
    }

    private static bool IsWorking(DayKind kind) => kind is DayKind.Workday or DayKind.MakeUpWorkday;

    // 1 January of the year 1, day number 0, was a Monday.
    private static int WeekRank(int day) =>
        day < 0 ? 0 : (day / DaysAWeek * WorkdaysAWeek) + Math.Min((day % DaysAWeek) + 1, WorkdaysAWeek);

    private static long WeekDay(long rank) => ((rank - 1) / WorkdaysAWeek * DaysAWeek) + ((rank - 1) % WorkdaysAWeek);

    // How many working days there have been up to and including this day.
    private int Rank(int day) =>
        day < _first ? WeekRank(day)
        : day > _last ? WeekRank(day) + _shiftAfterLast
        : _ranks[day - _first];

    // The day on which the rank is reached: the inverse of Rank.
    private long NumberAt(long rank) =>
        rank <= _rankBeforeFirst ? WeekDay(rank)
        : rank > _ranks[^1] ? WeekDay(rank - _shiftAfterLast)
        : _daysByRank[rank - _rankBeforeFirst - 1];
}
