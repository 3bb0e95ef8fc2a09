using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongkai.Web.Audit;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports;

/// <summary>An older report with what was read out of it.</summary>
/// <param name="EditionId">The edition that was read.</param>
/// <param name="RecordId">Its record.</param>
/// <param name="Title">Its title.</param>
/// <param name="Figures">What was read, in the order of the text.</param>
public sealed record ReadReport(Guid EditionId, Guid RecordId, string Title, IReadOnlyList<HistoricFigure> Figures);

/// <summary>What the office does with the figures of older reports: has them read, accepts, corrects and drops them.</summary>
public sealed class HistoryDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, WorkDesk work, CatalogueDesk catalogue, ReportDesk reports)
{
    /// <summary>How many reports stand on a page.</summary>
    public const int OnAPage = 5;

    /// <summary>The reports that were read, the latest year first, and how many there are.</summary>
    public async Task<(IReadOnlyList<ReadReport> Reports, int Total)> PageAsync(Actor by, int page, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayRead(by, await reports.OfficeUnitAsync(cancel)));
        var all = db.Set<HistoricFigure>().AsNoTracking();
        var editions = await all.GroupBy(f => f.EditionId).Select(g => new { g.Key, Year = g.Max(f => f.FirstYear) }).OrderByDescending(g => g.Year).ThenBy(g => g.Key).ToListAsync(cancel);
        var shown = editions.Skip((page - 1) * OnAPage).Take(OnAPage).Select(e => e.Key).ToList();
        var titles = await db.Set<Edition>().AsNoTracking().Where(e => shown.Contains(e.Id)).Select(e => new { e.Id, e.RecordId, e.Title }).ToListAsync(cancel);
        var figures = (await all.Where(f => shown.Contains(f.EditionId)).OrderBy(f => f.Order).ToListAsync(cancel)).ToLookup(f => f.EditionId);
        return ([.. shown.Select(id => titles.First(t => t.Id == id)).Select(t => new ReadReport(t.Id, t.RecordId, t.Title, [.. figures[t.Id]]))], editions.Count);
    }

    /// <summary>Has every report under item 6 read that was not read yet. Our own releases need no reading: their figures are frozen.</summary>
    /// <exception cref="ProblemException"><c>reports.no-item</c>, <c>reports.history-nothing</c>.</exception>
    public async Task<LongJob> AskAsync(Actor by, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayWrite(by));
        var lineage = await ReportItem.LineageAsync(catalogue, cancel) ?? throw new ProblemException("reports.no-item");
        var known = db.Set<ReportRelease>().Select(r => r.EditionId).Concat(db.Set<HistoricFigure>().Select(f => f.EditionId));
        var ids = await db.Set<Edition>().Where(e => e.Kind == RecordKind.Report && e.ReplacedAt == null && e.Items.Any(i => i.LineageId == lineage) && !known.Contains(e.Id))
            .OrderBy(e => e.ProducedOn).ThenBy(e => e.Id).Select(e => e.Id).ToListAsync(cancel);
        return ids.Count == 0
            ? throw new ProblemException("reports.history-nothing")
            : await work.AskAsync(by.Id, HistoryWorker.Work, $"{HistoryWorker.Work}|{ids.Count}", JsonSerializer.Serialize(ids), ids.Count, cancel);
    }

    /// <summary>Accepts a reading as it was read.</summary>
    /// <exception cref="ConflictException"><c>reports.reading-moved</c>.</exception>
    public Task AcceptAsync(Actor by, Guid id, int version, CancellationToken cancel = default) =>
        SettleAsync(by, id, version, HistoricStatus.Accepted, figure => figure.ValueRead, "", cancel);

    /// <summary>Accepts every reading of a report that nobody has looked at yet.</summary>
    public async Task AcceptAllAsync(Actor by, Guid editionId, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayWrite(by));
        var waiting = await db.Set<HistoricFigure>().Where(f => f.EditionId == editionId && f.Status == HistoricStatus.Read).ToListAsync(cancel);
        foreach (var figure in waiting)
        {
            figure.Settle(HistoricStatus.Accepted, figure.ValueRead, "", by.Name, clock.UtcNow);
        }

        audit.Note(by, "reports.reading-settled", editionId, $"{HistoricStatus.Accepted} {waiting.Count}");
        await reports.SaveAsync(cancel);
    }

    /// <summary>Puts another value in place of a reading.</summary>
    /// <exception cref="ProblemException"><c>reports.reason-missing</c>, <c>reports.not-a-number</c>.</exception>
    /// <exception cref="ConflictException"><c>reports.reading-moved</c>.</exception>
    public async Task CorrectAsync(Actor by, Guid id, int version, string value, string reason, CancellationToken cancel = default)
    {
        // People type full-width digits and thousands separators.
        var plain = value.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim();
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000_000_000m || decimal.Round(number, 2) != number)
        {
            throw new ProblemException("reports.not-a-number", value);
        }

        await SettleAsync(by, id, version, HistoricStatus.Corrected, _ => number, Reason(reason), cancel);
    }

    /// <summary>Leaves a reading out.</summary>
    /// <exception cref="ProblemException"><c>reports.reason-missing</c>.</exception>
    /// <exception cref="ConflictException"><c>reports.reading-moved</c>.</exception>
    public Task DropAsync(Actor by, Guid id, int version, string reason, CancellationToken cancel = default) =>
        SettleAsync(by, id, version, HistoricStatus.Dropped, figure => figure.Value, Reason(reason), cancel);

    private async Task SettleAsync(Actor by, Guid id, int version, HistoricStatus status, Func<HistoricFigure, decimal> value, string reason, CancellationToken cancel)
    {
        Permit.Require(ReportPermits.MayWrite(by));
        var figure = await db.Set<HistoricFigure>().Where(f => f.Id == id).FirstOr404Async(cancel);
        if (figure.Version != version)
        {
            throw new ConflictException("reports.reading-moved", figure.ByName);
        }

        figure.Settle(status, value(figure), reason, by.Name, clock.UtcNow);
        audit.Note(by, "reports.reading-settled", id, $"{status} {figure.Year} {figure.Code}");
        await reports.SaveAsync(cancel);
    }

    private static string Reason(string reason) => reason.Trim().Normalize() is { Length: > 0 } said ? said : throw new ProblemException("reports.reason-missing");
}
