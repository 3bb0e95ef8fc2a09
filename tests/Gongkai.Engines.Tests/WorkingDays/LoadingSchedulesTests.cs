using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.Tests.WorkingDays;

public sealed class LoadingSchedulesTests
{
    [Fact]
    public void A_schedule_is_read_with_its_days()
    {
        var schedule = Assert.Single(ScheduleFile.Parse("""{"2027":{"off":["2027-01-01"],"work":["2027-01-09"]}}"""));

        Assert.Equal(2027, schedule.Year);
        Assert.Equal([new DateOnly(2027, 1, 1)], schedule.Off);
        Assert.Equal([new DateOnly(2027, 1, 9)], schedule.Work);
    }

    [Theory]
    [InlineData(1949, false)]
    [InlineData(1950, true)]
    [InlineData(2199, true)]
    [InlineData(2200, false)]
    public void A_schedule_is_for_a_year_in_which_there_can_be_one(int year, bool possible)
    {
        var thrown = Record.Exception(() => YearSchedule.Of(year, [], []));

        Assert.Equal(possible, thrown is null);
    }

    [Fact]
    public void A_make_up_day_lies_in_the_year_of_its_schedule_too()
    {
        var thrown = Assert.Throws<ScheduleException>(() => YearSchedule.Of(2027, [], [new DateOnly(2028, 1, 1)]));

        Assert.Equal(ScheduleFault.DayInAnotherYear, thrown.Fault);
    }

    [Theory]
    [InlineData("not json", ScheduleFault.NotJson)]
    [InlineData("""["2027-01-01"]""", ScheduleFault.NotJson)]
    [InlineData("{}", ScheduleFault.NoDays)]
    [InlineData("""{"2027":{"work":[]}}""", ScheduleFault.NoDays)]
    [InlineData("""{"2027":{"off":"2027-01-01"}}""", ScheduleFault.NoDays)]
    [InlineData("""{"2027":{"off":["2027/01/01"]}}""", ScheduleFault.NotADate)]
    [InlineData("""{"2027":{"off":[20270101]}}""", ScheduleFault.NotADate)]
    [InlineData("""{"2027":{"off":[]},"2027":{"off":[]}}""", ScheduleFault.YearTwice)]
    [InlineData("""{"next":{"off":[]}}""", ScheduleFault.YearOutOfRange)]
    [InlineData("""{"20270":{"off":[]}}""", ScheduleFault.YearOutOfRange)]
    [InlineData("""{"2027":{"off":["2028-01-01"]}}""", ScheduleFault.DayInAnotherYear)]
    [InlineData("""{"2027":{"off":["2027-01-02"],"work":["2027-01-02"]}}""", ScheduleFault.DayBothOffAndWork)]
    [InlineData("""{"2027":{"off":[],"work":["2027-01-06"]}}""", ScheduleFault.MakeUpDayInTheWeek)]
    public void A_wrong_schedule_says_what_is_wrong_with_it(string json, ScheduleFault fault)
    {
        var thrown = Assert.Throws<ScheduleException>(() => ScheduleFile.Parse(json));

        Assert.Equal(fault, thrown.Fault);
        Assert.Contains("{detail}", WordBook.Engines.Find(thrown.Code, "zh"));
    }
}
