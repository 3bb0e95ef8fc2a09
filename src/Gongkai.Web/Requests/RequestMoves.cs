using Gongkai.Web.Audit;
using Gongkai.Web.Calendar;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>How every desk of the room takes a case, makes a move and saves it: the table, the permits, the race, the audit and the word to the
/// applicant in one place.</summary>
public sealed class RequestMoves(GongkaiDb db, CampusClock clock, AuditTrail audit, RequestPolicyDesk policies, SchoolCalendar calendar, NoticeBoard notices, CaseSeal seal)
{
    // What the applicant is written about; the rest stands on the tracking page.
    private static readonly RequestVerb[] Written =
        [RequestVerb.Accept, RequestVerb.AskClarification, RequestVerb.Clarify, RequestVerb.Consult, RequestVerb.Extend, RequestVerb.AskFee, RequestVerb.Pay, RequestVerb.Answer, RequestVerb.Withdraw, RequestVerb.Abandon, RequestVerb.Transfer, RequestVerb.Retype];

    /// <summary>A case a person may open; any other is not found.</summary>
    public async Task<InformationRequest> OpenAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var request = await db.Set<InformationRequest>().Where(r => r.Id == id).FirstOr404Async(cancel);
        return RequestPermits.MayRead(by, request, await policies.OfficeUnitAsync(cancel)) ? request : throw new NotFoundException(nameof(InformationRequest));
    }

    /// <summary>The same, to be looked at only.</summary>
    public async Task<InformationRequest> ReadAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var request = await db.Set<InformationRequest>().AsNoTracking().Where(r => r.Id == id).FirstOr404Async(cancel);
        return RequestPermits.MayRead(by, request, await policies.OfficeUnitAsync(cancel)) ? request : throw new NotFoundException(nameof(InformationRequest));
    }

    /// <summary>The moves a person may make now; buttons come from it. What the rule or the school's choices exclude is not offered.</summary>
    public async Task<IReadOnlyList<RequestVerb>> VerbsAsync(Actor by, InformationRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var officeUnit = await policies.OfficeUnitAsync(cancel);
        var takesFees = (await policies.NowAsync(cancel)).Fee != FeeMode.None;
        return [.. RequestLifecycle.VerbsFrom(request.Status).Where(verb => RequestPermits.May(by, verb, request, officeUnit) && verb switch
        {
            RequestVerb.AskClarification => request.ClarificationAsked.Length == 0,
            RequestVerb.Extend => request.Clock.Rule.ExtensionDays > 0 && !request.Clock.IsExtended,
            RequestVerb.AskFee => takesFees && request.FeeCents is null,
            _ => true,
        })];
    }

    /// <summary>Takes a case for a move, or says why not.</summary>
    /// <exception cref="ConflictException"><c>requests.moved-meanwhile</c>: somebody was first.</exception>
    internal async Task<InformationRequest> TakeAsync(Actor by, Guid id, int version, RequestVerb verb, CancellationToken cancel)
    {
        var request = await OpenAsync(by, id, cancel);
        if (request.Version != version || RequestLifecycle.After(request.Status, verb, request.Parts.Count > 0) is null)
        {
            throw Meanwhile(request);
        }

        var officeUnit = await policies.OfficeUnitAsync(cancel);
        Permit.Require(RequestPermits.May(by, verb, request, officeUnit),
            request.WasDraftedBy(by.Id) && verb is RequestVerb.Screen or RequestVerb.Approve or RequestVerb.Return ? "requests.own-work" : "shared.refused");
        return request;
    }

    /// <summary>Makes a move and saves it with all that belongs to it.</summary>
    internal Task SaveAsync(InformationRequest request, Actor by, RequestVerb verb, Func<Task> before, string reason = "", string told = "", CancellationToken cancel = default) =>
        SaveAsync(request, async () =>
        {
            await before();
            request.Move(verb, by, clock.UtcNow, clock.Today, reason.Trim().Normalize(), told);
            audit.Note(by, $"requests.verb.{verb}", request.Id, $"{request.Number} {request.Matter}");
            if (Written.Contains(verb))
            {
                Write(request, PageWords.In(request.Language, $"requests.told.{verb}"));
            }
        }, cancel);

    /// <summary>Saves what was changed in one transaction; a race says who was first.</summary>
    internal async Task SaveAsync(InformationRequest request, Func<Task> change, CancellationToken cancel)
    {
        await using var transaction = await db.BeginOrJoinAsync(cancel);
        try
        {
            await change();
            await db.SaveChangesAsync(cancel);
            await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        }
        catch (DbUpdateConcurrencyException)
        {
            await (transaction?.RollbackAsync(cancel) ?? Task.CompletedTask);
            db.ChangeTracker.Clear();
            throw Meanwhile(await db.Set<InformationRequest>().AsNoTracking().Where(r => r.Id == request.Id).FirstOr404Async(cancel));
        }
    }

    /// <summary>Writes to the applicant, if an address was left. Nothing of the case stands in the mail but its number.</summary>
    internal void Write(InformationRequest request, string what)
    {
        if (seal.Open<Applicant>(request.SealedApplicant) is { Email.Length: > 0 } applicant)
        {
            notices.MailPrivately(
                applicant.Email, PageWords.In(request.Language, "requests.mail-subject", request.Number),
                PageWords.In(request.Language, "requests.mail-body", request.Number, what));
        }
    }

    /// <summary>Working days of the school.</summary>
    internal Task<Engines.WorkingDays.WorkingDayCalendar> CalendarAsync(CancellationToken cancel) => calendar.OfAsync(cancel);

    /// <summary>A required text of a move.</summary>
    /// <exception cref="ProblemException">It is missing or too long.</exception>
    internal static string Required(string? text, string problem, int most = 4000)
    {
        var tidy = (text ?? "").ReplaceLineEndings("\n").Trim().Normalize();
        return tidy.Length == 0 ? throw new ProblemException(problem)
            : tidy.Length > most ? throw new ProblemException("requests.text-too-long", most)
            : tidy;
    }

    private static ConflictException Meanwhile(InformationRequest request) => request.Steps.MaxBy(s => s.Number) is { } last
        ? new ConflictException("requests.moved-meanwhile", last.ByName.Length > 0 ? last.ByName : new PageWords()["requests.the-applicant"].Value, $"enum.RequestStatus.{request.Status}")
        : new ConflictException("requests.moved-meanwhile", "", $"enum.RequestStatus.{request.Status}");
}
