using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Audit;
using Gongkai.Web.Calendar;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>Watches the clocks of open cases: reminds at half time, three days, one day and when overdue, tells when an applicant let a day pass, and
/// computes due days again when a year's schedule was loaded. Ringing twice changes nothing.</summary>
public sealed class RequestReminders(GongkaiDb db, CampusClock clock, AuditTrail audit, SchoolCalendar calendar, RequestPolicyDesk policies, NoticeBoard notices)
{
    private static readonly string[] Codes = ["", "notices.request-half", "notices.request-three-days", "notices.request-one-day", "notices.request-overdue"];

    /// <summary>Computes every open clock again and leaves a note on each case whose day moved or became certain.</summary>
    /// <returns>How many moved.</returns>
    public async Task<int> RecomputeAsync(CancellationToken cancel = default)
    {
        var (days, office, moved) = (await calendar.OfAsync(cancel), await policies.OfficeUnitAsync(cancel), 0);
        foreach (var request in await OpenAsync(cancel))
        {
            var before = request.Clock.DueOn;
            if (!request.Clock.Recompute(days))
            {
                continue;
            }

            request.Note(Actor.Program, clock.UtcNow, $"{before:yyyy-MM-dd} → {request.Clock.DueOn:yyyy-MM-dd}", "requests.told-recomputed");
            request.RemindedStage = 0;
            audit.Note(Actor.Program, "requests.recomputed", request.Id, $"{request.Number} {before:yyyy-MM-dd} {request.Clock.DueOn:yyyy-MM-dd}");
            await notices.TellAsync(Actor.Program, Role.DisclosureOffice, office, "notices.request-moved", $"{request.Number} {request.Matter}", RequestLinks.Handle(request.Id), cancel);
            moved++;
        }

        await db.SaveChangesAsync(cancel);
        return moved;
    }

    /// <summary>Reminds of what is due.</summary>
    public async Task<int> RemindAsync(CancellationToken cancel = default)
    {
        var (days, office, told) = (await calendar.OfAsync(cancel), await policies.OfficeUnitAsync(cancel), 0);
        foreach (var request in await OpenAsync(cancel))
        {
            var stage = StageOf(request, days);
            if (stage <= request.RemindedStage)
            {
                continue;
            }

            request.RemindedStage = stage;
            request.Version++;
            var (about, link) = ($"{request.Number} {request.Matter}", RequestLinks.Handle(request.Id));
            var code = stage == 5 ? "notices.request-lapsed" : Codes[stage];
            await notices.TellAsync(Actor.Program, Role.DisclosureOffice, office, code, about, link, cancel);
            foreach (var part in request.Parts.Where(p => p.RepliedAt is null && stage < 5))
            {
                await notices.TellAsync(Actor.Program, Role.Liaison, part.UnitId, code, about, link, cancel);
            }

            if (stage == 4)
            {
                await notices.TellAsync(Actor.Program, Role.UnitHead, office, code, about, link, cancel);
            }

            told++;
        }

        await db.SaveChangesAsync(cancel);
        return told;
    }

    // A standing clock is not reminded of; what it waits for is, once its own day has passed.
    private int StageOf(InformationRequest request, WorkingDayCalendar days)
    {
        var reading = request.Clock.Read(days, clock.Today);
        if (reading.State != ClockState.Running)
        {
            var waits = request.Status == RequestStatus.Clarifying ? request.ClarifyUntilOn : request.Status == RequestStatus.AwaitingPayment ? request.PayUntilOn : null;
            return clock.Today > waits ? 5 : 0;
        }

        return reading switch
        {
            { IsOverdue: true } => 4,
            { DaysLeft: <= 1 } => 3,
            { DaysLeft: <= 3 } => 2,
            _ when reading.DaysUsed * 2 >= reading.Limit => 1,
            _ => 0,
        };
    }

    private async Task<List<InformationRequest>> OpenAsync(CancellationToken cancel)
    {
        var open = RequestLifecycle.Open.ToList();
        return await db.Set<InformationRequest>().Where(r => open.Contains(r.Status)).ToListAsync(cancel);
    }
}
