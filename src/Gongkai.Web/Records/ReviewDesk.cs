using Gongkai.Engines;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Screening;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>The way from draft to public: submit, approve, sign, publish, return, override (提出 - 审核 - 保密审查 - 公开).</summary>
public sealed class ReviewDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, NoticeBoard notices, Numbers numbers, RecordDesk records, Checklist checklist, ScreeningDesk screening, IndexNumbers indexNumbers)
{
    /// <summary>The moves a person may make with an edition now; buttons come from it.</summary>
    public async Task<IReadOnlyList<EditionVerb>> VerbsAsync(Actor by, Edition edition, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return [.. (await VerbsAsync(by, [edition], cancel))[edition.Id]];
    }

    /// <summary>The moves a person may make now with each of several editions.</summary>
    public async Task<ILookup<Guid, EditionVerb>> VerbsAsync(Actor by, IReadOnlyCollection<Edition> editions, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(editions);
        var settings = await db.Set<RouteSetting>().AsNoTracking().ToListAsync(cancel);
        return editions.SelectMany(edition => Moves(by, edition, settings), (edition, verb) => (edition.Id, verb)).ToLookup(m => m.Id, m => m.verb);
    }

    private IEnumerable<EditionVerb> Moves(Actor by, Edition edition, List<RouteSetting> settings)
    {
        var (status, route) = (edition.StatusAt(clock.UtcNow), Route(edition, settings));
        return EditionLifecycle.VerbsFrom(status).Where(verb =>
            EditionLifecycle.After(status, verb, route) is not null && Refusal(edition, verb) is null && RecordPermits.May(by, verb, status, edition, edition.Record!.UnitId));
    }

    /// <summary>Makes a move that says nothing of a time: submit, recall, approve, sign, return, override, unschedule, register.</summary>
    /// <exception cref="ConflictException"><c>records.moved-meanwhile</c>: somebody was first.</exception>
    /// <exception cref="ProblemException"><c>records.reason-missing</c>; <c>records.blocked</c>: the checklist holds errors.</exception>
    public async Task MoveAsync(Actor by, Guid editionId, int version, EditionVerb verb, string? reason = null, CancellationToken cancel = default)
    {
        if (verb is EditionVerb.Publish or EditionVerb.Schedule or EditionVerb.Decide)
        {
            throw new ArgumentOutOfRangeException(nameof(verb), "This move has a method of its own.");
        }

        var (edition, route) = await TakeAsync(by, editionId, version, verb, cancel);
        reason = reason?.Trim().Normalize();
        if (verb is EditionVerb.Return or EditionVerb.Override && string.IsNullOrEmpty(reason))
        {
            throw new ProblemException("records.reason-missing");
        }

        if (verb is EditionVerb.Submit or EditionVerb.Approve or EditionVerb.Sign or EditionVerb.Override or EditionVerb.Register)
        {
            await RequireClearAsync(edition, cancel);
        }

        if (verb == EditionVerb.Unschedule)
        {
            foreach (var earlier in edition.Record!.Editions.Where(e => e.ReplacedAt == edition.PublishedAt))
            {
                earlier.GiveWayAt(null);
            }
        }

        await SaveMoveAsync(edition, by, verb, async () =>
        {
            edition.Move(verb, route, by, clock.UtcNow, reason);
            if (edition.Status == EditionStatus.Live)
            {
                await AppearAsync(edition, clock.UtcNow, cancel);
            }
            else if (verb == EditionVerb.Unschedule)
            {
                edition.Record!.Recount();
            }
        }, cancel);
    }

    /// <summary>Makes an edition public now.</summary>
    public Task PublishAsync(Actor by, Guid editionId, int version, CancellationToken cancel = default) =>
        ReleaseAsync(by, editionId, version, EditionVerb.Publish, clock.UtcNow, cancel);

    /// <summary>Lets an edition appear by itself at a minute.</summary>
    /// <exception cref="ProblemException"><c>records.minute-past</c>.</exception>
    public Task ScheduleAsync(Actor by, Guid editionId, int version, DateTime at, CancellationToken cancel = default) =>
        at <= clock.UtcNow
            ? throw new ProblemException("records.minute-past")
            : ReleaseAsync(by, editionId, version, EditionVerb.Schedule, at, cancel);

