using System.Net;
using Gongkai.Engines;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Screening;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>The answer as it is drafted.</summary>
public sealed record DecisionForm
{
    /// <summary>Reason code, like <c>3.2-parted</c>.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Facts found.</summary>
    public string Facts { get; init; } = "";

    /// <summary>What is given or said.</summary>
    public string Answer { get; init; } = "";

    /// <summary>What was taken out and why; for a partial release.</summary>
    public string TakenOut { get; init; } = "";
}

/// <summary>The way of the answer: drafted, screened, approved, sent, filed (拟答复 - 审查 - 批准 - 答复 - 归档).</summary>
public sealed class DecisionDesk(
    GongkaiDb db, CampusClock clock, AuditTrail audit, RequestMoves moves, RequestPolicyDesk policies, ScreeningDesk screening, LetterDesk letters, NoticeBoard notices, BlobStore blobs)
{
    /// <summary>Largest file released, in bytes.</summary>
    public const long LargestFile = 100L * 1024 * 1024;

    /// <summary>Writes the draft. What its reason needs must be on file.</summary>
    /// <exception cref="ProblemException"><c>requests.outcome-missing</c>, <c>requests.needs-search</c> and the like.</exception>
    public async Task DraftAsync(Actor by, Guid id, int version, DecisionForm form, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Draft, cancel);
        var (outcome, reason) = Outcomes.Find(form.Reason) ?? throw new ProblemException("requests.outcome-missing");
        await RequireAsync(request, reason, form.TakenOut, cancel);
        var (facts, answer) = (RequestMoves.Required(form.Facts, "requests.facts-missing"), RequestMoves.Required(form.Answer, "requests.answer-missing"));
        await moves.SaveAsync(request, by, RequestVerb.Draft, async () =>
        {
            (request.Outcome, request.Reason, request.Facts, request.AnswerText, request.TakenOut) = (outcome.Code, reason.Code, facts, answer, form.TakenOut.Trim().Normalize());
            request.DraftBy(by);
            await screening.ForgetReleasesAsync(request.Id, cancel);
            await screening.ScreenHtmlAsync(request.Id, Html(request), cancel);
            LetterDesk.Require(await letters.ComposeAsync(request, outcome.Letter, cancel: cancel));
            await notices.TellAsync(by, Role.SecrecyReviewer, await policies.OfficeUnitAsync(cancel), "notices.request-screen", $"{request.Number} {request.Matter}", RequestLinks.Handle(request.Id), cancel);
        }, outcome.Code, cancel: cancel);
    }

    /// <summary>Hangs a file on the answer; it is screened at once and held when something is found.</summary>
    /// <exception cref="ProblemException"><c>files.too-large</c>, <c>files.empty</c>.</exception>
    public async Task AttachAsync(Actor by, Guid id, Stream content, string name, CancellationToken cancel = default)
    {
        var request = await OpenForFilesAsync(by, id, cancel);
        var blob = await blobs.KeepAsync(content, LargestFile, cancel);
        name = Path.GetFileName(name.Normalize().Replace('\\', '/'));
        if (blob.Size == 0 || name.Length == 0)
        {
            throw new ProblemException("files.empty", name);
        }

        var file = new RequestFile { Id = Guid.CreateVersion7(clock.UtcNow), Name = name.Length > 150 ? name[^150..] : name, Hash = blob.Hash, Size = blob.Size, Use = RequestFileUse.Release, At = clock.UtcNow };
        await moves.SaveAsync(request, async () =>
        {
            file.IsHeld = await screening.ScreenFileAsync(file.Id, blob.Hash, file.Name, cancel);
            request.Add(file);
            request.DraftBy(by);
            request.Note(by, clock.UtcNow, "requests.file-attached");
            audit.Note(by, "requests.file-attached", request.Id, $"{request.Number} {file.Name}");
        }, cancel);
    }

    /// <summary>Takes a file off the answer.</summary>
    public async Task DetachAsync(Actor by, Guid id, Guid fileId, CancellationToken cancel = default)
    {
        var request = await OpenForFilesAsync(by, id, cancel);
        var file = request.Files.FirstOrDefault(f => f.Id == fileId && f.Use == RequestFileUse.Release) ?? throw new NotFoundException(nameof(RequestFile));
        await moves.SaveAsync(request, () =>
        {
            request.Remove(file);
            request.Note(by, clock.UtcNow, "requests.file-detached");
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Lets the text or a file pass in spite of what screening found, with a reason; by the secrecy reviewer, not by who wrote it.</summary>
    /// <exception cref="ProblemException"><c>screening.reason-missing</c>.</exception>
    public async Task ReleaseAsync(Actor by, Guid id, Guid subject, string reason, CancellationToken cancel = default)
    {
        var request = await moves.OpenAsync(by, id, cancel);
        Permit.Require(by.Holds(Role.SecrecyReviewer, await policies.OfficeUnitAsync(cancel)) && !request.WasDraftedBy(by.Id), request.WasDraftedBy(by.Id) ? "requests.own-work" : "shared.refused");
        var file = request.Files.FirstOrDefault(f => f.Id == subject);
        if (file is null && subject != request.Id)
        {
            throw new NotFoundException(nameof(RequestFile));
        }

        await moves.SaveAsync(request, () =>
        {
            screening.Release(by, subject, file?.Name ?? request.Matter, reason);
            if (file is not null)
            {
                file.IsHeld = false;
            }

            request.Note(by, clock.UtcNow, reason.Trim());
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>What screening found in the draft and its files, and what was let pass.</summary>
    public async Task<(ILookup<Guid, Finding> Found, IReadOnlyDictionary<Guid, ScreeningRelease> Released)> ScreenedAsync(InformationRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var subjects = request.Files.Where(f => f.Use == RequestFileUse.Release).Select(f => f.Id).Append(request.Id).ToList();
        return (await screening.FoundAsync(subjects, cancel), await screening.ReleasesAsync(subjects, cancel));
    }

    /// <summary>The secrecy reviewer signs (Measures Art. 5): nothing held may remain.</summary>
    /// <exception cref="ProblemException"><c>requests.held</c>.</exception>
    public async Task ScreenAsync(Actor by, Guid id, int version, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Screen, cancel);
        await RequireClearAsync(request, cancel);
        await moves.SaveAsync(request, by, RequestVerb.Screen, () => TellAsync(by, request, "notices.request-approve", cancel), cancel: cancel);
    }

    /// <summary>Sends the draft back to who wrote it.</summary>
    /// <exception cref="ProblemException"><c>requests.reason-missing</c>.</exception>
    public async Task ReturnAsync(Actor by, Guid id, int version, string reason, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Return, cancel);
        await moves.SaveAsync(request, by, RequestVerb.Return, () => TellAsync(by, request, "notices.request-returned", cancel), RequestMoves.Required(reason, "requests.reason-missing", 1000), cancel: cancel);
    }

    /// <summary>Approves what somebody else wrote.</summary>
    public async Task ApproveAsync(Actor by, Guid id, int version, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Approve, cancel);
        await RequireClearAsync(request, cancel);
        await moves.SaveAsync(request, by, RequestVerb.Approve, () => Task.CompletedTask, cancel: cancel);
    }

    /// <summary>Answers: the letter is kept as sent, the clock stops, the applicant is written to; one save, so none of it is lost without the others.</summary>
    /// <exception cref="ProblemException"><c>requests.letter-unfilled</c>, <c>requests.held</c>.</exception>
    public async Task AnswerAsync(Actor by, Guid id, int version, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Answer, cancel);
        await RequireClearAsync(request, cancel);
        var days = await moves.CalendarAsync(cancel);
        await moves.SaveAsync(request, by, RequestVerb.Answer, async () =>
        {
            HandlingDesk.End(request, request.Reason, clock.Today, days);
            await letters.WriteAsync(request, Outcomes.Find(request.Reason)!.Value.Outcome.Letter, cancel: cancel);
        }, cancel: cancel);
    }

    /// <summary>Closes the file (Regulations Art. 45).</summary>
    public async Task ArchiveAsync(Actor by, Guid id, int version, CancellationToken cancel = default) =>
        await moves.SaveAsync(await moves.TakeAsync(by, id, version, RequestVerb.Archive, cancel), by, RequestVerb.Archive, () => Task.CompletedTask, cancel: cancel);

    private async Task<InformationRequest> OpenForFilesAsync(Actor by, Guid id, CancellationToken cancel)
    {
        var request = await moves.OpenAsync(by, id, cancel);
        Permit.Require(RequestPermits.MayHandle(by));
        return request.Status is RequestStatus.Accepted or RequestStatus.Assigned or RequestStatus.Drafted ? request : throw new ConflictException("requests.not-being-drafted", request.LastMovedBy);
    }

    private async Task RequireAsync(InformationRequest request, OutcomeReason reason, string takenOut, CancellationToken cancel)
    {
        foreach (var need in reason.Needs)
        {
            var isThere = need switch
            {
                "search" => request.Searches.Count > 0,
                "third-party" => request.ThirdParties.Any(t => t.View != ThirdPartyView.Waiting),
                "taken-out" => !string.IsNullOrWhiteSpace(takenOut),
                "clarified" => request.Clarification.Length > 0,
                "asked-why" => request.ClarificationAsked.Length > 0,
                "earlier" => request.PersonMark.Length > 0 && await db.Set<InformationRequest>().AnyAsync(r => r.PersonMark == request.PersonMark && r.Id != request.Id && r.ClosedOn != null, cancel),
                _ => false,
            };
            if (!isThere)
            {
                throw new ProblemException($"requests.needs-{need}");
            }
        }
    }

    private async Task RequireClearAsync(InformationRequest request, CancellationToken cancel)
    {
        var (found, released) = await ScreenedAsync(request, cancel);
        if (request.Files.Any(f => f.IsHeld) || (found[request.Id].Any(f => f.Severity == Severity.Error) && !released.ContainsKey(request.Id)))
        {
            throw new ProblemException("requests.held");
        }
    }

    private async Task TellAsync(Actor by, InformationRequest request, string code, CancellationToken cancel) =>
        await notices.TellAsync(by, Role.DisclosureOffice, await policies.OfficeUnitAsync(cancel), code, $"{request.Number} {request.Matter}", RequestLinks.Handle(request.Id), cancel);

    private static string Html(InformationRequest request) =>
        string.Concat(new[] { request.Facts, request.AnswerText, request.TakenOut }.SelectMany(t => t.Split('\n')).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));
}
