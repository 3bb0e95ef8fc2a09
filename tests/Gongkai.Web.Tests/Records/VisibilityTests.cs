using System.Net;
using Gongkai.Web.Institutions;
using Gongkai.Web.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Records;

/// <summary>What is not public is reachable by no surface: every kind of hidden object against every public address.</summary>
public sealed class VisibilityTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<TopicDesk>().SetAsync(office, "yincang", "隐藏与公开", "", "", isListed: true));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private const string Secret = "绝不应泄露的字样";

    private static readonly string[] Lists = ["/", "/en", "/catalogue", "/catalogue/28", "/en/catalogue/28", "/rules", "/reports", "/units", "/units/04", "/search", "/search?q=%E7%BB%9D%E4%B8%8D%E5%BA%94", "/topics", "/topics/yincang", "/search?unit=04&sort=date", "/en/search?q=%E7%BB%9D%E4%B8%8D%E5%BA%94", "/search/suggest?q=%E7%BB%9D%E4%B8%8D", "/search/suggest?q=%E5%B8%A6%E9%99%84",
        "/feeds/all.atom", "/feeds/all.rss", "/feeds/all.json", "/feeds/category/5.atom", "/feeds/item/28.rss", "/feeds/unit/04.json", "/feeds/topic/yincang.atom", "/feeds/search.atom?q=%E7%BB%9D%E4%B8%8D", "/sitemap.xml", "/sitemap-1.xml", "/robots.txt",
        "/open-data", "/open-data/records.ndjson", "/open-data/records.csv", "/open-data/records.xlsx", "/api/v1/records", "/api/v1/records?unit=04", "/api/v1/records?item=28", "/api/v1/attachments", "/api/v1/items", "/api/v1/coverage", "/api/v1/openapi.json", "/catalogue/table.xlsx", "/catalogue/table.docx"];

    [Theory]
    [InlineData("draft")]
    [InlineData("in review")]
    [InlineData("at the office")]
    [InlineData("scheduled")]
    [InlineData("withdrawn")]
    [InlineData("removed")]
    [InlineData("expired")]
    [InlineData("campus only")]
    [InlineData("for Party members")]
    [InlineData("replaced text")]
    [InlineData("held file")]
    public async Task An_outsider_gets_not_one_byte_of(string what)
    {
        var (addresses, marker) = await HideAsync(what);
        using var reader = site.Visit();

        foreach (var path in Lists.Concat(addresses))
        {
            var answer = await reader.Client.GetAsync(path);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.DoesNotContain(marker, System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            Assert.DoesNotContain(marker, Uri.UnescapeDataString(answer.Headers + answer.Content.Headers.ToString()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_withdrawn_record_answers_gone_with_its_notice_and_nothing_else()
    {
        var (_, record, index) = await site.PublishedAsync($"将要撤回{Secret}");
        await EndAsync((desk, by) => desk.WithdrawAsync(by, record, "因内容有误撤回"));
        using var reader = site.Visit();

        await reader.OpenAsync($"/records/{index}");

        Assert.Equal(HttpStatusCode.Gone, reader.Status);
        Assert.Contains("因内容有误撤回", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_superseded_record_stays_readable_and_names_what_took_its_place()
    {
        var (_, record, index) = await site.PublishedAsync("旧的借阅办法");
        var (_, _, successor) = await site.PublishedAsync("新的借阅办法");
        await EndAsync((desk, by) => desk.SupersedeAsync(by, record, successor));
        using var reader = site.Visit();

        await reader.OpenAsync($"/records/{index}");

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Equal($"/records/{successor}", reader.Page.QuerySelector(".note.late a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_publicity_notice_ends_by_itself_at_the_end_of_its_last_day()
    {
        var until = DateOnly.FromDateTime(site.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(2);
        var (_, _, index) = await site.PublishedAsync("评优公示", f => f with { Kind = RecordKind.PublicityNotice, PublicityUntilOn = until });
        using var reader = site.Visit();
        await reader.OpenAsync($"/records/{index}");
        Assert.Equal(HttpStatusCode.OK, reader.Status);

        site.Time.SetUtcNow(new DateTimeOffset(until.Year, until.Month, until.Day, 15, 59, 59, TimeSpan.Zero));
        await reader.OpenAsync($"/records/{index}");
        Assert.Equal(HttpStatusCode.OK, reader.Status);

        site.Time.Advance(TimeSpan.FromSeconds(1));
        await reader.OpenAsync($"/records/{index}");
        Assert.Equal(HttpStatusCode.Gone, reader.Status);
        Assert.DoesNotContain("评优公示的正文", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_record_answers_as_if_it_had_never_been()
    {
        var (_, record, index) = await site.PublishedAsync("要移除的名单");
        await EndAsync((desk, by) => desk.RemoveAsync(by, record, "含个人信息"));
        using var reader = site.Visit();

        await reader.OpenAsync($"/records/{index}");
        var removed = (reader.Status, reader.Page.QuerySelector("main")!.TextContent);
        await reader.OpenAsync("/records/19998-04-05-2026-9999");

        Assert.Equal(HttpStatusCode.NotFound, removed.Status);
        Assert.Equal(reader.Page.QuerySelector("main")!.TextContent, removed.TextContent);
    }

    [Fact]
    public async Task A_student_who_signed_in_reads_what_is_for_the_campus()
    {
        var (_, _, index) = await site.PublishedAsync("校内公开的安排", f => f with { Audience = Audience.Campus, AttributeBasis = "限校内" });
        using var outsider = site.Visit();
        using var student = await site.VisitAsAsync("reader");

        await outsider.OpenAsync($"/records/{index}");
        await student.OpenAsync($"/records/{index}");

        Assert.Equal(HttpStatusCode.NotFound, outsider.Status);
        Assert.Equal("校内公开的安排", student.Page.QuerySelector("h1")!.TextContent);
    }

    private async Task<(string[] Addresses, string Marker)> HideAsync(string what)
    {
        var marker = $"{Secret}{what.Length}{what[0]}";
        EditionForm Form(EditionForm form) => form with { BodyHtml = $"<p>{marker}</p>", TopicSlug = "yincang" };
        switch (what)
        {
            case "draft":
                return (Of(await site.DraftAsync(marker, change: Form)), marker);
            case "in review":
                var submitted = await site.DraftAsync(marker, change: Form);
                await site.MoveAsync(submitted, "liaison", EditionVerb.Submit);
                return (Of(submitted), marker);
            case "at the office":
                return (Of(await site.ReadyAsync(await site.DraftAsync(marker, change: Form))), marker);
            case "scheduled":
                var scheduled = await site.ReadyAsync(await site.DraftAsync(marker, change: Form));
                var office = await site.ActorAsync("office");
                await site.WithAsync(async give => await give.GetRequiredService<ReviewDesk>().ScheduleAsync(office, scheduled, (await give.GetRequiredService<RecordDesk>().OpenAsync(office, scheduled)).Version, site.Time.GetUtcNow().UtcDateTime.AddYears(1)));
                return ([.. Of(scheduled), $"/records/{(await site.OpenAsync(scheduled)).Record!.IndexNumber}"], marker);
            case "withdrawn":
                return (Of(await EndedAsync(marker, Form, (desk, by, record) => desk.WithdrawAsync(by, record, "已撤回"))), marker);
            case "removed":
                return (Of(await EndedAsync(marker, Form, (desk, by, record) => desk.RemoveAsync(by, record, "须移除"))), marker);
            case "expired":
                var (_, _, expired) = await site.PublishedAsync(marker, f => Form(f) with { Kind = RecordKind.PublicityNotice, PublicityUntilOn = DateOnly.FromDateTime(site.Time.GetUtcNow().UtcDateTime).AddDays(1) });
                site.Time.Advance(TimeSpan.FromDays(3));
                return ([$"/records/{expired}"], marker);
            case "campus only":
                return (Of(await site.PublishedAsync(marker, f => Form(f) with { Audience = Audience.Campus, AttributeBasis = "限校内" })), marker);
            case "for Party members":
                return (Of(await site.PublishedAsync(marker, f => Form(f) with { Audience = Audience.PartyMembers, AttributeBasis = "党内" })), marker);
            case "replaced text":
                return (Of(await EndedAsync($"改过的文件{what.Length}", Form, (desk, by, record) => desk.WithdrawAsync(by, record, "已撤回"))), marker);
            default:
                return ([await HeldFileAsync(marker)], marker);
        }
    }

    private async Task<string> HeldFileAsync(string marker)
    {
        var by = await site.ActorAsync("liaison");
        var draft = await site.DraftAsync("带附件的名单");
        var file = await site.WithAsync(give => give.GetRequiredService<FileDesk>().AttachAsync(by, draft, new MemoryStream(A.Bytes($"姓名,身份证号\n某甲,11010519491231002X\n{marker},\n")), "名单.csv"));
        Assert.Equal(Hold.Held, file.Hold);
        return $"/files/{file.Id}/名单.csv";
    }

    private async Task<(Guid Edition, Guid Record, string Index)> EndedAsync(string title, Func<EditionForm, EditionForm> form, Func<EndingDesk, Actor, Guid, Task> end)
    {
        var made = await site.PublishedAsync(title, form);
        await EndAsync((desk, by) => end(desk, by, made.Record));
        return made;
    }

    private async Task EndAsync(Func<EndingDesk, Actor, Task> end)
    {
        var by = await site.ActorAsync("office");
        await site.WithAsync(give => end(give.GetRequiredService<EndingDesk>(), by));
    }

    private static string[] Of(Guid edition) => [$"/office/editions/{edition}", $"/records/{edition}", $"/files/{edition}/x"];

    private static string[] Of((Guid Edition, Guid Record, string Index) made) => [$"/records/{made.Index}", $"/en/records/{made.Index}", $"/records/{made.Index}/editions/1", $"/records/{made.Index}/editions/2", $"/records/{made.Index}/feedback", $"/api/v1/records/{made.Index}", $"/api/v1/records/{made.Index}/editions/1", .. Of(made.Edition)];
}
