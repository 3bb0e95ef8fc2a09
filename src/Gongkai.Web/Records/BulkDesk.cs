using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>Makes one move with many editions, each by itself and under the same rules as one alone: what cannot be moved is named with its
/// reason, the others go on.</summary>
public sealed class BulkDesk(GongkaiDb db, RecordQueue queue, ReviewDesk review)
{
    /// <summary>The moves that are offered for many at once. An override is looked at one by one, and so is a decision.</summary>
    public static readonly IReadOnlyList<EditionVerb> Verbs =
        [EditionVerb.Submit, EditionVerb.Recall, EditionVerb.Approve, EditionVerb.Sign, EditionVerb.Publish, EditionVerb.Schedule, EditionVerb.Unschedule, EditionVerb.Register, EditionVerb.Return];

    /// <summary>Makes the move with all that were chosen.</summary>
    /// <param name="by">Who.</param>
    /// <param name="chosen">Editions; what this person may not see is passed over.</param>
    /// <param name="verb">The move.</param>
    /// <param name="reason">Why, for a return.</param>
    /// <param name="at">The minute, for a publication at one.</param>
    /// <param name="cancel">Gives up; what was moved by then stays moved.</param>
    /// <exception cref="ProblemException"><c>records.bulk-none</c>, <c>records.bulk-verb</c>, <c>records.reason-missing</c>, <c>records.minute-missing</c>: nothing was moved.</exception>
    public async Task<BulkOutcome> MoveAsync(Actor by, IReadOnlyCollection<Guid> chosen, EditionVerb verb, string? reason = null, DateTime? at = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        if (chosen.Count == 0)
        {
            throw new ProblemException("records.bulk-none");
        }

        if (!Verbs.Contains(verb))
        {
            throw new ProblemException("records.bulk-verb");
        }

        if (verb == EditionVerb.Return && string.IsNullOrWhiteSpace(reason))
        {
            throw new ProblemException("records.reason-missing");
        }

        if (verb == EditionVerb.Schedule && at is null)
        {
            throw new ProblemException("records.minute-missing");
        }

        var (moved, refused) = (0, new List<BulkRefusal>());
        foreach (var edition in await queue.Find(by, new()).Where(e => chosen.Contains(e.Id)).ToListAsync(cancel))
        {
            try
            {
                await (verb switch
                {
                    EditionVerb.Publish => review.PublishAsync(by, edition.Id, edition.Version, cancel),
                    EditionVerb.Schedule => review.ScheduleAsync(by, edition.Id, edition.Version, at!.Value, cancel),
                    _ => review.MoveAsync(by, edition.Id, edition.Version, verb, reason, cancel),
                });
                moved++;
            }
            catch (Exception error) when (error is ProblemException or ConflictException or RefusedException)
            {
                db.ChangeTracker.Clear();
                refused.Add(new BulkRefusal(edition.Title, error));
            }
        }

        return new BulkOutcome(moved, refused);
    }
}

/// <summary>What came of a move with many editions.</summary>
/// <param name="Moved">How many were moved.</param>
/// <param name="Refused">Those that were not, each with what spoke against it.</param>
public sealed record BulkOutcome(int Moved, IReadOnlyList<BulkRefusal> Refused);

/// <summary>An edition that was not moved.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Why">What spoke against it: a problem, a conflict or a refusal.</param>
public sealed record BulkRefusal(string Title, Exception Why);
