using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>Sets which steps editions go through, per unit and kind. Secrecy review is in every route.</summary>
public sealed class RouteDesk(GongkaiDb db, CampusClock clock, AuditTrail audit)
{
    /// <summary>Every setting, the general ones first.</summary>
    public async Task<IReadOnlyList<RouteSetting>> AllAsync(CancellationToken cancel = default) =>
        [.. (await db.Set<RouteSetting>().AsNoTracking().ToListAsync(cancel)).OrderBy(r => r.UnitId is not null).ThenBy(r => r.Kind)];

    /// <summary>Sets the route of a unit, a kind, both or all; a setting for the same is replaced.</summary>
    public async Task SetAsync(Actor by, Guid? unitId, RecordKind? kind, ReviewRoute route, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(route);
        Permit.Require(by.Holds(Role.DisclosureOffice));
        db.RemoveRange(await db.Set<RouteSetting>().Where(r => r.UnitId == unitId && r.Kind == kind).ToListAsync(cancel));
        var setting = new RouteSetting { Id = Guid.CreateVersion7(clock.UtcNow), UnitId = unitId, Kind = kind, UnitReview = route.UnitReview, OfficeApproval = route.OfficeApproval };
        db.Add(setting);
        audit.Note(by, "records.route-set", setting.Id, $"{kind?.ToString() ?? "*"}: {route.UnitReview}, {route.OfficeApproval}");
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes a setting away.</summary>
    public async Task UnsetAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.DisclosureOffice));
        db.Remove(await db.Set<RouteSetting>().Where(r => r.Id == id).FirstOr404Async(cancel));
        audit.Note(by, "records.route-unset", id, "");
        await db.SaveChangesAsync(cancel);
    }
}
