using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Audit;

/// <summary>Writes down who did what. A note is saved with the change it speaks of, in one transaction, or not at all.</summary>
public sealed class AuditTrail(CampusClock clock) : ISavedWith
{
    /// <summary>What the first link follows.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    private readonly List<AuditEntry> _noted = [];

    /// <summary>Notes an act; it is written with the next save.</summary>
    public void Note(Actor by, string act, Guid subjectId, string summary)
    {
        ArgumentNullException.ThrowIfNull(by);
        _noted.Add(new AuditEntry
        {
            At = clock.UtcNow,
            ById = by.Id,
            ByName = by.Name,
            Act = act,
            SubjectId = subjectId,
            Summary = summary.Length > 400 ? summary[..400] : summary,
        });
    }

    /// <summary>When the last act of any institution was written down; null when none was.</summary>
    public static Task<DateTime?> LastAtAsync(GongkaiDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<AuditEntry>().IgnoreQueryFilters().MaxAsync(e => (DateTime?)e.At, cancel);
    }

    /// <summary>Whether the institution's chain holds; the sequence of the first broken link, or null when it holds to its head.</summary>
    public static async Task<int?> FirstBrokenAsync(GongkaiDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (previous, sequence) = (Beginning, 0);
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (entry.Sequence != ++sequence || entry.PreviousHash != previous || entry.Hash != entry.HashAfter(previous))
            {
                return sequence;
            }

            previous = entry.Hash;
        }

        var head = await db.Set<AuditHead>().AsNoTracking().FirstOrDefaultAsync(cancel);
        return head is null || (head.Sequence == sequence && head.Hash == previous) ? null : sequence + 1;
    }

    /// <inheritdoc/>
    public bool IsDue(GongkaiDb db) => _noted.Count > 0;

    /// <inheritdoc/>
    public async Task WriteAsync(GongkaiDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var noted = _noted.ToList();
        _noted.Clear();

        // The head is locked by the update, so two savers link one after the other.
        if (await db.Set<AuditHead>().ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence + noted.Count), cancel) == 0)
        {
            db.Add(new AuditHead { InstitutionId = db.CurrentInstitution, Sequence = noted.Count });
            Link(db, noted, 0, Beginning);
            db.Set<AuditHead>().Local.First(h => h.InstitutionId == db.CurrentInstitution).Hash = noted[^1].Hash;
            return;
        }

        var head = await db.Set<AuditHead>().AsNoTracking().FirstAsync(cancel);
        Link(db, noted, head.Sequence - noted.Count, head.Hash);
        await db.Set<AuditHead>().ExecuteUpdateAsync(set => set.SetProperty(h => h.Hash, noted[^1].Hash), cancel);
    }

    private static void Link(GongkaiDb db, List<AuditEntry> noted, int sequence, string previous)
    {
        foreach (var entry in noted)
        {
            entry.InstitutionId = db.CurrentInstitution;
            entry.Sequence = ++sequence;
            entry.PreviousHash = previous;
            previous = entry.Hash = entry.HashAfter(previous);
            db.Add(entry);
        }
    }
}
