using Gongkai.Web.Calendar;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>Takes requests in, from the public and from the office's desk, and does what an applicant may do with their own case.</summary>
public sealed class RequestDesk(
    GongkaiDb db, CampusClock clock, RequestMoves moves, RequestPolicyDesk policies, SchoolCalendar calendar, NoticeBoard notices, CaseSeal seal, Intake<SentForm, RequestReceipt> intake)
{
    // A clerk registers what came days ago; nothing older is still received.
    private const int OldestReceipt = 60;

    /// <summary>Receives a request. The same form sent twice is stored once, and the second time gives null.</summary>
    /// <exception cref="ProblemException"><c>requests.matter-missing</c> and the like.</exception>
    public async Task<RequestReceipt?> ReceiveAsync(Actor by, RequestForm form, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        Permit.Require(form.Channel == RequestChannel.Web || by == Actor.Program || RequestPermits.MayRegister(by, form.TakenByUnitId));
        form = Tidied(form);
        Check(form);
        try
        {
            var (who, mark) = (seal.Close(form.Applicant), seal.MarkOf(form.Applicant.Called, form.Applicant.DocumentNumber));
            return await intake.ReceiveAsync(db.CurrentInstitution, new SentForm(by, form, form.ReceivedOn ?? clock.Today, who, mark), cancel);
        }
        catch (DbUpdateException)
        {
            // Another process was given the same form at the same moment.
            return await db.Set<InformationRequest>().AnyAsync(r => r.FormKey == form.Key, cancel) ? null : throw new ConflictException("requests.not-kept");
        }
    }

    /// <summary>The case a number and a code open; null for a wrong number as for a wrong code.</summary>
    public async Task<Guid?> FindAsync(string? number, string? code, CancellationToken cancel = default)
    {
        var tidy = CaseNumbers.Tidy(number);
        var found = await db.Set<InformationRequest>().Where(r => r.Number == tidy).Select(r => new { r.Id, r.CodeHash }).FirstOrDefaultAsync(cancel);

        // A number that does not exist costs the same as one that does.
        return QueryCode.Fits(found?.Id ?? Guid.Empty, code ?? "", found?.CodeHash ?? QueryCode.Hash(Guid.Empty, "none")) && found is not null ? found.Id : null;
    }

    /// <summary>An applicant's own case, opened by its code before.</summary>
    public Task<InformationRequest> OwnAsync(Guid id, CancellationToken cancel = default) => db.Set<InformationRequest>().Where(r => r.Id == id).FirstOr404Async(cancel);

    /// <summary>The applicant makes clear what is meant; the clock begins anew that day (Regulations Art. 30).</summary>
    /// <exception cref="ProblemException"><c>requests.clarification-missing</c>.</exception>
    /// <exception cref="ConflictException"><c>requests.no-clarification-asked</c>.</exception>
    public async Task ClarifyAsync(Guid id, string text, IReadOnlyList<SealedFile> files, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var request = await OwnAsync(id, cancel);
        if (request.Status != RequestStatus.Clarifying)
        {
            throw new ConflictException("requests.no-clarification-asked");
        }

        await ClarifyAsync(Actor.Nobody, request, text, files, cancel);
    }

    /// <summary>The office writes down what the applicant made clear by word or letter.</summary>
    /// <exception cref="ProblemException"><c>requests.clarification-missing</c>.</exception>
    public async Task ClarifyForAsync(Actor by, Guid id, int version, string text, CancellationToken cancel = default) =>
        await ClarifyAsync(by, await moves.TakeAsync(by, id, version, RequestVerb.Clarify, cancel), text, [], cancel);

    /// <summary>The applicant takes the request back.</summary>
    /// <exception cref="ConflictException"><c>requests.too-late-to-withdraw</c>.</exception>
    public async Task WithdrawAsync(Guid id, CancellationToken cancel = default)
    {
        var request = await OwnAsync(id, cancel);
        if (RequestLifecycle.After(request.Status, RequestVerb.Withdraw, hasParts: true) is null)
        {
            throw new ConflictException("requests.too-late-to-withdraw");
        }

        await WithdrawAsync(Actor.Nobody, request, "", cancel);
        return;
    }

    /// <summary>The office writes down that the applicant took it back by word or letter.</summary>
    /// <exception cref="ProblemException"><c>requests.reason-missing</c>.</exception>
    public async Task WithdrawForAsync(Actor by, Guid id, int version, string reason, CancellationToken cancel = default) =>
        await WithdrawAsync(by, await moves.TakeAsync(by, id, version, RequestVerb.Withdraw, cancel), RequestMoves.Required(reason, "requests.reason-missing"), cancel);

    /// <summary>The applicant rates how the request was handled.</summary>
    /// <exception cref="ProblemException"><c>requests.rating-missing</c>.</exception>
    public async Task RateAsync(Guid id, int rating, string text, CancellationToken cancel = default)
    {
        if (rating is < 1 or > 5)
        {
            throw new ProblemException("requests.rating-missing");
        }

        var request = await OwnAsync(id, cancel);
        if (!request.IsClosed)
        {
            throw new ConflictException("requests.not-closed-yet");
        }

        await moves.SaveAsync(request, () =>
        {
            (request.Rating, request.RatingText) = (rating, text.Trim().Normalize() is { Length: > 500 } longer ? longer[..500] : text.Trim().Normalize());
            request.Version++;
            return Task.CompletedTask;
        }, cancel);
    }

    private async Task ClarifyAsync(Actor by, InformationRequest request, string text, IReadOnlyList<SealedFile> files, CancellationToken cancel)
    {
        var tidy = RequestMoves.Required(text, "requests.clarification-missing");
        var days = await calendar.OfAsync(cancel);
        await moves.SaveAsync(request, by, RequestVerb.Clarify, async () =>
        {
            request.Clarification = tidy;
            request.Tick(Engines.WorkingDays.ClockEventKind.Restarted, clock.Today, days);
            foreach (var file in files)
            {
                request.Add(new RequestFile { Id = Guid.CreateVersion7(clock.UtcNow), Name = file.Name, Hash = file.Hash, Size = file.Size, Use = RequestFileUse.Proof, At = clock.UtcNow });
            }

            await notices.TellAsync(by, Role.DisclosureOffice, await policies.OfficeUnitAsync(cancel), "notices.request-clarified", $"{request.Number} {request.Matter}", RequestLinks.Handle(request.Id), cancel);
        }, cancel: cancel);
    }

    private async Task WithdrawAsync(Actor by, InformationRequest request, string reason, CancellationToken cancel)
    {
        var days = await calendar.OfAsync(cancel);
        await moves.SaveAsync(request, by, RequestVerb.Withdraw, async () =>
        {
            HandlingDesk.End(request, Outcomes.Withdrawn, clock.Today, days);
            await notices.TellAsync(by, Role.DisclosureOffice, await policies.OfficeUnitAsync(cancel), "notices.request-withdrawn", $"{request.Number} {request.Matter}", RequestLinks.Handle(request.Id), cancel);
        }, reason, cancel: cancel);
    }

    private static RequestForm Tidied(RequestForm form) => form with
    {
        Matter = Tidy(form.Matter).ReplaceLineEndings(" "),
        Description = Tidy(form.Description),
        Purpose = Tidy(form.Purpose),
        WaiverReason = Tidy(form.WaiverReason),
        Applicant = form.Applicant with
        {
            Name = Tidy(form.Applicant.Name),
            Organisation = form.Kind == ApplicantKind.Citizen ? "" : Tidy(form.Applicant.Organisation),
            DocumentKind = Tidy(form.Applicant.DocumentKind),
            DocumentNumber = Tidy(form.Applicant.DocumentNumber),
            Email = Tidy(form.Applicant.Email),
            Telephone = Tidy(form.Applicant.Telephone),
            Address = Tidy(form.Applicant.Address),
        },
    };

    private static string Tidy(string text) => text.ReplaceLineEndings("\n").Trim().Normalize();

    private void Check(RequestForm form)
    {
        Refuse(form.Key == Guid.Empty, "requests.key-missing");
        Refuse(form.Matter.Length == 0, "requests.matter-missing");
        Refuse(form.Matter.Length > RequestForm.LongestMatter, "requests.matter-too-long", RequestForm.LongestMatter);
        Refuse(form.Description.Length > RequestForm.LongestDescription, "requests.description-too-long", RequestForm.LongestDescription);
        Refuse(form.Description.Count(char.IsLetterOrDigit) < 4, "requests.description-missing");
        Refuse(form.Applicant.Name.Length == 0, "requests.name-missing");
        Refuse(form.Kind != ApplicantKind.Citizen && form.Applicant.Organisation.Length == 0, "requests.organisation-missing");
        Refuse(form.Applicant.Email.Length + form.Applicant.Telephone.Length + form.Applicant.Address.Length == 0, "requests.contact-missing");
        Refuse(form.ReceivedOn > clock.Today || form.ReceivedOn < clock.Today.AddDays(-OldestReceipt), "requests.received-out-of-range", OldestReceipt);
    }

    private static void Refuse(bool isWrong, string code, params object[] arguments)
    {
        if (isWrong)
        {
            throw new ProblemException(code, arguments);
        }
    }
}
