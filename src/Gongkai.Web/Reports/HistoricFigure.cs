using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Reports;

/// <summary>A figure that was read out of an older report (历年数据), with its place in the text and what the office said of the reading.</summary>
public sealed class HistoricFigure : IBelongsToInstitution, IShown
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The edition it was read from; who may not read that may not read this.</summary>
    public Guid EditionId { get; init; }

    /// <summary>The edition.</summary>
    public Edition? Edition { get; private set; }

    /// <summary>The file it was read from; null for the text itself.</summary>
    public Guid? FileId { get; init; }

    /// <summary>The first year of the academic year it is for.</summary>
    public int FirstYear { get; init; }

    /// <summary>The academic year it is for.</summary>
    public AcademicYear Year => new(FirstYear);

    /// <summary>Which figure.</summary>
    public required string Code { get; init; }

    /// <summary>Its place in the text, from 0.</summary>
    public int Order { get; init; }

    /// <summary>What the engine read.</summary>
    public decimal ValueRead { get; init; }

    /// <summary>What counts: what was read, or what the office made of it.</summary>
    public decimal Value { get; private set; }

    /// <summary>Whether the report calls it approximate.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>The heading it stands under; empty before the first.</summary>
    public required string Section { get; init; }

    /// <summary>The sentence it stands in.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Where in the sentence the number begins.</summary>
    public int FoundAt { get; init; }

    /// <summary>How long the number is there.</summary>
    public int FoundLength { get; init; }

    /// <summary>What the office said of it.</summary>
    public HistoricStatus Status { get; private set; }

    /// <summary>Why it was corrected or dropped.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who said so; empty while nobody did.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When it was read, or somebody last said something of it.</summary>
    public DateTime At { get; private set; }

    /// <summary>Guards against two people deciding at once.</summary>
    public int Version { get; set; }

    /// <summary>Takes note of a reading.</summary>
    internal static HistoricFigure Of(HistoryReading reading, Guid edition, Guid? file, AcademicYear year, int order, DateTime at) => new()
    {
        Id = Guid.CreateVersion7(at),
        EditionId = edition,
        FileId = file,
        FirstYear = year.FirstYear,
        Code = reading.Code,
        Order = order,
        ValueRead = reading.Value,
        Value = reading.Value,
        IsApproximate = reading.IsApproximate,
        Section = reading.Section,
        Excerpt = reading.Excerpt,
        FoundAt = reading.Found.Start,
        FoundLength = reading.Found.Length,
        At = at,
    };

    /// <summary>Takes note of what the office said.</summary>
    internal void Settle(HistoricStatus status, decimal value, string reason, string byName, DateTime at)
    {
        (Status, Value, Reason, ByName, At) = (status, value, reason, byName, at);
        Version++;
    }
}

/// <summary>What the office said of a reading.</summary>
public enum HistoricStatus
{
    /// <summary>待核对: read by the program, looked at by nobody; for the office only.</summary>
    Read,

    /// <summary>已确认.</summary>
    Accepted,

    /// <summary>已更正: another value, with a reason.</summary>
    Corrected,

    /// <summary>不采用, with a reason.</summary>
    Dropped,
}

internal sealed class HistoricFigureMap : IEntityTypeConfiguration<HistoricFigure>
{
    public void Configure(EntityTypeBuilder<HistoricFigure> builder)
    {
        builder.ToTable("historic_figures");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.Property(f => f.Code).HasMaxLength(60);
        builder.Property(f => f.ValueRead).HasPrecision(18, 2);
        builder.Property(f => f.Value).HasPrecision(18, 2);
        builder.Ignore(f => f.Year);
        builder.HasIndex(f => new { f.EditionId, f.Code }).IsUnique();
        builder.HasOne(f => f.Edition).WithMany().HasForeignKey(f => f.EditionId);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}
