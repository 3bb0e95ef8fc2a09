using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Reports;

/// <summary>Earlier reports come in as long work: with progress, stoppable, going on after a restart, each once.</summary>
public sealed class ReportImportTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Many_reports_become_records_under_item_six_and_wait_for_review()
    {
        await AskAsync([("甲大学.txt", Report("甲大学", 2020)), ("坏文件.docx", [1, 2, 3, 4]), ("乙大学.txt", Report("乙大学", 2021))]);
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/work");
        Assert.Contains("0 / 3", office.Text, StringComparison.Ordinal);

        await WorkAsync();

        await office.OpenAsync("/office/work");
        Assert.Contains("已完成", office.Text, StringComparison.Ordinal);
        Assert.Contains("! 2:", office.Text, StringComparison.Ordinal);
        var editions = await EditionsAsync("甲大学2020—2021学年信息公开工作年度报告");
        var edition = Assert.Single(editions);
        Assert.Equal(EditionStatus.UnitReview, edition.Status);
        Assert.Equal(site.Items[6].LineageId, Assert.Single(edition.Items).LineageId);
        Assert.Contains("<h2>一、概述</h2>", edition.BodyHtml, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2021, 10, 20), edition.ProducedOn);
    }

    [Fact]
    public async Task What_a_crash_interrupts_goes_on_after_a_restart_and_nothing_comes_twice()
    {
        await AskAsync([("丙大学.txt", Report("丙大学", 2018)), ("丁大学.txt", Report("丁大学", 2019))]);

        // A worker took the job, did one file, and died holding the lease.
        var job = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<LongJob>().OrderByDescending(j => j.CreatedAt).FirstAsync());
        await site.WithAsync(async give => await give.GetRequiredService<IEnumerable<IJobWorker>>().Single(w => w.Kind == job.Kind).StepAsync(job, CancellationToken.None));
        await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<LongJob>().Where(j => j.Id == job.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JobStatus.Running).SetProperty(j => j.LeasedUntil, site.Time.GetUtcNow().UtcDateTime.AddMinutes(2))));
        await site.StopAsync();
        await site.StartAsync();
        await WorkAsync();
        Assert.Empty(await EditionsAsync("丁大学2019—2020学年信息公开工作年度报告"));

        site.Time.Advance(TimeSpan.FromMinutes(3));
        await WorkAsync();

        Assert.Single(await EditionsAsync("丙大学2018—2019学年信息公开工作年度报告"));
        Assert.Single(await EditionsAsync("丁大学2019—2020学年信息公开工作年度报告"));
    }

    [Fact]
    public async Task Stopped_work_does_no_further_step_until_it_goes_on()
    {
        await AskAsync([("戊大学.txt", Report("戊大学", 2017))]);
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/work");
        var job = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<LongJob>().OrderByDescending(j => j.CreatedAt).FirstAsync());
        await site.WithAsync(give => give.GetRequiredService<WorkDesk>().StopAsync(job.Id));
        await WorkAsync();
        Assert.Empty(await EditionsAsync("戊大学2017—2018学年信息公开工作年度报告"));

        await site.WithAsync(give => give.GetRequiredService<WorkDesk>().GoOnAsync(job.Id));
        await WorkAsync();

        Assert.Single(await EditionsAsync("戊大学2017—2018学年信息公开工作年度报告"));
    }

    private async Task AskAsync((string Name, byte[] Bytes)[] files)
    {
        site.Time.Advance(TimeSpan.FromSeconds(1));
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/reports/import");
        await office.SubmitAsync("main form", [.. files.Select(f => ("files", f.Name, f.Bytes))], ("unit", site.Units["学校办公室"].Id.ToString()));
        Assert.Equal("/office/work", office.Path);
    }

    private Task WorkAsync() => site.WithAsync(async give =>
    {
        while (await give.GetRequiredService<WorkDesk>().WorkOnceAsync())
        {
        }
    });

    private Task<List<Edition>> EditionsAsync(string title) => site.WithAsync(give =>
        give.GetRequiredService<GongkaiDb>().Set<Edition>().AsNoTracking().Include(e => e.Items).Where(e => e.Title == title).ToListAsync());

    private static byte[] Report(string school, int year) => A.Bytes(
        $"{school}{year}—{year + 1}学年信息公开工作年度报告\n\n一、概述\n本学年{school}按要求推进信息公开工作。\n二、主动公开情况\n（一）网站公开\n全年公开信息120条，其中通知80条，公告40条。\n{school}\n{year + 1}年10月20日\n");
}
