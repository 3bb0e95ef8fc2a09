using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Search;

/// <summary>Words that were searched for and found nothing. Who searched is not kept.</summary>
public sealed class MissedQuery : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The words, folded.</summary>
    public required string Words { get; init; }

    /// <summary>How often.</summary>
    public int Count { get; set; }

    /// <summary>When it was first missed.</summary>
    public DateTime FirstAt { get; init; }

    /// <summary>When it was last missed.</summary>
    public DateTime LastAt { get; set; }
}

/// <summary>Keeps what readers look for in vain, for the office to publish or to say where it is.</summary>
public sealed class MissedDesk(GongkaiDb db, CampusClock clock)
{
    /// <summary>How many different ones are kept; a machine that types at random fills no database.</summary>
    public const int Most = 2000;

    private const int LongestWords = 60;
    private const int MostDigits = 6;

    /// <summary>Takes note of words that found nothing. Long numbers are likely a person's and are not kept.</summary>
    public async Task NoteAsync(string words, CancellationToken cancel = default)
    {
        words = string.Join(' ', IndexQuery.Read(words).Wanted.Select(w => string.Concat(w.Units.Select(u => u.Text))));
        if (words.Length is < 2 or > LongestWords || words.Count(char.IsDigit) > MostDigits)
        {
            return;
        }

        var now = clock.UtcNow;
        if (await db.Set<MissedQuery>().Where(m => m.Words == words).ExecuteUpdateAsync(set => set.SetProperty(m => m.Count, m => m.Count + 1).SetProperty(m => m.LastAt, now), cancel) > 0
            || await db.Set<MissedQuery>().CountAsync(cancel) >= Most)
        {
            return;
        }

        db.Add(new MissedQuery { Id = Guid.CreateVersion7(now), Words = words, Count = 1, FirstAt = now, LastAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody missed the same at the same moment.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>What was missed, most often first.</summary>
    public IQueryable<MissedQuery> For(Actor by)
    {
        Permit.Require(MaySee(by));
        return db.Set<MissedQuery>().AsNoTracking().OrderByDescending(m => m.Count).ThenByDescending(m => m.LastAt);
    }

    /// <summary>Takes one off the list: it was published, or it is nothing the school has.</summary>
    public async Task ForgetAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.DisclosureOffice));
        await db.Set<MissedQuery>().Where(m => m.Id == id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Whether a person may see what was missed.</summary>
    public static bool MaySee(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.Holds(Role.DisclosureOffice) || by.Holds(Role.Supervisor);
    }
}

internal sealed class MissedQueryMap : IEntityTypeConfiguration<MissedQuery>
{
    public void Configure(EntityTypeBuilder<MissedQuery> builder)
    {
        builder.ToTable("missed_queries");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Words).HasMaxLength(100);
        builder.HasIndex(m => new { m.InstitutionId, m.Words }).IsUnique();
    }
}
