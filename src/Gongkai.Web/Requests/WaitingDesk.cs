using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Audit;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>What a case waits for while its clock stands: third parties' views, and the fee.</summary>
public sealed class WaitingDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, RequestMoves moves, RequestPolicyDesk policies, LetterDesk letters, CaseSeal seal)
{
    private const int ThirdPartyDays = 15;
    private const int PayDays = 20;

    /// <summary>Asks a third party in writing; the clock stands from the day after (Regulations Arts. 32, 33).</summary>
    /// <exception cref="ProblemException"><c>requests.third-party-missing</c>, <c>requests.question-missing</c>.</exception>
    public async Task ConsultAsync(Actor by, Guid id, int version, string name, string question, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Consult, cancel);
        var who = RequestMoves.Required(name, "requests.third-party-missing", 300);
        var what = RequestMoves.Required(question, "requests.question-missing", 2000);
        var days = await moves.CalendarAsync(cancel);
        var due = days.After(clock.Today, request.Clock.Rule.Find(LimitKind.ThirdParty)?.Days ?? ThirdPartyDays).Date;
        await moves.SaveAsync(request, by, RequestVerb.Consult, async () =>
        {
            request.Add(new ThirdParty { Id = Guid.CreateVersion7(clock.UtcNow), Sealed = seal.Close(who), Question = what, AskedOn = clock.Today, DueOn = due });
            request.Tick(ClockEventKind.Paused, clock.Today, days);
            await letters.WriteAsync(request, LetterKind.ThirdParty, new Dictionary<string, string> { ["third-party"] = who, ["question"] = what, ["third-party-until"] = LetterDesk.Day(due) }, cancel);
        }, cancel: cancel);
    }

    /// <summary>Writes down what a third party said; the clock goes on. A refusal counts only with reasons, a silence only after its day.</summary>
    /// <exception cref="ProblemException"><c>requests.view-missing</c>, <c>requests.refusal-without-reasons</c>, <c>requests.silence-too-early</c>.</exception>
    public async Task HearAsync(Actor by, Guid id, int version, ThirdPartyView view, string reasons, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Hear, cancel);
        var party = request.ThirdParties.First(t => t.View == ThirdPartyView.Waiting);
        if (view == ThirdPartyView.Waiting)
        {
            throw new ProblemException("requests.view-missing");
        }

        var tidy = view == ThirdPartyView.Refuses ? RequestMoves.Required(reasons, "requests.refusal-without-reasons", 2000) : reasons.Trim().Normalize();
        if (view == ThirdPartyView.Silent && clock.Today <= party.DueOn)
        {
            throw new ProblemException("requests.silence-too-early", party.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        var days = await moves.CalendarAsync(cancel);
        await moves.SaveAsync(request, by, RequestVerb.Hear, () =>
        {
            (party.View, party.Reasons, party.HeardOn) = (view, tidy, clock.Today);
            request.Tick(ClockEventKind.Resumed, clock.Today, days);
            return Task.CompletedTask;
        }, tidy, cancel: cancel);
    }

    /// <summary>Asks the fee, by item or by page as the school adopted; the clock stands until it is paid.</summary>
    /// <exception cref="ProblemException"><c>requests.no-fees</c>, <c>requests.no-fee-due</c>.</exception>
    public async Task AskFeeAsync(Actor by, Guid id, int version, int pages, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.AskFee, cancel);
        var yuan = await FeeOfAsync(request, pages, cancel);
        if (yuan == 0)
        {
            throw new ProblemException("requests.no-fee-due");
        }

        var days = await moves.CalendarAsync(cancel);
        await moves.SaveAsync(request, by, RequestVerb.AskFee, async () =>
        {
            (request.FeeCents, request.PayUntilOn) = (yuan * 100, days.After(clock.Today, PayDays).Date);
            request.Tick(ClockEventKind.Paused, clock.Today, days);
            await letters.WriteAsync(request, LetterKind.Fee, cancel: cancel);
        }, cancel: cancel);
    }

    /// <summary>Writes down that the fee was paid, or that it was waived with a reason; the clock begins anew.</summary>
    /// <exception cref="ProblemException"><c>requests.reason-missing</c>: a waiver says why.</exception>
    public async Task PayAsync(Actor by, Guid id, int version, bool isWaived, string reason, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Pay, cancel);
        var tidy = isWaived ? RequestMoves.Required(reason, "requests.reason-missing", 1000) : reason.Trim().Normalize();
        var days = await moves.CalendarAsync(cancel);
        await moves.SaveAsync(request, by, RequestVerb.Pay, () =>
        {
            if (isWaived)
            {
                (request.WaivedCents, request.FeeCents) = (request.FeeCents ?? 0, 0);
                audit.Note(by, "requests.fee-waived", request.Id, $"{request.Number} {request.WaivedCents}");
            }

            request.PaidOn = clock.Today;
            request.Tick(ClockEventKind.Restarted, clock.Today, days);
            return Task.CompletedTask;
        }, tidy, cancel: cancel);
    }

    private async Task<int> FeeOfAsync(InformationRequest request, int pages, CancellationToken cancel)
    {
        switch ((await policies.NowAsync(cancel)).Fee)
        {
            case FeeMode.ByPage:
                return pages is > 0 and <= 100_000 ? InformationFee.ForPages(pages) : throw new ProblemException("requests.pages-missing");
            case FeeMode.ByItem:
                var first = new DateOnly(request.ReceivedOn.Year, request.ReceivedOn.Month, 1);
                var number = 1 + (request.PersonMark.Length == 0 ? 0 : await db.Set<InformationRequest>().CountAsync(r =>
                    r.PersonMark == request.PersonMark && r.Id != request.Id && r.ReceivedOn >= first
                    && (r.ReceivedOn < request.ReceivedOn || (r.ReceivedOn == request.ReceivedOn && r.Number.CompareTo(request.Number) < 0)), cancel));
                return InformationFee.OfItem(number);
            default:
                throw new ProblemException("requests.no-fees");
        }
    }
}
