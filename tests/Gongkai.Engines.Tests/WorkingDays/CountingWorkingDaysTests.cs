using CsCheck;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.Tests.WorkingDays;

public sealed class CountingWorkingDaysTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Shipped;

    private static readonly int[] Counts = [5, 7, 10, 15, 20, 40];

    private static readonly Gen<DateOnly> AnyDay =
        Gen.Int[new DateOnly(2009, 1, 1).DayNumber, new DateOnly(2028, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    // Receipt day, then the day after 5, 7, 10, 15, 20 and 40 working days, as computed by hand from the published schedules.
    [Theory]
    [InlineData("2015-08-31 2015-09-08 2015-09-10 2015-09-15 2015-09-22 2015-09-29 2015-11-02")]
    [InlineData("2019-04-26 2019-05-06 2019-05-08 2019-05-13 2019-05-20 2019-05-27 2019-06-25")]
    [InlineData("2020-01-17 2020-01-23 2020-02-04 2020-02-07 2020-02-14 2020-02-21 2020-03-20")]
    [InlineData("2021-02-05 2021-02-18 2021-02-20 2021-02-24 2021-03-03 2021-03-10 2021-04-08")]
    [InlineData("2023-09-28 2023-10-11 2023-10-13 2023-10-18 2023-10-25 2023-11-01 2023-11-29")]
    [InlineData("2024-09-27 2024-10-10 2024-10-12 2024-10-16 2024-10-23 2024-10-30 2024-11-27")]
    [InlineData("2025-01-24 2025-02-07 2025-02-10 2025-02-13 2025-02-20 2025-02-27 2025-03-27")]
    [InlineData("2025-09-26 2025-10-10 2025-10-13 2025-10-16 2025-10-23 2025-10-30 2025-11-27")]
    [InlineData("2026-02-13 2026-02-27 2026-03-02 2026-03-05 2026-03-12 2026-03-19 2026-04-17")]
    [InlineData("2026-09-24 2026-10-09 2026-10-12 2026-10-15 2026-10-22 2026-10-29 2026-11-26")]
    public void The_deadlines_of_the_published_schedules_come_out_as_computed_by_hand(string row)
    {
        var days = row.Split(' ').Select(text => DateOnly.ParseExact(text, "yyyy-MM-dd")).ToArray();

        var answers = Counts.Select(count => Calendar.After(days[0], count));

        Assert.Equal(days[1..], answers.Select(answer => answer.Date));
        Assert.All(answers, answer => Assert.False(answer.Provisional));
    }

    [Fact]
    public void The_answer_is_the_day_that_a_walk_with_a_calendar_in_hand_reaches() =>
        Gen.Select(AnyDay, Gen.Int[1, 300]).Sample((start, count) => Calendar.After(start, count).Date == Walk(start, count));

    [Fact]
    public void That_many_working_days_lie_between_the_start_and_the_answer() =>
        Gen.Select(AnyDay, Gen.Int[0, 5000]).Sample((start, count) =>
            Calendar.WorkingDaysBetween(start, Calendar.After(start, count).Date) == count);

    [Fact]
    public void Counting_back_from_a_working_day_undoes_counting_on() =>
        Gen.Select(AnyDay, Gen.Int[1, 2000]).Sample((any, count) =>
        {
            var start = Calendar.After(any, 1).Date;
            return Calendar.Before(Calendar.After(start, count).Date, count).Date == start;
        });

    [Fact]
    public void An_answer_is_always_a_working_day_after_the_start() =>
        Gen.Select(AnyDay, Gen.Int[1, 500]).Sample((start, count) =>
        {
            var due = Calendar.After(start, count).Date;
            return due > start && Calendar.IsWorkingDay(due);
        });

    [Fact]
    public void A_make_up_weekend_counts_and_a_holiday_in_the_week_does_not()
    {
        Assert.True(Calendar.IsWorkingDay(new DateOnly(2026, 9, 20)));
        Assert.Equal(DayKind.MakeUpWorkday, Calendar.KindOf(new DateOnly(2026, 9, 20)));
        Assert.False(Calendar.IsWorkingDay(new DateOnly(2026, 9, 25)));
        Assert.Equal(DayKind.Holiday, Calendar.KindOf(new DateOnly(2026, 9, 25)));
    }

    [Fact]
    public void School_vacations_do_not_stop_the_count()
    {
        Assert.Equal(new DateOnly(2025, 8, 15), Calendar.After(new DateOnly(2025, 7, 25), 15).Date);
    }

    [Fact]
    public void A_year_without_a_schedule_gives_a_provisional_answer_and_says_which()
    {
        var answer = Calendar.After(new DateOnly(2026, 12, 21), 15);

        Assert.True(answer.Provisional);
        Assert.Equal([2027], answer.MissingYears);
        Assert.Equal(new DateOnly(2027, 1, 11), answer.Date);
        Assert.True(Calendar.IsProvisional(answer.Date));
        Assert.False(Calendar.IsProvisional(new DateOnly(2026, 12, 31)));
    }

    [Fact]
    public void An_answer_that_stays_within_known_years_is_final()
    {
        Assert.False(Calendar.After(new DateOnly(2026, 12, 16), 11).Provisional);
    }

    [Fact]
    public void A_start_day_in_an_unknown_year_does_not_matter_because_it_is_not_counted()
    {
        Assert.False(Calendar.After(new DateOnly(2009, 12, 31), 3).Provisional);
        Assert.Equal([2009], Calendar.After(new DateOnly(2009, 12, 30), 3).MissingYears);
    }

    [Fact]
    public void What_was_provisional_can_be_asked_again_when_the_schedule_is_loaded()
    {
        var newYear = YearSchedule.Of(2027, [new DateOnly(2027, 1, 1)], [new DateOnly(2027, 1, 9)]);

        var answer = Calendar.With(newYear).After(new DateOnly(2026, 12, 21), 15);

        Assert.False(answer.Provisional);
        Assert.Equal(new DateOnly(2027, 1, 11), answer.Date);
        Assert.Equal(new DateOnly(2027, 1, 9), Calendar.With(newYear).After(new DateOnly(2026, 12, 21), 14).Date);
    }

    [Fact]
    public void Years_between_known_ones_are_missing_too()
    {
        var gap = new WorkingDayCalendar([YearSchedule.Of(2020, [], []), YearSchedule.Of(2022, [], [])]);

        Assert.Equal([2021], gap.After(new DateOnly(2020, 12, 30), 5).MissingYears);
        Assert.Equal([2019, 2021, 2023], gap.MissingYears(new DateOnly(2019, 1, 1), new DateOnly(2023, 1, 1)));
    }

    [Fact]
    public void A_calendar_without_schedules_counts_bare_weeks()
    {
        var bare = new WorkingDayCalendar([]);

        var answer = bare.After(new DateOnly(2026, 9, 24), 5);

        Assert.Equal(new DateOnly(2026, 10, 1), answer.Date);
        Assert.Equal([2026], answer.MissingYears);
        Assert.Equal([1949, 1950, 1951], bare.MissingYears(new DateOnly(1949, 12, 31), new DateOnly(1951, 1, 1)));
        Assert.Empty(bare.Years);
    }

    [Fact]
    public void The_count_goes_over_the_edges_of_what_is_known()
    {
        // 1 January 2010 was a holiday, 31 December 2026 is a Thursday.
        Assert.Equal(new DateOnly(2009, 12, 31), Calendar.After(new DateOnly(2009, 12, 30), 1).Date);
        Assert.Equal(new DateOnly(2010, 1, 4), Calendar.After(new DateOnly(2009, 12, 31), 1).Date);
        Assert.Equal(new DateOnly(2026, 12, 31), Calendar.After(new DateOnly(2026, 12, 30), 1).Date);
        Assert.Equal(new DateOnly(2027, 1, 1), Calendar.After(new DateOnly(2026, 12, 31), 1).Date);
        Assert.Equal(new DateOnly(2009, 12, 31), Calendar.Before(new DateOnly(2010, 1, 4), 1).Date);
        Assert.Equal(new DateOnly(2026, 12, 31), Calendar.Before(new DateOnly(2027, 1, 1), 1).Date);
    }

    [Fact]
    public void Counting_back_says_which_years_it_does_not_know()
    {
        Assert.Equal([2009], Calendar.Before(new DateOnly(2010, 1, 5), 2).MissingYears);
        Assert.Empty(Calendar.Before(new DateOnly(2027, 1, 1), 1).MissingYears);
        Assert.Equal([2027], Calendar.Before(new DateOnly(2027, 1, 4), 1).MissingYears);
    }

    [Fact]
    public void The_count_ends_where_the_calendar_of_dates_ends()
    {
        Assert.Equal(new DateOnly(1, 1, 1), Calendar.Before(new DateOnly(1, 1, 2), 1).Date);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Before(new DateOnly(1, 1, 2), 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Before(new DateOnly(1, 1, 1), 1));
        Assert.Equal(DateOnly.MaxValue, Calendar.After(DateOnly.MaxValue.AddDays(-1), 1).Date);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.After(DateOnly.MaxValue, 1));
        Assert.Equal(DateOnly.MaxValue, Calendar.After(DateOnly.MaxValue.AddDays(-1), 1, DayUnit.Calendar).Date);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.After(DateOnly.MaxValue, 1, DayUnit.Calendar));
    }

    [Fact]
    public void No_days_lead_nowhere_and_negative_ones_are_refused()
    {
        var saturday = new DateOnly(2026, 11, 21);

        Assert.Equal(saturday, Calendar.After(saturday, 0).Date);
        Assert.Equal(saturday, Calendar.Before(saturday, 0).Date);
        Assert.Equal(saturday, Calendar.After(saturday, 0, DayUnit.Calendar).Date);
        Assert.Empty(Calendar.After(new DateOnly(2027, 1, 4), 0, DayUnit.Calendar).MissingYears);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.After(saturday, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.After(saturday, -1, DayUnit.Calendar));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Before(saturday, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.After(saturday, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Before(saturday, int.MaxValue));
    }

    [Fact]
    public void Calendar_days_that_end_on_a_rest_day_end_on_the_next_working_day()
    {
        Assert.Equal(new DateOnly(2026, 10, 8), Calendar.After(new DateOnly(2026, 9, 12), 20, DayUnit.Calendar).Date);
        Assert.Equal(new DateOnly(2026, 9, 30), Calendar.After(new DateOnly(2026, 9, 10), 20, DayUnit.Calendar).Date);
        Assert.Equal([2027], Calendar.After(new DateOnly(2026, 12, 15), 20, DayUnit.Calendar).MissingYears);
        Assert.Empty(Calendar.After(new DateOnly(2026, 12, 1), 20, DayUnit.Calendar).MissingYears);
    }

    [Theory]
    [InlineData("2026-09-26", Festival.MidAutumn)]
    [InlineData("2015-09-04", Festival.VictoryDay)]
    [InlineData("2018-12-31", Festival.NewYear)]
    [InlineData("2022-12-31", Festival.NewYear)]
    [InlineData("2012-06-24", Festival.DragonBoat)]
    [InlineData("2023-04-05", Festival.TombSweeping)]
    [InlineData("2020-02-02", Festival.SpringFestival)]
    [InlineData("2024-05-05", Festival.LabourDay)]
    [InlineData("2024-10-07", Festival.NationalDay)]
    [InlineData("2020-04-04", Festival.TombSweeping)]
    [InlineData("2020-06-25", Festival.DragonBoat)]
    public void A_day_off_knows_its_festival(string day, Festival festival)
    {
        Assert.Equal([festival], Calendar.FestivalsOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Two_festivals_that_fall_together_are_both_named()
    {
        Assert.Equal([Festival.MidAutumn, Festival.NationalDay], Calendar.FestivalsOf(new DateOnly(2023, 10, 4)));
        Assert.Equal([Festival.NationalDay, Festival.MidAutumn], Calendar.FestivalsOf(new DateOnly(2025, 10, 8)));
        Assert.Equal([Festival.NationalDay, Festival.MidAutumn], Calendar.FestivalsOf(new DateOnly(2020, 10, 8)));
    }

    [Fact]
    public void Every_shipped_day_off_has_a_festival()
    {
        var nameless = from year in Calendar.Years
                       from day in Calendar.ScheduleOf(year)!.Off
                       where Calendar.FestivalsOf(day).Count == 0
                       select day;

        Assert.Equal(Enumerable.Range(2010, 17), Calendar.Years);
        Assert.Empty(nameless);
    }

    private static DateOnly Walk(DateOnly start, int count)
    {
        var day = start;
        while (count > 0)
        {
            day = day.AddDays(1);
            var schedule = Calendar.ScheduleOf(day.Year);
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var works = schedule is null ? !weekend : !schedule.Off.Contains(day) && (!weekend || schedule.Work.Contains(day));
            count -= works ? 1 : 0;
        }

        return day;
    }
}
