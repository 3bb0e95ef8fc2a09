using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>What is done with people and the roles they hold. Accounts are the system administrator's; roles are the security
/// administrator's; no one person may hold two of the three administrators' roles (等保: separation of rights).</summary>
public sealed class PeopleDesk(GongkaiDb db, UserManager<Person> users, AuditTrail audit, CampusClock clock)
{
    private static readonly Role[] Administrators = [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin];

    /// <summary>Makes an account.</summary>
    /// <exception cref="ProblemException"><c>people.user-name-taken</c>, <c>people.name-missing</c>, or the password rule broken.</exception>
    public Task<Person> AddAsync(Actor by, string userName, string name, string password, Guid? unitId = null, string? email = null, string pinyinKey = "", bool isPartyMember = false, bool mustChangePassword = false) =>
        AddAsync(by, Make(userName, name, unitId, email, pinyinKey, isPartyMember, mustChangePassword), person => users.CreateAsync(person, password));

    /// <summary>Makes an account with a first password that keeps the rules and was hashed before, see <see cref="HashOf"/>.</summary>
    /// <exception cref="ProblemException"><c>people.user-name-taken</c>, <c>people.name-missing</c>.</exception>
    internal Task<Person> AddHashedAsync(Actor by, string userName, string name, string hash, Guid? unitId, string? email, string pinyinKey)
    {
        var person = Make(userName, name, unitId, email, pinyinKey, isPartyMember: false, mustChangePassword: true);
        person.PasswordHash = hash;
        return AddAsync(by, person, users.CreateAsync);
    }

    /// <summary>Hashes a password, slowly as it must be: many are hashed before a transaction begins.</summary>
    internal string HashOf(string password) => users.PasswordHasher.HashPassword(Make("", "", null, null, "", false, false), password);

    private async Task<Person> AddAsync(Actor by, Person person, Func<Person, Task<IdentityResult>> create)
    {
        Permit.Require(by.Holds(Role.SystemAdmin) || by == Actor.Program);
        if (person.Name.Length == 0)
        {
            throw new ProblemException("people.name-missing");
        }

        audit.Note(by, "people.added", person.Id, person.Name);
        var made = await create(person);
        if (!made.Succeeded)
        {
            db.ChangeTracker.Clear();
            throw new ProblemException($"people.{made.Errors.First().Code}", person.UserName!);
        }

        return person;
    }

    private Person Make(string userName, string name, Guid? unitId, string? email, string pinyinKey, bool isPartyMember, bool mustChangePassword) => new()
    {
        Id = Guid.CreateVersion7(clock.UtcNow),
        InstitutionId = db.CurrentInstitution,
        UserName = userName.Trim(),
        Name = name.Trim().Normalize(),
        PinyinKey = pinyinKey,
        Email = email,
        UnitId = unitId,
        IsPartyMember = isPartyMember,
        MustChangePassword = mustChangePassword,
        LockoutEnabled = true,
        CreatedAt = clock.UtcNow,
    };

    /// <summary>Gives a person a role for a unit, or for the whole school.</summary>
    /// <exception cref="ProblemException"><c>people.administrators-apart</c>: the person holds another administrator's role.</exception>
    public async Task GrantAsync(Actor by, Guid personId, Role role, Guid? unitId = null, DateOnly? untilOn = null, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.SecurityAdmin) || by == Actor.Program);
        await HoldAsync(by, personId, role, unitId, untilOn, delegatedBy: null, cancel);
    }

    /// <summary>Hands one's own role to a colleague until a day (委托).</summary>
    /// <exception cref="ProblemException"><c>people.delegation-not-held</c>, <c>people.delegation-past</c>.</exception>
    public async Task DelegateAsync(Actor by, Guid toId, Role role, Guid? unitId, DateOnly untilOn, CancellationToken cancel = default)
    {
        var today = clock.Today;
        var own = await db.Set<RoleHolding>().Where(h => h.PersonId == by.Id && h.Role == role && h.UnitId == unitId && h.DelegatedById == null).ToListAsync(cancel);
        if (!own.Exists(h => h.HoldsOn(today)) || Administrators.Contains(role))
        {
            throw new ProblemException("people.delegation-not-held");
        }

        if (untilOn < today || untilOn > today.AddYears(1))
        {
            throw new ProblemException("people.delegation-past");
        }

        await HoldAsync(by, toId, role, unitId, untilOn, by.Id, cancel);
    }

    /// <summary>Ends a holding today. What was done under it stays.</summary>
    public async Task RevokeAsync(Actor by, Guid holdingId, CancellationToken cancel = default)
    {
        var holding = await db.Set<RoleHolding>().Where(h => h.Id == holdingId).FirstOr404Async(cancel);
        Permit.Require(by.Holds(Role.SecurityAdmin) || holding.DelegatedById == by.Id);
        holding.UntilOn = clock.Today.AddDays(-1);
        audit.Note(by, "people.role-revoked", holding.PersonId, holding.Role.ToString());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Ends a holding and lets another begin in its place, with the same last day: for a hand-over.</summary>
    internal async Task PassOnAsync(Actor by, RoleHolding holding, Guid toId, Guid? delegatedBy, CancellationToken cancel)
    {
        var until = holding.UntilOn;
        holding.UntilOn = clock.Today.AddDays(-1);
        await HoldAsync(by, toId, holding.Role, holding.UnitId, until, delegatedBy, cancel);
    }

    /// <summary>The actor a person is today; null when the account is closed.</summary>
    public async Task<Actor?> ActorAsync(Guid personId, CancellationToken cancel = default)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId && p.IsActive, cancel);
        if (person is null)
        {
            return null;
        }

        var today = clock.Today;
        var holdings = await db.Set<RoleHolding>().AsNoTracking()
            .Where(h => h.PersonId == personId && h.FromOn <= today && (h.UntilOn == null || h.UntilOn >= today)).ToListAsync(cancel);
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(cancel);
        return Actor.Of(person, holdings, units);
    }

    private async Task HoldAsync(Actor by, Guid personId, Role role, Guid? unitId, DateOnly? untilOn, Guid? delegatedBy, CancellationToken cancel)
    {
        var person = await db.Set<Person>().Where(p => p.Id == personId).FirstOr404Async(cancel);
        if (unitId is not null)
        {
            await db.Set<Unit>().Where(u => u.Id == unitId).FirstOr404Async(cancel);
        }

        var today = clock.Today;
        var held = (await db.Set<RoleHolding>().Where(h => h.PersonId == personId).ToListAsync(cancel)).Where(h => h.HoldsOn(today)).ToList();
        if (Administrators.Contains(role) && held.Exists(h => h.Role != role && h.Role != Role.Reader))
        {
            throw new ProblemException("people.administrators-apart");
        }

        if (!Administrators.Contains(role) && role != Role.Reader && held.Exists(h => Administrators.Contains(h.Role)))
        {
            throw new ProblemException("people.administrators-apart");
        }

        if (held.Exists(h => h.Role == role && h.UnitId == unitId && h.UntilOn is null))
        {
            return;
        }

        db.Add(new RoleHolding
        {
            Id = Guid.CreateVersion7(clock.UtcNow),
            PersonId = personId,
            Role = role,
            UnitId = unitId,
            FromOn = today,
            UntilOn = untilOn,
            DelegatedById = delegatedBy,
        });
        audit.Note(by, delegatedBy is null ? "people.role-granted" : "people.role-delegated", personId, $"{person.Name}: {role}");
        await db.SaveChangesAsync(cancel);
    }
}
