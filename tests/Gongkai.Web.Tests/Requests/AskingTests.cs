using System.Net;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Requests;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>Anyone asks, without an account and without scripts.</summary>
public sealed class AskingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_stranger_asks_step_by_step_and_gets_a_number_a_code_and_a_day()
    {
        using var asker = site.Visit();
        await asker.FillInAsync("图书馆改造费用", "2025年图书馆改造工程的合同金额和施工单位。");
        Assert.Contains("图书馆改造费用", asker.Text, StringComparison.Ordinal);
        Assert.Contains(R.Person, asker.Text, StringComparison.Ordinal);

        await asker.SendAsync();

        Assert.Equal("/requests/receipt", asker.Path);
        var number = asker.Page.QuerySelector("[data-number]")!.TextContent;
        var code = asker.Page.QuerySelector("[data-code]")!.TextContent;
        Assert.Matches(@"^2026-\d{4}$", number);
        Assert.Contains("2026年3月25日", asker.Text, StringComparison.Ordinal);

        await asker.OpenCaseAsync(number, code.ToLowerInvariant());
        Assert.Equal("/requests/case", asker.Path);
        Assert.Contains("还有 15 个工作日", asker.Text, StringComparison.Ordinal);
        Assert.Contains("《高等学校信息公开办法》第十八条", asker.Text, StringComparison.Ordinal);
        Assert.Contains("已收到并登记", asker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_stored_once()
    {
        using var asker = site.Visit();
        await asker.FillInAsync("同一份表单", "同一份表单发送两次的情况。");
        var page = asker.Page;
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Kept"] = page.QuerySelector("input[name=Kept]")!.GetAttribute("value")!,
            ["step"] = "5",
            ["go"] = "send",
            ["Guard.Token"] = page.QuerySelector("input[name='Guard.Token']")!.GetAttribute("value")!,
            ["Guard.Typed"] = R.Reckon(page.QuerySelector("[data-question] label")!.TextContent),
        };

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => asker.Client.PostAsync("/requests/new", new FormUrlEncodedContent(fields))));

        Assert.All(both, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<InformationRequest>().CountAsync(r => r.Matter == "同一份表单")));
    }

    [Fact]
    public async Task A_step_with_something_missing_comes_back_saying_how_to_mend_it_and_loses_nothing()
    {
        using var asker = site.Visit();
        await asker.OpenAsync("/requests/new");
        await asker.SubmitAsync("main form", ("Input.Kind", "Business"), ("Input.Name", R.Person), ("go", "next"));

        Assert.Equal(HttpStatusCode.BadRequest, asker.Status);
        Assert.Equal("单位申请请填写单位名称。", asker.Page.QuerySelector("[data-valmsg-for='Input.Organisation']")!.TextContent.Trim());
        Assert.Equal(R.Person, asker.Page.QuerySelector("#Input_Name")!.GetAttribute("value"));

        await asker.SubmitAsync("main form", ("Input.Kind", "Business"), ("Input.Organisation", "测试有限公司"), ("go", "next"));
        await asker.SubmitAsync("main form", ("Input.Email", "不是邮箱"), ("go", "next"));
        Assert.Contains("name@example.com", asker.Page.QuerySelector("[data-valmsg-for='Input.Email']")!.TextContent, StringComparison.Ordinal);
        await asker.SubmitAsync("main form", ("go", "back"));
        Assert.Equal("测试有限公司", asker.Page.QuerySelector("#Input_Organisation")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Twenty_thousand_characters_of_nothing_are_answered_with_a_sentence()
    {
        using var asker = site.Visit();
        await asker.OpenAsync("/requests/new");
        await asker.SubmitAsync("main form", ("Input.Name", R.Person), ("go", "next"));
        await asker.SubmitAsync("main form", ("Input.Email", "a@b.example"), ("go", "next"));
        await asker.SubmitAsync("main form", ("Input.Matter", "空话"), ("Input.Description", new string('　', 20_000)), ("go", "next"));
        Assert.Contains("请描述要申请的信息", asker.Text, StringComparison.Ordinal);

        await asker.SubmitAsync("main form", ("Input.Matter", "空话"), ("Input.Description", new string('空', 20_000)), ("go", "next"));

        Assert.Equal(HttpStatusCode.BadRequest, asker.Status);
        Assert.Contains("描述超过 4000 个字", asker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_of_three_hundred_megabytes_and_a_program_in_disguise_are_refused_and_the_step_is_kept()
    {
        using var asker = site.Visit();
        await asker.OpenAsync("/requests/new");
        await asker.SubmitAsync("main form", ("Input.Name", R.Person), ("go", "next"));
        await asker.SubmitAsync("main form", [("upload", "护照.jpg", new byte[300 * 1024 * 1024])], ("Input.Email", "a@b.example"), ("go", "next"));
        Assert.Equal(HttpStatusCode.BadRequest, asker.Status);
        Assert.Contains("超过 20 MB", asker.Text, StringComparison.Ordinal);
        Assert.Equal("a@b.example", asker.Page.QuerySelector("#Input_Email")!.GetAttribute("value"));

        await asker.SubmitAsync("main form", [("upload", "护照.pdf", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF])], ("go", "next"));

        Assert.Equal(HttpStatusCode.BadRequest, asker.Status);
        Assert.Contains("不是可接收的文件类型", asker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_program_fills_in_is_thanked_and_forgotten_and_a_wrong_sum_is_asked_again()
    {
        using var asker = site.Visit();
        await asker.FillInAsync("机器人的申请", "机器人填写的申请内容。");
        await asker.SubmitAsync("main form", ("go", "send"), ("Guard.Typed", "99"));
        Assert.Contains("答案不对", asker.Text, StringComparison.Ordinal);

        await asker.SendAsync(("Guard.Website", "http://spam.example"));

        Assert.Equal("/requests", asker.Path);
        Assert.False(await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<InformationRequest>().AnyAsync(r => r.Matter == "机器人的申请")));
    }

    [Fact]
    public async Task Two_matters_in_one_form_are_offered_to_be_sent_apart()
    {
        using var asker = site.Visit();
        await asker.FillInAsync("两件事", "我想知道：\n1. 食堂招标的中标单位\n2. 宿舍维修的预算金额");
        Assert.Contains("您似乎申请了 2 件事", asker.Text, StringComparison.Ordinal);

        await asker.SendAsync(("Input.Split", "true"));

        Assert.Equal(2, asker.Page.QuerySelectorAll("[data-number]").Length);
        Assert.Contains("食堂招标的中标单位", asker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_public_already_is_shown_and_what_came_of_it_counted()
    {
        await site.PublishedAsync("关于校园网络改造工程中标结果的通知");
        using var asker = site.Visit();
        await asker.FillInAsync("校园网络改造工程", "校园网络改造工程的中标单位和金额。");
        Assert.Contains("关于校园网络改造工程中标结果的通知", asker.Page.QuerySelector(".already")!.TextContent, StringComparison.Ordinal);

        await asker.OpenAsync(asker.Page.QuerySelector(".already a")!.GetAttribute("href")!);
        Assert.Contains("校园网络改造工程中标结果的通知的正文", asker.Text, StringComparison.Ordinal);

        var (shown, opened, _) = await site.WithAsync(give => give.GetRequiredService<SuggestionDesk>().CountAsync(DateTime.UnixEpoch, new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal((1, 1), (shown, opened));
    }

    [Fact]
    public async Task A_wrong_number_and_a_wrong_code_read_the_same_and_ten_of_them_shut_the_door()
    {
        var receipt = await site.ReceivedAsync("被猜查询码的申请");
        using var guesser = site.Visit();
        guesser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        await guesser.OpenCaseAsync(receipt.Number, "BBBBB BBBBB");
        var wrongCode = guesser.Page.QuerySelector(".problem")!.TextContent;
        await guesser.OpenCaseAsync("2026-9999", receipt.Code);
        Assert.Equal(wrongCode, guesser.Page.QuerySelector(".problem")!.TextContent);

        for (var i = 0; i < 9; i++)
        {
            await guesser.OpenCaseAsync(receipt.Number, "CCCCC CCCCC");
        }

        await guesser.OpenCaseAsync(receipt.Number, receipt.Code);
        Assert.Contains("过于频繁", guesser.Text, StringComparison.Ordinal);

        using var other = site.Visit();
        await other.OpenCaseAsync(receipt.Number, receipt.Code);
        Assert.Equal("/requests/case", other.Path);
    }

    [Fact]
    public async Task A_mail_server_that_is_down_loses_no_receipt_and_the_outbox_names_nobody()
    {
        await site.ReceivedAsync("邮件服务器关闭时的申请", f => f with { Applicant = f.Applicant with { Email = "sealed-away@test.example" } });

        var mails = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<OutboxMail>().AsNoTracking().Where(m => m.IsSealed && m.SentAt == null).ToListAsync());

        var opened = site.Services.GetRequiredService<MailSeal>();
        Assert.DoesNotContain(mails, m => m.To.Contains('@', StringComparison.Ordinal) || m.Body.Contains("查询码", StringComparison.Ordinal));
        Assert.Contains(mails, m => opened.Opened(m) is { To: "sealed-away@test.example", Body: var body } && body.Contains("查询码", StringComparison.Ordinal) && opened.Opened(m).Id == m.Id);
    }
}
