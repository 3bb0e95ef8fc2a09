using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Audit;

/// <summary>One link of the chain (审计记录): who did what to what, when. Never changed, never deleted: each carries the hash of the one
/// before it, so a change anywhere breaks every link after it.</summary>
public sealed class AuditEntry : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Place in the institution's chain, counted from 1, without gaps.</summary>
    public int Sequence { get; set; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>Who; empty for the program itself.</summary>
    public Guid ById { get; init; }

    /// <summary>Their name then.</summary>
    public required string ByName { get; init; }

    /// <summary>What was done, a key of the word book like <c>records.published</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The thing it was done to.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>What the thing was called, or why; never personal data of an applicant.</summary>
    public required string Summary { get; init; }

    /// <summary>Hash of the link before; of the first, zeros.</summary>
    public string PreviousHash { get; set; } = "";

    /// <summary>SHA-256 over this link and the one before.</summary>
    public string Hash { get; set; } = "";

    /// <summary>What the hash of this link must be after the given one.</summary>
    public string HashAfter(string previous) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{previous}\n{InstitutionId:N}\n{Sequence}\n{At:O}\n{ById:N}\n{ByName}\n{Act}\n{SubjectId:N}\n{Summary}"))));
}

/// <summary>Where an institution's chain has come to: locked by whoever adds to it.</summary>
internal sealed class AuditHead : IBelongsToInstitution
{
    public Guid InstitutionId { get; set; }

    public int Sequence { get; set; }

    public string Hash { get; set; } = AuditTrail.Beginning;
}

internal sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(e => new { e.InstitutionId, e.Sequence });
        builder.HasIndex(e => new { e.InstitutionId, e.SubjectId });
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("audit_heads");
        builder.HasKey(h => h.InstitutionId);
    }
}
