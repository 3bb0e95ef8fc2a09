using Gongkai.Web.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>Keeps accounts in our own tables, and without the columns of the identity library that nobody uses.</summary>
internal sealed class PersonStore(GongkaiDb db, IdentityErrorDescriber describer)
    : UserStoreBase<Person, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>>(describer)
{
    public override IQueryable<Person> Users => db.Set<Person>();

    public override async Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken = default)
    {
        db.Add(user);
        return await SaveAsync(cancellationToken);
    }

    public override async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken = default)
    {
        db.Attach(user);
        db.Update(user);
        return await SaveAsync(cancellationToken);
    }

    public override Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("An account is closed, never deleted: what the person did stays.");

    public override Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken = default) =>
        FindUserAsync(Guid.Parse(userId), cancellationToken);

    public override Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken = default) =>
        db.Set<Person>().FirstOrDefaultAsync(p => p.NormalizedUserName == normalizedUserName, cancellationToken);

    public override Task<Person?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default) =>
        db.Set<Person>().FirstOrDefaultAsync(p => p.NormalizedEmail == normalizedEmail, cancellationToken);

    public override Task<IList<System.Security.Claims.Claim>> GetClaimsAsync(Person user, CancellationToken cancellationToken = default) =>
        Task.FromResult<IList<System.Security.Claims.Claim>>([]);

    public override Task AddClaimsAsync(Person user, IEnumerable<System.Security.Claims.Claim> claims, CancellationToken cancellationToken = default) => throw NoClaims();

    public override Task ReplaceClaimAsync(Person user, System.Security.Claims.Claim claim, System.Security.Claims.Claim newClaim, CancellationToken cancellationToken = default) => throw NoClaims();

    public override Task RemoveClaimsAsync(Person user, IEnumerable<System.Security.Claims.Claim> claims, CancellationToken cancellationToken = default) => throw NoClaims();

    public override Task<IList<Person>> GetUsersForClaimAsync(System.Security.Claims.Claim claim, CancellationToken cancellationToken = default) => throw NoClaims();

    public override Task AddLoginAsync(Person user, UserLoginInfo login, CancellationToken cancellationToken = default) => throw NoClaims();

    public override Task RemoveLoginAsync(Person user, string loginProvider, string providerKey, CancellationToken cancellationToken = default) => throw NoClaims();

    public override Task<IList<UserLoginInfo>> GetLoginsAsync(Person user, CancellationToken cancellationToken = default) => Task.FromResult<IList<UserLoginInfo>>([]);

    protected override Task<Person?> FindUserAsync(Guid userId, CancellationToken cancellationToken) =>
        db.Set<Person>().FirstOrDefaultAsync(p => p.Id == userId, cancellationToken);

    protected override Task<IdentityUserLogin<Guid>?> FindUserLoginAsync(Guid userId, string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        Task.FromResult<IdentityUserLogin<Guid>?>(null);

    protected override Task<IdentityUserLogin<Guid>?> FindUserLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        Task.FromResult<IdentityUserLogin<Guid>?>(null);

    protected override Task<IdentityUserToken<Guid>?> FindTokenAsync(Person user, string loginProvider, string name, CancellationToken cancellationToken) =>
        db.Set<IdentityUserToken<Guid>>().FirstOrDefaultAsync(t => t.UserId == user.Id && t.LoginProvider == loginProvider && t.Name == name, cancellationToken);

    protected override async Task AddUserTokenAsync(IdentityUserToken<Guid> token)
    {
        db.Add(token);
        await db.SaveChangesAsync();
    }

    protected override async Task RemoveUserTokenAsync(IdentityUserToken<Guid> token)
    {
        db.Remove(token);
        await db.SaveChangesAsync();
    }

    private static NotSupportedException NoClaims() => new("Rights are roles held for a unit, never claims.");

    private async Task<IdentityResult> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(ErrorDescriber.ConcurrencyFailure());
        }
    }
}
