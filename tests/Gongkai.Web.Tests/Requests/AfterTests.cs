using System.Net;
using Gongkai.Web.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>What comes after the answer, and what several ask for.</summary>
public sealed class AfterTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_remedy_is_noted_ended_and_counted()
    {
        var id = await site.StandingAsync(RequestStatus.Answered, "被申诉的答复");
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/requests/{id}");
        await office.SubmitAsync("form[action$='handler=Remedy']", ("kind", "Reconsideration"), ("body", "省教育厅"));
        await office.SubmitAsync("form[action$='handler=RemedyEnd']", ("result", "Corrected"), ("note", "重新答复"));

        Assert.Contains("结果纠正", office.Text, StringComparison.Ordinal);
        var section = await site.WithAsync(give => give.GetRequiredService<RequestStatistics>().SectionAsync(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)));
        Assert.Equal(1, section.Remedies[(RemedyKind.Reconsideration, RemedyResult.Corrected)]);
    }

    [Fact]
    public async Task What_two_people_ask_for_is_shown_beside_each_other_and_opened_as_a_record_with_one_click()
    {
        await site.ReceivedAsync("学生食堂招标评分明细表", f => f with { Applicant = f.Applicant with { Name = "另一人", DocumentNumber = "OTHER-1" } });
        var id = await site.StandingAsync(RequestStatus.Answered, "学生食堂招标评分明细");
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/requests/{id}");
        Assert.Contains("学生食堂招标评分明细表", office.Text, StringComparison.Ordinal);

        await office.SubmitAsync("form[action$='handler=Record']");

        Assert.StartsWith("/office/editions/", office.Path, StringComparison.Ordinal);
        Assert.Equal("学生食堂招标评分明细", office.Page.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.NotNull((await site.CaseAsync(id)).RecordId);
        await office.OpenAsync($"/office/requests/{id}");
        Assert.Null(office.Page.QuerySelector("form[action$='handler=Record']"));
    }

    [Fact]
    public async Task An_applicant_takes_a_request_back_rates_it_and_cannot_take_back_what_is_approved()
    {
        var receipt = await site.ReceivedAsync("要撤回的申请");
        using var asker = site.Visit();
        await asker.OpenCaseAsync(receipt.Number, receipt.Code);
        await asker.SubmitAsync("form[action*=Withdraw]");
        Assert.Contains("申请已撤回", asker.Text, StringComparison.Ordinal);
        Assert.Equal("3.6.3", (await site.CaseAsync(receipt.Id)).Outcome);

        await asker.SubmitAsync("form[action*=Rate]", ("rating", "4"), ("text", "很快"));
        Assert.Contains("评分 4 / 5", asker.Text, StringComparison.Ordinal);

        var approved = await site.StandingAsync(RequestStatus.Approved);
        await Assert.ThrowsAsync<Platform.Storage.ConflictException>(() => site.WithAsync(give => give.GetRequiredService<RequestDesk>().WithdrawAsync(approved)));
    }

    [Fact]
    public async Task The_schools_choice_of_rule_needs_its_document_and_is_kept_for_all_to_see()
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/requests/settings");
        await office.SubmitAsync("main form", ("Input.RuleId", RequestPolicy.RegulationsRule), ("Input.Source", ""));
        Assert.Equal(HttpStatusCode.BadRequest, office.Status);
        Assert.Contains("请写明依据的学校文件", office.Text, StringComparison.Ordinal);

        await office.SubmitAsync("main form", ("Input.Source", "校办〔2026〕9号"));

        Assert.Contains("校办〔2026〕9号", office.Page.QuerySelector(".lines")!.TextContent, StringComparison.Ordinal);
        using var reader = site.Visit();
        await reader.OpenAsync("/requests");
        Assert.Contains("学校在 20 个工作日内答复", reader.Text, StringComparison.Ordinal);
        await site.ChooseAsync(new RequestPolicy());
    }

    [Fact]
    public async Task A_unit_that_took_a_letter_hands_it_to_the_one_register_and_sees_no_more_than_the_matter()
    {
        using var unit = await site.VisitAsAsync("liaison");
        await unit.OpenAsync("/office/requests/new");
        await unit.SubmitAsync("main form", ("Input.Channel", "Counter"), ("Input.Applicant.Name", "到访人"), ("Input.Applicant.Telephone", "0999-5550009"), ("Input.Matter", "学院收到的申请"), ("Input.Description", "学院当面收到的申请的内容"));
        Assert.Contains("已登记", unit.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        await unit.OpenAsync("/office/requests");
        await unit.OpenAsync(unit.Page.QuerySelectorAll("#queue tbody tr").First(r => r.TextContent.Contains("学院收到的申请", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("学院收到的申请", unit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("到访", unit.Text, StringComparison.Ordinal);
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/requests");
        Assert.Contains("学院收到的申请", office.Text, StringComparison.Ordinal);
    }
}
