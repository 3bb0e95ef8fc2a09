using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Gongkai.Web.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home;

/// <summary>What waits for a person today, what is due soon and what is late.</summary>
public sealed class TodayDesk(GongkaiDb db, CampusClock clock, LedgerDesk ledger, FeedbackDesk feedback, FirstHourDesk firstHour, RequestQueue requests)
{
    private const int Most = 15;
    private const int SoonDays = 45;

    /// <summary>Everything on the first screen.</summary>
    public async Task<Today> ForAsync(Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var states = ((await ledger.OfAsync(ledger.ThisYear, cancel: cancel))?.States ?? [])
            .Concat((await ledger.CollegesAsync(ledger.ThisYear, cancel)).SelectMany(page => page.States)).Where(s => Concerns(by, s)).ToList();
        var soon = clock.Today.AddDays(SoonDays);
        return new Today(
            await WaitingAsync(by, cancel),
            await DraftsAsync(by, cancel),
            [.. states.Where(s => s.Coverage == Coverage.Overdue)],
            [.. states.Where(s => s.Coverage == Coverage.DueNext && s.DueOn <= soon).OrderBy(s => s.DueOn)],
            [.. states.Where(s => s.Coverage == Coverage.Stale)],
            by.Holds(Role.Liaison) || by.Holds(Role.DisclosureOffice) ? await feedback.For(by).Where(f => f.AnsweredAt == null).OrderBy(f => f.DueOn).Take(Most).ToListAsync(cancel) : [],
            by.Holds(Role.DisclosureOffice) ? await db.Set<Edition>().CountAsync(e => e.Steps.Any(s => s.Verb == EditionVerb.Override && s.LookedAtAt == null), cancel) : 0)
        {
            FirstHour = await firstHour.ForAsync(by, cancel),
            Requests = await RequestsAsync(by, cancel),
            ProposedRoles = by.Holds(Role.SecurityAdmin) ? await db.Set<RoleProposal>().CountAsync(cancel) : 0,
        };
    }

    private async Task<IReadOnlyList<RequestLine>> RequestsAsync(Actor by, CancellationToken cancel) =>
        by.Holds(Role.DisclosureOffice) || by.Holds(Role.SecrecyReviewer) || by.Holds(Role.UnitHead) || by.Holds(Role.Liaison)
            ? await RequestQueue.Lines((await requests.FindAsync(by, new(), cancel)).Take(Most)).ToListAsync(cancel)
            : [];

    private async Task<IReadOnlyList<Edition>> WaitingAsync(Actor by, CancellationToken cancel)
    {
        (EditionStatus Status, Role Role)[] desks = [(EditionStatus.UnitReview, Role.UnitHead), (EditionStatus.SecrecyReview, Role.SecrecyReviewer), (EditionStatus.OfficeApproval, Role.DisclosureOffice)];
        var waiting = new List<Edition>();
        foreach (var (status, role) in desks.Where(d => by.Holds(d.Role)))
        {
            var units = by.UnitsFor(role)?.ToList();
            waiting.AddRange(await db.Set<Edition>().AsNoTracking().Include(e => e.Record!.Unit)
                .Where(e => e.Status == status && (units == null || units.Contains(e.Record!.UnitId)) && !e.Authors.Any(a => a.PersonId == by.Id))
                .OrderBy(e => e.ChangedAt).Take(Most).ToListAsync(cancel));
        }

        return waiting;
    }

    private async Task<IReadOnlyList<Edition>> DraftsAsync(Actor by, CancellationToken cancel) =>
        await db.Set<Edition>().AsNoTracking().Include(e => e.Record!.Unit)
            .Where(e => e.Status == EditionStatus.Draft && e.Authors.Any(a => a.PersonId == by.Id))
            .OrderByDescending(e => e.ChangedAt).Take(Most).ToListAsync(cancel);

    private static bool Concerns(Actor by, ItemState state) =>
        by.Holds(Role.DisclosureOffice) || by.Holds(Role.Supervisor) || state.Item.Owners.Any(o => by.Holds(Role.Liaison, o.UnitId) || by.Holds(Role.UnitHead, o.UnitId));
}

/// <summary>The first screen of a person.</summary>
public sealed record Today(
    IReadOnlyList<Edition> Waiting,
    IReadOnlyList<Edition> Drafts,
    IReadOnlyList<ItemState> Late,
    IReadOnlyList<ItemState> Soon,
    IReadOnlyList<ItemState> Stale,
    IReadOnlyList<Feedback> Feedback,
    int OverridesToLookAt)
{
    /// <summary>Open requests the person has business with, the nearest day first.</summary>
    public IReadOnlyList<RequestLine> Requests { get; init; } = [];

    /// <summary>What is still to be done before the site is in use; empty when all is.</summary>
    public IReadOnlyList<FirstHourStep> FirstHour { get; init; } = [];

    /// <summary>Roles from a sheet of people that the security administrator has to confirm.</summary>
    public int ProposedRoles { get; init; }
}
