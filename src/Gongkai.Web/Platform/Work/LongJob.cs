using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Platform.Work;

/// <summary>A piece of long work (import, rescan): a row that says how far it is. What a crash interrupts goes on after a restart, on any
/// node, once: whoever works on it holds a lease and renews it.</summary>
public sealed class LongJob : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Which kind of work.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is called on the page.</summary>
    public required string Title { get; init; }

    /// <summary>What it needs, as JSON.</summary>
    public required string Input { get; init; }

    /// <summary>Who asked for it.</summary>
    public Guid ById { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public JobStatus Status { get; set; }

    /// <summary>How many steps are done; also where to go on.</summary>
    public int Cursor { get; set; }

    /// <summary>How many steps there are.</summary>
    public int Total { get; set; }

    /// <summary>What it did and what went wrong, a line each.</summary>
    public string Log { get; set; } = "";

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>Until when somebody works on it.</summary>
    public DateTime? LeasedUntil { get; set; }

    /// <summary>When it ended.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Share done, 0 to 100.</summary>
    public int Percent => Total == 0 ? 0 : Math.Min(100, 100 * Cursor / Total);
}

/// <summary>Where a piece of long work stands.</summary>
public enum JobStatus
{
    /// <summary>Waits for its turn, or to be gone on with.</summary>
    Waiting,

    /// <summary>Somebody works on it.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Somebody stopped it.</summary>
    Stopped,

    /// <summary>Given up after too many attempts.</summary>
    Failed,
}

/// <summary>Does one kind of long work, a step at a time.</summary>
public interface IJobWorker
{
    /// <summary>Which kind.</summary>
    string Kind { get; }

    /// <summary>Does the step at the job's cursor, in a unit of work of its own, and says in one line what it did.</summary>
    Task<string> StepAsync(LongJob job, CancellationToken cancel);
}

internal sealed class LongJobMap : IEntityTypeConfiguration<LongJob>
{
    public void Configure(EntityTypeBuilder<LongJob> builder)
    {
        builder.ToTable("long_jobs");
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.HasIndex(j => new { j.Status, j.LeasedUntil });
    }
}
