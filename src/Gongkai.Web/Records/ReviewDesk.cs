using Gongkai.Engines;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>The way from draft to public: submit, approve, sign, publish, return, override (提出 - 审核 - 保密审查 - 公开).</summary>
public sealed class ReviewDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, NoticeBoard notices, Numbers numbers, RecordDesk records, Checklist checklist, IndexNumbers indexNumbers)
{
    /// <summary>The moves a person may make with an edition now; buttons come from it.</summary>
    public async Task<IReadOnlyList<EditionVerb>> VerbsAsync(Actor by, Edition edition, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var status = edition.StatusAt(clock.UtcNow);
        var route = await RouteAsync(edition.Record!, cancel);
        return [.. EditionLifecycle.VerbsFrom(status).Where(verb =>
            EditionLifecycle.After(status, verb, route) is not null && RecordPermits.May(by, verb, status, edition, edition.Record!.UnitId))];
    }

    /// <summary>Makes a move that says nothing of a time: submit, recall, approve, sign, return, override, unschedule.</summary>
    /// <exception cref="ConflictException"><c>records.moved-meanwhile</c>: somebody was first.</exception>
    /// <exception cref="ProblemException"><c>records.reason-missing</c>; <c>records.blocked</c>: the checklist holds errors.</exception>
    public async Task MoveAsync(Actor by, Guid editionId, int version, EditionVerb verb, string? reason = null, CancellationToken cancel = default)
    {
        if (verb is EditionVerb.Publish or EditionVerb.Schedule)
        {
            throw new ArgumentOutOfRangeException(nameof(verb), "Publication has verbs of its own.");
        }

        var (edition, route) = await TakeAsync(by, editionId, version, verb, cancel);
        reason = reason?.Trim().Normalize();
        if (verb is EditionVerb.Return or EditionVerb.Override && string.IsNullOrEmpty(reason))
        {
            throw new ProblemException("records.reason-missing");
        }

        if (verb is EditionVerb.Submit or EditionVerb.Approve or EditionVerb.Sign or EditionVerb.Override)
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

    /// <summary>The route of a record.</summary>
    public async Task<ReviewRoute> RouteAsync(Record record, CancellationToken cancel = default) =>
        RouteSetting.For(await db.Set<RouteSetting>().AsNoTracking().ToListAsync(cancel), record.UnitId, record.Kind);

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
        edition.AppearAt(at);
        foreach (var earlier in record.Editions.Where(e => e.Number < edition.Number && e.PublishedAt is not null && (e.ReplacedAt is null || e.ReplacedAt > at)))
        {
            earlier.GiveWayAt(at);
        }

        var index = record.IndexNumber ?? await indexNumbers.NextAsync(record, clock.DayOf(at), numbers, cancel);
        DateTime? ends = record is { Kind: RecordKind.PublicityNotice, PublicityUntilOn: { } until } ? clock.StartOf(until.AddDays(1)) : null;
        record.Publish(index, at, ends);
    }

    private async Task<(Edition Edition, ReviewRoute Route)> TakeAsync(Actor by, Guid editionId, int version, EditionVerb verb, CancellationToken cancel)
    {
        var seen = await records.OpenAsync(by, editionId, cancel);
        var record = await records.WholeAsync(seen.RecordId, cancel);
        var edition = record.Editions.First(e => e.Id == editionId);
        var status = edition.StatusAt(clock.UtcNow);
        var route = await RouteAsync(record, cancel);
        if (edition.Version != version || EditionLifecycle.After(status, verb, route) is null)
        {
            throw Meanwhile(edition);
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

    private static ConflictException Meanwhile(Edition edition) => edition.Steps.MaxBy(s => s.Number) is { } last
        ? new ConflictException("records.moved-meanwhile", last.ByName, $"enum.EditionVerb.{last.Verb}")
        : new ConflictException("records.edited-meanwhile", "");
}
