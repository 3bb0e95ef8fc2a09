using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Web.Platform.Storage;

/// <summary>The database. Application code names this type; which database it is, is decided once, at registration. Every row that
/// belongs to an institution is filtered here and nowhere else.</summary>
public abstract class GongkaiDb(DbContextOptions options, InstitutionScope scope) : DbContext(options)
{
    /// <summary>The institution whose rows are seen and written.</summary>
    public Guid CurrentInstitution => scope.Id;

    /// <summary>Whether an institution has been chosen for this unit of work.</summary>
    public bool HasInstitution => scope.IsChosen;

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Claim();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Claim();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

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

    private void FilterByInstitution<T>(ModelBuilder model)
        where T : class, IBelongsToInstitution
    {
        model.Entity<T>().HasQueryFilter("institution", row => row.InstitutionId == CurrentInstitution);
        model.Entity<T>().HasIndex(row => row.InstitutionId);
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
