using System.Text.Json;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Catalogue;

/// <summary>Imports a catalogue in two steps: read and look, then keep. Nothing counts before it was looked at.</summary>
public sealed class ImportDesk(GongkaiDb db, CampusClock clock, SheetReader reader, CatalogueDesk catalogue)
{
    /// <summary>Largest sheet read, in bytes.</summary>
    public const long LargestSheet = 20L * 1024 * 1024;

    /// <summary>Reads a file and keeps what was found for looking at.</summary>
    public async Task<ImportPreview> ReadAsync(Actor by, Stream file, string name, int? year = null, CancellationToken cancel = default)
    {
        Permit.Require(CatalogueDesk.MayKeep(by, null));
        var oddities = new List<Oddity>();
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancel);
        copy.Position = 0;
        var sheet = copy.Length > LargestSheet ? null : reader.Read(copy, name, year ?? clock.Today.Year, oddities);
        if (sheet is not null)
        {
            var known = await db.Set<Unit>().AsNoTracking().ToListAsync(cancel);
            oddities.AddRange(sheet.UnitNames.Where(n => !known.Exists(u => u.IsCalled(n))).Select(n => new Oddity("catalogue.unit-new", [n])));
        }

        var preview = new ImportPreview { Id = Guid.CreateVersion7(clock.UtcNow), FileName = name, At = clock.UtcNow, ById = by.Id, Sheet = JsonSerializer.Serialize(sheet), Oddities = JsonSerializer.Serialize(oddities) };
        db.Add(preview);
        await db.SaveChangesAsync(cancel);
        return preview;
    }

    /// <summary>What was read, for looking at.</summary>
    public async Task<ImportPreview> FindAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        Permit.Require(CatalogueDesk.MayKeep(by, null));
        return await db.Set<ImportPreview>().Where(p => p.Id == id).FirstOr404Async(cancel);
    }

    /// <summary>What was read and neither kept nor forgotten yet, the newest first.</summary>
    public async Task<IReadOnlyList<ImportPreview>> WaitingAsync(Actor by, CancellationToken cancel = default)
    {
        Permit.Require(CatalogueDesk.MayKeep(by, null));
        return await db.Set<ImportPreview>().AsNoTracking().OrderByDescending(p => p.At).Take(20).ToListAsync(cancel);
    }

    /// <summary>Makes a draft edition of what was looked at.</summary>
    /// <exception cref="ProblemException"><c>catalogue.import-stopped</c>: it has errors.</exception>
    public async Task<CatalogueEdition> KeepAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var preview = await FindAsync(by, id, cancel);
        if (preview.ReadSheet is not { } sheet || preview.ReadOddities.Any(o => o.IsError))
        {
            throw new ProblemException("catalogue.import-stopped");
        }

        db.Remove(preview);
        return await catalogue.CreateAsync(by, sheet, cancel: cancel);
    }

    /// <summary>Forgets what was read.</summary>
    public async Task ForgetAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        db.Remove(await FindAsync(by, id, cancel));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>A catalogue that was read from a file and waits to be looked at.</summary>
public sealed class ImportPreview : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The file it came from.</summary>
    public required string FileName { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>Who read it.</summary>
    public Guid ById { get; init; }

    /// <summary>What was read, as JSON.</summary>
    public required string Sheet { get; init; }

    /// <summary>What is odd about it, as JSON.</summary>
    public required string Oddities { get; init; }

    /// <summary>What was read; null when nothing could be.</summary>
    public CatalogueSheet? ReadSheet => JsonSerializer.Deserialize<CatalogueSheet?>(Sheet);

    /// <summary>What is odd about it.</summary>
    public IReadOnlyList<Oddity> ReadOddities => JsonSerializer.Deserialize<List<Oddity>>(Oddities) ?? [];
}

internal sealed class ImportPreviewMap : IEntityTypeConfiguration<ImportPreview>
{
    public void Configure(EntityTypeBuilder<ImportPreview> builder)
    {
        builder.ToTable("catalogue_imports");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.ReadSheet);
        builder.Ignore(p => p.ReadOddities);
    }
}
