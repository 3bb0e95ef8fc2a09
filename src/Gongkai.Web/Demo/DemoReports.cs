using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Figures;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Demo;

/// <summary>Two years of annual reports, made as people make them: the earlier one public, the later one in draft.</summary>
internal sealed class DemoReports(Func<AsyncServiceScope> scopes, Dictionary<string, Guid> people)
{
    private const string Site = "http://gongkai.yunting.example";

    private static readonly (string Code, int Value)[] Hand =
    [
        ("training-sessions", 3), ("training-people", 126), ("budget", 80000), ("letters-received", 212), ("letters-closed", 209), ("proposals-received", 47), ("proposals-filed", 39),
        ("wechat-followers", 51200), ("wechat-posts", 488), ("rating", 96), ("documents-school", 173),
    ];

    public IEnumerable<DemoAct> Plan(DateOnly today)
    {
        // The year whose report is due next after the last 20 October is in draft, the one before it public.
        var later = new AcademicYear(today >= new DateOnly(today.Year, 10, 20) ? today.Year - 1 : today.Year - 2);
        foreach (var year in new[] { later.Previous, later })
        {
            var on = new DateOnly(year.To.Year, 10, 20);
            yield return new(on, cancel => BeginAsync(year, cancel));
            if (year == later)
            {
                continue;
            }

            yield return new(on.AddDays(1), cancel => MoveAsync(year, "office", ReportVerb.Gather, cancel));
            yield return new(on.AddDays(2), cancel => MoveAsync(year, "office", ReportVerb.Present, cancel));
            yield return new(on.AddDays(3), cancel => MoveAsync(year, "head", ReportVerb.Approve, cancel));
            yield return new(on.AddDays(4), cancel => MoveAsync(year, "office", ReportVerb.Release, cancel));
            yield return new(on.AddDays(5), cancel => PublishAsync(year, cancel));
        }
    }

    private async Task BeginAsync(AcademicYear year, CancellationToken cancel)
    {
        await using var scope = scopes();
        var (give, period) = (scope.ServiceProvider, new Period(year.From, year.To));
        var by = await ActorAsync(give, "office", cancel);
        foreach (var (at, (code, value)) in Hand.Index())
        {
            await give.GetRequiredService<HandDesk>().EnterAsync(by, code, period, $"{(code == "rating" ? value : value + ((year.FirstYear % 3) * at))}", "演示数据，均为虚构", "", cancel);
        }

        await give.GetRequiredService<ReportDesk>().StartAsync(by, period, cancel);
    }

    private async Task MoveAsync(AcademicYear year, string who, ReportVerb verb, CancellationToken cancel)
    {
        await using var scope = scopes();
        var give = scope.ServiceProvider;
        var report = await OfAsync(give, year, cancel);
        await give.GetRequiredService<ReleaseDesk>().MoveAsync(await ActorAsync(give, who, cancel), report.Id, report.Version, verb, "", Site, cancel);
    }

    private async Task PublishAsync(AcademicYear year, CancellationToken cancel)
    {
        foreach (var (who, verb) in new[] { ("head", EditionVerb.Approve), ("secrecy", EditionVerb.Sign), ("office2", EditionVerb.Publish) })
        {
            await using var scope = scopes();
            var give = scope.ServiceProvider;
            var report = await OfAsync(give, year, cancel);
            var by = await ActorAsync(give, who, cancel);
            var id = await give.GetRequiredService<GongkaiDb>().Set<ReportRelease>().Where(r => r.ReportId == report.Id).Select(r => r.EditionId).FirstAsync(cancel);
            var edition = await give.GetRequiredService<RecordDesk>().OpenAsync(by, id, cancel);
            await (verb == EditionVerb.Publish ? give.GetRequiredService<ReviewDesk>().PublishAsync(by, id, edition.Version, cancel) : give.GetRequiredService<ReviewDesk>().MoveAsync(by, id, edition.Version, verb, cancel: cancel));
        }
    }

    private static Task<AnnualReport> OfAsync(IServiceProvider give, AcademicYear year, CancellationToken cancel)
    {
        var (from, to) = (year.From, year.To);
        return give.GetRequiredService<GongkaiDb>().Set<AnnualReport>().AsNoTracking().FirstAsync(r => r.FromOn == from && r.ToOn == to, cancel);
    }

    private async Task<Actor> ActorAsync(IServiceProvider give, string who, CancellationToken cancel) => (await give.GetRequiredService<PeopleDesk>().ActorAsync(people[who], cancel))!;
}
