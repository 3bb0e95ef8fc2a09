using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Reports;
using Gongkai.Web.Tests.Records;
using Gongkai.Web.Tests.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Reports;

/// <summary>A small vocabulary for making annual reports as people make them, through the desks.</summary>
internal static class Y
{
    private static int _year = 2020;

    /// <summary>An academic year no other test has made a report for, by the year it begins in.</summary>
    public static int NewYear() => Interlocked.Decrement(ref _year);

    /// <summary>A report that is public, and one in draft with a part asked of a unit; gives the draft.</summary>
    public static async Task<Guid> ReleasedReportAsync(this Site site)
    {
        await site.ChiefAsync();
        var report = await site.StartedReportAsync();
        await site.MoveReportAsync(report, "office", ReportVerb.Gather);
        await site.PublishReportAsync(report);
        var draft = await site.StartedReportAsync();
        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<ReportDesk>().AskAsync(office, draft, 0, site.Units["教务处"].Id, "measures", "测试：请提供教学公开的做法", new DateOnly(2027, 10, 10)));
        return draft;
    }

    /// <summary>The edition of the report that was released last.</summary>
    public static Task<Guid> ReleasedEditionAsync(this Site site) =>
        site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<ReportRelease>().OrderByDescending(r => r.At).Select(r => r.EditionId).FirstAsync());

    public static async Task<Guid> StartedReportAsync(this Site site)
    {
        var year = NewYear();
        var office = await site.ActorAsync("office");
        return await site.WithAsync(async give => (await give.GetRequiredService<ReportDesk>().StartAsync(office, new Period(new DateOnly(year, 9, 1), new DateOnly(year + 1, 8, 31)))).Id);
    }

    /// <summary>From the office's desk to the public: presented, approved, released, and its record reviewed and published.</summary>
    public static async Task PublishReportAsync(this Site site, Guid report)
    {
        foreach (var (who, verb) in new[] { ("office", ReportVerb.Present), ("chief", ReportVerb.Approve), ("office", ReportVerb.Release) })
        {
            await site.MoveReportAsync(report, who, verb);
        }

        var edition = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<ReportRelease>().Where(r => r.ReportId == report).OrderByDescending(r => r.Number).Select(r => r.EditionId).FirstAsync());
        await site.MoveAsync(edition, "chief", EditionVerb.Approve);
        await site.MoveAsync(edition, "secrecy", EditionVerb.Sign);
        await site.MoveAsync(edition, "office2", EditionVerb.Publish);
    }

    public static async Task MoveReportAsync(this Site site, Guid report, string who, ReportVerb verb, string reason = "")
    {
        var by = await site.ActorAsync(who);
        await site.WithAsync(async give => await give.GetRequiredService<ReleaseDesk>().MoveAsync(by, report, (await give.GetRequiredService<ReportDesk>().OpenAsync(by, report)).Version, verb, reason, "http://test.example"));
    }
}
