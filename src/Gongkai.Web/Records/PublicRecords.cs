using System.Linq.Expressions;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>The one visibility query. Every public surface reads records through it and through nothing else: what it does not give
/// is reachable by no address.</summary>
public sealed class PublicRecords(GongkaiDb db, CampusClock clock)
{
    /// <summary>The editions a reader may read at this instant, one a record, without tracking.</summary>
    public IQueryable<Edition> For(Actor reader) => For(reader, clock.UtcNow);

    /// <summary>The editions a reader may read at a given instant.</summary>
    public IQueryable<Edition> For(Actor reader, DateTime now) => ForSomebody(now).Where(MeantFor(reader));

    /// <summary>The editions that somebody outside the office may read at an instant, whoever that is. For the search index, which keeps with every text whom
    /// it is meant for; never for a page.</summary>
    internal IQueryable<Edition> ForSomebody(DateTime now) => db.Set<Edition>().AsNoTracking().Where(e =>
        e.Attribute == DisclosureAttribute.Proactive
        && e.PublishedAt <= now
        && (e.ReplacedAt == null || e.ReplacedAt > now)
        && (e.ExpiresAt == null || e.ExpiresAt > now)
        && (e.Record!.End == RecordEnd.None || e.Record.End == RecordEnd.Superseded));

    /// <summary>The next instant at which a record appears or ends by itself; null when none will.</summary>
    public async Task<DateTime?> NextTurnAsync(DateTime after, CancellationToken cancel = default)
    {
        var appears = await db.Set<Edition>().Where(e => e.PublishedAt > after).MinAsync(e => e.PublishedAt, cancel);
        var ends = await db.Set<Edition>().Where(e => e.ExpiresAt > after).MinAsync(e => e.ExpiresAt, cancel);
        return appears is null || ends < appears ? ends : appears;
    }

    /// <summary>Only those that fulfil one of these items.</summary>
    public IQueryable<Edition> Under(IQueryable<Edition> visible, IReadOnlyCollection<Guid> lineageIds)
    {
        // Begins at the item, which has few, not at all that is public.
        var fulfilling = db.Set<EditionItem>().Where(i => lineageIds.Contains(i.LineageId)).Select(i => i.EditionId);
        return visible.Where(e => fulfilling.Contains(e.Id));
    }

    /// <summary>The editions of a record that a reader may read, newest first: all that once were public to them, as long as the record still is.</summary>
    public IQueryable<Edition> History(Actor reader, Guid recordId) => Past(reader).Where(e => e.RecordId == recordId).OrderByDescending(e => e.Number);

    // An edition that has given way is read beside its successor, never by more people than it was meant for.
    private IQueryable<Edition> Past(Actor reader)
    {
        var now = clock.UtcNow;
        var readable = For(reader, now);
        return db.Set<Edition>().AsNoTracking().Where(e => e.PublishedAt <= now && e.TakenOutAt == null && readable.Any(r => r.RecordId == e.RecordId)).Where(MeantFor(reader));
    }

    /// <summary>The files a reader may download: of a readable edition, and not held.</summary>
    public IQueryable<Attachment> Files(Actor reader)
    {
        // Asked of each file, not listed first: SQLite would read every edition to find one file.
        var readable = Past(reader);
        return db.Set<Attachment>().AsNoTracking().Where(a =>
            readable.Any(e => e.Id == a.EditionId)
            && a.Use != AttachmentUse.Source
            && (a.Hold == Hold.Clear || a.Hold == Hold.Released));
    }

    /// <summary>What the address of a record that can no longer be read answers: how it ended, or null when there never was one to be seen.</summary>
    public async Task<Ending?> EndingAsync(string indexNumber, CancellationToken cancel = default)
    {
        var now = clock.UtcNow;
        return await db.Set<Edition>().AsNoTracking()
            .Where(e => e.Record!.IndexNumber == indexNumber && e.PublishedAt <= now && (e.ReplacedAt == null || e.ReplacedAt > now))
            .Where(MeantFor(Actor.Nobody))
            .Where(e => e.Record!.End == RecordEnd.Withdrawn || (e.Record.End == RecordEnd.None && e.ExpiresAt <= now))
            .Select(e => e.Record!.End == RecordEnd.Withdrawn
                ? new Ending(RecordEnd.Withdrawn, e.Record.EndedAt!.Value, e.Record.EndNotice)
                : new Ending(RecordEnd.Expired, e.ExpiresAt!.Value, ""))
            .FirstOrDefaultAsync(cancel);
    }

    private static Expression<Func<Edition, bool>> MeantFor(Actor reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (campus, party) = (reader.IsSignedIn, reader.IsPartyMember);
        return e => e.Attribute == DisclosureAttribute.Proactive
            && (e.Audience == Audience.Public || (campus && e.Audience == Audience.Campus) || (party && e.Audience == Audience.PartyMembers));
    }
}

/// <summary>How a record ended, as the public is told; its content is not part of it.</summary>
public sealed record Ending(RecordEnd End, DateTime At, string Notice);
