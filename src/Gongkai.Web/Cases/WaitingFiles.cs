using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Cases;

/// <summary>How a kind of case says which of these sealed files its cases name.</summary>
public sealed record CaseFiles(Func<IServiceProvider, IReadOnlyCollection<string>, CancellationToken, Task<List<string>>> NamedAsync);

/// <summary>Clears files that were uploaded into a form that was never sent: what nobody asked us to keep is not kept (Personal Information Protection Law Art. 19).</summary>
public sealed class WaitingFiles(GongkaiDb db, CampusClock clock, AuditTrail audit, SealedFiles files, IEnumerable<CaseFiles> kinds, IServiceProvider give)
{
    /// <summary>How many days a file waits for its case. A form itself is good for one day.</summary>
    public const int Days = 7;

    private const int AtOnce = 500;

    /// <summary>Clears what has waited too long, and writes down how many. Clearing twice changes nothing.</summary>
    public async Task<int> ClearAsync(CancellationToken cancel = default)
    {
        var before = clock.UtcNow.AddDays(-Days);
        var old = await db.Set<WaitingFile>().Where(f => f.At < before).OrderBy(f => f.At).Take(AtOnce).ToListAsync(cancel);
        if (old.Count == 0)
        {
            return 0;
        }

        var unnamed = old.Select(f => f.Hash).ToHashSet();
        foreach (var kind in kinds)
        {
            unnamed.ExceptWith(await kind.NamedAsync(give, unnamed, cancel));
        }

        foreach (var hash in unnamed)
        {
            files.Purge(hash);
        }

        db.RemoveRange(old);
        if (unnamed.Count > 0)
        {
            audit.Note(Actor.Program, "cases.files-cleared", Guid.Empty, $"{unnamed.Count}");
        }

        await db.SaveChangesAsync(cancel);
        return unnamed.Count;
    }
}

/// <summary>A sealed file that may wait for its case to be sent.</summary>
internal sealed class WaitingFile : IBelongsToInstitution
{
    public Guid InstitutionId { get; set; }

    public required string Hash { get; init; }

    public DateTime At { get; init; }
}

internal sealed class WaitingFileMap : IEntityTypeConfiguration<WaitingFile>
{
    public void Configure(EntityTypeBuilder<WaitingFile> builder)
    {
        builder.ToTable("waiting_files");
        builder.HasKey(f => f.Hash);
        builder.Property(f => f.Hash).HasMaxLength(64);
    }
}
