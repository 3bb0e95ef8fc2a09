using System.Globalization;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Calendar;

/// <summary>A year's days off and make-up days (节假日安排) that a school loaded itself, as the State Council's notice sets them.</summary>
public sealed class HolidaySchedule : IBelongsToInstitution, IShown
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The calendar year.</summary>
    public int Year { get; init; }

    /// <summary>Days off, like 2027-01-01, one a line.</summary>
    public required string Off { get; set; }

    /// <summary>Weekend days on which people work, one a line.</summary>
    public required string Work { get; set; }

    /// <summary>When it was loaded.</summary>
    public DateTime At { get; set; }

    /// <summary>Who loaded it.</summary>
    public required string ByName { get; set; }

    /// <summary>The schedule for the engine.</summary>
    public YearSchedule ToSchedule() => YearSchedule.Of(Year, Days(Off), Days(Work));

    /// <summary>Days as they are stored.</summary>
    public static string Lines(IEnumerable<DateOnly> days) => string.Join('\n', days.Order().Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static IEnumerable<DateOnly> Days(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => DateOnly.ParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>Within how many days a school publishes and renews (主动公开时限): the Measures' 20 and 20, or its own shorter ones. Every choice is
/// kept; the latest counts.</summary>
public sealed class LimitChoice : IBelongsToInstitution, IShown
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Working days from making or obtaining to publication.</summary>
    public int PublishDays { get; init; }

    /// <summary>Working days from a change to renewal.</summary>
    public int UpdateDays { get; init; }

    /// <summary>The school's own document that says so; empty for the Measures' own limits.</summary>
    public required string Source { get; init; }

    /// <summary>When it was chosen.</summary>
    public DateTime At { get; init; }

    /// <summary>Who chose.</summary>
    public required string ByName { get; init; }
}

internal sealed class CalendarMap : IEntityTypeConfiguration<HolidaySchedule>, IEntityTypeConfiguration<LimitChoice>
{
    public void Configure(EntityTypeBuilder<HolidaySchedule> builder)
    {
        builder.ToTable("holiday_schedules");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.InstitutionId, s.Year }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LimitChoice> builder)
    {
        builder.ToTable("limit_choices");
        builder.Property(c => c.Id).ValueGeneratedNever();
    }
}
