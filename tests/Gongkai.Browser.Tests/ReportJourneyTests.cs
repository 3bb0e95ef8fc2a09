using Gongkai.Web.Records;
using Gongkai.Web.Tests;
using Gongkai.Web.Tests.Records;
using Gongkai.Web.Tests.Reports;
using Gongkai.Web.Tests.Requests;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>An annual report in a real browser, from "new report" to the public page.</summary>
public sealed class ReportJourneyTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>
{
    private const string Planted = "学校主动公开信息98765条。";

    [Fact]
    public async Task The_office_gathers_is_caught_out_and_the_public_reads_what_the_leader_approved()
    {
        await site.ChiefAsync();
        await site.PublishedAsync("测试：关于教学安排的通知");
        await site.PublishedAsync("测试：关于办学规模的通知", f => f with { Items = [site.Items[1].LineageId] });
        var office = await SignInAsync("office");
        await office.ClickAsync("nav >> text=年度报告");
        await office.FillAsync("#from", "2025-09-01");
        await office.FillAsync("#to", "2026-08-31");
        await office.ClickAsync("text=新建报告");
        await Assertions.Expect(office.Locator("h1")).ToContainTextAsync("测试大学2025—2026学年信息公开工作年度报告");
        var page = new Uri(office.Url).AbsolutePath;

        await office.SelectOptionAsync("#unit", new SelectOptionValue { Label = "教务处" });
        await office.SelectOptionAsync("#key", "measures");
        await office.FillAsync("#task", "请提供教学公开的做法");
        await office.FillAsync("#due", "2026-10-10");
        await office.ClickAsync("button:has-text('请单位供稿')");
        var liaison = await SignInAsync("liaison");
        await liaison.GotoAsync("/office/reports/parts");
        await liaison.ClickAsync("text=请提供教学公开的做法");
        await liaison.FillAsync("main textarea", "教务处按月公开教学安排。");
        await liaison.ClickAsync("main form button");

        // The unit's part goes into the text with a number nobody counted: the checks say so while it is typed, and stop the report.
        await office.GotoAsync(page);
        await Assertions.Expect(office.Locator("#parts")).ToContainTextAsync("教务处按月公开教学安排。");
        await office.ClickAsync("#overview >> text=编辑：");
        var text = await office.Locator("#text").InputValueAsync();
        await office.FillAsync("#text", $"{text}\n{Planted}");
        await Assertions.Expect(office.Locator("#notes")).ToContainTextAsync("98765");
        await office.ClickAsync("button:has-text('保存')");
        await office.ClickAsync("#next button:has-text('转办公室统稿')");
        await office.ClickAsync("#next button:has-text('送校领导审定')");
        await Assertions.Expect(office.Locator("main > .problem")).ToContainTextAsync("处错误");
        await office.GotoAsync($"{page}/overview");
        await office.FillAsync("#text", text);
        await office.ClickAsync("button:has-text('保存')");
        await office.ClickAsync("#next button:has-text('送校领导审定')");
        await Assertions.Expect(office.Locator("h1")).ToContainTextAsync("校领导审定");

        var chief = await SignInAsync("chief");
        await chief.GotoAsync(page);
        await chief.ClickAsync("#next button:has-text('审定通过')");
        await Assertions.Expect(chief.Locator("h1")).ToContainTextAsync("已审定");
        await office.GotoAsync(page);
        await office.ClickAsync("#next button:has-text('定稿并转公开')");
        await Assertions.Expect(office.Locator("h1")).ToContainTextAsync("已定稿");
        var reader = await chromium.NewPageAsync(site.Address, width: 360);
        Assert.Equal(404, (await reader.GotoAsync("/reports/2026"))!.Status);

        var edition = await site.ReleasedEditionAsync();
        await site.MoveAsync(edition, "chief", EditionVerb.Approve);
        await site.MoveAsync(edition, "secrecy", EditionVerb.Sign);
        await site.MoveAsync(edition, "office2", EditionVerb.Publish);
        await reader.GotoAsync("/reports");
        await reader.ClickAsync("text=测试大学2025—2026学年信息公开工作年度报告 >> nth=0");
        await Assertions.Expect(reader.Locator("h1")).ToContainTextAsync("测试大学2025—2026学年信息公开工作年度报告");
        await Assertions.Expect(reader.Locator("article")).ToContainTextAsync("学校主动公开信息2条");
        await Assertions.Expect(reader.Locator("[data-chart=published-category] svg")).ToBeVisibleAsync();
        Assert.DoesNotContain("98765", await reader.ContentAsync(), StringComparison.Ordinal);
        Assert.True(await reader.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth + 1"), "The report is wider than a phone.");
        Assert.Empty(await reader.ViolationsAsync());
    }

    private async Task<IPage> SignInAsync(string userName)
    {
        var page = await chromium.NewPageAsync(site.Address);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[autocomplete=username]", userName);
        await page.FillAsync("input[type=password]", Site.Password);
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**/office");
        return page;
    }
}
