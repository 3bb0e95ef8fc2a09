using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
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
        builder.OwnsMany(r => r.Steps, of => of.Within("request_steps", "RequestId"));
        builder.OwnsMany(r => r.Parts, of =>
        {
            of.Within("request_parts", "RequestId");
            of.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(r => r.Searches, of => of.Within("request_searches", "RequestId"));
        builder.OwnsMany(r => r.ThirdParties, of => of.Within("request_third_parties", "RequestId"));
        builder.OwnsMany(r => r.Files, of => of.Within("request_files", "RequestId"));
        builder.OwnsMany(r => r.Letters, of => of.Within("request_letters", "RequestId"));
        builder.OwnsMany(r => r.Remedies, of => of.Within("request_remedies", "RequestId"));
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
