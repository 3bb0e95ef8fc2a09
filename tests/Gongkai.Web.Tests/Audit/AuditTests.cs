using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Audit;

public sealed class AuditTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_chain_holds_while_many_write_and_breaks_where_somebody_changed_it()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => site.DraftAsync($"并发草稿{n}")));
        Assert.Null(await site.WithAsync(give => AuditTrail.FirstBrokenAsync(give.GetRequiredService<GongkaiDb>())));

        var changed = await site.WithAsync(async give =>
        {
            var db = give.GetRequiredService<GongkaiDb>();
            var entry = await db.Set<AuditEntry>().OrderBy(e => e.Sequence).Skip(20).FirstAsync();
            await db.Set<AuditEntry>().Where(e => e.Sequence == entry.Sequence).ExecuteUpdateAsync(set => set.SetProperty(e => e.ByName, "别人"));
            return entry.Sequence;
        });

        using var auditor = await site.VisitAsAsync("audit");
        await auditor.OpenAsync("/office/audit");
        await auditor.SubmitAsync("#check");
        Assert.Contains($"从第 {changed} 条起记录被改动或缺失", auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_published_stands_in_the_log_and_an_office_worker_may_not_read_it()
    {
        await site.PublishedAsync("记入审计的通知");
        using var auditor = await site.VisitAsAsync("audit");
        using var office = await site.VisitAsAsync("office");

        await auditor.OpenAsync("/office/audit?about=%E8%AE%B0%E5%85%A5%E5%AE%A1%E8%AE%A1");
        await office.OpenAsync("/office/audit");

        Assert.Contains(auditor.Page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("测试office", StringComparison.Ordinal) && row.TextContent.Contains("公开", StringComparison.Ordinal));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, office.Status);
    }
}
