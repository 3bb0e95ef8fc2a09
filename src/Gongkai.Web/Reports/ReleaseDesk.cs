using System.Text.Json;
using Gongkai.Engines;
using Gongkai.Web.Audit;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Figures;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports;

/// <summary>The way of a report from the draft to the public: gather, present, approve, release, correct. A released report is frozen and goes the way of every record.</summary>
public sealed class ReleaseDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, NoticeBoard notices, ReportDesk desk, ReportComposer composer, ReportChecker checker, LinkTrials links, FigureDesk figures, RecordDesk records, ReviewDesk review, CatalogueDesk catalogue, PublicRecords visible)
{
    /// <summary>The moves a person may make now.</summary>
    public async Task<IReadOnlyList<ReportVerb>> VerbsAsync(Actor by, AnnualReport report, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var office = await desk.OfficeUnitAsync(cancel);
        return [.. ReportLifecycle.VerbsFrom(report.Status).Where(verb => ReportPermits.May(by, verb, report, office))];
    }

    /// <summary>Makes a move; asking a unit has more to say and is refused here.</summary>
    /// <exception cref="ProblemException"><c>reports.task-missing</c>, <c>reports.reason-missing</c>; <c>reports.blocked</c>: the checks hold errors.</exception>
    /// <exception cref="ConflictException"><c>reports.moved-meanwhile</c>; <c>reports.record-in-review</c>: the edition before is on its way to the public.</exception>
    public async Task MoveAsync(Actor by, Guid id, int version, ReportVerb verb, string reason, string site, CancellationToken cancel = default)
    {
        if (verb == ReportVerb.Release)
        {
            await ReleaseAsync(by, id, version, site, cancel);
            return;
        }

        var report = await desk.OpenAsync(by, id, cancel);
        await desk.TakeAsync(by, report, version, verb, cancel);

        // Asking a unit says which unit, for what and by when; without that there is nothing to move for.
        if (verb == ReportVerb.Ask)
        {
            throw new ProblemException("reports.task-missing");
        }

        reason = reason.Trim().Normalize();
        if (verb is ReportVerb.Return or ReportVerb.Correct && reason.Length == 0)
        {
            throw new ProblemException("reports.reason-missing");
        }

        if (verb is ReportVerb.Present or ReportVerb.Approve)
        {
            var composed = await composer.ComposeAsync(report, site, cancel);
            await RequireClearAsync(report, composed, cancel);
            if (verb == ReportVerb.Present)
            {
                // The leader reads beside the report which of its addresses do not open.
                await links.TryAsync(composed.Links.Select(l => l.Link).Where(l => links.Of(l) is null), cancel);
            }
        }

        if (verb == ReportVerb.Correct)
        {
            report.ChangeNote = reason;
        }

        report.Move(verb, by, clock.UtcNow, reason);
        var (role, code) = report.Status == ReportStatus.Leader ? (Role.UnitHead, "reports.notice-leader") : (Role.DisclosureOffice, "reports.notice-office");
        await notices.TellAsync(by, role, await desk.OfficeUnitAsync(cancel), code, ReportComposer.YearOf(report.Period), ReportLinks.Report(id), cancel);
        audit.Note(by, "reports.moved", id, $"{verb}");
        await desk.SaveAsync(cancel);
    }

    /// <summary>Freezes every figure with its rows' hash and hands the text to the records desk as a record under item 6, all or nothing. The record is
    /// screened, signed and published as any other; until then nobody outside reads it.</summary>
    private async Task ReleaseAsync(Actor by, Guid id, int version, string site, CancellationToken cancel)
    {
        await using var transaction = await db.BeginOrJoinAsync(cancel);
        var report = await desk.OpenAsync(by, id, cancel);
        await desk.TakeAsync(by, report, version, ReportVerb.Release, cancel);
        var composed = await composer.ComposeAsync(report, site, cancel);
        await RequireClearAsync(report, composed, cancel);
        var edition = await WriteRecordAsync(by, report, composed, cancel);
        var now = clock.UtcNow;
        var number = await db.Set<ReportRelease>().CountAsync(r => r.ReportId == id, cancel) + 1;
        var release = new ReportRelease { Id = Guid.CreateVersion7(now), ReportId = id, Number = number, EditionId = edition.Id, At = now, ChangeNote = edition.ChangeNote, Blocks = JsonSerializer.Serialize(composed.Blocks) };
        foreach (var (order, figure) in FigureList.All.Index())
        {
            var rows = await figures.RowsAsync(figure.Code, report.Period, cancel: cancel);
            release.Freeze(new FrozenFigure
            {
                Id = Guid.CreateVersion7(now),
                Order = order,
                Code = figure.Code,
                Name = figure.Zh,
                Unit = figure.Unit,
                Counts = figure.CountsZh,
                Value = FigureDesk.Fold(figure, rows),
                Rows = rows.Count,
                Hash = FigureDesk.HashOf(rows),
            });
        }

        db.Add(release);
        report.RecordId = edition.RecordId;
        report.Move(ReportVerb.Release, by, now, report.ChangeNote);
        audit.Note(by, "reports.released", id, composed.Title);
        await desk.SaveAsync(cancel);
        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
    }

