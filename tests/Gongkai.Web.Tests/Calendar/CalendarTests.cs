using System.Net;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Audit;
using Gongkai.Web.Calendar;
using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Calendar;

public sealed class CalendarTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_schedule_that_is_loaded_moves_every_due_date_at_once()
    {
        // A record of another day off in the week after today.
        using var office = await site.VisitAsAsync("office");
        var (_, _, index) = await site.PublishedAsync("用于到期日的通知");
        var before = await FeedbackDueAsync(index);
        await office.OpenAsync("/office/settings/holidays");
        await office.SubmitAsync("form[action*='Load']", [("file", "2026.json", A.Bytes("""{"2026":{"off":["2026-03-05","2026-03-06"],"work":[]}}"""))]);
        var said = office.Text;
        var after = await FeedbackDueAsync(index);

        Assert.Equal(new DateOnly(2026, 3, 9), before);
        Assert.Equal(new DateOnly(2026, 3, 11), after);
        Assert.Contains("已载入 2026 年", said, StringComparison.Ordinal);
        await office.SubmitAsync("form[action*='Forget']", ("year", "2026"));
        Assert.Equal(before, await FeedbackDueAsync(index));
    }

    [Fact]
    public async Task Days_typed_from_the_notice_are_understood_and_what_is_wrong_comes_back_as_typed()
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/settings/holidays");
        await office.SubmitAsync("form[action*='Type']", ("Input.Year", "2031"), ("Input.Off", "1月1日至1月3日、２０３１-02-10~2031-02-12"), ("Input.Work", "昨天"));
        var problem = office.Page.QuerySelector(".problem[role=alert]")!.TextContent;
        var kept = office.Page.QuerySelector("#Input_Off")!.TextContent.Trim();
        await office.SubmitAsync("form[action*='Type']", ("Input.Work", "2031-01-04"));
        var calendar = await site.WithAsync(give => give.GetRequiredService<SchoolCalendar>().OfAsync());

        Assert.Contains("昨天", problem, StringComparison.Ordinal);
        Assert.StartsWith("1月1日至1月3日", kept, StringComparison.Ordinal);
        Assert.Equal(6, calendar.ScheduleOf(2031)!.Off.Count);
        Assert.False(calendar.IsWorkingDay(new DateOnly(2031, 2, 11)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2031, 1, 4)));
        Assert.False(calendar.IsProvisional(new DateOnly(2031, 6, 1)));
    }

    [Theory]
    [InlineData("[]", "JSON")]
    [InlineData("""{"2031":{"work":[]}}""", "没有放假日期列表")]
    [InlineData("""{"2031":{"off":["2032-01-01"]}}""", "不在所属年份内")]
    public async Task A_schedule_that_contradicts_itself_is_refused_in_a_sentence(string json, string sentence)
    {
        using var system = await site.VisitAsAsync("system");
        await system.OpenAsync("/office/settings/holidays");

        await system.SubmitAsync("form[action*='Load']", [("file", "x.json", A.Bytes(json))]);

        Assert.Contains(sentence, system.Page.QuerySelector(".problem[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shorter_limit_counts_at_once_and_is_on_the_record()
    {
        using var office = await site.VisitAsAsync("office");
        var before = await FirstDueAsync();
        await office.OpenAsync("/office/settings/limits");
        await office.SubmitAsync("main form", ("Input.Publish", "25"));
        Assert.Contains("不能比《办法》规定的更长", office.Text, StringComparison.Ordinal);
        await office.SubmitAsync("main form", ("Input.Publish", "１５"));
        Assert.Contains("写明本校依据", office.Text, StringComparison.Ordinal);
        Assert.Equal("１５", office.Page.QuerySelector("#Input_Publish")!.GetAttribute("value"));

        await office.SubmitAsync("main form", ("Input.Source", "《测试大学信息公开办法》第八条"));
        var after = await FirstDueAsync();

        Assert.True(after < before, $"{after} {before}");
        Assert.Contains("15／20 个工作日", office.Text, StringComparison.Ordinal);
        Assert.Contains("《测试大学信息公开办法》第八条", office.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.True(await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<AuditEntry>().AnyAsync(e => e.Act == "limits.chosen" && e.Summary.Contains("15/20"))));
        await site.WithAsync(give => give.GetRequiredService<CalendarDesk>().ChooseAsync(Actor.Program, 20, 20, ""));
    }

    [Theory]
    [InlineData("liaison")]
    [InlineData("security")]
    [InlineData("supervisor")]
    public async Task Nobody_else_sets_working_days_or_limits(string who)
    {
        var by = await site.ActorAsync(who);
        using var visitor = await site.VisitAsAsync(who);

        foreach (var path in new[] { "/office/settings/holidays", "/office/settings/limits", "/office/settings/screening" })
        {
            await visitor.OpenAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        }

        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<CalendarDesk>().ChooseAsync(by, 10, 10, "x")));
        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<CalendarDesk>().TypeAsync(by, 2031, "1-1", "")));
    }

    private Task<DateOnly> FeedbackDueAsync(string index) => site.WithAsync(async give =>
        (await give.GetRequiredService<FeedbackDesk>().SayAsync(Actor.Nobody, index, FeedbackKind.Wrong, "有误", "")).DueOn);

    private Task<DateOnly?> FirstDueAsync() => site.WithAsync(async give =>
        (await give.GetRequiredService<LedgerDesk>().OfAsync(AcademicYear.Of(new DateOnly(2026, 3, 4))))!.States.First(s => s.RuleCode == "ledger.rule-first").DueOn);
}
