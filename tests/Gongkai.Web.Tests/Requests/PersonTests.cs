using System.Net;
using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Web.Audit;
using Gongkai.Web.Cases;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>The person's data: sealed where they lie, handed to the person, purged in time, and reached by no outsider.</summary>
public sealed class PersonTests(Site site) : IClassFixture<Site>
{
    private const string Secret = "密封之人";

    [Fact]
    public async Task Neither_database_nor_files_hold_the_name_the_number_or_the_proof()
    {
        using var asker = site.Visit();
        await asker.OpenAsync("/requests/new");
        await asker.SubmitAsync("main form", ("Input.Name", Secret), ("go", "next"));
        await asker.SubmitAsync("main form", [("upload", "证明.txt", Encoding.UTF8.GetBytes("证明材料里的密封之人 PASS-998877"))], ("Input.Email", "sealed-person@test.example"), ("Input.DocumentNumber", "PASS-998877"), ("go", "next"));
        await asker.SubmitAsync("main form", ("Input.Matter", "加密检查"), ("Input.Description", "检查数据库中是否有个人信息"), ("go", "next"));
        await asker.SubmitAsync("main form", ("go", "next"));
        await asker.SendAsync();
        Assert.Equal("/requests/receipt", asker.Path);
        var request = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<InformationRequest>().AsNoTracking().FirstAsync(r => r.Matter == "加密检查"));
        Assert.Single(request.Files);

