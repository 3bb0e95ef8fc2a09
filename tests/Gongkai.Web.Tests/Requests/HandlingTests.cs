using Gongkai.Web.Audit;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Requests;
using Gongkai.Web.Requests.Office;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>A case from registration to the closed file, and what stops it.</summary>
public sealed class HandlingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_case_with_clarification_units_third_party_and_partial_release_is_answered_with_a_letter()
    {
        var receipt = await site.ReceivedAsync("体育馆合作协议");
        var id = receipt.Id;
        using var asker = site.Visit();
        await site.DoAsync(id, "office", RequestVerb.AskClarification, new MoveForm { Text = "请写明是哪一份协议" });
        site.Time.Advance(TimeSpan.FromDays(2));
        await asker.OpenCaseAsync(receipt.Number, receipt.Code);
        Assert.Contains("请写明是哪一份协议", asker.Text, StringComparison.Ordinal);
        Assert.Contains("期限暂停", asker.Text, StringComparison.Ordinal);
        await asker.SubmitAsync("form[action*=Clarify]", ("text", "2025年与某公司签订的体育馆合作协议"));
        Assert.Contains("还有 15 个工作日", asker.Text, StringComparison.Ordinal);

        await site.DoAsync(id, "office", RequestVerb.Assign, new MoveForm { Unit = site.Units["教务处"].Id, Text = "请提供协议文本" });
        await site.AnswerPartAsync(id);
        await site.DoAsync(id, "office", RequestVerb.Consult, new MoveForm { Name = "某体育公司，测试市", Text = "是否同意公开协议价款" });
        Assert.Equal(RequestStatus.Consulting, (await site.CaseAsync(id)).Status);
        await site.DoAsync(id, "office", RequestVerb.Hear, new MoveForm { View = ThirdPartyView.Refuses, Text = "价款属于商业秘密" });
        Assert.Equal(RequestStatus.Assigned, (await site.CaseAsync(id)).Status);
        await site.DoAsync(id, "office", RequestVerb.Draft, new MoveForm { Reason = "3.2-parted", Facts = "协议可以区分处理", Text = "公开协议正文", TakenOut = "价款：涉及第三方商业秘密" });
        await site.DoAsync(id, "secrecy", RequestVerb.Screen);
        await site.DoAsync(id, "office2", RequestVerb.Approve);
        await site.DoAsync(id, "office", RequestVerb.Answer);

        await asker.OpenAsync("/requests/case");
        Assert.Contains("公开协议正文", asker.Text, StringComparison.Ordinal);
        Assert.Contains("价款：涉及第三方商业秘密", asker.Text, StringComparison.Ordinal);
        Assert.Contains("六十日内", asker.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("请提供协议文本", asker.Text, StringComparison.Ordinal);

        var done = await site.CaseAsync(id);
        Assert.Equal(("3.2", RequestStatus.Answered), (done.Outcome, done.Status));
        var letter = await site.WithAsync(give => Task.FromResult(give.GetRequiredService<LetterDesk>().TextOf(done.Letters.First(l => l.Kind == LetterKind.Partial))!));
        Assert.Contains(R.Person, letter.Body, StringComparison.Ordinal);
        Assert.Contains("第十八条第（四）项", letter.Body, StringComparison.Ordinal);
        Assert.Contains("申诉、举报", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("{", letter.Body, StringComparison.Ordinal);

        var docx = await asker.Client.GetByteArrayAsync($"/requests/letters/{done.Letters.First(l => l.Kind == LetterKind.Partial).Id}/docx");
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(docx), false);
        Assert.Contains("价款：涉及第三方商业秘密", word.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(word));
    }

    [Theory]
    [InlineData("3.4.1-none", "检索记录")]
    [InlineData("3.3.4-privacy", "第三方意见")]
    [InlineData("3.3.4-trade-secret", "第三方意见")]
    [InlineData("3.2-parted", "去掉了什么")]
    [InlineData("3.4.3-unclear", "补正")]
    [InlineData("3.5.2-repeat", "同一申请人")]
    public async Task A_reason_that_needs_proof_is_refused_without_it(string reason, string said)
    {
        var id = (await site.ReceivedAsync($"缺依据的{reason}", f => f with { Applicant = f.Applicant with { DocumentNumber = $"ONLY-{reason}" } })).Id;
        await site.DoAsync(id, "office", RequestVerb.Accept);
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/requests/{id}");

        await office.SubmitAsync("form:has(input[value=Draft])", ("Input.Reason", reason), ("Input.Facts", "查明的事实"), ("Input.Text", "答复的内容"));

        Assert.Contains(said, office.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("答复的内容", office.Page.QuerySelector("#answer")!.TextContent.Trim());
        Assert.Equal(RequestStatus.Accepted, (await site.CaseAsync(id)).Status);
    }

    [Fact]
    public async Task That_something_does_not_exist_can_be_said_after_a_search()
    {
        var id = await site.StandingAsync(RequestStatus.Accepted, "不存在的文件");
        await site.SearchAsync(id);

        await site.DoAsync(id, "office", RequestVerb.Draft, new MoveForm { Reason = "3.4.1-none", Facts = "经检索没有找到", Text = "该信息不存在" });

        Assert.Equal("3.4.1", (await site.CaseAsync(id)).Outcome);
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote_and_two_who_decide_at_once_are_told_who_was_first()
    {
        var id = await site.StandingAsync(RequestStatus.Screened, "两人同时批准");
        await Assert.ThrowsAsync<RefusedException>(() => site.DoAsync(id, "office", RequestVerb.Approve));
        using var second = await site.VisitAsAsync("office2");
        await second.OpenAsync($"/office/requests/{id}");
        await site.ChiefAsync();
        await site.DoAsync(id, "chief", RequestVerb.Approve);

        await second.SubmitAsync("form:has(input[value=Approve])");

        Assert.Equal(System.Net.HttpStatusCode.Conflict, second.Status);
        Assert.Contains("测试chief已先办理", second.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await site.CaseAsync(id)).Steps, s => s.Verb == RequestVerb.Approve);
    }

    [Fact]
    public async Task The_usual_rule_knows_no_extension_and_the_other_extends_once()
    {
        await site.ChiefAsync();
        var usual = await site.StandingAsync(RequestStatus.Accepted, "按办法办理");
        var refused = await Assert.ThrowsAsync<ProblemException>(() => site.DoAsync(usual, "chief", RequestVerb.Extend));
        Assert.Equal("cases.clock-NoExtension", refused.Code);

        await site.ChooseAsync(new RequestPolicy { RuleId = RequestPolicy.RegulationsRule, Source = "校办〔2026〕3号" });
        var other = await site.StandingAsync(RequestStatus.Accepted, "按条例办理");
        var before = (await site.CaseAsync(other)).Clock.DueOn;
        await site.DoAsync(other, "chief", RequestVerb.Extend, new MoveForm { Text = "需要征求多方意见", Number = 20 });
        var after = await site.CaseAsync(other);
        Assert.True(after.Clock.DueOn > before.AddDays(20));
        Assert.Contains(after.Letters, l => l.Kind == LetterKind.Extension);
        await Assert.ThrowsAsync<ProblemException>(() => site.DoAsync(other, "chief", RequestVerb.Extend, new MoveForm { Text = "再延", Number = 1 }));
        Assert.Equal(RequestPolicy.UsualRule, (await site.CaseAsync(usual)).Clock.RuleId);
        await site.ChooseAsync(new RequestPolicy());
    }

    [Fact]
    public async Task A_draft_with_personal_data_is_held_until_the_reviewer_lets_it_pass()
    {
        var id = await site.StandingAsync(RequestStatus.Accepted, "含有手机号的答复");
        await site.DoAsync(id, "office", RequestVerb.Draft, new MoveForm { Reason = "3.1-given", Facts = "已查明", Text = "请联系负责人，手机号码：13800138000，身份证号11010519491231002X。" });

        var held = await Assert.ThrowsAsync<ProblemException>(() => site.DoAsync(id, "secrecy", RequestVerb.Screen));
        Assert.Equal("requests.held", held.Code);
        var secrecy = await site.ActorAsync("secrecy");
        await site.WithAsync(give => give.GetRequiredService<DecisionDesk>().ReleaseAsync(secrecy, id, id, "号码是已公开的办公示例"));
        await site.DoAsync(id, "secrecy", RequestVerb.Screen);

        Assert.Equal(RequestStatus.Screened, (await site.CaseAsync(id)).Status);
    }

    [Fact]
    public async Task A_letter_with_an_unfilled_field_cannot_be_sent()
    {
        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<LetterDesk>().SetTemplateAsync(office, LetterKind.Disclosed, "答复书", "{applicant}：{facts}，依据{ground}，{answer}。交{fee}元。{superior}"));
        var id = await site.StandingAsync(RequestStatus.Accepted, "模板缺字段");

        var unfilled = await Assert.ThrowsAsync<ProblemException>(() => site.DoAsync(id, "office", RequestVerb.Draft));
        Assert.Equal("requests.letter-unfilled", unfilled.Code);
        var unknown = await Assert.ThrowsAsync<ProblemException>(() => site.WithAsync(give => give.GetRequiredService<LetterDesk>().SetTemplateAsync(office, LetterKind.Disclosed, "答复书", "{nobody}")));
        Assert.Equal("requests.field-unknown", unknown.Code);
        await site.WithAsync(give => give.GetRequiredService<LetterDesk>().SetTemplateAsync(office, LetterKind.Disclosed, "", ""));

        await site.DoAsync(id, "office", RequestVerb.Draft);
        Assert.Equal(RequestStatus.Drafted, (await site.CaseAsync(id)).Status);
    }

    [Fact]
    public async Task What_is_killed_between_answer_and_mail_still_mails()
    {
        var id = await site.StandingAsync(RequestStatus.Approved, "答复后进程被杀");
        await site.DoAsync(id, "office", RequestVerb.Answer);
        var written = await Answers();

        await site.StopAsync();
        await site.StartAsync();

        Assert.Equal(written, await Answers());
        Assert.NotEmpty(written);

        async Task<List<Guid>> Answers()
        {
            var seal = site.Services.GetRequiredService<MailSeal>();
            var mails = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<OutboxMail>().AsNoTracking().Where(m => m.IsSealed && m.SentAt == null).OrderBy(m => m.Id).ToListAsync());
            var number = (await site.CaseAsync(id)).Number;
            return [.. mails.Where(m => m.Subject.Contains(number, StringComparison.Ordinal) && seal.Opened(m).Body.Contains("已答复", StringComparison.Ordinal)).Select(m => m.Id)];
        }
    }

    [Fact]
    public async Task A_unit_sees_the_matter_and_its_part_and_never_the_person()
    {
        var id = await site.StandingAsync(RequestStatus.Assigned, "单位只见事项");
        using var unit = await site.VisitAsAsync("liaison");
        await unit.OpenAsync($"/office/requests/{id}");
        Assert.Contains("单位只见事项", unit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("甄", unit.Text, StringComparison.Ordinal);
        using var stranger = await site.VisitAsAsync("stranger");
        await stranger.OpenAsync($"/office/requests/{id}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, stranger.Status);

        using var supervisor = await site.VisitAsAsync("supervisor");
        await supervisor.OpenAsync($"/office/requests/{id}");
        Assert.Contains("甄＊＊＊", supervisor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(R.Person, supervisor.Text, StringComparison.Ordinal);
        Assert.Null(supervisor.Page.QuerySelector("form[action*=Person]"));

        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/requests/{id}");
        Assert.DoesNotContain(R.Person, office.Text, StringComparison.Ordinal);
        await office.SubmitAsync("form[action*=Person]");
        Assert.Contains(R.Person, office.Text, StringComparison.Ordinal);
        Assert.True(await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<AuditEntry>().AnyAsync(a => a.Act == "requests.person-read" && a.SubjectId == id && a.ByName == "测试office")));
    }

    [Fact]
    public async Task Reminders_go_out_at_half_time_three_days_one_day_and_overdue_once_each()
    {
        await site.ChiefAsync();
        var id = await site.StandingAsync(RequestStatus.Accepted, "需要提醒的申请");
        var due = (await site.CaseAsync(id)).Clock.DueOn;
        var codes = new List<string>();
        for (var day = DateOnly.FromDateTime(site.Time.GetUtcNow().AddHours(8).DateTime); day <= due.AddDays(3); day = day.AddDays(1))
        {
            await site.WithAsync(give => give.GetRequiredService<RequestReminders>().RemindAsync());
            await site.WithAsync(give => give.GetRequiredService<RequestReminders>().RemindAsync());
            site.Time.Advance(TimeSpan.FromDays(1));
        }

        var office = (await site.ActorAsync("office")).Id;
        var chief = (await site.ActorAsync("chief")).Id;
        var told = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Notice>().AsNoTracking().Where(n => n.About.Contains("需要提醒的申请")).OrderBy(n => n.At).ToListAsync());
        codes.AddRange(told.Where(n => n.PersonId == office && n.Code != "notices.request-new").Select(n => n.Code));

        Assert.Equal(["notices.request-half", "notices.request-three-days", "notices.request-one-day", "notices.request-overdue"], codes);
        Assert.Equal(["notices.request-overdue"], told.Where(n => n.PersonId == chief).Select(n => n.Code));
    }
}
