using Gongkai.Web.Institutions;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Requests;

internal sealed class InformationRequestMap : IEntityTypeConfiguration<InformationRequest>
{
    public void Configure(EntityTypeBuilder<InformationRequest> builder)
    {
        builder.ToTable("requests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.Outcome).HasMaxLength(10);
        builder.Property(r => r.Reason).HasMaxLength(40);
        builder.HasIndex(r => new { r.InstitutionId, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.InstitutionId, r.FormKey }).IsUnique();
        builder.HasIndex(r => new { r.InstitutionId, r.Status });
        builder.HasIndex(r => new { r.InstitutionId, r.ReceivedOn });
        builder.HasIndex(r => new { r.InstitutionId, r.PersonMark });
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.TakenByUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Record>().WithMany().HasForeignKey(r => r.RecordId).OnDelete(DeleteBehavior.SetNull);
        builder.OwnsOne(r => r.Clock, clock =>
        {
            clock.Property(c => c.RuleId).HasMaxLength(40);
            clock.HasIndex(c => c.DueOn);
        });
        builder.OwnsMany(r => r.Steps, of => Own(of, "request_steps"));
        builder.OwnsMany(r => r.Parts, of =>
        {
            Own(of, "request_parts");
            of.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(r => r.Searches, of => Own(of, "request_searches"));
        builder.OwnsMany(r => r.ThirdParties, of => Own(of, "request_third_parties"));
        builder.OwnsMany(r => r.Files, of => Own(of, "request_files"));
        builder.OwnsMany(r => r.Letters, of => Own(of, "request_letters"));
        builder.OwnsMany(r => r.Remedies, of => Own(of, "request_remedies"));
    }

    // Keys are made in C#. Without this, EF takes a row that already has a key for one already saved.
    private static void Own<T>(OwnedNavigationBuilder<InformationRequest, T> of, string table)
        where T : class
    {
        of.ToTable(table);
        of.WithOwner().HasForeignKey("RequestId");
        of.HasKey("Id");
        of.Property<Guid>("Id").ValueGeneratedNever();
    }
}

internal sealed class RequestPolicyMap : IEntityTypeConfiguration<RequestPolicy>, IEntityTypeConfiguration<LetterTemplate>, IEntityTypeConfiguration<RequestSuggestion>
{
    public void Configure(EntityTypeBuilder<RequestPolicy> builder)
    {
        builder.ToTable("request_policies");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.OfficeUnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LetterTemplate> builder)
    {
        builder.ToTable("letter_templates");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.InstitutionId, t.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RequestSuggestion> builder)
    {
        builder.ToTable("request_suggestions");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
