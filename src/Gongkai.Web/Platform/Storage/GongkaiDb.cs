using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Web.Platform.Storage;

/// <summary>The database. Application code names this type; which database it is, is decided once, at registration. Every row that
/// belongs to an institution is filtered here and nowhere else.</summary>
public abstract class GongkaiDb(DbContextOptions options, InstitutionScope scope, IEnumerable<ISavedWith> savedWith) : DbContext(options)
{
    /// <summary>The institution whose rows are seen and written.</summary>
    public Guid CurrentInstitution => scope.Id;

    /// <summary>Whether an institution has been chosen for this unit of work.</summary>
    public bool HasInstitution => scope.IsChosen;

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looked for once: of a large save every further look costs as much as a good part of the writing.
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        if (looks)
        {
            ChangeTracker.DetectChanges();
            ChangeTracker.AutoDetectChangesEnabled = false;
        }

        try
        {
            Claim();
            return HasInstitution && savedWith.Where(w => w.IsDue(this)).ToList() is { Count: > 0 } due
                ? await SaveWithAsync(due, acceptAllChangesOnSuccess, cancellationToken)
                : await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    /// <summary>Refuses: what is saved with every change is written asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Saved asynchronously only.");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GongkaiDb).Assembly);

        var filter = typeof(GongkaiDb).GetMethod(nameof(FilterByInstitution), BindingFlags.NonPublic | BindingFlags.Instance)!;
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).ToList())
        {
            if (typeof(IBelongsToInstitution).IsAssignableFrom(type))
            {
                filter.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
            }
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcOnly>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private async Task<int> SaveWithAsync(List<ISavedWith> due, bool accept, CancellationToken cancel)
    {
        await using var own = await this.BeginOrJoinAsync(cancel);
        foreach (var with in due)
        {
            await with.WriteAsync(this, cancel);
        }

        if (own is null)
        {
            return await base.SaveChangesAsync(accept, cancel);
        }

        // Nothing of a transaction of its own is kept when the save fails: no savepoint is needed.
        var savepoints = Database.AutoSavepointsEnabled;
        Database.AutoSavepointsEnabled = false;
        try
        {
            var saved = await base.SaveChangesAsync(accept, cancel);
            await own.CommitAsync(cancel);
            return saved;
        }
        finally
        {
            Database.AutoSavepointsEnabled = savepoints;
        }
    }

    private void FilterByInstitution<T>(ModelBuilder model)
        where T : class, IBelongsToInstitution
    {
        model.Entity<T>().HasQueryFilter("institution", row => row.InstitutionId == CurrentInstitution);
    }

    private void Claim()
    {
        foreach (var entry in ChangeTracker.Entries<IBelongsToInstitution>())
        {
            if (entry.State == EntityState.Added && entry.Entity.InstitutionId == Guid.Empty)
            {
                entry.Entity.InstitutionId = CurrentInstitution;
            }
            else if (entry.State is EntityState.Modified or EntityState.Deleted or EntityState.Added
                     && scope.IsChosen && entry.Entity.InstitutionId != CurrentInstitution)
            {
                throw new InvalidOperationException($"A row of {entry.Metadata.ClrType.Name} belongs to another institution.");
            }
        }
    }

    private sealed class UtcOnly() : ValueConverter<DateTime, DateTime>(
        given => given.Kind == DateTimeKind.Utc ? given : Refuse(given),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    {
        private static DateTime Refuse(DateTime given) => throw new InvalidOperationException($"Only UTC instants are stored, not {given:O} ({given.Kind}).");
    }
}

/// <summary>What is written with every save, in its transaction: both happen or neither.</summary>
public interface ISavedWith
{
    /// <summary>Whether this save has anything to write.</summary>
    bool IsDue(GongkaiDb db);

    /// <summary>Writes it, or adds it to what is saved.</summary>
    Task WriteAsync(GongkaiDb db, CancellationToken cancel);
}

/// <summary>A row that belongs to one institution of the deployment.</summary>
public interface IBelongsToInstitution
{
    /// <summary>The institution; set once, when the row is first saved.</summary>
    Guid InstitutionId { get; set; }
}

/// <summary>Which institution this unit of work is for: chosen by host name for a request, by row for a job, by name for a command.</summary>
public sealed class InstitutionScope
{
    private Guid? _id;

    /// <summary>The chosen institution.</summary>
    /// <exception cref="InvalidOperationException">None has been chosen: a bug, since no row may be read across institutions.</exception>
    public Guid Id => _id ?? throw new InvalidOperationException("No institution has been chosen for this unit of work.");

    /// <summary>Whether one has been chosen.</summary>
    public bool IsChosen => _id is not null;

    /// <summary>Chooses the institution.</summary>
    public void Choose(Guid id) => _id = id;
}
