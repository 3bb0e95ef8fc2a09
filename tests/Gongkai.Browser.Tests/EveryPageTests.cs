using System.Text.Json;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Records;
using Gongkai.Web.Requests;
using Gongkai.Web.Tests;
using Gongkai.Web.Tests.Records;
using Gongkai.Web.Tests.Reports;
using Gongkai.Web.Tests.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>Every page there is, come to by links, in both languages.</summary>
public sealed class EveryPageTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>, IAsyncLifetime
{
    // Pages that no link leads to: the set-up before there is a school, the first change of a password, and how an error is told.
    private static readonly string[] Unlinked = ["set-up", "office/password", "error/{code:int}"];

    // What a person comes to without a link: a wrong address, words typed into the search box, what they were given.
    private static readonly string[] Typed = ["/", "/no-such-page", "/search?q=zzzz", "/search?q=%E9%80%9A%E7%9F%A5", "/subscribe/confirm?t=x", "/subscribe/end?t=x"];

    private static readonly string[] Administrators = ["system", "security", "audit"];

    private static int _sheets;

    private string[] _portal = [];

    private string[] _office = [];

    private RequestReceipt _own = null!;

    public async ValueTask InitializeAsync()
    {
        var (first, record, index) = await site.PublishedAsync("用于检查页面的通知");
        var next = await site.NextAsync(record, f => f with { BodyHtml = "<p>改过的正文。</p>" });
        await site.MoveAsync(await site.ReadyAsync(next), "office", EditionVerb.Publish);
        var (draft, waiting) = (await site.DraftAsync("用于检查页面的草稿"), await site.ReadyAsync(await site.DraftAsync("等办公室的通知")));
        await site.WithAsync(give => give.GetRequiredService<FeedbackDesk>().SayAsync(Actor.Nobody, index, FeedbackKind.Unclear, "测试：请写明时间", ""));
        await CatalogueAsync();
        await ProposedRoleAsync(await site.ActorAsync("system"));
        var office = await site.ActorAsync("office");
        var gone = await site.PublishedAsync("撤回的通知");
        await site.WithAsync(give => give.GetRequiredService<EndingDesk>().WithdrawAsync(office, gone.Record, "测试撤回"));
        await site.WithAsync(give => give.GetRequiredService<TopicDesk>().SetAsync(office, "enrolment", "测试招生专题", "Enrolment", "", isListed: true));
        await site.PublishedAsync("专题中的通知", f => f with { TopicSlug = "enrolment" });
        var answered = await site.StandingAsync(RequestStatus.Answered, "测试：用于检查页面的申请");
        await site.WithAsync(give => give.GetRequiredService<AfterDesk>().LogAsync(office, answered, "测试：用于检查页面的答复", "测试：可以公开的内容。"));
        var report = await site.ReleasedReportAsync();
        _own = await site.ReceivedAsync("测试：用于检查查询页的申请");
        _portal = ["/requests/case", "/requests/receipt", "/requests/found?q=%E9%A1%B5%E9%9D%A2%E7%9A%84%E9%80%9A%E7%9F%A5", .. Typed, $"/records/{index}", $"/records/{index}/editions/2", $"/records/{gone.Index}"];
        _office = ["/office", $"/office/reports/{report}", $"/office/requests/{answered}", $"/office/requests/{await site.StandingAsync(RequestStatus.Consulting, "测试：征求意见中的申请")}", $"/office/requests/{await site.StandingAsync(RequestStatus.Drafted, "测试：已拟答复的申请")}", $"/office/editions/{first}", $"/office/editions/{draft}", $"/office/editions/{waiting}", .. await PreviewsAsync(office)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task In_Chinese_holds()
    {
        var crawl = new Crawl(site);
        await crawl.WalkAsync(await WithCaseAsync(), "", _portal);
        await crawl.WalkAsync(await SignedInAsync("office", 1280), "", _office, "office");
        foreach (var who in Administrators)
        {
            await crawl.WalkAsync(await SignedInAsync(who, 768), "", ["/office"], who);
        }

        Assert.True(crawl.Wrong.Count == 0, string.Join('\n', crawl.Wrong.Distinct()));
    }

    [Fact]
    public async Task In_English_holds_and_every_page_was_come_to()
    {
        var crawl = new Crawl(site);
        await crawl.WalkAsync(await WithCaseAsync(), "/en", _portal);
        await crawl.WalkAsync(await SignedInAsync("office", 1280), "/en", _office, "office");
        var system = await site.ActorAsync("system");
        foreach (var who in Administrators.Append("liaison"))
        {
            await crawl.WalkAsync(await SignedInAsync(who, 768), "/en", who == "system" ? ["/office", await PeoplePreviewAsync(system)] : ["/office"], who);
        }

        Assert.True(crawl.Wrong.Count == 0, string.Join('\n', crawl.Wrong.Distinct()));
        Assert.Equal(Unlinked.Order(), crawl.Unseen);
    }

    // Anybody, who has opened a case of their own with its number and code.
    private async Task<IPage> WithCaseAsync()
    {
        var page = await chromium.NewPageAsync(site.Address, width: 360);
        await page.GotoAsync("/requests/track");
        await page.FillAsync("#number", _own.Number);
        await page.FillAsync("#code", _own.Code);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync("**/requests/case");
        return page;
    }

    private async Task<IPage> SignedInAsync(string who, int width)
    {
        var page = await chromium.NewPageAsync(site.Address, width);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[autocomplete=username]", who);
        await page.FillAsync("input[type=password]", Site.Password);
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**/office");
        return page;
    }

    // A college with an item of its own, and a second edition to compare the school's with.
    private Task CatalogueAsync() => site.WithAsync(async give =>
    {
        if (site.Units.ContainsKey("甲学院"))
        {
            return;
        }

        var college = site.Units["甲学院"] = await give.GetRequiredService<InstitutionDesk>().AddUnitAsync(Actor.Program, "甲学院", "61", "College A", isCollege: true);
        await give.GetRequiredService<ItemDesk>().AddToCollegeAsync(Actor.Program, college.Id, new ItemForm { Title = "甲学院的测试事项", Category = "测试类别", Owners = [college.Id] });
        await give.GetRequiredService<CatalogueDesk>().CopyAsync(await site.ActorAsync("office"), site.Items[1].EditionId, 2027);
    });

    // Sheets that were read and wait to be looked at; only who read them has a link.
    private Task<string[]> PreviewsAsync(Actor office) => site.WithAsync(async give =>
    {
        static MemoryStream Sheet(string text) => new(A.Bytes(text));
        var catalogue = await give.GetRequiredService<ImportDesk>().ReadAsync(office, Sheet(JsonSerializer.Serialize(new { items = new[] { new { no = 1, category = "测试类别", title = "测试事项", units = new[] { "没有的处" } } } })), "one.json");
        var units = await give.GetRequiredService<UnitSheet>().PreviewAsync(office, Sheet("代码,名称\n88,测试处\n,\n"), "units.csv");
        var records = await give.GetRequiredService<RecordImport>().ReadAsync(office, site.Units["教务处"].Id, [("records.csv", () => Sheet("标题,成文日期\n测试导入,2026-03-01\n,2026-13-01\n"))]);
        return new[] { $"/office/catalogue/import/{catalogue.Id}", $"/office/units/import/{units.Id}", $"/office/records/import/{records.Id}" };
    });

    // A person from a sheet, whose role waits for the other administrator's word.
    private Task ProposedRoleAsync(Actor system) => site.WithAsync(async give =>
    {
        var desk = give.GetRequiredService<PeopleImportDesk>();
        var sheet = await desk.ReadAsync(system, new MemoryStream(A.Bytes($"姓名,用户名,单位,角色\n测试乙,sheet-{Interlocked.Increment(ref _sheets)},教务处,信息员\n")), "people.csv");
        await desk.KeepAsync(system, sheet.Id);
    });

    private Task<string> PeoplePreviewAsync(Actor system) => site.WithAsync(async give =>
        $"/office/people/import/{(await give.GetRequiredService<PeopleImportDesk>().ReadAsync(system, new MemoryStream(A.Bytes("姓名,用户名,单位,角色\n测试甲,sheet-a,教务处,信息员\n测试乙,,没有的处,\n")), "people.csv")).Id}");
}
