using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Reports;

internal sealed class AnnualReportMap : IEntityTypeConfiguration<AnnualReport>, IEntityTypeConfiguration<SectionText>, IEntityTypeConfiguration<SectionComment>, IEntityTypeConfiguration<ReportPart>, IEntityTypeConfiguration<ReportRelease>, IEntityTypeConfiguration<ReportTemplate>
{
    public void Configure(EntityTypeBuilder<AnnualReport> builder)
    {
        builder.ToTable("annual_reports");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Period).Ignore(r => r.IsOpen);
        builder.HasIndex(r => new { r.InstitutionId, r.FromOn, r.ToOn }).IsUnique();
        builder.HasOne<Record>().WithMany().HasForeignKey(r => r.RecordId).OnDelete(DeleteBehavior.SetNull);
        builder.OwnsMany(r => r.Sections, of => of.Within("report_sections", "ReportId"));
        builder.OwnsMany(r => r.Steps, of => of.Within("report_steps", "ReportId"));
        builder.OwnsMany(r => r.Words, of => of.Within("report_words", "ReportId"));
    }

    public void Configure(EntityTypeBuilder<SectionText> builder)
    {
        builder.ToTable("report_section_texts");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.ReportId, t.Key });
        builder.HasOne<AnnualReport>().WithMany().HasForeignKey(t => t.ReportId);
    }

    public void Configure(EntityTypeBuilder<SectionComment> builder)
    {
        builder.ToTable("report_comments");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.ReportId);
        builder.HasOne<AnnualReport>().WithMany().HasForeignKey(c => c.ReportId);
    }

    public void Configure(EntityTypeBuilder<ReportPart> builder)
    {
        builder.ToTable("report_parts");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne(p => p.Report).WithMany().HasForeignKey(p => p.ReportId);
        builder.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReportRelease> builder)
    {
        builder.ToTable("report_releases");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.ReportId, r.Number }).IsUnique();
        builder.HasIndex(r => r.EditionId);
        builder.Property(r => r.PdfHash).HasMaxLength(64);
        builder.HasOne(r => r.Report).WithMany().HasForeignKey(r => r.ReportId);
        builder.OwnsMany(r => r.Figures, of =>
        {
            of.Within("report_figures", "ReleaseId");
            of.Property(f => f.Value).HasPrecision(18, 2);
        });
    }

    public void Configure(EntityTypeBuilder<ReportTemplate> builder)
    {
        builder.ToTable("report_templates");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.InstitutionId).IsUnique();
    }
}
