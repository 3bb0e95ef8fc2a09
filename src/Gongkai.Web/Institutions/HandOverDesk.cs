using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>What a person has in one room, and how it passes to a successor. Each room that keeps something in a person's name gives one.</summary>
public interface IBelongings
{
    /// <summary>What the person has there now.</summary>
    Task<IReadOnlyList<Belonging>> OfAsync(Guid personId, CancellationToken cancel);

    /// <summary>Passes it on, to be written with the next save.</summary>
    Task HandOverAsync(Actor by, Guid leaverId, Guid successorId, CancellationToken cancel);
}

/// <summary>One thing a person has: what kind, as a key of the word book, and what it is called.</summary>
public sealed record Belonging(string Kind, string Title);

/// <summary>All that would be handed over.</summary>
public sealed record HandOverPreview(Person Leaver, IReadOnlyList<RoleHolding> Roles, IReadOnlyList<RoleHolding> Delegated, IReadOnlyList<Belonging> Belongings);

/// <summary>Hands all that a leaver owns to a successor and closes the leaver's account (离岗移交).</summary>
public sealed class HandOverDesk(GongkaiDb db, PeopleDesk people, IEnumerable<IBelongings> rooms, AuditTrail audit, CampusClock clock)
{
    /// <summary>What would be handed over: roles held, those delegated to others, and what lies in the rooms.</summary>
    public async Task<HandOverPreview> PreviewAsync(Actor by, Guid leaverId, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.SecurityAdmin));
        var leaver = await db.Set<Person>().AsNoTracking().Where(p => p.Id == leaverId).FirstOr404Async(cancel);
        var belongings = new List<Belonging>();
        foreach (var room in rooms)
        {
            belongings.AddRange(await room.OfAsync(leaverId, cancel));
        }

        return new HandOverPreview(leaver, await HeldAsync(h => h.PersonId == leaverId, cancel), await HeldAsync(h => h.DelegatedById == leaverId, cancel), belongings);
    }

    /// <summary>Hands it over, all or nothing. What was delegated keeps its last day.</summary>
    /// <exception cref="ProblemException"><c>people.same-person</c>, <c>people.successor-closed</c>, <c>people.administrators-apart</c>.</exception>
    public async Task HandOverAsync(Actor by, Guid leaverId, Guid successorId, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.SecurityAdmin));
        if (leaverId == successorId)
        {
            throw new ProblemException("people.same-person");
        }

        await using var transaction = await db.BeginOrJoinAsync(cancel);
        var leaver = await db.Set<Person>().Where(p => p.Id == leaverId).FirstOr404Async(cancel);
        var successor = await db.Set<Person>().Where(p => p.Id == successorId).FirstOr404Async(cancel);
        if (!successor.IsActive)
        {
            throw new ProblemException("people.successor-closed", successor.Name);
        }

        foreach (var room in rooms)
        {
            await room.HandOverAsync(by, leaverId, successorId, cancel);
        }

        foreach (var holding in await HeldAsync(h => h.PersonId == leaverId, cancel))
        {
            await people.PassOnAsync(by, holding, successorId, holding.DelegatedById, cancel);
        }

        foreach (var holding in await HeldAsync(h => h.DelegatedById == leaverId, cancel))
        {
            await people.PassOnAsync(by, holding, holding.PersonId, successorId, cancel);
        }

        leaver.IsActive = false;
        leaver.SecurityStamp = Guid.CreateVersion7(clock.UtcNow).ToString();
        audit.Note(by, "people.handed-over", leaverId, $"{leaver.Name} → {successor.Name}");
        await db.SaveChangesAsync(cancel);
        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
    }

    private async Task<List<RoleHolding>> HeldAsync(System.Linq.Expressions.Expression<Func<RoleHolding, bool>> which, CancellationToken cancel)
    {
        var today = clock.Today;
        return (await db.Set<RoleHolding>().Where(which).OrderBy(h => h.Id).ToListAsync(cancel)).FindAll(h => h.HoldsOn(today));
    }
}
