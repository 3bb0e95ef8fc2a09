using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>The office's list of records: the latest edition of each, filtered and sorted, only of units the person has business with.</summary>
public sealed class RecordQueue(GongkaiDb db, CampusClock clock)
{
    /// <summary>What may be asked of the list.</summary>
    public sealed record Filter
    {
        /// <summary>Words in title or document number.</summary>
        public string Q { get; init; } = "";

        /// <summary>Where the latest edition stands.</summary>
        public EditionStatus? Status { get; init; }

        /// <summary>A unit.</summary>
        public Guid? Unit { get; init; }

        /// <summary>A kind.</summary>
        public RecordKind? Kind { get; init; }

        /// <summary>公开属性.</summary>
        public DisclosureAttribute? Attribute { get; init; }

        /// <summary>Sorted by: changed, title, published.</summary>
        public string Sort { get; init; } = "changed";
    }

    /// <summary>The latest editions that match.</summary>
    public IQueryable<Edition> Find(Actor by, Filter filter)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(filter);
        var now = clock.UtcNow;
        var rows = Readable(by).Where(e => !e.Record!.Editions.Any(later => later.Number > e.Number));
        rows = filter.Status switch
        {
            null => rows,
            EditionStatus.Live => rows.Where(e => e.Status == EditionStatus.Live || (e.Status == EditionStatus.Scheduled && e.PublishedAt <= now)),
            EditionStatus.Scheduled => rows.Where(e => e.Status == EditionStatus.Scheduled && e.PublishedAt > now),
            { } status => rows.Where(e => e.Status == status),
        };
        if (filter.Unit is { } unit)
        {
            rows = rows.Where(e => e.Record!.UnitId == unit);
        }

        if (filter.Kind is { } kind)
        {
            rows = rows.Where(e => e.Kind == kind);
        }

        if (filter.Attribute is { } attribute)
        {
            rows = rows.Where(e => e.Attribute == attribute);
        }

        if (filter.Q.Trim().Normalize() is { Length: > 0 } q)
        {
            rows = rows.Where(e => e.Title.Contains(q) || e.DocumentNumber.Contains(q) || e.Record!.IndexNumber == q);
        }

        return filter.Sort switch
        {
            "title" => rows.OrderBy(e => e.Title).ThenBy(e => e.Id),
            "published" => rows.OrderByDescending(e => e.PublishedAt).ThenBy(e => e.Id),
            _ => rows.OrderByDescending(e => e.ChangedAt).ThenBy(e => e.Id),
        };
    }

    /// <summary>All editions of units the person has business with.</summary>
    public IQueryable<Edition> Readable(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        Role[] roles = [Role.Liaison, Role.UnitHead, Role.SecrecyReviewer, Role.DisclosureOffice, Role.Supervisor];
        var all = db.Set<Edition>().AsNoTracking();
        if (roles.Any(role => by.Holds(role) && by.UnitsFor(role) is null))
        {
            return all;
        }

        var units = roles.SelectMany(role => by.UnitsFor(role) ?? new HashSet<Guid>()).Distinct().ToList();
        return all.Where(e => units.Contains(e.Record!.UnitId));
    }
}
