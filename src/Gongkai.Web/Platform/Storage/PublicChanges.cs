using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Platform.Storage;

/// <summary>A row that public pages show, or that decides what they show.</summary>
public interface IShown
{
    /// <summary>Whether a change of this row can change what the public reads; a draft's cannot.</summary>
    bool IsShown => true;

    /// <summary>The record whose text changes with it, if one does.</summary>
    Guid? ShownRecordId => null;
}

/// <summary>A row that carries the number of its last public change.</summary>
public interface IChangeNumbered
{
    /// <summary>Key.</summary>
    Guid Id { get; }

    /// <summary>The number of the last public change of the institution that touched it; 0 for none.</summary>
    int ChangeNumber { get; set; }
}

/// <summary>Counts every change of what the public reads, in the transaction that makes it. Whoever has seen a number has seen all changes up to it, in
/// this process and in every other: kept pages, bulk files and the search index go by it.</summary>
internal sealed class PublicChanges<TRecord> : ISavedWith
    where TRecord : class, IChangeNumbered
{
    public bool IsDue(GongkaiDb db) => Shown(db).Any();

    public async Task WriteAsync(GongkaiDb db, CancellationToken cancel)
    {
        var number = await new Numbers(db).NextAsync(PublicCounter.Series, cancel);
        var ids = Shown(db).Select(s => s.ShownRecordId).OfType<Guid>().ToHashSet();
        foreach (var record in db.ChangeTracker.Entries<TRecord>().Where(e => e.State == EntityState.Added && ids.Remove(e.Entity.Id)))
        {
            record.Entity.ChangeNumber = number;
        }

        if (ids.Count > 0)
        {
            await db.Set<TRecord>().Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.ChangeNumber, number), cancel);
        }
    }

    private static IEnumerable<IShown> Shown(GongkaiDb db) =>
        db.ChangeTracker.Entries<IShown>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity.IsShown).Select(e => e.Entity);
}

/// <summary>Reads the counter of public changes.</summary>
public static class PublicCounter
{
    internal const string Series = "public-changes";

    /// <summary>The number of the institution's last public change.</summary>
    public static Task<int> LastChangeAsync(this GongkaiDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<NumberSeries>().Where(n => n.Series == Series).Select(n => n.Value).FirstOrDefaultAsync(cancel);
    }

    /// <summary>All institutions' changes together; any change of any of them makes it another.</summary>
    internal static async Task<long> AllChangesAsync(this GongkaiDb db, CancellationToken cancel = default) =>
        await db.Set<NumberSeries>().IgnoreQueryFilters().Where(n => n.Series == Series).SumAsync(n => (long)n.Value, cancel);
}
