using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Notices;

/// <summary>A message to a person, shown in the office (站内消息).</summary>
public sealed class Notice : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Who it is for.</summary>
    public Guid PersonId { get; init; }

    /// <summary>What it says, a key of the word book.</summary>
    public required string Code { get; init; }

    /// <summary>What the text is about, for example the title of a record.</summary>
    public required string About { get; init; }

    /// <summary>The page to go to, from the root of the site.</summary>
    public required string Link { get; init; }

    /// <summary>When it was written.</summary>
    public DateTime At { get; init; }

    /// <summary>When the person saw it.</summary>
    public DateTime? ReadAt { get; internal set; }
}

/// <summary>A mail on its way (发件箱). Written in the same save as what it speaks of, sent afterwards; a repeat bears the same Message-ID.</summary>
public sealed class OutboxMail : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key; the Message-ID is made of it.</summary>
    public Guid Id { get; init; }

    /// <summary>The address it goes to.</summary>
    public required string To { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    /// <summary>Whether address and text are sealed, because they name a person the database must not know.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Where its reader ends such mail with one click (RFC 8058); empty for mail that is no subscription.</summary>
    public string EndLink { get; init; } = "";

    /// <summary>When it was written.</summary>
    public DateTime At { get; init; }

    /// <summary>Not to be tried before.</summary>
    public DateTime DueAt { get; internal set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; internal set; }

    /// <summary>When the mail server took it.</summary>
    public DateTime? SentAt { get; internal set; }

    /// <summary>Why it was not taken the last time.</summary>
    public string? LastError { get; internal set; }
}

internal sealed class NoticeMap : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => new { n.PersonId, n.ReadAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
    }

    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("outbox_mails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.SentAt, m.DueAt });
    }
}
