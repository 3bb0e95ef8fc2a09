using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Feeds;

/// <summary>Somebody's wish to be told by mail what is newly public (邮件订阅). Kept only as long as it is wanted: what is not confirmed or is ended is erased.</summary>
public sealed class Subscription : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Where the mail goes.</summary>
    public required string Email { get; init; }

    /// <summary>Of what, as <see cref="FeedScope.Path"/>.</summary>
    public required string Scope { get; init; }

    /// <summary>The reader's language: zh or en.</summary>
    public required string Language { get; init; }

    /// <summary>The address of the site it was asked for on; mail is written without a request.</summary>
    public required string Site { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When the last mail to confirm it was written.</summary>
    public DateTime AskedAt { get; set; }

    /// <summary>When the owner of the address confirmed it; until then nothing is sent.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>Up to which instant what was published has been told.</summary>
    public DateTime ToldUntil { get; set; }
}

internal sealed class SubscriptionMap : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscriptions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Email).HasMaxLength(200);
        builder.Property(s => s.Scope).HasMaxLength(500);
        builder.HasIndex(s => new { s.InstitutionId, s.Email, s.Scope }).IsUnique();
        builder.HasIndex(s => new { s.InstitutionId, s.ConfirmedAt, s.ToldUntil });
    }
}
