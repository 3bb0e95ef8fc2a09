using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>The order and shape of the tree of units.</summary>
public sealed class UnitDesk(GongkaiDb db, InstitutionDesk institutions, AuditTrail audit)
{
    /// <summary>Moves a unit one place up or down among its siblings; at the end nothing changes.</summary>
    public async Task MoveAsync(Actor by, Guid id, bool isUp, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.SystemAdmin) || by.Holds(Role.DisclosureOffice));
        var unit = await db.Set<Unit>().Where(u => u.Id == id).FirstOr404Async(cancel);
        var siblings = await db.Set<Unit>().Where(u => u.ParentId == unit.ParentId).OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync(cancel);
        var (at, to) = (siblings.IndexOf(unit), siblings.IndexOf(unit) + (isUp ? -1 : 1));
        if (to < 0 || to >= siblings.Count)
        {
            return;
        }

        (siblings[at], siblings[to]) = (siblings[to], siblings[at]);
        foreach (var (place, sibling) in siblings.Index())
        {
            sibling.Order = place + 1;
        }

        audit.Note(by, "units.moved", unit.Id, unit.Name);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Changes a unit; its parent may be no unit below itself.</summary>
    /// <exception cref="ProblemException"><c>units.name-missing</c>, <c>units.name-taken</c>, <c>units.parent-below</c>, <c>units.alias-taken</c>.</exception>
    public async Task ChangeAsync(Actor by, Guid id, Action<Unit> change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(cancel);
        await institutions.ChangeUnitAsync(by, id, unit =>
        {
            change(unit);
            unit.Name = unit.Name.Trim().Normalize();
            if (unit.Name.Length == 0)
            {
                throw new ProblemException("units.name-missing");
            }

            if (unit.Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(a => units.Exists(u => u.Id != id && u.IsCalled(a))) is { } taken)
            {
                throw new ProblemException("units.alias-taken", taken);
            }

            for (var above = unit.ParentId; above is { } parent; above = units.Find(u => u.Id == parent)?.ParentId)
            {
                if (parent == id)
                {
                    throw new ProblemException("units.parent-below");
                }
            }
        }, cancel);
    }
}
