using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.Tests.WorkingDays;

public sealed class RulePacksTests
{
    [Theory]
    [InlineData("measures-2010", 15, DayUnit.Working, 0)]
    [InlineData("regulations-2007", 15, DayUnit.Working, 15)]
    [InlineData("regulations-2019", 20, DayUnit.Working, 20)]
    [InlineData("publication", 20, DayUnit.Working, 0)]
    [InlineData("budget-ministry", 10, DayUnit.Working, 0)]
    [InlineData("budget-law", 20, DayUnit.Calendar, 0)]
    public void Each_rule_gives_its_days(string id, int days, DayUnit unit, int extension)
    {
        var pack = RulePacks.Get(id);

        Assert.Equal(days, pack.Main.Days);
        Assert.Equal(unit, pack.Main.Unit);
        Assert.Equal(extension, pack.ExtensionDays);
        Assert.All(pack.Limits, limit => Assert.NotEmpty(limit.Source));
    }

    [Fact]
    public void The_regulations_of_2019_follow_those_of_2007_without_gap()
    {
        Assert.True(RulePacks.Regulations2007.IsInForceOn(new DateOnly(2019, 5, 14)));
        Assert.False(RulePacks.Regulations2019.IsInForceOn(new DateOnly(2019, 5, 14)));
        Assert.False(RulePacks.Regulations2007.IsInForceOn(new DateOnly(2019, 5, 15)));
        Assert.True(RulePacks.Regulations2019.IsInForceOn(new DateOnly(2019, 5, 15)));
    }

    [Fact]
    public void A_school_may_set_its_own_days_for_publication()
    {
        var own = RulePacks.Publication.With(LimitKind.Publish, 15, "学校信息公开实施细则");

        Assert.Equal(15, own.Find(LimitKind.Publish)!.Days);
        Assert.Equal(20, own.Find(LimitKind.Update)!.Days);
        Assert.Equal(Confidence.SchoolRule, own.Main.Confidence);
        Assert.Equal(20, RulePacks.Publication.Main.Days);
    }

    [Fact]
    public void A_limit_the_rule_does_not_set_is_added()
    {
        var own = RulePacks.Get("budget-ministry").With(LimitKind.Update, 15, "学校信息公开实施细则");

        Assert.Equal([LimitKind.Publish, LimitKind.Update], own.Limits.Select(limit => limit.Kind));
        Assert.Equal((15, DayUnit.Working), (own.Find(LimitKind.Update)!.Days, own.Find(LimitKind.Update)!.Unit));
        Assert.Equal(10, own.Main.Days);
        Assert.Throws<ArgumentOutOfRangeException>(() => own.With(LimitKind.Update, 0, ""));
    }

    [Fact]
    public void A_school_that_changes_a_limit_in_calendar_days_keeps_calendar_days()
    {
        var law = RulePacks.Get("budget-law");

        Assert.Equal(DayUnit.Calendar, law.With(law.Main.Kind, 15, "学校财务规定").Main.Unit);
    }

    [Fact]
    public void A_rule_is_called_by_its_name_in_the_language_or_in_Chinese()
    {
        var law = RulePacks.Get("budget-law");

        Assert.StartsWith("Budget Law", law.Title("en"));
        Assert.Equal(law.Title("zh"), law.Title("fr"));
    }

    [Fact]
    public void A_rule_that_does_not_exist_is_not_found()
    {
        Assert.Null(RulePacks.Find("measures-1910"));
        Assert.Throws<ArgumentException>(() => RulePacks.Get("measures-1910"));
    }

    [Fact]
    public void The_clarification_notice_and_the_third_party_have_clocks_of_their_own()
    {
        var notice = StatutoryClock.Start(RulePacks.Regulations2019, new DateOnly(2026, 9, 24), LimitKind.ClarificationNotice);

        Assert.Equal(new DateOnly(2026, 10, 12), notice.Read(WorkingDayCalendar.Shipped, new DateOnly(2026, 9, 24)).DueOn);
        Assert.Equal(15, RulePacks.Regulations2019.Find(LimitKind.ThirdParty)!.Days);
        Assert.Throws<ArgumentException>(() => StatutoryClock.Start(RulePacks.Publication, new DateOnly(2026, 9, 24), LimitKind.Reply));
    }
}
