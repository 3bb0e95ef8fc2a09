using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Catalogue;
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
        // Older reports are brought in when the house is new; the office has looked at all but the first of them.
        var opened = new DateOnly(today.Month >= 9 ? today.Year - 2 : today.Year - 3, 9, 1);
        foreach (var back in Enumerable.Range(1, 4))
        {
            var (year, on) = (new AcademicYear(opened.Year - back), opened.AddDays(back + 2));
            var made = new DateOnly(year.To.Year, 10, 25);
            yield return new(made > on ? made : on, cancel => EarlierAsync(year, cancel));
        }

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

    private async Task EarlierAsync(AcademicYear year, CancellationToken cancel)
    {
        var edition = Guid.Empty;
        await using (var scope = scopes())
        {
            var (give, by) = (scope.ServiceProvider, await ActorAsync(scope.ServiceProvider, "office", cancel));
            var records = give.GetRequiredService<RecordDesk>();
            var draft = await records.StartAsync(by, await give.GetRequiredService<ReportDesk>().OfficeUnitAsync(cancel), RecordKind.Report, cancel);
            edition = (await records.WriteAsync(by, draft.Id, draft.Version, (await records.FormOfAsync(draft, cancel)) with
            {
                Title = $"{DemoPlan.School}{year.Print("zh")}信息公开工作年度报告",
                ProducedOn = new DateOnly(year.To.Year, 10, 20),
                BodyHtml = DemoText.EarlierReport(year),
                Kind = RecordKind.Report,
                Attribute = DisclosureAttribute.Proactive,
                Items = [(await ReportItem.LineageAsync(give.GetRequiredService<CatalogueDesk>(), cancel))!.Value],
            }, cancel)).Id;
            await give.GetRequiredService<ReviewDesk>().MoveAsync(by, edition, (await records.OpenAsync(by, edition, cancel)).Version, EditionVerb.Submit, cancel: cancel);
        }

        await PublishAsync(edition, cancel);
        await using var reading = scopes();
        var office = await ActorAsync(reading.ServiceProvider, "office", cancel);
        await reading.ServiceProvider.GetRequiredService<HistoryReader>().ReadAsync(await reading.ServiceProvider.GetRequiredService<RecordDesk>().OpenAsync(office, edition, cancel), cancel);
        if (year.FirstYear % 4 != 0)
        {
            await reading.ServiceProvider.GetRequiredService<HistoryDesk>().AcceptAllAsync(office, edition, cancel);
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
        await using var scope = scopes();
        var report = await OfAsync(scope.ServiceProvider, year, cancel);
        await PublishAsync(await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Set<ReportRelease>().Where(r => r.ReportId == report.Id).Select(r => r.EditionId).FirstAsync(cancel), cancel);
    }

    private async Task PublishAsync(Guid id, CancellationToken cancel)
    {
        foreach (var (who, verb) in new[] { ("head", EditionVerb.Approve), ("secrecy", EditionVerb.Sign), ("office2", EditionVerb.Publish) })
        {
            await using var scope = scopes();
            var give = scope.ServiceProvider;
            var by = await ActorAsync(give, who, cancel);
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
