using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>How records end: withdrawn with a notice, superseded, removed; and how an end is taken back. A publicity notice ends by itself.</summary>
public sealed class EndingDesk(GongkaiDb db, CampusClock clock, AuditTrail audit)
{
    /// <summary>Withdraws a record (撤回): its address answers 410 with the notice.</summary>
    /// <exception cref="ProblemException"><c>records.notice-missing</c>.</exception>
    public Task WithdrawAsync(Actor by, Guid recordId, string notice, CancellationToken cancel = default) =>
        string.IsNullOrWhiteSpace(notice)
            ? throw new ProblemException("records.notice-missing")
            : EndAsync(by, recordId, "records.withdrawn", notice.Trim(), (record, now) => record.Finish(RecordEnd.Withdrawn, now, notice.Trim().Normalize()), cancel);

    /// <summary>Marks a record as superseded by another: its address answers 200 with a banner.</summary>
    /// <exception cref="ProblemException"><c>records.successor-unknown</c>.</exception>
    public async Task SupersedeAsync(Actor by, Guid recordId, string successorIndex, CancellationToken cancel = default)
    {
        successorIndex = successorIndex.Trim();
        var successor = await db.Set<Record>().AsNoTracking().FirstOrDefaultAsync(r => r.IndexNumber == successorIndex && r.Id != recordId, cancel)
            ?? throw new ProblemException("records.successor-unknown", successorIndex);
        await EndAsync(by, recordId, "records.superseded", successorIndex, (record, now) => record.Finish(RecordEnd.Superseded, now, "", successor.Id), cancel);
    }

    /// <summary>Removes a record (移除): its address answers 404. Its history stays in the office.</summary>
    /// <exception cref="ProblemException"><c>records.reason-missing</c>.</exception>
    public Task RemoveAsync(Actor by, Guid recordId, string reason, CancellationToken cancel = default) =>
        string.IsNullOrWhiteSpace(reason)
            ? throw new ProblemException("records.reason-missing")
            : EndAsync(by, recordId, "records.removed", reason.Trim(), (record, now) => record.Finish(RecordEnd.Removed, now, ""), cancel);

    /// <summary>Takes an end back: the record is public again.</summary>
    public async Task RestoreAsync(Actor by, Guid recordId, string reason, CancellationToken cancel = default)
    {
        var record = await FindAsync(by, recordId, cancel);
        if (record.End == RecordEnd.None)
        {
            throw new ConflictException("records.not-ended");
        }

        record.Restore();
        audit.Note(by, "records.restored", recordId, reason);
        await SaveAsync(cancel);
    }

    /// <summary>Takes a past edition out of the public history, because it should never have been read; the live edition stays.</summary>
    /// <exception cref="ProblemException"><c>records.reason-missing</c>.</exception>
    /// <exception cref="ConflictException"><c>records.not-replaced</c>: it is not a past edition, or was taken out already.</exception>
    public async Task TakeOutAsync(Actor by, Guid recordId, Guid editionId, string reason, CancellationToken cancel = default)
    {
        var record = await FindAsync(by, recordId, cancel);
        var edition = record.Editions.FirstOrDefault(e => e.Id == editionId) ?? throw new NotFoundException(nameof(Edition));
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new ProblemException("records.reason-missing");
        }

        if (edition.StatusAt(clock.UtcNow) != EditionStatus.Replaced || edition.TakenOutAt is not null)
        {
            throw new ConflictException("records.not-replaced");
        }

        edition.TakeOut(clock.UtcNow, reason.Trim().Normalize());
        audit.Note(by, "records.taken-out", recordId, reason.Trim());
        await SaveAsync(cancel);
    }

    private async Task EndAsync(Actor by, Guid recordId, string act, string summary, Action<Record, DateTime> end, CancellationToken cancel)
    {
        var record = await FindAsync(by, recordId, cancel);
        var now = clock.UtcNow;
        if (record.FirstPublishedAt is null || record.FirstPublishedAt > now)
        {
            throw new ConflictException("records.not-public");
        }

        if (record.EndBy(now) != RecordEnd.None)
        {
            throw new ConflictException("records.ended-meanwhile");
        }

        end(record, now);
        audit.Note(by, act, recordId, summary);
        await SaveAsync(cancel);
    }

    private async Task<Record> FindAsync(Actor by, Guid recordId, CancellationToken cancel)
    {
        var record = await db.Set<Record>().Include(r => r.Editions).Where(r => r.Id == recordId).FirstOr404Async(cancel);
        Permit.Require(RecordPermits.MayEnd(by, record.UnitId));
        return record;
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ConflictException("records.ended-meanwhile");
        }
    }
}
