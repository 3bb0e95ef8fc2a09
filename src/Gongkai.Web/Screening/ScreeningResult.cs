using Gongkai.Engines;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Screening;

/// <summary>One thing screening found in a text or a file (检测结果). It names the place and the kind; it never repeats what it found.</summary>
public sealed class ScreeningResult : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The text or file it was found in.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>The finding's stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Whether it stops publication.</summary>
    public Severity Severity { get; init; }

    /// <summary>The place, in the file's own terms.</summary>
    public required string Where { get; init; }

    /// <summary>How often in that place.</summary>
    public int Count { get; init; }

    /// <summary>When it was found.</summary>
    public DateTime At { get; init; }
}

/// <summary>That a person let a text or file pass in spite of what was found (放行): who, why.</summary>
public sealed class ScreeningRelease : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The text or file.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Who let it pass.</summary>
    public Guid ById { get; init; }

    /// <summary>Their name.</summary>
    public required string ByName { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }
}

internal sealed class ScreeningMap : IEntityTypeConfiguration<ScreeningResult>, IEntityTypeConfiguration<ScreeningRelease>
{
    public void Configure(EntityTypeBuilder<ScreeningResult> builder)
    {
        builder.ToTable("screening_results");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.SubjectId);
    }

    public void Configure(EntityTypeBuilder<ScreeningRelease> builder)
    {
        builder.ToTable("screening_releases");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.SubjectId);
    }
}
