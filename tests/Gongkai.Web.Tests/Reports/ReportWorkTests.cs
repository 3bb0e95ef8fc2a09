using Gongkai.Web.Platform.Paper;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Reports;
using Gongkai.Web.Tests.Records;
using Gongkai.Web.Tests.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Reports;

/// <summary>What people do around a report: comment, have checked what they type, make its PDF, correct it too early.</summary>
public sealed class ReportWorkTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_leader_comments_on_a_section_and_the_office_settles_it()
    {
        await site.ChiefAsync();
        var page = $"/office/reports/{await site.StartedReportAsync()}";
        using var chief = await site.VisitAsAsync("chief");
        await chief.OpenAsync(page);
        await chief.SubmitAsync("#measures form[action*=Comment]", ("text", ""));
        Assert.Contains("请写批注", chief.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await chief.SubmitAsync("#measures form[action*=Comment]", ("text", "请补充教学公开的做法"));

        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync(page);
        var said = office.Page.QuerySelector("#measures [data-comment]")!;
        Assert.Contains("请补充教学公开的做法", said.TextContent, StringComparison.Ordinal);
        Assert.Contains("测试chief", said.TextContent, StringComparison.Ordinal);
        await office.SubmitAsync("#measures form[action*=Settle]");
        Assert.Contains("已处理", office.Page.QuerySelector("#measures [data-comment] .tag")!.TextContent, StringComparison.Ordinal);
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync(page);
        Assert.Equal(404, (int)liaison.Status);
    }

    [Fact]
    public async Task What_is_typed_is_checked_and_not_kept()
    {
        var id = await site.StartedReportAsync();
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/reports/{id}/overview");
        var form = office.Page.QuerySelector("main form")!;
        Assert.Contains("handler=Check", form.GetAttribute("hx-post")!, StringComparison.Ordinal);
        form.SetAttribute("action", form.GetAttribute("hx-post")!);
        await office.SubmitAsync("main form", ("text", "学校主动公开信息98765条。"));
        Assert.Contains("98765", office.Page.QuerySelector("#notes")!.TextContent, StringComparison.Ordinal);

        await office.OpenAsync($"/office/reports/{id}/overview");
        form = office.Page.QuerySelector("main form")!;
        form.SetAttribute("action", form.GetAttribute("hx-post")!);
        await office.SubmitAsync("main form", ("text", "写到一半的字段{{publ"));
        Assert.Contains("双花括号", office.Page.QuerySelector("#notes")!.TextContent, StringComparison.Ordinal);
        await office.OpenAsync($"/office/reports/{id}/overview");
        Assert.DoesNotContain("写到一半", office.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_waits_for_the_record_under_review_and_the_PDF_is_public_with_it()
    {
        await site.ChiefAsync();
        var id = await site.StartedReportAsync();
        var page = $"/office/reports/{id}";
        foreach (var (who, verb) in new[] { ("office", ReportVerb.Gather), ("office", ReportVerb.Present), ("chief", ReportVerb.Approve), ("office", ReportVerb.Release) })
        {
            await site.MoveReportAsync(id, who, verb);
        }

        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync(page);
        Assert.Equal(OfficialPaper.MakesPdf, office.Page.QuerySelector("#pdf") is not null);
        if (OfficialPaper.MakesPdf)
        {
            await office.SubmitAsync("#pdf");
            Assert.Null(office.Page.QuerySelector("#pdf"));
        }

        var by = await site.ActorAsync("office");
        var year = (await site.WithAsync(give => give.GetRequiredService<ReportDesk>().OpenAsync(by, id))).ToOn.Year;
        using var stranger = site.Visit();
        await stranger.OpenAsync($"/reports/{year}/annual-report.pdf");
        Assert.Equal(404, (int)stranger.Status);

        foreach (var (who, verb) in new[] { ("office", ReportVerb.Correct), ("office", ReportVerb.Present), ("chief", ReportVerb.Approve) })
        {
            await site.MoveReportAsync(id, who, verb, "测试：更正");
        }

        await office.OpenAsync(page);
        await office.SubmitAsync("form:has(input[name=verb][value=Release])");
        Assert.Equal(409, (int)office.Status);
        Assert.Contains("还在审核途中", office.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        var edition = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<ReportRelease>().Where(r => r.ReportId == id).Select(r => r.EditionId).SingleAsync());
        await site.MoveAsync(edition, "chief", EditionVerb.Approve);
        await site.MoveAsync(edition, "secrecy", EditionVerb.Sign);
        await site.MoveAsync(edition, "office2", EditionVerb.Publish);
        await stranger.OpenAsync($"/reports/{year}");
        Assert.Equal(OfficialPaper.MakesPdf, stranger.Page.QuerySelector("a[href$='annual-report.pdf']") is not null);
        if (OfficialPaper.MakesPdf)
        {
            Assert.StartsWith("%PDF-", await stranger.Client.GetStringAsync($"/reports/{year}/annual-report.pdf"), StringComparison.Ordinal);
        }
    }
}
