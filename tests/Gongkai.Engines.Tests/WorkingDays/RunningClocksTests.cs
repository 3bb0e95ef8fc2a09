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