    /// <summary>The release of a report that a reader may read, by the year it was due in; null when there is none.</summary>
    public async Task<ReportRelease?> PublicAsync(Actor reader, int year, CancellationToken cancel = default)
    {
        var readable = visible.For(reader).Select(e => e.Id);
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.Set<ReportRelease>().AsNoTracking().Include(r => r.Report).Where(r => r.Report!.ToOn >= from && r.Report.ToOn <= to && readable.Contains(r.EditionId))
            .OrderByDescending(r => r.Report!.ToOn).ThenByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The releases a reader may read, the latest period first.</summary>
    public async Task<IReadOnlyList<ReportRelease>> PublicAsync(Actor reader, CancellationToken cancel = default)
    {
        var readable = visible.For(reader).Select(e => e.Id);
        return await db.Set<ReportRelease>().AsNoTracking().Include(r => r.Report).Where(r => readable.Contains(r.EditionId)).OrderByDescending(r => r.Report!.ToOn).ToListAsync(cancel);
    }

    /// <summary>The releases of a report, the latest first, for the office.</summary>
    public async Task<IReadOnlyList<ReportRelease>> OfAsync(AnnualReport report, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return await db.Set<ReportRelease>().AsNoTracking().Where(r => r.ReportId == report.Id).OrderByDescending(r => r.Number).ToListAsync(cancel);
    }

    // What was sent back by a reviewer is written again; what is public gets its next edition.
    private async Task<Edition> WriteRecordAsync(Actor by, AnnualReport report, Composition composed, CancellationToken cancel)
    {
        var lineage = await ReportItem.LineageAsync(catalogue, cancel) ?? throw new ProblemException("reports.no-item");
        Edition edition;
        if (report.RecordId is not { } record)
        {
            edition = await records.StartAsync(by, await desk.OfficeUnitAsync(cancel), RecordKind.Report, cancel);
        }
        else if (await db.Set<Edition>().Where(e => e.RecordId == record && e.Status == EditionStatus.Draft).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel) is { } draft)
        {
            edition = await records.OpenAsync(by, draft, cancel);
        }
        else
        {
            if (await db.Set<Edition>().AnyAsync(e => e.RecordId == record && (e.Status == EditionStatus.UnitReview || e.Status == EditionStatus.SecrecyReview || e.Status == EditionStatus.OfficeApproval || (e.Status == EditionStatus.Scheduled && e.PublishedAt > clock.UtcNow)), cancel))
            {
                throw new ConflictException("reports.record-in-review");
            }

            edition = await records.BeginNextAsync(by, record, cancel);
        }

        var form = await records.FormOfAsync(edition, cancel);
        edition = await records.WriteAsync(by, edition.Id, edition.Version, form with
        {
            Title = composed.Title,
            ProducedOn = clock.Today,
            BodyHtml = composed.ToHtml(),
            Kind = RecordKind.Report,
            Attribute = DisclosureAttribute.Proactive,
            ChangeNote = edition.Number > 1 ? report.ChangeNote : "",
            Items = [lineage],
        }, cancel);
        await review.MoveAsync(by, edition.Id, edition.Version, EditionVerb.Submit, cancel: cancel);
        return edition;
    }

    private async Task RequireClearAsync(AnnualReport report, Composition composed, CancellationToken cancel)
    {
        var errors = (await checker.CheckAsync(report, composed, cancel)).Count(n => n.Severity == Severity.Error);
        if (errors > 0)
        {
            throw new ProblemException("reports.blocked", errors);
        }
    }
}
