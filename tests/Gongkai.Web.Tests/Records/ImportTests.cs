using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Records;

public sealed class ImportTests(Site site) : IClassFixture<Site>
{
    private const string Heads = "标题,文号,成文日期,发布机构,单位,事项,类型,文件,正文\n";

    [Fact]
    public async Task A_sheet_with_its_files_becomes_drafts_after_it_was_looked_at()
    {
        var word = A.Word("表中的通知", "教发〔2026〕7号", "教务处", new DateOnly(2026, 3, 1));
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync("/office/records/import");
        await liaison.SubmitAsync("main form[method=post]",
            [
                ("files", "清单.csv", A.Bytes(Heads + "导入甲,教发〔2026〕8号,2026-03-01,,,28,通知公告,附件.txt,第一段\n导入乙,,2026年3月2日,,,,制度,通知.docx,\n,,,,,,,,没有标题\n导入丙,,昨天,,财务处,999,随便,没给.pdf,\n")),
                ("files", "附件.txt", A.Bytes("附件内容")),
                ("files", "通知.docx", word),
            ],
            ("unit", site.Units["教务处"].Id.ToString()));
        var problems = liaison.Page.QuerySelectorAll(".checks li").Select(l => l.TextContent).ToList();
        Assert.StartsWith("/office/records/import/", liaison.Path, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("导入"));
        await PostAsync(liaison, liaison.Path + "?handler=Begin");
        await WorkAsync();

        Assert.Contains(problems, p => p.Contains("第 4 行", StringComparison.Ordinal) && p.Contains("没有标题", StringComparison.Ordinal));
        Assert.Equal(5, problems.Count(p => p.Contains("第 5 行", StringComparison.Ordinal)));
        var first = await EditionAsync("导入甲");
        Assert.Equal(EditionStatus.Draft, first.Status);
        Assert.Equal(("教发〔2026〕8号", new DateOnly(2026, 3, 1)), (first.DocumentNumber, first.ProducedOn!.Value));
        Assert.Equal([site.Items[28].LineageId], first.Items.Select(i => i.LineageId));
        Assert.Contains("<p>第一段</p>", first.BodyHtml, StringComparison.Ordinal);
        Assert.Equal("附件.txt", Assert.Single(first.Attachments).Name);
        var second = await EditionAsync("导入乙");
        Assert.Equal(RecordKind.Regulation, second.Kind);
        Assert.Contains("<table", second.BodyHtml, StringComparison.Ordinal);
        Assert.Equal("教发〔2026〕7号", second.DocumentNumber);
    }

    [Fact]
    public async Task The_same_files_twice_are_imported_once_and_stopped_work_goes_on()
    {
        var files = Enumerable.Range(1, 3).Select(n => ($"重{n}.docx", (Func<Stream>)(() => new MemoryStream(A.Word($"重复导入之{n}", $"教发〔2025〕{n}号", "教务处", new DateOnly(2025, 5, n)))))).ToArray();
        var liaison = await site.ActorAsync("liaison");
        var kept = files.Select(f => (f.Item1, Bytes: ((MemoryStream)f.Item2()).ToArray())).ToList();

        async Task<Guid> AskAsync() => await site.WithAsync(async give =>
        {
            var import = give.GetRequiredService<RecordImport>();
            var read = await import.ReadAsync(liaison, site.Units["教务处"].Id, [.. kept.Select(k => (k.Item1, (Func<Stream>)(() => new MemoryStream(k.Bytes))))]);
            return (await import.BeginAsync(liaison, read.Id)).Id;
        });
        var job = await AskAsync();
        await site.WithAsync(give => give.GetRequiredService<WorkDesk>().StopAsync(job));
        await WorkAsync();
        Assert.Equal(0, await CountAsync("重复导入之"));
        await site.WithAsync(give => give.GetRequiredService<WorkDesk>().GoOnAsync(job));
        await WorkAsync();
        var again = await AskAsync();
        await WorkAsync();

        Assert.Equal(3, await CountAsync("重复导入之"));
        var log = await site.WithAsync(give => give.GetRequiredService<WorkDesk>().Jobs.Where(j => j.Id == again).Select(j => j.Log).SingleAsync());
        Assert.Equal(3, log.Split('\n').Count(l => l.StartsWith("= ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_imports_into_a_unit_that_is_not_theirs_nor_sees_what_another_read()
    {
        var (stranger, liaison) = (await site.ActorAsync("stranger"), await site.ActorAsync("liaison"));
        (string, Func<Stream>)[] files = [("x.csv", () => new MemoryStream(A.Bytes(Heads + "别人的,,,,教务处,,,,文\n")))];

        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<RecordImport>().ReadAsync(stranger, site.Units["教务处"].Id, files)));
        var read = await site.WithAsync(give => give.GetRequiredService<RecordImport>().ReadAsync(stranger, site.Units["财务处"].Id, files));
        Assert.Equal("records.row-not-yours", Assert.Single(read.Read<RecordSheet>().Problems).Code);
        await Assert.ThrowsAsync<NotFoundException>(() => site.WithAsync(give => give.GetRequiredService<RecordImport>().FindAsync(liaison, read.Id)));
        await Assert.ThrowsAsync<ProblemException>(() => site.WithAsync(give => give.GetRequiredService<RecordImport>().BeginAsync(stranger, read.Id)));
    }

    private static Task PostAsync(Visitor visitor, string path) => visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent([new("__RequestVerificationToken", visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
    });

    private Task WorkAsync() => site.WithAsync(async give =>
    {
        while (await give.GetRequiredService<WorkDesk>().WorkOnceAsync())
        {
        }
    });

    private Task<int> CountAsync(string title) => site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Edition>().CountAsync(e => e.Title.StartsWith(title)));

    private Task<Edition> EditionAsync(string title) => site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Edition>().AsNoTracking().Include(e => e.Attachments).Include(e => e.Items).AsSplitQuery().SingleAsync(e => e.Title == title));
}
