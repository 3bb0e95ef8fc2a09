using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;
using Gongkai.Web.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Records;

public sealed class RescanTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_todays_rules_find_in_a_public_file_holds_it_and_is_told()
    {
        await RulesAsync("11010519491231002X");
        var draft = await site.DraftAsync("含有证件号的公示附件");
        var liaison = await site.ActorAsync("liaison");
        var file = await site.WithAsync(give => give.GetRequiredService<FileDesk>().AttachAsync(liaison, draft, new MemoryStream(A.Bytes("姓名,身份证号\n某甲,11010519491231002X\n")), "名单.csv"));
        await site.ReadyAsync(draft);
        await site.MoveAsync(draft, "office", EditionVerb.Publish);
        var clean = await site.PublishedAsync("没有问题的通知");
        using var reader = site.Visit();
        await reader.OpenAsync($"/files/{file.Id}/x");
        var before = reader.Status;
        await RulesAsync("");

        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/work");
        await office.SubmitAsync("form[action*='Rescan']");
        Assert.Contains("重新检测已开始", office.Text, StringComparison.Ordinal);
        await WorkAsync();
        await reader.OpenAsync($"/files/{file.Id}/x");
        await office.OpenAsync("/office/work");

        Assert.Equal(System.Net.HttpStatusCode.OK, before);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, reader.Status);
        Assert.Contains("含有证件号的公示附件: 名单.csv", office.Text, StringComparison.Ordinal);
        foreach (var who in new[] { "liaison", "office", "secrecy" })
        {
            var by = await site.ActorAsync(who);
            Assert.True(await site.WithAsync(give => give.GetRequiredService<NoticeBoard>().For(by).AnyAsync(n => n.Code == "notices.rescan-file" && n.About == "含有证件号的公示附件")), who);
        }

        await reader.OpenAsync($"/records/{clean.Index}");
        Assert.Equal(System.Net.HttpStatusCode.OK, reader.Status);

        // Again: what is known by now is not told a second time.
        var notices = await NoticesAsync();
        await site.WithAsync(give => give.GetRequiredService<Rescan>().AskAsync(Actor.Program));
        await WorkAsync();
        Assert.Equal(notices, await NoticesAsync());
    }

    [Fact]
    public async Task It_begins_by_itself_after_thirty_days_and_only_once()
    {
        await site.PublishedAsync("一直公开的通知");
        await site.WithAsync(give => give.GetRequiredService<Rescan>().AskIfDueAsync());
        await WorkAsync();
        var soon = await JobsAsync();
        site.Time.Advance(TimeSpan.FromDays(31));
        await site.WithAsync(give => give.GetRequiredService<Rescan>().AskIfDueAsync());
        await site.WithAsync(give => give.GetRequiredService<Rescan>().AskIfDueAsync());
        var due = await JobsAsync();
        await WorkAsync();
        await site.WithAsync(give => give.GetRequiredService<Rescan>().AskIfDueAsync());

        Assert.Equal(soon + 1, due);
        Assert.Equal(due, await JobsAsync());
    }

    [Fact]
    public async Task Only_the_office_begins_one()
    {
        var system = await site.ActorAsync("system");

        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<Rescan>().AskAsync(system)));
    }

    private Task RulesAsync(string allowed) => site.WithAsync(give => give.GetRequiredService<ScreeningRulesDesk>().ChangeAsync(Actor.Program, "", "", "", allowed));

    private Task WorkAsync() => site.WithAsync(async give =>
    {
        while (await give.GetRequiredService<WorkDesk>().WorkOnceAsync())
        {
        }
    });

    private Task<int> JobsAsync() => site.WithAsync(give => give.GetRequiredService<WorkDesk>().Jobs.CountAsync(j => j.Kind == "records.rescan"));

    private Task<int> NoticesAsync() => site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Notice>().CountAsync(n => n.Code.StartsWith("notices.rescan")));
}
