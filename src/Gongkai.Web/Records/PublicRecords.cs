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
    public IQueryable<Edition> For(Actor reader, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var campus = reader.IsSignedIn;
        var party = reader.IsPartyMember;
        return db.Set<Edition>().AsNoTracking().Where(e =>
            e.PublishedAt <= now
            && (e.ReplacedAt == null || e.ReplacedAt > now)
            && e.Record!.Attribute == DisclosureAttribute.Proactive
            && (e.Record.End == RecordEnd.None || e.Record.End == RecordEnd.Superseded || e.Record.EndedAt > now)
            && (e.Record.Audience == Audience.Public
                || (campus && e.Record.Audience == Audience.Campus)
                || (party && e.Record.Audience == Audience.PartyMembers)));
    }

    /// <summary>The earlier editions of a record a reader may read, newest first: all that once were public, as long as the record still is.</summary>
    public IQueryable<Edition> History(Actor reader, Guid recordId)
    {
        var now = clock.UtcNow;
        var readable = For(reader, now).Where(e => e.RecordId == recordId).Select(e => e.RecordId);
        return db.Set<Edition>().AsNoTracking()
            .Where(e => readable.Contains(e.RecordId) && e.PublishedAt <= now)
            .OrderByDescending(e => e.Number);
    }

    /// <summary>The files a reader may download: of a readable edition, and not held.</summary>
    public IQueryable<Attachment> Files(Actor reader)
    {
        var now = clock.UtcNow;
        var readable = For(reader, now).Select(e => e.RecordId);
        return db.Set<Attachment>().AsNoTracking().Where(a =>
            a.Edition!.PublishedAt <= now
            && readable.Contains(a.Edition.RecordId)
            && a.Use != AttachmentUse.Source
            && (a.Hold == Hold.Clear || a.Hold == Hold.Released));
    }

    /// <summary>What the address of a record that can no longer be read answers: how it ended, or null when there never was one to be seen.</summary>
    public async Task<Ending?> EndingAsync(string indexNumber, CancellationToken cancel = default)
    {
        var now = clock.UtcNow;
        return await db.Set<Record>().AsNoTracking()
            .Where(r => r.IndexNumber == indexNumber && r.FirstPublishedAt <= now && r.EndedAt <= now
                && r.Attribute == DisclosureAttribute.Proactive && r.Audience == Audience.Public
                && (r.End == RecordEnd.Withdrawn || r.End == RecordEnd.Expired))
            .Select(r => new Ending(r.End, r.EndedAt!.Value, r.End == RecordEnd.Withdrawn ? r.EndNotice : ""))
            .FirstOrDefaultAsync(cancel);
    }
}

/// <summary>How a record ended, as the public is told; its content is not part of it.</summary>
public sealed record Ending(RecordEnd End, DateTime At, string Notice);
