using Gongkai.Web.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Records;

internal sealed class RecordMap : IEntityTypeConfiguration<Record>
{
    public void Configure(EntityTypeBuilder<Record> builder)
    {
        builder.ToTable("records");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();

        // None begins with the institution: there is mostly one, and until it has counted, SQLite takes any index for a narrow one.
        builder.HasIndex(r => new { r.IndexNumber, r.InstitutionId }).IsUnique();
        builder.HasIndex(r => r.UnitId);
        builder.HasIndex(r => r.ChangeNumber);
        builder.Ignore(r => r.IsShown).Ignore(r => r.ShownRecordId);
        builder.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Editions).WithOne(e => e.Record).HasForeignKey(e => e.RecordId);
        builder.HasOne<Record>().WithMany().HasForeignKey(r => r.SupersededById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EditionMap : IEntityTypeConfiguration<Edition>, IEntityTypeConfiguration<EditionItem>, IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("editions");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.RecordId, e.Number }).IsUnique();
        builder.HasIndex(e => e.PublishedAt);
        builder.HasIndex(e => e.ExpiresAt);

        // Most interpret nothing; counted in, they would make SQLite take those of one record for many.
        builder.HasIndex(e => e.InterpretsId).HasFilter("interprets_id IS NOT NULL");

        // Whatever decides who may read it and by what it is counted, without the text between.
        builder.HasIndex(e => new { e.RecordId, e.Audience, e.Attribute, e.PublishedAt, e.ReplacedAt, e.ExpiresAt, e.InstitutionId, e.Id, e.Kind, e.Validity });
        builder.Ignore(e => e.IsShown).Ignore(e => e.ShownRecordId);
        builder.HasMany(e => e.Items).WithOne().HasForeignKey(i => i.EditionId);
        builder.HasOne<Record>().WithMany().HasForeignKey(e => e.InterpretsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Attachments).WithOne(a => a.Edition).HasForeignKey(a => a.EditionId);
        builder.OwnsMany(e => e.Steps, step =>
        {
            step.ToTable("edition_steps");
            step.HasKey(s => s.Id);

            // Keys are made in C#. Without this, EF takes a step that already has a key for one already saved.
            step.Property(s => s.Id).ValueGeneratedNever();
        });
        builder.OwnsMany(e => e.Authors, author =>
        {
            author.ToTable("edition_authors");
            author.WithOwner().HasForeignKey("EditionId");
            author.HasKey("EditionId", nameof(EditionAuthor.PersonId));
            author.Property(a => a.PersonId).ValueGeneratedNever();
        });
    }

    public void Configure(EntityTypeBuilder<EditionItem> builder)
    {
        builder.ToTable("edition_items");
        builder.HasKey(i => new { i.EditionId, i.LineageId });
        builder.HasIndex(i => i.LineageId);
    }

    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.EditionId);
        builder.Ignore(a => a.IsShown).Ignore(a => a.ShownRecordId);
    }
}

internal sealed class RouteSettingMap : IEntityTypeConfiguration<RouteSetting>
{
    public void Configure(EntityTypeBuilder<RouteSetting> builder)
    {
        builder.ToTable("review_routes");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
    }
}

internal sealed class SalvageMap : IEntityTypeConfiguration<Salvage>
{
    public void Configure(EntityTypeBuilder<Salvage> builder)
    {
        builder.ToTable("edition_salvages");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.EditionId);
    }
}
