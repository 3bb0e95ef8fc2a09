using System.Net;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Records;

/// <summary>What the public reads of an approved edition stays as it was approved until the next one is; and what should never have been
/// read can be taken out of the history.</summary>
public sealed class EditionsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_next_edition_that_nobody_approved_yet_changes_nothing_the_public_sees()
    {
        var (_, record, index) = await site.PublishedAsync("实验室管理办法", f => f with { Kind = RecordKind.Regulation });
        var next = await site.NextAsync(record, f => f with { Items = [site.Items[29].LineageId], Validity = Validity.Repealed, Kind = RecordKind.Notice, Title = "改了名的办法", Audience = Audience.Campus, AttributeBasis = "限校内" });
        using var reader = site.Visit();

        await reader.OpenAsync("/catalogue/28");
        Assert.Contains("实验室管理办法", reader.Text, StringComparison.Ordinal);
        await reader.OpenAsync("/rules");
        Assert.Contains("实验室管理办法", reader.Text, StringComparison.Ordinal);
        await reader.OpenAsync($"/records/{index}");
        Assert.Contains("现行有效", reader.Page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);

        await site.ReadyAsync(next);
        await site.MoveAsync(next, "office", EditionVerb.Publish);
        await reader.OpenAsync("/catalogue/28");
        Assert.DoesNotContain("实验室管理办法", reader.Text, StringComparison.Ordinal);
        await reader.OpenAsync($"/records/{index}");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    [Fact]
    public async Task An_edition_that_was_for_the_campus_stays_so_when_its_successor_is_for_everybody()
    {
        var (first, record, index) = await site.PublishedAsync("先在校内公开的安排", f => f with { Audience = Audience.Campus, AttributeBasis = "限校内", BodyHtml = "<p>校内才知道的电话分机。</p>" });
        var next = await site.NextAsync(record, f => f with { Audience = Audience.Public, AttributeBasis = "", BodyHtml = "<p>人人可读的安排。</p>" });
        await site.ReadyAsync(next);
        await site.MoveAsync(next, "office", EditionVerb.Publish);
        using var outsider = site.Visit();
        using var student = await site.VisitAsAsync("reader");

        await outsider.OpenAsync($"/records/{index}");
        Assert.Contains("人人可读的安排", outsider.Text, StringComparison.Ordinal);
        await outsider.OpenAsync($"/records/{index}/editions/2");
        Assert.Equal(HttpStatusCode.NotFound, outsider.Status);
        await student.OpenAsync($"/records/{index}/editions/2");
        Assert.Contains("校内才知道的电话分机", student.Text, StringComparison.Ordinal);
        Assert.NotEqual(first, next);
    }

    [Fact]
    public async Task A_past_edition_taken_out_is_read_by_nobody_outside_nor_are_its_files()
    {
        var draft = await site.DraftAsync("带附件的奖励办法");
        var liaison = await site.ActorAsync("liaison");
        var file = await site.WithAsync(give => give.GetRequiredService<FileDesk>().AttachAsync(liaison, draft, new MemoryStream(A.Bytes("甲,乙\n1,2\n")), "旧附件.csv"));
        await site.ReadyAsync(draft);
        await site.MoveAsync(draft, "office", EditionVerb.Publish);
        var open = await site.OpenAsync(draft);
        var next = await site.NextAsync(open.RecordId, f => f with { BodyHtml = "<p>改正后的正文。</p>" });
        await site.ReadyAsync(next);
        await site.MoveAsync(next, "office", EditionVerb.Publish);
        using var reader = site.Visit();
        await reader.OpenAsync($"/records/{open.Record!.IndexNumber}/editions/2");
        Assert.Contains("带附件的奖励办法的正文", reader.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.Client.GetAsync($"/files/{file.Id}/x.csv")).StatusCode);

        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/records/{open.RecordId}");
        await office.SubmitAsync("form[action*='TakeOut']");
        Assert.Contains("理由", office.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        await office.SubmitAsync("form[action*='TakeOut']", ("reason", "误写了个人信息"));

        Assert.Contains("误写了个人信息", office.Text, StringComparison.Ordinal);
        await reader.OpenAsync($"/records/{open.Record.IndexNumber}/editions/2");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Client.GetAsync($"/files/{file.Id}/x.csv")).StatusCode);
        await reader.OpenAsync($"/records/{open.Record.IndexNumber}");
        Assert.Contains("改正后的正文", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_edition_cannot_be_taken_out_of_the_history()
    {
        var (edition, record, _) = await site.PublishedAsync("现行的办法");
        var office = await site.ActorAsync("office");

        var refused = await Assert.ThrowsAsync<ConflictException>(() => site.WithAsync(give => give.GetRequiredService<EndingDesk>().TakeOutAsync(office, record, edition, "不该公开")));

        Assert.Equal("records.not-replaced", refused.Message);
    }

    [Fact]
    public async Task A_publicity_notice_brought_back_still_ends_on_its_day()
    {
        var until = DateOnly.FromDateTime(site.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(2);
        var (_, record, index) = await site.PublishedAsync("误撤的公示", f => f with { Kind = RecordKind.PublicityNotice, PublicityUntilOn = until });
        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<EndingDesk>().WithdrawAsync(office, record, "误操作"));
        await site.WithAsync(give => give.GetRequiredService<EndingDesk>().RestoreAsync(office, record, "恢复"));
        using var reader = site.Visit();
        await reader.OpenAsync($"/records/{index}");
        Assert.Equal(HttpStatusCode.OK, reader.Status);

        site.Time.Advance(TimeSpan.FromDays(4));
        await reader.OpenAsync($"/records/{index}");

        Assert.Equal(HttpStatusCode.Gone, reader.Status);
    }

    [Fact]
    public async Task A_minute_that_was_taken_back_is_not_remembered_as_the_first_publication()
    {
        var draft = await site.ReadyAsync(await site.DraftAsync("改期公开的安排"));
        var office = await site.ActorAsync("office");
        await site.WithAsync(async give => await give.GetRequiredService<ReviewDesk>().ScheduleAsync(office, draft, (await give.GetRequiredService<RecordDesk>().OpenAsync(office, draft)).Version, site.Time.GetUtcNow().UtcDateTime.AddHours(2)));
        await site.MoveAsync(draft, "office", EditionVerb.Unschedule);
        Assert.Null((await site.OpenAsync(draft)).Record!.FirstPublishedAt);
        site.Time.Advance(TimeSpan.FromDays(1));

        await site.MoveAsync(draft, "office", EditionVerb.Publish);

        var open = await site.OpenAsync(draft);
        Assert.Equal(open.PublishedAt, open.Record!.FirstPublishedAt);
    }

    [Fact]
    public async Task What_its_unit_left_undecided_is_decided_by_the_office_and_registered_without_being_public()
    {
        var draft = await site.ReadyAsync(await site.DraftAsync("合作洽谈纪要", change: f => f with { Attribute = DisclosureAttribute.Undecided }));
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/editions/{draft}");
        Assert.Null(office.Page.QuerySelector("input[name=verb][value=Publish]"));
        Assert.Null(office.Page.QuerySelector("input[name=verb][value=Register]"));

        await office.SubmitAsync("form[action*='Decide']", ("attribute", "OnRequest"), ("basis", ""));
        Assert.Contains("依据", office.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        await office.SubmitAsync("form[action*='Decide']", ("attribute", "OnRequest"), ("basis", "涉及张三（身份证号11010519491231002X）的信息"));
        Assert.Contains("依据中含有不得公开的内容", office.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        await office.SubmitAsync("form[action*='Decide']", ("attribute", "OnRequest"), ("basis", "涉及第三方商业秘密"));
        Assert.Null(office.Page.QuerySelector("input[name=verb][value=Publish]"));
        await office.SubmitAsync("form:has(input[name=verb][value=Register])");

        Assert.Contains("已登记（不公开）", office.Text, StringComparison.Ordinal);
        var open = await site.OpenAsync(draft);
        Assert.Equal((EditionStatus.Registered, null, "涉及第三方商业秘密"), (open.Status, open.PublishedAt, open.AttributeBasis));
        using var reader = site.Visit();
        foreach (var path in new[] { "/", "/catalogue/28", "/search?q=%E5%90%88%E4%BD%9C%E6%B4%BD%E8%B0%88", $"/records/{open.RecordId}" })
        {
            await reader.OpenAsync(path);
            Assert.DoesNotContain("合作洽谈纪要", reader.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_withheld_is_never_published_even_on_a_route_that_ends_with_the_signature()
    {
        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<RouteDesk>().SetAsync(office, site.Units["教务处"].Id, RecordKind.Data, new ReviewRoute(UnitReview: false, OfficeApproval: false)));
        var draft = await site.DraftAsync("不予公开的数据", change: f => f with { Kind = RecordKind.Data, Attribute = DisclosureAttribute.Withheld, AttributeBasis = "工作秘密" });
        await site.MoveAsync(draft, "liaison", EditionVerb.Submit);

        await site.MoveAsync(draft, "secrecy", EditionVerb.Sign);

        Assert.Equal(EditionStatus.OfficeApproval, (await site.OpenAsync(draft)).Status);
        await Assert.ThrowsAsync<ProblemException>(() => site.MoveAsync(draft, "office", EditionVerb.Publish));
    }
}
