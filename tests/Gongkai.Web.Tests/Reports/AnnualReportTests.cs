using System.IO.Compression;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Web.Figures;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Reports;
using Gongkai.Web.Requests;
using Gongkai.Web.Tests.Records;
using Gongkai.Web.Tests.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Reports;

/// <summary>An annual report from the button to the public page, its figures, its checks and what is refused.</summary>
public sealed class AnnualReportTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_report_goes_from_the_button_to_the_public_page_and_every_figure_opens_its_rows()
    {
        await site.PublishedAsync("关于教学安排的通知");
        await site.PublishedAsync("关于选课的通知", f => f with { ProducedOn = new DateOnly(2025, 12, 1), Items = [site.Items[1].LineageId] });
        await site.StandingAsync(RequestStatus.Answered, "已经答复的申请");
        await site.ReceivedAsync("还在办理的申请");
        await site.ReceivedAsync("信函寄来的申请", f => f with { Channel = RequestChannel.Email, ReceivedOn = new DateOnly(2026, 3, 3) }, "office");
        await site.ChiefAsync();
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/reports");
        await office.SubmitAsync("main form", ("from", "2025-09-01"), ("to", "2026-08-31"));
        var page = office.Path.Split('?', '#')[0];
        Assert.Contains("测试大学2025—2026学年信息公开工作年度报告", office.Text, StringComparison.Ordinal);
        Assert.Empty(office.Page.QuerySelectorAll("#checks .Error + div").Select(c => c.TextContent));

        await WalkAsync(office, "a[data-figure]");

        // An error planted by hand is caught before approval.
        var report = Guid.Parse(page.Split('/')[^1]);
        await office.OpenAsync($"{page}/overview");
        var before = office.Page.QuerySelector("textarea")!.TextContent;
        await office.SubmitAsync("main form", ("text", before + "\n学校主动公开信息98765条。"));
        await office.OpenAsync(page);
        Assert.Contains("conflicting-figure", office.Page.QuerySelector("#checks")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("98765", office.Page.QuerySelector("#checks")!.TextContent, StringComparison.Ordinal);
        await MoveAsync(office, page, ReportVerb.Gather);
        await MoveAsync(office, page, ReportVerb.Present);
        Assert.Contains("处错误", office.Text, StringComparison.Ordinal);
        await office.OpenAsync($"{page}/overview");
        await office.SubmitAsync("main form", ("text", before));
        await MoveAsync(office, page, ReportVerb.Present);

        using var stranger = site.Visit();
        await stranger.OpenAsync("/reports/2026");
        Assert.Equal(404, (int)stranger.Status);
        await stranger.OpenAsync("/reports/2026/figures.csv");
        Assert.Equal(404, (int)stranger.Status);

        using var chief = await site.VisitAsAsync("chief");
        await MoveAsync(chief, page, ReportVerb.Approve);
        await MoveAsync(office, page, ReportVerb.Release);
        var release = await ReleaseAsync(report);
        await stranger.OpenAsync("/reports/2026");
        Assert.Equal(404, (int)stranger.Status);

        await site.MoveAsync(release.EditionId, "chief", EditionVerb.Approve);
        await site.MoveAsync(release.EditionId, "secrecy", EditionVerb.Sign);
        await site.MoveAsync(release.EditionId, "office2", EditionVerb.Publish);
        await stranger.OpenAsync("/reports/2026");
        Assert.Contains("测试大学2025—2026学年信息公开工作年度报告", stranger.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, stranger.Page.QuerySelectorAll("nav[aria-label] ul li a[href^='#']").Length);
        Assert.DoesNotContain(R.Person, stranger.Text, StringComparison.Ordinal);
        Assert.Equal(2, stranger.Page.QuerySelectorAll("[data-chart=published-category] svg title, [data-chart=published-month] svg title").Length);

        await WalkAsync(stranger, "a[data-figure]");
        await stranger.OpenAsync("/reports/2026/figures/requests-received");
        Assert.Contains("不公开", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已经答复的申请", stranger.Text, StringComparison.Ordinal);
        await stranger.OpenAsync("/reports/2026/figures/published?axis=unit&value=not-in-the-report");
        Assert.Equal(404, (int)stranger.Status);
        await stranger.OpenAsync("/reports/2026/figures/revised");
        Assert.Contains("与定稿时统计的内容一致", stranger.Text, StringComparison.Ordinal);
        await stranger.OpenAsync("/reports/2026/figures/published");
        Assert.Contains("关于教学安排的通知", stranger.Page.QuerySelector("[data-rows]")!.TextContent, StringComparison.Ordinal);

        // Frozen: what is published later changes nothing.
        var frozen = release.Figures.Single(f => f.Code == "published").Value;
        await site.PublishedAsync("定稿以后公开的通知");
        await stranger.OpenAsync("/reports/2026/figures.json");
        await stranger.OpenAsync("/reports/2026/figures/published");
        Assert.Contains("不完全相同", stranger.Text, StringComparison.Ordinal);
        Assert.Equal(FigureValue.Print(frozen!.Value), stranger.Page.QuerySelector("[data-value]")!.TextContent);
        using var json = JsonDocument.Parse(await stranger.Client.GetStringAsync("/reports/2026/figures.json"));
        Assert.Equal(frozen, json.RootElement.GetProperty("figures").EnumerateArray().First(f => f.GetProperty("code").GetString() == "published").GetProperty("value").GetDecimal());
        await FilesAsync(stranger);
    }

    [Fact]
    public async Task A_correction_is_public_once_its_record_is_and_goes_with_it()
    {
        await site.ChiefAsync();
        var id = await site.StartedReportAsync();
        await site.MoveReportAsync(id, "office", ReportVerb.Gather);
        await site.PublishReportAsync(id);
        var office = await site.ActorAsync("office");
        var report = await site.WithAsync(give => give.GetRequiredService<ReportDesk>().OpenAsync(office, id));
        var address = $"/reports/{report.ToOn.Year}";
        using var stranger = site.Visit();

        await Assert.ThrowsAsync<ProblemException>(() => site.MoveReportAsync(id, "office", ReportVerb.Correct));
        await site.MoveReportAsync(id, "office", ReportVerb.Correct, "测试：更正第七部分");
        await site.WithAsync(give => give.GetRequiredService<ReportDesk>().WriteAsync(office, id, "other", report.Sections.Single(s => s.Key == "other").Number, "测试：这是更正后的其他事项。"));
        await stranger.OpenAsync(address);
        Assert.DoesNotContain("更正", stranger.Text, StringComparison.Ordinal);
        await site.PublishReportAsync(id);

        await stranger.OpenAsync(address);
        Assert.Contains("测试：更正第七部分", stranger.Page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("测试：这是更正后的其他事项。", stranger.Page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await stranger.Client.GetStringAsync($"{address}/figures.json"));
        Assert.Equal(2, json.RootElement.GetProperty("release").GetInt32());
        Assert.Equal([1, 2], await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<ReportRelease>().Where(r => r.ReportId == id).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync()));

        var record = (await site.WithAsync(give => give.GetRequiredService<ReportDesk>().OpenAsync(office, id))).RecordId!.Value;
        await site.WithAsync(give => give.GetRequiredService<EndingDesk>().WithdrawAsync(office, record, "测试：撤回"));
        foreach (var gone in new[] { address, $"{address}/annual-report.docx", $"{address}/catalogue.xlsx", $"{address}/figures.csv", $"{address}/figures.json", $"{address}/figures/published", $"{address}/package.zip" })
        {
            await stranger.OpenAsync(gone);
            Assert.True((int)stranger.Status == 404, gone);
            Assert.DoesNotContain("更正后的其他事项", stranger.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Addresses_in_the_text_are_tried_and_a_year_without_holidays_is_named()
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/reports");
        await office.SubmitAsync("main form", ("from", "2026-09-01"), ("to", "2027-08-31"));
        var page = office.Path.Split('?', '#')[0];
        Assert.Contains("2027 年的放假安排尚未载入", office.Page.QuerySelector("#checks")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("项本期没有公开信息", office.Page.QuerySelector("#checks")!.TextContent, StringComparison.Ordinal);

        using var neighbour = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        neighbour.Start();
        var inside = $"http://{neighbour.LocalEndpoint}/";
        await office.OpenAsync($"{page}/other");
        await office.SubmitAsync("main form", ("text", $"测试：见{site.Address}catalogue，另见{site.Address}no-such-page。再见{inside}和http://no-such-host.invalid/a。"));
        Assert.Contains("正文中有 4 个网址还没有尝试", office.Page.QuerySelector("#checks")!.TextContent, StringComparison.Ordinal);
        await office.SubmitAsync("#checks form[action*=Links]");

        var said = office.Page.QuerySelectorAll("#checks li").Select(li => li.TextContent).Where(t => t.Contains("link-", StringComparison.Ordinal)).ToList();
        Assert.True(said.Count == 3, office.Page.QuerySelector("#checks")!.TextContent);
        Assert.Contains(said, t => t.Contains("服务器回应 404", StringComparison.Ordinal) && t.Contains($"{site.Address}no-such-page", StringComparison.Ordinal));
        Assert.Contains(said, t => t.Contains("指向本机", StringComparison.Ordinal) && t.Contains(inside, StringComparison.Ordinal));
        Assert.Contains(said, t => t.Contains("没有回应", StringComparison.Ordinal) && t.Contains("no-such-host.invalid/a", StringComparison.Ordinal));
        Assert.False(neighbour.Pending());
    }

    [Fact]
    public async Task A_unit_is_not_asked_without_a_task()
    {
        var id = await site.StartedReportAsync();

        var refused = await Assert.ThrowsAsync<ProblemException>(() => site.MoveReportAsync(id, "office", ReportVerb.Ask));

        Assert.Equal("reports.task-missing", refused.Code);
        var office = await site.ActorAsync("office");
        Assert.Equal(ReportStatus.Draft, (await site.WithAsync(give => give.GetRequiredService<ReportDesk>().OpenAsync(office, id))).Status);
    }

    [Fact]
    public async Task Two_people_in_one_section_lose_nothing()
    {
        var id = await site.StartedReportAsync();
        using var one = await site.VisitAsAsync("office");
        using var two = await site.VisitAsAsync("office2");
        await one.OpenAsync($"/office/reports/{id}/other");
        await two.OpenAsync($"/office/reports/{id}/other");
        await one.SubmitAsync("main form", ("text", "第一个人写的其他事项。"));
        await two.SubmitAsync("main form", ("text", "第二个人写的其他事项。"));

        Assert.Equal(409, (int)two.Status);
        Assert.Contains("测试office 已先保存", two.Text, StringComparison.Ordinal);
        Assert.Equal("第二个人写的其他事项。", two.Page.QuerySelector("textarea")!.TextContent.Trim());
        await two.OpenAsync($"/office/reports/{id}/other");
        Assert.Contains("第一个人写的其他事项。", two.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第二个人写的其他事项。", two.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{no-such-figure}}", "没有字段“no-such-figure”")]
    [InlineData("{{table published by channel}}", "没有字段")]
    [InlineData("{{some published}}有", "没有与之配对")]
    [InlineData("有{{end}}", "没有与之配对")]
    [InlineData("{{published", "双花括号")]
    public async Task A_template_with_a_wrong_field_is_refused_with_a_word_and_keeps_what_was_typed(string text, string said)
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/reports/template");
        await office.SubmitAsync("form#other", ("text", text));

        Assert.Contains(said, office.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, office.Page.QuerySelector("#text-other")!.TextContent);
    }

    [Theory]
    [InlineData("信箱来信,许多,统计表,", "不是数字")]
    [InlineData("信箱来信,-3,统计表,", "不能是负数")]
    [InlineData("信箱来信,3,,", "写明“信箱来信”的来源")]
    [InlineData("信箱来信,3,统计表,2025-09\n信箱来信,4,统计表,2025年9月", "出现两次")]
    [InlineData("信箱来信,3,统计表,2024-01", "不在统计期间内")]
    [InlineData("主动公开信息,3,统计表,", "由系统统计")]
    [InlineData("没有的数据,3,统计表,", "没有名为")]
    public async Task A_figure_file_with_something_wrong_says_which_line_and_takes_nothing_in(string lines, string said)
    {
        // Nothing is taken in, so that every case may use one period; no report is ever made for it.
        var (first, last) = ("1999-09-01", "2000-08-31");
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/figures?from={(said.Contains("期间", StringComparison.Ordinal) || lines.Contains('-', StringComparison.Ordinal) ? "2025-09-01" : first)}&to={(lines.Contains('-', StringComparison.Ordinal) ? "2026-08-31" : last)}");
        await office.SubmitAsync("form#import", [("file", "数据.csv", Encoding.UTF8.GetBytes($"数据项,数值,来源,月份\n信箱来信,1,统计表,2025-10\n{lines}\n"))]);

        Assert.Contains(said, office.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<HandFigure>().Where(h => h.Code == "letters-received").ToListAsync()));
    }

    [Fact]
    public async Task A_figure_entered_by_hand_says_who_where_from_and_why_and_keeps_what_it_was()
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/figures/wechat-followers?from=2025-09-01&to=2026-08-31");
        await office.SubmitAsync("form#enter", ("number", "１２,３４５"), ("source", "平台导出表"));
        Assert.Equal("12345", office.Page.QuerySelector("[data-value]")!.TextContent);
        await office.SubmitAsync("form#enter", ("number", "12346"), ("source", "平台导出表"), ("reason", ""));
        Assert.Contains("说明更改的原因", office.Text, StringComparison.Ordinal);
        await office.SubmitAsync("form#enter", ("number", "12346"), ("source", "平台导出表"), ("reason", "更正抄写错误"));
        Assert.Equal("12346", office.Page.QuerySelector("[data-value]")!.TextContent);
        Assert.Contains("更正抄写错误", office.Text, StringComparison.Ordinal);
        Assert.Contains("12345", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_asked_told_and_answers_and_one_that_does_not_is_named()
    {
        var id = await site.StartedReportAsync();
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/reports/{id}");
        await office.SubmitAsync("#parts form", ("unit", $"{site.Units["教务处"].Id}"), ("key", "measures"), ("task", "请提供教学公开的做法"), ("due", "2027-10-10"));
        Assert.Contains("尚未供稿", office.Page.QuerySelector("#checks")!.TextContent, StringComparison.Ordinal);

        using var stranger = await site.VisitAsAsync("stranger");
        await stranger.OpenAsync("/office/reports/parts");
        Assert.DoesNotContain("请提供教学公开的做法", stranger.Text, StringComparison.Ordinal);
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync("/office/notices");
        Assert.Contains("请为年度报告供稿：请提供教学公开的做法", liaison.Text, StringComparison.Ordinal);
        await liaison.OpenAsync("/office/reports/parts");
        var link = liaison.Page.QuerySelectorAll("main a").First(a => a.TextContent == "请提供教学公开的做法").GetAttribute("href")!;
        await stranger.OpenAsync(link);
        Assert.Equal(404, (int)stranger.Status);
        await liaison.OpenAsync(link);
        await liaison.SubmitAsync("main form", ("text", "教务处按月公开教学安排。"));
        await office.OpenAsync($"/office/reports/{id}");
        Assert.Contains("教务处按月公开教学安排。", office.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("尚未供稿", office.Page.QuerySelector("#checks")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_of_no_data_still_composes_and_reads_differently()
    {
        var id = await site.StartedReportAsync();
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/reports/{id}");

        Assert.Contains("本学年未收到信息公开申请。", office.Text, StringComparison.Ordinal);
        Assert.Contains("主动公开信息0条", office.Text, StringComparison.Ordinal);
        Assert.Contains("due-passed", office.Page.QuerySelector("#checks")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_does_what_is_not_theirs_in_any_state()
    {
        var (id, chief) = (await site.StartedReportAsync(), site.ChiefAsync());
        await chief;
        foreach (var who in new[] { "supervisor", "secrecy", "liaison", "head", "reader", "system", "security", "audit", "stranger" })
        {
            var actor = await site.ActorAsync(who);
            foreach (var verb in Enum.GetValues<ReportVerb>())
            {
                var error = await Xunit.Record.ExceptionAsync(() => site.WithAsync(give => give.GetRequiredService<ReleaseDesk>().MoveAsync(actor, id, 0, verb, "原因", "http://test.example")));
                Assert.True(error is NotFoundException or RefusedException or ConflictException, $"{who} {verb}: {error}");
            }

            await Assert.ThrowsAnyAsync<Exception>(() => site.WithAsync(give => give.GetRequiredService<ReportDesk>().WriteAsync(actor, id, "other", 0, "越权")));
        }

        var office = site.Units["学校办公室"].Id;
        var (by, leader) = (await site.ActorAsync("office"), await site.ActorAsync("chief"));
        var report = new AnnualReport();
        Assert.Equal([ReportVerb.Return, ReportVerb.Approve], Enum.GetValues<ReportVerb>().Where(v => ReportPermits.May(leader, v, report, office)));
        Assert.DoesNotContain(ReportVerb.Approve, Enum.GetValues<ReportVerb>().Where(v => ReportPermits.May(by, v, report, office)));
        Assert.Equal(
            ["Draft: Ask, Gather", "Contributing: Ask, Gather", "Office: Ask, Present", "Leader: Return, Approve", "Approved: Return, Release", "Released: Correct"],
            Enum.GetValues<ReportStatus>().Select(s => $"{s}: {string.Join(", ", ReportLifecycle.VerbsFrom(s))}"));
    }

    // Every figure of the page that is open leads to rows whose count is the figure.
    private static async Task WalkAsync(Visitor reader, string figures)
    {
        var links = reader.Page.QuerySelectorAll(figures).Select(a => (Link: a.GetAttribute("href")!, Shown: a.TextContent.Trim())).Distinct().ToList();
        Assert.True(links.Count > 60, $"{links.Count}");
        foreach (var (link, shown) in links)
        {
            await reader.OpenAsync(link);
            Assert.True(shown == reader.Page.QuerySelector("[data-value]")!.TextContent, link);
            if (reader.Page.QuerySelector("[data-rows]") is not { } rows)
            {
                Assert.True(link.StartsWith("/reports/", StringComparison.Ordinal) && reader.Text.Contains(link.Contains("axis", StringComparison.Ordinal) ? "统计的内容涉及个人" : $"统计的 {shown} 行涉及个人", StringComparison.Ordinal), link);
                continue;
            }

            Assert.True(reader.Page.QuerySelectorAll("[data-row]").Length == int.Parse(rows.GetAttribute("data-rows")!, System.Globalization.CultureInfo.InvariantCulture), link);

            // The year of the test is not over: its report is itself one more record of it, and the page says that something was added.
            if (reader.Text.Contains("不完全相同", StringComparison.Ordinal) && (link.Contains("items", StringComparison.Ordinal) || rows.TextContent.Contains("信息公开工作年度报告", StringComparison.Ordinal)))
            {
                continue;
            }

            Assert.True(link.Contains("-rate", StringComparison.Ordinal) || shown == (link.Contains("fees", StringComparison.Ordinal) ? rows.GetAttribute("data-sum") : rows.GetAttribute("data-rows")), $"{link}: {shown}");
        }
    }

    private static async Task MoveAsync(Visitor visitor, string page, ReportVerb verb)
    {
        await visitor.OpenAsync(page);
        await visitor.SubmitAsync($"form:has(input[name=verb][value={verb}])");
    }

    private Task<ReportRelease> ReleaseAsync(Guid report) => site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<ReportRelease>().AsNoTracking().FirstAsync(r => r.ReportId == report));

    private static async Task FilesAsync(Visitor stranger)
    {
        using var bytes = new MemoryStream(await stranger.Client.GetByteArrayAsync("/reports/2026/package.zip"));
        using var zip = new ZipArchive(bytes);
        Assert.Equal(["annual-report.docx", "figures.csv", "figures.json", "catalogue.xlsx", "manifest.json"], zip.Entries.Select(e => e.FullName));
        using var docx = new MemoryStream();
        await using (var part = await zip.GetEntry("annual-report.docx")!.OpenAsync())
        {
            await part.CopyToAsync(docx);
        }

        using var word = WordprocessingDocument.Open(docx, false);
        Assert.Empty(new OpenXmlValidator().Validate(word).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Equal(["按月份", "按类别"], word.MainDocumentPart!.ChartParts.Select(c => c.ChartSpace!.InnerText).Where(t => t.Contains("主动公开信息", StringComparison.Ordinal)).Select(t => t.Contains("按月份", StringComparison.Ordinal) ? "按月份" : "按类别").Order());
        Assert.Contains("清单事项公开情况表", word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(await new StreamReader(zip.GetEntry("manifest.json")!.Open()).ReadToEndAsync());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(docx.ToArray())), manifest.RootElement.GetProperty("files")[0].GetProperty("sha256").GetString());
    }
}
