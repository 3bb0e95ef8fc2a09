using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Figures;

/// <summary>A figure that a person entered (填报), with who, when, from where and why. It is never changed: a later one takes its place and both stay on file.</summary>
public sealed class HandFigure : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Which figure.</summary>
    public required string Code { get; init; }

    /// <summary>First day it is for: of the whole period, or of a month.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Last day it is for.</summary>
    public DateOnly ToOn { get; init; }

    /// <summary>The value.</summary>
    public decimal Value { get; init; }

    /// <summary>Where it is from.</summary>
    public required string Source { get; init; }

    /// <summary>Why it was entered or changed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who entered it.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>When a later one took its place; null while it counts.</summary>
    public DateTime? ReplacedAt { get; internal set; }
}

internal sealed class HandFigureMap : IEntityTypeConfiguration<HandFigure>
{
    public void Configure(EntityTypeBuilder<HandFigure> builder)
    {
        builder.ToTable("hand_figures");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Code).HasMaxLength(60);
        builder.Property(f => f.Value).HasPrecision(18, 2);
        builder.HasIndex(f => new { f.InstitutionId, f.Code, f.FromOn, f.ToOn });
    }
}
