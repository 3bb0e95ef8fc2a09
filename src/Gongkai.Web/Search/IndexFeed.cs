using System.Globalization;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Search;

/// <summary>Where the database stands: the last change, this instant, and which rebuild was last asked for.</summary>
internal sealed record IndexStanding(int Change, DateTime At, int Generation)
{
    public IndexMark Mark => new(Change, At, Generation);
}

/// <summary>Reads for the index what changed in the database since a mark, and what appeared or ended by itself meanwhile.</summary>
internal sealed class IndexFeed(GongkaiDb db, PublicRecords records, CampusClock clock, BlobStore blobs, FileTexts texts)
{
    /// <summary>Where an empty index stands: records that were public before changes were counted bear the number 0.</summary>
    public static readonly IndexMark Nothing = new(-1, DateTime.MinValue.ToUniversalTime(), 0);

    internal const string Generations = "search-rebuilds";

    public async Task<IndexStanding> StandingAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var numbers = await db.Set<NumberSeries>().Where(n => n.Series == PublicCounter.Series || n.Series == Generations).ToDictionaryAsync(n => n.Series, n => n.Value, cancel);
        return new IndexStanding(numbers.GetValueOrDefault(PublicCounter.Series), now, numbers.GetValueOrDefault(Generations));
    }

    /// <summary>Whether something was changed, or appeared or ended by itself, since a mark.</summary>
    public async Task<bool> HasMovedAsync(IndexMark mark, IndexStanding standing, CancellationToken cancel) =>
        mark.Change != standing.Change || await Turned(mark, standing).AnyAsync(cancel);

    /// <summary>Records touched since a mark that nobody outside may read now.</summary>
    public async Task<List<Guid>> GoneAsync(IndexMark mark, IndexStanding standing, CancellationToken cancel)
    {
        if (mark.Change < 0)
        {
            return [];
        }

        var readable = records.ForSomebody(standing.At);
        var changed = await Changed(mark, standing).Where(r => !readable.Any(e => e.RecordId == r.Id)).Select(r => r.Id).ToListAsync(cancel);
        var turned = await Turned(mark, standing).Where(e => !readable.Any(r => r.RecordId == e.RecordId)).Select(e => e.RecordId).ToListAsync(cancel);
        return [.. changed.Union(turned)];
    }

    /// <summary>The records touched since a mark, in the order of their changes, then those that appeared or ended by themselves. What changes while they are read in belongs to
    /// the next reading: here it would be read twice.</summary>
    public async Task<List<Guid>> TouchedAsync(IndexMark mark, IndexStanding standing, CancellationToken cancel)
    {
        var changed = await Changed(mark, standing).OrderBy(r => r.ChangeNumber).Select(r => r.Id).ToListAsync(cancel);
        return mark.Change < 0 ? changed : [.. changed.Union(await Turned(mark, standing).Select(e => e.RecordId).ToListAsync(cancel))];
    }

    /// <summary>What somebody outside may read of these records.</summary>
    public async Task<IReadOnlyList<IndexedRecord>> ReadAsync(IReadOnlyList<Guid> ids, IndexStanding standing, SearchIndex index, CancellationToken cancel)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var editions = await records.ForSomebody(standing.At).Where(e => EF.Parameter(ids).Contains(e.RecordId)).Include(e => e.Record!.Unit).Include(e => e.Items).Include(e => e.Attachments).AsSplitQuery().ToListAsync(cancel);
        return [.. editions.Select(e => Of(e, index, cancel))];
    }

    private IQueryable<Record> Changed(IndexMark mark, IndexStanding standing) => db.Set<Record>().Where(r => r.ChangeNumber > mark.Change && r.ChangeNumber <= standing.Change);

    private IQueryable<Edition> Turned(IndexMark mark, IndexStanding standing) =>
        db.Set<Edition>().Where(e => (e.PublishedAt > mark.At && e.PublishedAt <= standing.At) || (e.ExpiresAt > mark.At && e.ExpiresAt <= standing.At));

    private IndexedRecord Of(Edition edition, SearchIndex index, CancellationToken cancel)
    {
        var record = edition.Record!;
        var published = edition.PublishedAt!.Value;
        var days = new[] { edition.ProducedOn, clock.DayOf(published), record.FirstPublishedAt is { } first ? clock.DayOf(first) : null }.OfType<DateOnly>().Distinct();
        return new IndexedRecord
        {
            RecordId = record.Id,
            EditionId = edition.Id,
            Title = edition.Title,
            Head = string.Join('\n', [record.IndexNumber ?? "", edition.DocumentNumber, edition.Issuer, record.Unit?.Name ?? "", .. days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]),
            Body = Plain.Of(edition.BodyHtml),
            UnitId = record.UnitId,
            Items = [.. edition.Items.Select(i => i.LineageId)],
            Kind = edition.Kind,
            Audience = edition.Audience,
            PublishedAt = published,
            Year = clock.DayOf(published).Year,
            Until = edition.ReplacedAt is { } replaced && (edition.ExpiresAt is null || replaced < edition.ExpiresAt) ? replaced : edition.ExpiresAt,
            Files = Files(edition, index, cancel),
        };
    }

    private List<IndexedFile> Files(Edition edition, SearchIndex index, CancellationToken cancel)
    {
        var files = edition.Attachments.Where(a => a is { Use: AttachmentUse.Attachment, Hold: Hold.Clear or Hold.Released }).OrderBy(a => a.Order).ToList();
        if (files.Count == 0)
        {
            return [];
        }

        var known = index.FilesOf(edition.RecordId).ToLookup(f => f.Hash);
        return [.. files.Select(file => new IndexedFile(file.Id, file.Hash, file.Name, known[file.Hash].FirstOrDefault()?.Lines ?? texts.Read(blobs, file, cancel)))];
    }
}
