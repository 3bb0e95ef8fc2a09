using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>What the system administrator does with an account: change it, close and reopen it, reset a password, unlock it, clear a lost
/// second factor. It never touches what the person may do.</summary>
public sealed class AccountDesk(GongkaiDb db, UserManager<Person> users, AuditTrail audit, CampusClock clock)
{
    /// <summary>A person, for whoever keeps accounts or rights.</summary>
    public async Task<Person> FindAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.SystemAdmin) || by.Holds(Role.SecurityAdmin));
        return await db.Set<Person>().Where(p => p.Id == id).FirstOr404Async(cancel);
    }

    /// <summary>Changes what an account says of its person.</summary>
    /// <exception cref="ProblemException"><c>people.name-missing</c>.</exception>
    public Task ChangeAsync(Actor by, Guid id, Action<Person> change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return ActAsync(by, id, "people.changed", person =>
        {
            change(person);
            person.Name = person.Name.Trim().Normalize();
            if (person.Name.Length == 0)
            {
                throw new ProblemException("people.name-missing");
            }
        }, cancel);
    }

    /// <summary>Closes an account: its person signs in no more, what they did stays.</summary>
    /// <exception cref="ProblemException"><c>people.close-self</c>.</exception>
    public Task CloseAsync(Actor by, Guid id, CancellationToken cancel = default) => ActAsync(by, id, "people.account-closed", person =>
    {
        if (person.Id == by.Id)
        {
            throw new ProblemException("people.close-self");
        }

        person.IsActive = false;
        person.SecurityStamp = Guid.CreateVersion7(clock.UtcNow).ToString();
    }, cancel);

    /// <summary>Opens a closed account again; its roles are as they were.</summary>
    public Task ReopenAsync(Actor by, Guid id, CancellationToken cancel = default) => ActAsync(by, id, "people.account-reopened", person => person.IsActive = true, cancel);

    /// <summary>Lets a locked account sign in at once.</summary>
    public Task UnlockAsync(Actor by, Guid id, CancellationToken cancel = default) => ActAsync(by, id, "people.account-unlocked", person => (person.LockoutEnd, person.AccessFailedCount) = (null, 0), cancel);

    /// <summary>Sets a password the program makes and gives it, once; its owner changes it at the next sign-in.</summary>
    public async Task<string> ResetPasswordAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var password = FirstPassword.Make();
        await ActAsync(by, id, "people.password-reset", person =>
        {
            person.PasswordHash = users.PasswordHasher.HashPassword(person, password);
            person.SecurityStamp = Guid.CreateVersion7(clock.UtcNow).ToString();
            person.MustChangePassword = true;
            (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
        }, cancel);
        return password;
    }

    /// <summary>Clears the second factor of somebody who lost it; they set up a new one under their own name.</summary>
    public async Task ClearSecondFactorAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        await using var transaction = await db.BeginOrJoinAsync(cancel);
        await ActAsync(by, id, "people.second-factor-cleared", person => person.TwoFactorEnabled = false, cancel);
        await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == id).ExecuteDeleteAsync(cancel);
        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
    }

    /// <summary>Changes one's own password.</summary>
    /// <exception cref="ProblemException"><c>people.password-same</c>, or the password rule broken.</exception>
    public async Task<Person> ChangeOwnPasswordAsync(Actor by, string old, string chosen)
    {
        ArgumentNullException.ThrowIfNull(by);
        var me = await users.FindByIdAsync(by.Id.ToString()) ?? throw new NotFoundException(nameof(Person));
        if (old == chosen)
        {
            throw new ProblemException("people.password-same");
        }

        me.MustChangePassword = false;
        audit.Note(by, "people.password-changed", me.Id, me.Name);
        var changed = await users.ChangePasswordAsync(me, old, chosen);
        return changed.Succeeded ? me : throw new ProblemException($"people.{changed.Errors.First().Code}");
    }

    private async Task ActAsync(Actor by, Guid id, string act, Action<Person> change, CancellationToken cancel)
    {
        Permit.Require(by.Holds(Role.SystemAdmin) || by == Actor.Program);
        var person = await db.Set<Person>().Where(p => p.Id == id).FirstOr404Async(cancel);
        change(person);
        audit.Note(by, act, person.Id, person.Name);
        var saved = await users.UpdateAsync(person);
        if (!saved.Succeeded)
        {
            throw new ProblemException($"people.{saved.Errors.First().Code}", person.UserName!);
        }
    }
}
