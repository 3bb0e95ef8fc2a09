using System.Net;
using Gongkai.Web.Records;

namespace Gongkai.Web.Tests.Records;

/// <summary>The main job, as people do it, page by page.</summary>
public sealed class MainJobTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_word_file_becomes_a_public_record_through_the_hands_of_four_people()
    {
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync("/office/records/new");
        await liaison.SubmitAsync("main form", [("word", "通知.docx", A.Word("关于公布春季学期课程安排的通知", "测大教〔2026〕8号", "教务处", new DateOnly(2026, 3, 2)))], ("unit", site.Units["教务处"].Id.ToString()), ("kind", "Notice"));

        Assert.Equal("关于公布春季学期课程安排的通知", Value(liaison, "Input.Title"));
        Assert.Equal("测大教〔2026〕8号", Value(liaison, "Input.DocumentNumber"));
        Assert.Equal("2026-03-02", Value(liaison, "Input.ProducedOn"));
        var body = liaison.Page.QuerySelector("textarea[name='Input.BodyHtml']")!.TextContent;
        Assert.DoesNotContain("关于公布春季学期课程安排的通知", body, StringComparison.Ordinal);
        Assert.DoesNotContain("测大教〔2026〕8号", body, StringComparison.Ordinal);
        Assert.Contains("各学院", body, StringComparison.Ordinal);
        Assert.Contains("rowspan=\"2\"", body, StringComparison.Ordinal);
        Assert.Contains("colspan=\"2\"", body, StringComparison.Ordinal);
        var editor = liaison.Path.Split('?')[0];

        await liaison.SubmitAsync("#edition", ("Input.Items", site.Items[28].LineageId.ToString()));
        await liaison.SubmitAsync("form:has(input[name=verb][value=Submit])");
        Assert.Contains("单位审核", liaison.Text, StringComparison.Ordinal);

        using var head = await site.VisitAsAsync("head");
        await head.OpenAsync("/office");
        Assert.Contains("关于公布春季学期课程安排的通知", head.Text, StringComparison.Ordinal);
        await head.OpenAsync(editor);
        await head.SubmitAsync("form:has(input[name=verb][value=Approve])");

        using var secrecy = await site.VisitAsAsync("secrecy");
        await secrecy.OpenAsync(editor);
        await secrecy.SubmitAsync("form:has(input[name=verb][value=Sign])");

        using var reader = site.Visit();
        await reader.OpenAsync("/");
        Assert.DoesNotContain("春季学期课程安排", reader.Text, StringComparison.Ordinal);

        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync(editor);
        await office.SubmitAsync("form:has(input[name=verb][value=Publish])");

        await reader.OpenAsync("/");
        var link = reader.Page.Links.First(l => l.TextContent.Contains("春季学期课程安排", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Matches(@"^/records/19998-04-05-2026-\d{4}$", link);
        await reader.OpenAsync(link);
        Assert.Equal("关于公布春季学期课程安排的通知", reader.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("测大教〔2026〕8号", reader.Page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026年3月4日", reader.Page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(reader.Page.QuerySelector("td[rowspan='2']"));
        await reader.OpenAsync("/catalogue/28");
        Assert.Contains("春季学期课程安排", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_record_appears_at_its_minute_and_not_one_second_before()
    {
        var edition = await site.ReadyAsync(await site.DraftAsync("定时公开的校历"));
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/editions/{edition}");
        await office.SubmitAsync("form:has(input[name=verb][value=Schedule])", ("at", Campus(TimeSpan.FromMinutes(90))));
        using var reader = site.Visit();

        site.Time.Advance(TimeSpan.FromMinutes(90) - TimeSpan.FromSeconds(1 + site.Time.GetUtcNow().Second));
        await reader.OpenAsync("/search?q=%E6%A0%A1%E5%8E%86");
        Assert.DoesNotContain("定时公开的校历", reader.Text, StringComparison.Ordinal);

        site.Time.Advance(TimeSpan.FromSeconds(1));
        await reader.OpenAsync("/search?q=%E6%A0%A1%E5%8E%86");
        Assert.Contains("定时公开的校历", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_minute_already_past_is_refused_and_said()
    {
        var edition = await site.ReadyAsync(await site.DraftAsync("时间已过的通知"));
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/editions/{edition}");

        await office.SubmitAsync("form:has(input[name=verb][value=Schedule])", ("at", Campus(TimeSpan.FromMinutes(-5))));

        Assert.Equal(HttpStatusCode.BadRequest, office.Status);
        Assert.Contains("公开时间已过", office.Text, StringComparison.Ordinal);
        Assert.Equal(EditionStatus.OfficeApproval, (await site.OpenAsync(edition)).Status);
    }

    [Fact]
    public async Task The_approved_edition_stays_live_until_the_next_is_approved_and_both_can_be_compared()
    {
        var (first, _, index) = await site.PublishedAsync("实验室安全须知", f => f with { BodyHtml = "<p>进入实验室须穿实验服。</p>" });
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync($"/office/editions/{first}");
        await liaison.SubmitAsync("form[action*='handler=Next']");
        var next = Guid.Parse(liaison.Path.Split('/', '?')[3]);
        await liaison.SubmitAsync("#edition", ("Input.BodyHtml", "<p>进入实验室须穿实验服并戴护目镜。</p>"), ("Input.ChangeNote", "增加护目镜要求"));
        using var reader = site.Visit();

        await reader.OpenAsync($"/records/{index}");
        Assert.DoesNotContain("护目镜", reader.Text, StringComparison.Ordinal);

        await site.ReadyAsync(next);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.MoveAsync(next, "office", EditionVerb.Publish);
        await reader.OpenAsync($"/records/{index}");
        Assert.Contains("并戴护目镜", reader.Text, StringComparison.Ordinal);
        Assert.Contains("增加护目镜要求", reader.Text, StringComparison.Ordinal);
        await reader.OpenAsync($"/records/{index}/editions/2");
        Assert.Contains("护目镜", reader.Page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(reader.Page.QuerySelector("del"));
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote()
    {
        var edition = await site.DraftAsync("公开办自己写的通知", by: "office");
        await site.MoveAsync(edition, "office", EditionVerb.Submit);
        await site.MoveAsync(edition, "head", EditionVerb.Approve);
        await site.MoveAsync(edition, "secrecy", EditionVerb.Sign);
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/editions/{edition}");

        Assert.Null(office.Page.QuerySelector("form:has(input[name=verb][value=Publish])"));
        var refused = await Assert.ThrowsAsync<Platform.Storage.RefusedException>(() => site.MoveAsync(edition, "office", EditionVerb.Publish));
        Assert.Equal("records.own-work", refused.Message);
        await site.MoveAsync(edition, "office2", EditionVerb.Publish);
        Assert.Equal(EditionStatus.Live, (await site.OpenAsync(edition)).Status);
    }

    [Fact]
    public async Task An_override_needs_a_reason_and_waits_to_be_looked_at_by_somebody_else()
    {
        var edition = await site.DraftAsync("台风停课通知");
        await site.MoveAsync(edition, "liaison", EditionVerb.Submit);
        var without = await Assert.ThrowsAsync<Platform.Storage.ProblemException>(() => site.MoveAsync(edition, "office", EditionVerb.Override, " "));
        await site.MoveAsync(edition, "office", EditionVerb.Override, "负责人不在校，须即时公开");

        using var secrecy = await site.VisitAsAsync("secrecy");
        await secrecy.OpenAsync("/office/overrides");
        Assert.Contains("台风停课通知", secrecy.Text, StringComparison.Ordinal);
        await secrecy.SubmitAsync($"form:has(input[name=edition][value='{edition}'])", ("note", "情况属实"));

        Assert.Equal("records.reason-missing", without.Message);
        Assert.DoesNotContain("台风停课通知", secrecy.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_brings_the_draft_back_to_its_writer_with_the_reason()
    {
        var edition = await site.DraftAsync("缺少附件的通知");
        await site.MoveAsync(edition, "liaison", EditionVerb.Submit);
        using var head = await site.VisitAsAsync("head");
        await head.OpenAsync($"/office/editions/{edition}");
        await head.SubmitAsync("form:has(input[name=verb][value=Return])", ("reason", "请补上附件"));

        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync("/office/notices");
        Assert.Contains("已退回修改：缺少附件的通知", liaison.Text, StringComparison.Ordinal);
        await liaison.OpenAsync($"/office/editions/{edition}");
        Assert.Contains("请补上附件", liaison.Text, StringComparison.Ordinal);
        Assert.NotNull(liaison.Page.QuerySelector("#edition"));
    }

    private static string Value(Visitor visitor, string name) => visitor.Page.QuerySelector($"[name='{name}']")?.GetAttribute("value") ?? $"no field {name}: {visitor.Text}";

    private string Campus(TimeSpan ahead) => site.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Add(ahead).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
