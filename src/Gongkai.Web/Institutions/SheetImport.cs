using System.Text.Json;
using Gongkai.Web.Platform.Storage;
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

    /// <summary>Forgets what was left open: a sheet of people is no place for their data to stay.</summary>
    internal static Task ForgetOldAsync(GongkaiDb db, DateTime now, CancellationToken cancel)
    {
        var before = now.AddDays(-DaysKept);
        return db.Set<SheetImport>().Where(i => i.At < before).ExecuteDeleteAsync(cancel);
    }

    /// <summary>What was read.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Sheet)!;
}

internal sealed class SheetImportMap : IEntityTypeConfiguration<SheetImport>
{
    public void Configure(EntityTypeBuilder<SheetImport> builder)
    {
        builder.ToTable("sheet_imports");
        builder.Property(i => i.Id).ValueGeneratedNever();
    }
}
