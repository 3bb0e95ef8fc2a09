using System.Text.Json;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Institutions;

/// <summary>A sheet that was read and waits to be looked at: of people, of units, of a college's items.</summary>
public sealed class SheetImport : IBelongsToInstitution
{
    /// <summary>How long a sheet waits to be looked at.</summary>
    public const int DaysKept = 7;

    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>What kind of sheet it is; each desk finds its own only.</summary>
    public required string Kind { get; init; }

    /// <summary>The file it came from.</summary>
    public required string FileName { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>Who read it.</summary>
    public Guid ById { get; init; }

    /// <summary>What was read, as JSON.</summary>
    public required string Sheet { get; init; }

    /// <summary>What was read.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Sheet)!;
}

/// <summary>Keeps sheets that were read until somebody has looked at them.</summary>
public sealed class SheetShelf(GongkaiDb db, CampusClock clock)
{
    /// <summary>Keeps what was read, and forgets what was left open too long: a sheet of people is no place for their data to stay.</summary>
    public async Task<SheetImport> KeepAsync<T>(Actor by, string kind, string fileName, T sheet, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var before = clock.UtcNow.AddDays(-SheetImport.DaysKept);
        await db.Set<SheetImport>().Where(i => i.At < before).ExecuteDeleteAsync(cancel);
        var import = new SheetImport { Id = Guid.CreateVersion7(clock.UtcNow), Kind = kind, FileName = fileName, At = clock.UtcNow, ById = by.Id, Sheet = JsonSerializer.Serialize(sheet) };
        db.Add(import);
        await db.SaveChangesAsync(cancel);
        return import;
    }

    /// <summary>What was read, for looking at. The caller has judged that this person may.</summary>
    public Task<SheetImport> FindAsync(string kind, Guid id, CancellationToken cancel = default) =>
        db.Set<SheetImport>().Where(i => i.Id == id && i.Kind == kind).FirstOr404Async(cancel);

    /// <summary>Forgets what was read, now.</summary>
    public async Task ForgetAsync(SheetImport import, CancellationToken cancel = default)
    {
        db.Remove(import);
        await db.SaveChangesAsync(cancel);
    }
}

internal sealed class SheetImportMap : IEntityTypeConfiguration<SheetImport>
{
    public void Configure(EntityTypeBuilder<SheetImport> builder)
    {
        builder.ToTable("sheet_imports");
        builder.Property(i => i.Id).ValueGeneratedNever();
    }
}
