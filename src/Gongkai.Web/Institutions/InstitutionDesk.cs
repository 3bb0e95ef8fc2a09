using System.Text.RegularExpressions;
using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>What is done with institutions and units: setting up, changing, ordering.</summary>
public sealed partial class InstitutionDesk(GongkaiDb db, InstitutionScope scope, AuditTrail audit, CampusClock clock)
{
    /// <summary>Makes an institution and chooses it for what follows.</summary>
    /// <exception cref="ProblemException"><c>institutions.code-malformed</c>, <c>institutions.name-missing</c>, <c>institutions.code-taken</c>.</exception>
    public async Task<Institution> FoundAsync(string code, string name, string nameEn, SuperiorBody superior, CancellationToken cancel = default)
    {
        if (!SchoolCode().IsMatch(code))
        {
            throw new ProblemException("institutions.code-malformed");
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ProblemException("institutions.name-missing");
        }

        if (await db.Set<Institution>().AnyAsync(i => i.Code == code, cancel))
        {
            throw new ProblemException("institutions.code-taken", code);
        }

        var institution = new Institution
        {
            Id = Guid.CreateVersion7(clock.UtcNow),
            Code = code,
            Name = name.Trim(),
            NameEn = nameEn.Trim(),
            SuperiorBody = superior,
            Organiser = name.Trim(),
            CreatedAt = clock.UtcNow,
        };
        db.Add(institution);
        scope.Choose(institution.Id);
        audit.Note(Actor.Program, "institutions.founded", institution.Id, institution.Name);
        await db.SaveChangesAsync(cancel);
        return institution;
    }

    /// <summary>The institution of this unit of work.</summary>
    public Task<Institution> CurrentAsync(CancellationToken cancel = default) =>
        db.Set<Institution>().Where(i => i.Id == scope.Id).FirstOr404Async(cancel);

    /// <summary>Changes settings of the institution.</summary>
    public async Task ChangeAsync(Actor by, Action<Institution> change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        Permit.Require(by.Holds(Role.SystemAdmin) || by == Actor.Program);
        var institution = await CurrentAsync(cancel);
        change(institution);
        institution.Version++;
        audit.Note(by, "institutions.changed", institution.Id, institution.Name);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>All units in official order, parents before their children.</summary>
    public async Task<IReadOnlyList<Unit>> UnitsAsync(CancellationToken cancel = default)
    {
        var units = await db.Set<Unit>().AsNoTracking().OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync(cancel);
        var below = units.ToLookup(u => u.ParentId);
        return [.. Below(null)];

        IEnumerable<Unit> Below(Guid? parent) => below[parent].SelectMany(u => Below(u.Id).Prepend(u));
    }

    /// <summary>Adds a unit at the end of its siblings.</summary>
    /// <exception cref="ProblemException"><c>units.name-missing</c>, <c>units.name-taken</c>, <c>units.code-taken</c>.</exception>
    public async Task<Unit> AddUnitAsync(Actor by, string name, string? code = null, string nameEn = "", Guid? parentId = null, bool isCollege = false, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.SystemAdmin) || by.Holds(Role.DisclosureOffice) || by == Actor.Program);
        name = name.Trim().Normalize();
        if (name.Length == 0)
        {
            throw new ProblemException("units.name-missing");
        }

        if (await db.Set<Unit>().AnyAsync(u => u.Name == name, cancel))
        {
            throw new ProblemException("units.name-taken", name);
        }

        var order = await db.Set<Unit>().CountAsync(cancel) + 1;
        code = string.IsNullOrWhiteSpace(code) ? await FreeCodeAsync(order, cancel) : code.Trim();
        if (await db.Set<Unit>().AnyAsync(u => u.Code == code, cancel))
        {
            throw new ProblemException("units.code-taken", code);
        }

        var unit = new Unit
        {
            Id = Guid.CreateVersion7(clock.UtcNow),
            Code = code,
            Name = name,
            NameEn = nameEn.Trim(),
            ParentId = parentId,
            IsCollege = isCollege,
            Order = order,
        };
        db.Add(unit);
        audit.Note(by, "units.added", unit.Id, unit.Name);
        await db.SaveChangesAsync(cancel);
        return unit;
    }

    /// <summary>Changes a unit: names, aliases, order, whether it still exists.</summary>
    public async Task ChangeUnitAsync(Actor by, Guid id, Action<Unit> change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        Permit.Require(by.Holds(Role.SystemAdmin) || by.Holds(Role.DisclosureOffice) || by == Actor.Program);
        var unit = await db.Set<Unit>().Where(u => u.Id == id).FirstOr404Async(cancel);
        change(unit);
        if (await db.Set<Unit>().AnyAsync(u => u.Id != id && u.Name == unit.Name, cancel))
        {
            throw new ProblemException("units.name-taken", unit.Name);
        }

        if (await db.Set<Unit>().AnyAsync(u => u.Id != id && u.Code == unit.Code, cancel))
        {
            throw new ProblemException("units.code-taken", unit.Code);
        }

        audit.Note(by, "units.changed", unit.Id, unit.Name);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<string> FreeCodeAsync(int from, CancellationToken cancel)
    {
        var taken = (await db.Set<Unit>().Select(u => u.Code).ToListAsync(cancel)).ToHashSet();
        return Enumerable.Range(from, 10_000).Select(n => n.ToString("00", System.Globalization.CultureInfo.InvariantCulture)).First(c => !taken.Contains(c));
    }

    [GeneratedRegex(@"^[0-9A-Za-z]{4,20}$")]
    private static partial Regex SchoolCode();
}

/// <summary>Turns a "may not" into a refusal.</summary>
public static class Permit
{
    /// <summary>Refuses unless allowed.</summary>
    /// <exception cref="RefusedException">Always when not allowed.</exception>
    public static void Require(bool isAllowed, string code = "shared.refused")
    {
        if (!isAllowed)
        {
            throw new RefusedException(code);
        }
    }
}