        var haystack = Directory.GetFiles(site.Settings.Data, "*", SearchOption.AllDirectories).Select(Read).ToList();
        foreach (var needle in new[] { Secret, "PASS-998877", "sealed-person@test.example" })
        {
            Assert.DoesNotContain(haystack, bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(needle)) >= 0);
        }

        var office = await site.ActorAsync("office");
        var (_, proof) = await site.WithAsync(give => give.GetRequiredService<PersonDesk>().ReadFileAsync(office, request.Id, request.Files[0].Id));
        Assert.Contains("PASS-998877", Encoding.UTF8.GetString(proof), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_is_never_sent_is_cleared_after_a_week_and_one_that_was_sent_is_kept()
    {
        await site.WithAsync(give => give.GetRequiredService<WaitingFiles>().ClearAsync());
        using var late = site.Visit();
        await late.OpenAsync("/requests/new");
        await late.SubmitAsync("main form", ("Input.Name", R.Person), ("go", "next"));
        await late.SubmitAsync("main form", [("upload", "证明.txt", "proof"u8.ToArray())], ("Input.Email", "late@test.example"), ("go", "next"));
        await late.SubmitAsync("main form", ("Input.Matter", "太晚的申请"), ("Input.Description", "一周以后才提交的申请"), ("go", "next"));
        await late.SubmitAsync("main form", ("go", "next"));
        var sent = await site.WithAsync(give => give.GetRequiredService<SealedFiles>().KeepAsync(new MemoryStream("proof"u8.ToArray()), "证明.txt", 5));
        var receipt = await site.ReceivedAsync("带证明的申请", f => f with { Files = [sent] });
        site.Time.Advance(TimeSpan.FromDays(WaitingFiles.Days - 1));
        Assert.Equal(0, await site.WithAsync(give => give.GetRequiredService<WaitingFiles>().ClearAsync()));

        site.Time.Advance(TimeSpan.FromDays(2));
        await site.WithAsync(give => give.GetRequiredService<WaitingFiles>().ClearAsync());

        var office = await site.ActorAsync("office");
        var file = (await site.CaseAsync(receipt.Id)).Files.Single();
        Assert.Equal("proof", Encoding.UTF8.GetString((await site.WithAsync(give => give.GetRequiredService<PersonDesk>().ReadFileAsync(office, receipt.Id, file.Id))).Bytes));
        await late.SendAsync();
        Assert.Contains("“证明.txt”上传后超过 7 天没有提交，已经清除。", late.Text, StringComparison.Ordinal);
        Assert.Equal("1", (await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<AuditEntry>().SingleAsync(a => a.Act == "cases.files-cleared"))).Summary);
    }

    [Fact]
    public async Task A_letter_comes_as_pdf_where_LibreOffice_is_and_elsewhere_the_page_says_how_to_make_one()
    {
        var receipt = await site.ReceivedAsync("要读的告知书");
        using var asker = site.Visit();
        await asker.OpenCaseAsync(receipt.Number, receipt.Code);
        var link = asker.Page.QuerySelector("a[href$='/pdf']");
        Assert.Equal(LetterDocument.MakesPdf, link is not null);
        Assert.Equal(!LetterDocument.MakesPdf, asker.Text.Contains("另存为 PDF", StringComparison.Ordinal));
        if (link is not null)
        {
            using var pdf = new MemoryStream(await asker.Client.GetByteArrayAsync(link.GetAttribute("href")));
            var text = string.Concat(string.Concat(new DocumentReader().Read(pdf, "letter.pdf").Pieces.Select(p => p.Text)).Where(c => !char.IsWhiteSpace(c)));
            Assert.Contains("要读的告知书", text, StringComparison.Ordinal);
            Assert.Contains(receipt.Number, text, StringComparison.Ordinal);
            Assert.Contains(R.Person, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_person_gets_all_that_is_kept_of_them_and_each_export_is_written_down()
    {
        var one = await site.ReceivedAsync("本人的第一件", f => f with { Applicant = f.Applicant with { Name = "查阅人", DocumentNumber = "ACCESS-1" } });
        await site.ReceivedAsync("本人的第二件", f => f with { Applicant = f.Applicant with { Name = "查阅人", DocumentNumber = "ACCESS-1" } });
        await site.ReceivedAsync("别人的一件", f => f with { Applicant = f.Applicant with { Name = "查阅人", DocumentNumber = "ACCESS-2" } });
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/requests/access");
        var token = office.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await office.Client.PostAsync("/office/requests/access", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["name"] = " 查阅人", ["document"] = "ａccess-1" }));
        var export = await answer.Content.ReadAsStringAsync();

        Assert.Contains("本人的第一件", export, StringComparison.Ordinal);
        Assert.Contains("本人的第二件", export, StringComparison.Ordinal);
        Assert.DoesNotContain("别人的一件", export, StringComparison.Ordinal);
        Assert.True(await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<AuditEntry>().AnyAsync(a => a.Act == "requests.person-exported" && a.SubjectId == one.Id)));

        using var supervisor = await site.VisitAsAsync("supervisor");
        await supervisor.OpenAsync("/office/requests/access");
        Assert.Equal(HttpStatusCode.Forbidden, supervisor.Status);
    }

    [Fact]
    public async Task After_the_time_for_keeping_the_person_is_purged_with_proof_and_the_case_stays_in_the_figures()
    {
        await using var own = new OwnSite();
        await own.Site.InitializeAsync();
        var mine = own.Site;
        await mine.ChooseAsync(new RequestPolicy { RetentionYears = 1 });
        var id = await mine.StandingAsync(RequestStatus.Archived, "到期清除");
        mine.Time.Advance(TimeSpan.FromDays(360));
        Assert.Equal(0, await mine.WithAsync(give => give.GetRequiredService<PersonDesk>().PurgeDueAsync()));

        mine.Time.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, await mine.WithAsync(give => give.GetRequiredService<PersonDesk>().PurgeDueAsync()));

        var after = await mine.CaseAsync(id);
        Assert.Equal(("", "", true), (after.SealedApplicant, after.PersonMark, after.PurgedAt is not null));
        Assert.All(after.Letters, l => Assert.Equal("", l.Sealed));
        Assert.True(await mine.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<AuditEntry>().AnyAsync(a => a.Act == "requests.person-purged" && a.SubjectId == id && a.Summary.Contains("sha256:"))));
        using var office = await mine.VisitAsAsync("office");
        await office.OpenAsync($"/office/requests/{id}");
        Assert.Contains("到期清除", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outsider_reaches_no_case_no_letter_no_file_and_no_answer_that_is_not_in_the_log()
    {
        var id = await site.StandingAsync(RequestStatus.Answered, "不外泄的申请");
        var request = await site.CaseAsync(id);
        using var outsider = site.Visit();
        foreach (var path in new[] { $"/requests/letters/{request.Letters[0].Id}/docx", $"/requests/log/{id}", $"/requests/files/{Guid.CreateVersion7(site.Time.GetUtcNow())}" })
        {
            await outsider.OpenAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, outsider.Status);
        }

        await outsider.OpenAsync("/requests/case");
        Assert.Equal("/requests/track", outsider.Path);
        await outsider.OpenAsync($"/office/requests/{id}");
        Assert.StartsWith("/sign-in", outsider.Path, StringComparison.Ordinal);
        foreach (var path in new[] { "/requests/log", "/search?q=不外泄", "/", "/requests/receipt" })
        {
            await outsider.OpenAsync(path);
            Assert.DoesNotContain("不外泄的申请", outsider.Text, StringComparison.Ordinal);
        }

        // Another applicant's code opens their own case and no paper of this one.
        var theirs = await site.ReceivedAsync("别人的申请");
        await outsider.OpenCaseAsync(theirs.Number, theirs.Code);
        await outsider.OpenAsync($"/requests/letters/{request.Letters[0].Id}/docx");
        Assert.Equal(HttpStatusCode.NotFound, outsider.Status);
    }

    [Fact]
    public async Task An_answer_in_the_log_is_read_by_all_without_the_person_and_gone_when_taken_out()
    {
        var id = await site.StandingAsync(RequestStatus.Answered, "可以公开的答复");
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/requests/{id}");
        await office.SubmitAsync("form[action*='handler=Log']", ("title", "实验楼造价"), ("text", "联系电话13800138000，身份证11010519491231002X"));
        Assert.Contains("个人信息", office.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        await office.SubmitAsync("form[action*='handler=Log']", ("title", "实验楼造价"), ("text", "实验楼造价为三千万元。"));

        using var reader = site.Visit();
        await reader.OpenAsync("/requests/log");
        await reader.OpenAsync(reader.Page.QuerySelector(".list a")!.GetAttribute("href")!);
        Assert.Contains("实验楼造价为三千万元", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(R.Person, reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await site.CaseAsync(id)).Number, reader.Text, StringComparison.Ordinal);

        await office.SubmitAsync("form[action*=Unlog]");
        await reader.OpenAsync($"/requests/log/{id}");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private sealed class OwnSite : IAsyncDisposable
    {
        public Site Site { get; } = new();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