    /// <summary>Decides the disclosure attribute of what its unit left undecided (Measures Art. 16).</summary>
    /// <exception cref="ProblemException"><c>records.attribute-undecided</c>: nothing was decided; <c>records.basis-missing</c>; <c>records.basis-stopped</c>:
    /// the basis itself holds what must not be published.</exception>
    public async Task DecideAsync(Actor by, Guid editionId, int version, DisclosureAttribute attribute, string basis, CancellationToken cancel = default)
    {
        var (edition, route) = await TakeAsync(by, editionId, version, EditionVerb.Decide, cancel);
        basis = basis.Trim().Normalize();
        if (attribute == DisclosureAttribute.Undecided)
        {
            throw new ProblemException("records.attribute-undecided");
        }

        if (attribute != DisclosureAttribute.Proactive && basis.Length == 0)
        {
            throw new ProblemException("records.basis-missing");
        }

        // The unit's text stays as it was screened and released; what the office adds to it is judged by itself.
        if (await screening.IsStoppedAsync(basis, cancel))
        {
            throw new ProblemException("records.basis-stopped");
        }

        await SaveMoveAsync(edition, by, EditionVerb.Decide, () =>
        {
            (edition.Attribute, edition.AttributeBasis) = (attribute, basis);
            edition.Move(EditionVerb.Decide, route, by, clock.UtcNow, basis.Length > 0 ? basis : null);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Overrides that nobody has looked at afterwards yet, oldest first.</summary>
    public async Task<IReadOnlyList<Edition>> OverridesToLookAtAsync(CancellationToken cancel = default) =>
        await db.Set<Edition>().AsNoTracking().Include(e => e.Record!.Unit)
            .Where(e => e.Steps.Any(s => s.Verb == EditionVerb.Override && s.LookedAtAt == null)).OrderBy(e => e.ChangedAt).ToListAsync(cancel);

    /// <summary>Looks at an override afterwards (事后复核) and says what was found.</summary>
    public async Task LookAtOverrideAsync(Actor by, Guid editionId, Guid stepId, string note, CancellationToken cancel = default)
    {
        var edition = await db.Set<Edition>().Include(e => e.Record).Where(e => e.Id == editionId).FirstOr404Async(cancel);
        var step = edition.Steps.FirstOrDefault(s => s.Id == stepId && s.Verb == EditionVerb.Override) ?? throw new NotFoundException(nameof(EditionStep));
        Permit.Require(step.ById != by.Id && (by.Holds(Role.SecrecyReviewer, edition.Record!.UnitId) || by.Holds(Role.DisclosureOffice, edition.Record!.UnitId)));
        if (string.IsNullOrWhiteSpace(note))
        {
            throw new ProblemException("records.reason-missing");
        }

        (step.LookedAtAt, step.LookedAtNote, step.LookedAtBy) = (clock.UtcNow, note.Trim(), by.Name);
        audit.Note(by, "records.override-looked-at", edition.RecordId, note.Trim());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The route of an edition.</summary>
    public async Task<ReviewRoute> RouteAsync(Edition edition, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Route(edition, await db.Set<RouteSetting>().AsNoTracking().ToListAsync(cancel));
    }

    // What is not plainly public goes to the office, whatever the unit's route says: a signature alone must not publish or bury it.
    private static ReviewRoute Route(Edition edition, List<RouteSetting> settings)
    {
        var route = RouteSetting.For(settings, edition.Record!.UnitId, edition.Kind);
        return edition.Attribute == DisclosureAttribute.Proactive ? route : route with { OfficeApproval = true };
    }

    private async Task ReleaseAsync(Actor by, Guid editionId, int version, EditionVerb verb, DateTime at, CancellationToken cancel)
    {
        var (edition, route) = await TakeAsync(by, editionId, version, verb, cancel);
        await RequireClearAsync(edition, cancel);
        await SaveMoveAsync(edition, by, verb, async () =>
        {
            edition.Move(verb, route, by, clock.UtcNow);
            await AppearAsync(edition, at, cancel);
        }, cancel);
    }

    private async Task AppearAsync(Edition edition, DateTime at, CancellationToken cancel)
    {
        var record = edition.Record!;
        edition.AppearAt(at, edition is { Kind: RecordKind.PublicityNotice, PublicityUntilOn: { } until } ? clock.StartOf(until.AddDays(1)) : null);
        foreach (var earlier in record.Editions.Where(e => e.Number < edition.Number && e.PublishedAt is not null && (e.ReplacedAt is null || e.ReplacedAt > at)))
        {
            earlier.GiveWayAt(at);
        }

        record.Publish(record.IndexNumber ?? await indexNumbers.NextAsync(edition, clock.DayOf(at), numbers, cancel));
    }

    private async Task<(Edition Edition, ReviewRoute Route)> TakeAsync(Actor by, Guid editionId, int version, EditionVerb verb, CancellationToken cancel)
    {
        var seen = await records.OpenAsync(by, editionId, cancel);
        var record = await records.WholeAsync(seen.RecordId, cancel);
        var edition = record.Editions.First(e => e.Id == editionId);
        var status = edition.StatusAt(clock.UtcNow);
        var route = await RouteAsync(edition, cancel);
        if (edition.Version != version || EditionLifecycle.After(status, verb, route) is null)
        {
            throw Meanwhile(edition);
        }

        if (Refusal(edition, verb) is { } refusal)
        {
            throw new ProblemException(refusal);
        }

        Permit.Require(RecordPermits.May(by, verb, status, edition, record.UnitId), edition.WasWrittenBy(by.Id) ? "records.own-work" : "shared.refused");
        return (edition, route);
    }

    private async Task SaveMoveAsync(Edition edition, Actor by, EditionVerb verb, Func<Task> move, CancellationToken cancel)
    {
        await using var transaction = await db.BeginOrJoinAsync(cancel);
        try
        {
            await move();
            await TellAsync(by, edition, verb, cancel);
            audit.Note(by, $"records.verb.{verb}", edition.RecordId, edition.Title);
            await db.SaveChangesAsync(cancel);
            await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        }
        catch (DbUpdateConcurrencyException)
        {
            await (transaction?.RollbackAsync(cancel) ?? Task.CompletedTask);
            db.ChangeTracker.Clear();
            throw Meanwhile(await db.Set<Edition>().AsNoTracking().Where(e => e.Id == edition.Id).FirstOr404Async(cancel));
        }
    }

    private async Task TellAsync(Actor by, Edition edition, EditionVerb verb, CancellationToken cancel)
    {
        var unit = edition.Record!.UnitId;
        var link = RecordLinks.Edit(edition.Id);
        if (verb == EditionVerb.Decide)
        {
            return;
        }

        if (verb == EditionVerb.Return || edition.Status == EditionStatus.Live)
        {
            var code = verb == EditionVerb.Return ? "notices.returned" : "notices.published";
            await notices.TellAsync(by, [.. edition.Authors.Select(a => a.PersonId)], code, edition.Title, link, cancel);
            return;
        }

        var (role, waits) = edition.Status switch
        {
            EditionStatus.UnitReview => (Role.UnitHead, "notices.waits-for-review"),
            EditionStatus.SecrecyReview => (Role.SecrecyReviewer, "notices.waits-for-signature"),
            EditionStatus.OfficeApproval => (Role.DisclosureOffice, "notices.waits-for-office"),
            _ => (Role.Reader, ""),
        };
        if (waits.Length > 0)
        {
            await notices.TellAsync(by, role, unit, waits, edition.Title, link, cancel);
        }
    }

    private async Task RequireClearAsync(Edition edition, CancellationToken cancel)
    {
        var errors = (await checklist.ForAsync(edition, cancel)).Count(f => f.Severity == Severity.Error);
        if (errors > 0)
        {
            throw new ProblemException("records.blocked", errors);
        }
    }

    // Only what is public on the school's own motion is published; only what is not is registered; only what is undecided is decided.
    private static string? Refusal(Edition edition, EditionVerb verb) => (verb, edition.Attribute) switch
    {
        (EditionVerb.Publish or EditionVerb.Schedule or EditionVerb.Register, DisclosureAttribute.Undecided) => "records.attribute-undecided",
        (EditionVerb.Decide, not DisclosureAttribute.Undecided) => "records.attribute-is-decided",
        (EditionVerb.Publish or EditionVerb.Schedule, not DisclosureAttribute.Proactive) => "records.attribute-not-public",
        (EditionVerb.Register, DisclosureAttribute.Proactive) => "records.attribute-is-public",
        _ => null,
    };

    private static ConflictException Meanwhile(Edition edition) => edition.Steps.MaxBy(s => s.Number) is { } last
        ? new ConflictException("records.moved-meanwhile", last.ByName, $"enum.EditionVerb.{last.Verb}")
        : new ConflictException("records.edited-meanwhile", "");
}
