using CsCheck;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.Tests.WorkingDays;

public sealed class RunningClocksTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Shipped;

    // Wednesday 4 March 2026 with no holiday until 4 April: plain weeks.
    private static readonly DateOnly Received = new(2026, 3, 4);

    [Fact]
    public void A_request_under_the_measures_is_due_fifteen_working_days_after_the_day_of_receipt()
    {
        var reading = StatutoryClock.Start(RulePacks.Measures2010, Received).Read(Calendar, Received);

        Assert.Equal(new DateOnly(2026, 3, 25), reading.DueOn);
        Assert.Equal(ClockState.Running, reading.State);
        Assert.Equal(0, reading.DaysUsed);
        Assert.Equal(15, reading.DaysLeft);
    }

    [Fact]
    public void The_days_used_and_left_follow_the_calendar()
    {
        var reading = StatutoryClock.Start(RulePacks.Measures2010, Received).Read(Calendar, new DateOnly(2026, 3, 26));

        Assert.Equal(16, reading.DaysUsed);
        Assert.Equal(-1, reading.DaysLeft);
        Assert.True(reading.IsOverdue);
    }

    [Fact]
    public void The_time_a_third_party_takes_is_not_counted()
    {
        // Five days used by 11 March; the answer comes on the 18th; ten days are left from the 19th.
        var clock = StatutoryClock.Start(RulePacks.Measures2010, Received)
            .Pause(new DateOnly(2026, 3, 11), Calendar)
            .Resume(new DateOnly(2026, 3, 18), Calendar);

        var reading = clock.Read(Calendar, new DateOnly(2026, 3, 18));

        Assert.Equal(5, reading.DaysUsed);
        Assert.Equal(new DateOnly(2026, 4, 1), reading.DueOn);
        Assert.Contains(reading.Lines, line => line.Kind == DayLineKind.Paused && line.From == new DateOnly(2026, 3, 12) && line.To == new DateOnly(2026, 3, 18));
    }

    [Fact]
    public void While_it_stands_still_the_due_day_moves_on()
    {
        var clock = StatutoryClock.Start(RulePacks.Measures2010, Received).Pause(new DateOnly(2026, 3, 11), Calendar);

        Assert.Equal(ClockState.Paused, clock.Read(Calendar, new DateOnly(2026, 3, 12)).State);
        Assert.Equal(new DateOnly(2026, 3, 26), clock.Read(Calendar, new DateOnly(2026, 3, 12)).DueOn);
        Assert.Equal(new DateOnly(2026, 3, 30), clock.Read(Calendar, new DateOnly(2026, 3, 16)).DueOn);
        Assert.Equal(10, clock.Read(Calendar, new DateOnly(2026, 3, 16)).DaysLeft);
    }

    [Fact]
    public void A_clarified_request_starts_the_count_anew()
    {
        var clock = StatutoryClock.Start(RulePacks.Regulations2019, Received)
            .Pause(new DateOnly(2026, 3, 6), Calendar)
            .Restart(new DateOnly(2026, 3, 13), Calendar);

        var reading = clock.Read(Calendar, new DateOnly(2026, 3, 16));

        Assert.Equal(1, reading.DaysUsed);
        Assert.Equal(Calendar.After(new DateOnly(2026, 3, 13), 20).Date, reading.DueOn);
        Assert.Equal(ClockState.Running, reading.State);
    }

    [Fact]
    public void An_extension_adds_its_days_once()
    {
        var clock = StatutoryClock.Start(RulePacks.Regulations2019, Received).Extend(new DateOnly(2026, 3, 30), Calendar);

        var reading = clock.Read(Calendar, new DateOnly(2026, 3, 30));

        Assert.Equal(Calendar.After(Received, 40).Date, reading.DueOn);
        Assert.Equal(40, reading.Limit);
        Assert.Equal(ClockRefusal.AlreadyExtended, clock.Refuses(new ClockEvent(ClockEventKind.Extended, new DateOnly(2026, 4, 1), 5), Calendar));
    }

    [Fact]
    public void An_extension_must_be_known_to_the_rule_short_enough_and_in_time()
    {
        var measures = StatutoryClock.Start(RulePacks.Measures2010, Received);
        var regulations = StatutoryClock.Start(RulePacks.Regulations2019, Received);

        Assert.Equal(ClockRefusal.NoExtension, measures.Refuses(new ClockEvent(ClockEventKind.Extended, Received, 5), Calendar));
        Assert.Equal(ClockRefusal.ExtensionTooLong, regulations.Refuses(new ClockEvent(ClockEventKind.Extended, Received, 21), Calendar));
        Assert.Equal(ClockRefusal.ExtensionTooLong, regulations.Refuses(new ClockEvent(ClockEventKind.Extended, Received, 0), Calendar));
        Assert.Null(regulations.Refuses(new ClockEvent(ClockEventKind.Extended, new DateOnly(2026, 4, 1), 20), Calendar));
        Assert.Equal(ClockRefusal.PastDue, regulations.Refuses(new ClockEvent(ClockEventKind.Extended, new DateOnly(2026, 4, 2), 20), Calendar));
    }

    [Fact]
    public void A_stopped_clock_keeps_its_count_and_refuses_everything()
    {
        var clock = StatutoryClock.Start(RulePacks.Measures2010, Received).Stop(new DateOnly(2026, 3, 18), Calendar);

        var reading = clock.Read(Calendar, new DateOnly(2026, 5, 20));

        Assert.Equal(ClockState.Stopped, reading.State);
        Assert.Equal(10, reading.DaysUsed);
        Assert.Equal(5, reading.DaysLeft);
        Assert.False(reading.IsOverdue);
        Assert.All(Enum.GetValues<ClockEventKind>(), kind =>
            Assert.Equal(ClockRefusal.AlreadyStopped, clock.Refuses(new ClockEvent(kind, new DateOnly(2026, 5, 20)), Calendar)));
    }

    [Fact]
    public void Events_out_of_order_or_out_of_place_are_refused()
    {
        var clock = StatutoryClock.Start(RulePacks.Measures2010, Received);
        var paused = clock.Pause(new DateOnly(2026, 3, 6), Calendar);

        Assert.Equal(ClockRefusal.OutOfOrder, clock.Refuses(new ClockEvent(ClockEventKind.Stopped, Received.AddDays(-1)), Calendar));
        Assert.Equal(ClockRefusal.AlreadyStarted, clock.Refuses(new ClockEvent(ClockEventKind.Started, Received), Calendar));
        Assert.Equal(ClockRefusal.NotPaused, clock.Refuses(new ClockEvent(ClockEventKind.Resumed, Received), Calendar));
        Assert.Equal(ClockRefusal.AlreadyPaused, paused.Refuses(new ClockEvent(ClockEventKind.Paused, new DateOnly(2026, 3, 9)), Calendar));
        Assert.Equal(ClockRefusal.NotPaused, Assert.Throws<ClockException>(() => clock.Resume(Received, Calendar)).Refusal);
    }

    [Fact]
    public void A_clock_is_rebuilt_from_its_events()
    {
        var clock = StatutoryClock.Start(RulePacks.Regulations2019, Received)
            .Pause(new DateOnly(2026, 3, 6), Calendar)
            .Resume(new DateOnly(2026, 3, 9), Calendar)
            .Extend(new DateOnly(2026, 3, 10), Calendar, 10);

        var rebuilt = StatutoryClock.From(RulePacks.Regulations2019, clock.Events, Calendar);

        Assert.Equal(clock.Read(Calendar, new DateOnly(2026, 4, 10)).DueOn, rebuilt.Read(Calendar, new DateOnly(2026, 4, 10)).DueOn);
        Assert.Equal(ClockRefusal.NotStarted, Assert.Throws<ClockException>(() => StatutoryClock.From(RulePacks.Measures2010, [], Calendar)).Refusal);
    }

    [Fact]
    public void A_due_day_in_an_unpublished_year_is_provisional_until_the_schedule_is_loaded()
    {
        var clock = StatutoryClock.Start(RulePacks.Measures2010, new DateOnly(2026, 12, 21));
        var published = Calendar.With(YearSchedule.Of(2027, [new DateOnly(2027, 1, 1)], []));

        Assert.Equal([2027], clock.Read(Calendar, new DateOnly(2026, 12, 21)).MissingYears);
        Assert.Equal(new DateOnly(2027, 1, 11), clock.Read(Calendar, new DateOnly(2026, 12, 21)).DueOn);
        Assert.False(clock.Read(published, new DateOnly(2026, 12, 21)).Provisional);
        Assert.Equal(new DateOnly(2027, 1, 12), clock.Read(published, new DateOnly(2026, 12, 21)).DueOn);
    }

    [Fact]
    public void A_limit_in_calendar_days_moves_off_a_rest_day_and_is_not_overdue_meanwhile()
    {
        var clock = StatutoryClock.Start(RulePacks.Get("budget-law"), new DateOnly(2026, 9, 12));

        var onHoliday = clock.Read(Calendar, new DateOnly(2026, 10, 5));

        Assert.Equal(new DateOnly(2026, 10, 8), onHoliday.DueOn);
        Assert.False(onHoliday.IsOverdue);
        Assert.True(clock.Read(Calendar, new DateOnly(2026, 10, 9)).IsOverdue);
        Assert.Contains(onHoliday.Lines, line => line.Kind == DayLineKind.Moved);
    }

    [Fact]
    public void A_pause_on_the_last_day_holds_the_clock_until_it_goes_on()
    {
        var pausedOn = new DateOnly(2026, 4, 1);
        var clock = StatutoryClock.Start(RulePacks.Regulations2019, Received).Pause(pausedOn, Calendar).Resume(new DateOnly(2026, 4, 17), Calendar);

        var onTheDay = clock.Read(Calendar, new DateOnly(2026, 4, 17));
        var after = clock.Read(Calendar, new DateOnly(2026, 4, 20));

        Assert.Equal((0, false, new DateOnly(2026, 4, 17)), (onTheDay.DaysLeft, onTheDay.IsOverdue, onTheDay.DueOn));
        Assert.Equal((-1, true, new DateOnly(2026, 4, 17)), (after.DaysLeft, after.IsOverdue, after.DueOn));
    }

    [Fact]
    public void A_reading_tells_the_whole_story_of_its_clock()
    {
        var clock = StatutoryClock.Start(RulePacks.Regulations2019, Received)
            .Pause(new DateOnly(2026, 3, 6), Calendar)
            .Restart(new DateOnly(2026, 3, 13), Calendar)
            .Pause(new DateOnly(2026, 3, 16), Calendar)
            .Resume(new DateOnly(2026, 3, 18), Calendar)
            .Extend(new DateOnly(2026, 3, 19), Calendar, 5)
            .Stop(new DateOnly(2026, 3, 20), Calendar);

        var said = clock.Read(Calendar, new DateOnly(2026, 5, 20)).Lines.Select(line => Explanation.Say(line, "zh")).ToList();

        Assert.Equal(
            """
            2026年3月4日 起算日，当日不计入
            3月5日—3月6日 工作日 2 天，累计 2 天
            2026年3月7日—2026年3月13日 期限中止（征求意见等），不计入
            2026年3月13日 重新起算（补正材料收到之日），当日不计入，此前用去的期限不再计算
            3月14日—3月15日 周末，不计入
            3月16日 工作日 1 天，累计 1 天
            2026年3月17日—2026年3月18日 期限中止（征求意见等），不计入
            3月19日 工作日 1 天，累计 2 天
            2026年3月19日 批准延长 5 天
            3月20日 工作日 1 天，累计 3 天
            2026年3月20日 办结，期限停止，共用 3 天
            """.ReplaceLineEndings("\n"),
            string.Join('\n', said.Take(11)));
        Assert.Equal("2026年4月22日 期限届满日（第 25 天）", said[^1]);
    }

    [Fact]
    public void The_years_not_known_are_the_last_lines_of_a_reading()
    {
        var lines = StatutoryClock.Start(RulePacks.Measures2010, new DateOnly(2026, 12, 21)).Read(Calendar, new DateOnly(2026, 12, 21)).Lines;

        Assert.Equal([DayLineKind.Due, DayLineKind.MissingYear], lines.TakeLast(2).Select(line => line.Kind));
        Assert.Equal(2027, lines[^1].From.Year);
    }

    [Fact]
    public void Every_day_of_a_working_day_limit_depends_on_a_schedule_and_only_the_last_of_a_calendar_day_limit()
    {
        var december = new DateOnly(2009, 12, 28);
        var working = StatutoryClock.Start(RulePacks.Measures2010, december).Read(Calendar, december);
        var calendarDays = StatutoryClock.Start(RulePacks.Get("budget-law"), december).Read(Calendar, december);

        Assert.Equal([2009], working.MissingYears);
        Assert.Empty(calendarDays.MissingYears);
        Assert.Empty(StatutoryClock.Start(RulePacks.Measures2010, new DateOnly(2009, 12, 31)).Read(Calendar, december.AddDays(3)).MissingYears);
    }

    [Fact]
    public void A_limit_in_calendar_days_counts_rest_days()
    {
        var clock = StatutoryClock.Start(RulePacks.Get("budget-law"), new DateOnly(2026, 9, 12));

        Assert.Equal((8, 12), Days(clock, 20));
        Assert.Equal((18, 2), Days(clock, 30));

        // Until the due day that the rest days moved, no day is missing; after it every day is.
        Assert.Equal(0, clock.Read(Calendar, new DateOnly(2026, 10, 7)).DaysLeft);
        Assert.Equal(0, clock.Read(Calendar, new DateOnly(2026, 10, 8)).DaysLeft);
        Assert.True(clock.Read(Calendar, new DateOnly(2026, 10, 9)).DaysLeft < 0);

        static (int Used, int Left) Days(StatutoryClock clock, int day)
        {
            var reading = clock.Read(Calendar, new DateOnly(2026, 9, day));
            return (reading.DaysUsed, reading.DaysLeft);
        }
    }

    [Fact]
    public void An_extension_of_one_day_is_an_extension()
    {
        var clock = StatutoryClock.Start(RulePacks.Regulations2019, Received).Extend(Received, Calendar, 1);

        Assert.Equal((21, 1), (clock.Read(Calendar, Received).Limit, clock.ExtensionDays));
    }

    [Fact]
    public void A_clock_cannot_be_read_before_its_start()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StatutoryClock.Start(RulePacks.Measures2010, Received).Read(Calendar, Received.AddDays(-1)));
    }

    [Fact]
    public void Events_that_were_judged_before_are_not_judged_again()
    {
        ClockEvent[] late = [new(ClockEventKind.Started, Received), new(ClockEventKind.Extended, new DateOnly(2026, 4, 2), 20)];

        Assert.Throws<ClockException>(() => StatutoryClock.From(RulePacks.Regulations2019, late, Calendar));
        Assert.Equal(40, StatutoryClock.Kept(RulePacks.Regulations2019, late).Read(Calendar, new DateOnly(2026, 4, 2)).Limit);
        Assert.Throws<ArgumentException>(() => StatutoryClock.Kept(RulePacks.Regulations2019, []));
        Assert.Throws<ArgumentException>(() => StatutoryClock.Kept(RulePacks.Regulations2019, late[1..]));
        Assert.Equal(ClockRefusal.NotStarted, Assert.Throws<ClockException>(() => StatutoryClock.From(RulePacks.Regulations2019, late[1..], Calendar)).Refusal);
    }

    [Fact]
    public void Used_and_left_always_make_up_the_limit() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 60]).Sample((pauseAfter, pauseFor, extendAfter, readAfter) =>
        {
            var clock = StatutoryClock.Start(RulePacks.Regulations2019, Received);
            var pausedOn = Received.AddDays(pauseAfter);
            clock = clock.Pause(pausedOn, Calendar).Resume(pausedOn.AddDays(pauseFor), Calendar);
            var extension = new ClockEvent(ClockEventKind.Extended, pausedOn.AddDays(pauseFor + extendAfter), 20);
            clock = clock.Refuses(extension, Calendar) is null ? clock.Apply(extension, Calendar) : clock;
            var asOf = clock.Events[^1].On.AddDays(readAfter);
            var reading = clock.Read(Calendar, asOf);

            return reading.DaysUsed + reading.DaysLeft == reading.Limit
                && reading.IsOverdue == (Calendar.WorkingDaysBetween(reading.DueOn, asOf) > 0);
        });
}
