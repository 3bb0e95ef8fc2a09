using System.Text;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;
using Gongkai.Web.Reports;
using Gongkai.Web.Tests.Records;
using Gongkai.Web.Tests.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Reports;

/// <summary>Figures of older reports: read, looked at by the office, and shown over the years to who may read the reports.</summary>
public sealed class ReportHistoryTests(Site site) : IClassFixture<Site>
{
    private const string Text = "测试大学2016—2017学年信息公开工作年度报告\n一、概述\n本学年学校推进信息公开工作。\n二、主动公开情况\n本学年学校主动公开信息3120条。官方微信公众号拥有粉丝31250人，本年度发布信息277条。\n三、依申请公开和不予公开情况\n本学年学校未接到信息公开申请。\n测试大学\n2017年10月20日\n";

    [Fact]
    public async Task An_imported_report_is_read_settled_by_the_office_and_public_only_with_its_record()
    {
        await site.ChiefAsync();
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/reports/import");
        await office.SubmitAsync("main form", [("files", "旧报告.txt", Encoding.UTF8.GetBytes(Text)), ("files", "更早的报告.txt", Encoding.UTF8.GetBytes(Text.Replace("2017", "2016", StringComparison.Ordinal).Replace("2016—2016", "2015—2016", StringComparison.Ordinal).Replace("3120", "2870", StringComparison.Ordinal)))], ("unit", $"{site.Units["学校办公室"].Id}"));
        await WorkAsync();

        await office.OpenAsync("/office/reports/history");
        Assert.Equal(["published 3120", "wechat-followers 31250", "wechat-posts 277", "requests-received 0"], Readings(office)[..4]);
        Assert.Equal("published 2870", Readings(office)[4]);
        Assert.Equal("3120条", office.Page.QuerySelector("[data-reading=published]")!.Closest("li")!.QuerySelector("mark")!.TextContent);
        Assert.Contains("二、主动公开情况", office.Page.QuerySelector("[data-reading=published]")!.Closest("li")!.TextContent, StringComparison.Ordinal);
        await office.OpenAsync("/office/reports/trends");
        Assert.Contains("待核对", office.Page.QuerySelector("[data-chart=trend-published]")!.TextContent, StringComparison.Ordinal);

        // A reading is left out or changed with a reason only, and what was typed is kept.
        await SettleAsync(office, "wechat-posts", "Correct", "279", "");
        Assert.Contains("写明原因", office.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("279", office.Page.QuerySelector("details[open] input[name=value]")!.GetAttribute("value"));
        await SettleAsync(office, "wechat-posts", "Correct", "２７９", "报告附件写的是279");
        await SettleAsync(office, "wechat-followers", "Drop", "", "含已注销账号");
        await SettleAsync(office, "published", "Accept", "", "");
        Assert.Contains("原读为 277", office.Page.QuerySelector("[data-reading=wechat-posts]")!.Closest("li")!.TextContent, StringComparison.Ordinal);

        using var stranger = site.Visit();
        Assert.False(await ShowsAsync(stranger, "3120"), "The record is not public yet.");
        var editions = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<HistoricFigure>().OrderBy(f => f.FirstYear).Select(f => f.EditionId).ToListAsync());
        var by = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<HistoryDesk>().AcceptAllAsync(by, editions[0]));
        foreach (var read in editions.Distinct())
        {
            await site.MoveAsync(read, "chief", EditionVerb.Approve);
            await site.MoveAsync(read, "secrecy", EditionVerb.Sign);
            await site.MoveAsync(read, "office2", EditionVerb.Publish);
        }

        Assert.True(await ShowsAsync(stranger, "3120"));
        Assert.Equal("2015-16 2870 2016-17 3120", string.Join(' ', stranger.Page.QuerySelectorAll("[data-chart=trend-published] tbody th, [data-chart=trend-published] tbody a").Select(c => c.TextContent)));
        Assert.Contains("2016-17 3120", stranger.Page.QuerySelector("[data-chart=trend-published] svg desc")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("279", stranger.Page.QuerySelector("[data-chart=trend-wechat-posts] table")!.TextContent, StringComparison.Ordinal);
        Assert.Single(stranger.Page.QuerySelectorAll("main a"), a => a.TextContent == "31250");
        var csv = await stranger.Client.GetStringAsync("/reports/trends?handler=Csv");
        Assert.Contains("published", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Split("31250").Length);

        var latest = editions[^1];
        var record = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Edition>().Where(e => e.Id == latest).Select(e => e.RecordId).SingleAsync());
        await site.WithAsync(give => give.GetRequiredService<EndingDesk>().WithdrawAsync(by, record, "测试：撤回"));
        Assert.False(await ShowsAsync(stranger, "3120"), "The record was withdrawn.");
        Assert.DoesNotContain("3120", await stranger.Client.GetStringAsync("/reports/trends?handler=Csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_office_settles_readings()
    {
        foreach (var who in new[] { "supervisor", "liaison", "secrecy", "reader" })
        {
            var by = await site.ActorAsync(who);
            var error = await Xunit.Record.ExceptionAsync(() => site.WithAsync(give => give.GetRequiredService<HistoryDesk>().AcceptAsync(by, Guid.Empty, 0)));
            Assert.IsType<RefusedException>(error);
        }
    }

    private static List<string> Readings(Visitor office) => [.. office.Page.QuerySelectorAll("[data-reading]").Select(r => $"{r.GetAttribute("data-reading")} {r.TextContent}")];

    private static async Task SettleAsync(Visitor office, string code, string act, string value, string reason)
    {
        await office.OpenAsync("/office/reports/history");
        var item = office.Page.QuerySelector($"[data-reading={code}]")!.Closest("li")!.Id;
        var form = act == "Accept" ? $"#{item} form[action*=Accept]" : $"#{item} details form";
        office.Page.QuerySelector(form)!.SetAttribute("action", $"/office/reports/history?handler={act}");
        await office.SubmitAsync(form, ("value", value), ("reason", reason));
    }

    private static async Task<bool> ShowsAsync(Visitor stranger, string number)
    {
        await stranger.OpenAsync("/reports/trends");
        return stranger.Page.QuerySelector("main")!.TextContent.Contains(number, StringComparison.Ordinal);
    }

    private Task WorkAsync() => site.WithAsync(async give =>
    {
        while (await give.GetRequiredService<WorkDesk>().WorkOnceAsync())
        {
        }
    });
}
