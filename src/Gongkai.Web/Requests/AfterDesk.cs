using System.Net;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Gongkai.Web.Screening;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>What comes after the answer: remedies, the disclosure log, and publishing what several asked for.</summary>
public sealed class AfterDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, RequestMoves moves, ScreeningRulesDesk screening, RecordDesk records, RequestPolicyDesk policies)
{
    /// <summary>Writes down that somebody sought a remedy.</summary>
    /// <exception cref="ProblemException"><c>requests.remedy-body-missing</c>, <c>requests.remedy-day-wrong</c>.</exception>
    public async Task FileRemedyAsync(Actor by, Guid id, RemedyKind kind, DateOnly? filedOn, string body, CancellationToken cancel = default)
    {
        var request = await OpenAsync(by, id, cancel);
        var on = filedOn ?? clock.Today;
        if (on > clock.Today || on < request.ReceivedOn)
        {
            throw new ProblemException("requests.remedy-day-wrong");
        }

        var remedy = new Remedy { Id = Guid.CreateVersion7(clock.UtcNow), Kind = kind, FiledOn = on, Body = RequestMoves.Required(body, "requests.remedy-body-missing", 200) };
        await moves.SaveAsync(request, () =>
        {
            request.Add(remedy);
            request.Note(by, clock.UtcNow, "requests.remedy-filed");
            audit.Note(by, "requests.remedy-filed", request.Id, $"{request.Number} {kind}");
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Writes down how a remedy ended.</summary>
    /// <exception cref="ProblemException"><c>requests.remedy-result-missing</c>.</exception>
    public async Task EndRemedyAsync(Actor by, Guid id, Guid remedyId, RemedyResult result, string note, CancellationToken cancel = default)
    {
        var request = await OpenAsync(by, id, cancel);
        var remedy = request.Remedies.FirstOrDefault(r => r.Id == remedyId) ?? throw new NotFoundException(nameof(Remedy));
        if (result == RemedyResult.Pending)
        {
            throw new ProblemException("requests.remedy-result-missing");
        }

        await moves.SaveAsync(request, () =>
        {
            (remedy.Result, remedy.EndedOn, remedy.Note) = (result, clock.Today, note.Trim().Normalize());
            request.Note(by, clock.UtcNow, "requests.remedy-ended");
            audit.Note(by, "requests.remedy-ended", request.Id, $"{request.Number} {result}");
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Puts a released answer into the disclosure log, without the person. It is screened as anything public is.</summary>
    /// <exception cref="ProblemException"><c>requests.log-not-released</c>, <c>requests.log-title-missing</c>, <c>requests.log-screened</c>.</exception>
    public async Task LogAsync(Actor by, Guid id, string title, string text, CancellationToken cancel = default)
    {
        var request = await OpenAsync(by, id, cancel);
        if (request.Outcome is not ("3.1" or "3.2") || !request.IsClosed)
        {
            throw new ProblemException("requests.log-not-released");
        }

        var (head, body) = (RequestMoves.Required(title, "requests.log-title-missing", 200), RequestMoves.Required(text, "requests.log-text-missing", 8000));
        if ((await screening.ScreenerAsync(cancel)).ScreenText($"{head}\n{body}").Any(f => f.Severity == Engines.Severity.Error))
        {
            throw new ProblemException("requests.log-screened");
        }

        await moves.SaveAsync(request, () =>
        {
            (request.LogTitle, request.LogText, request.LoggedAt) = (head, body, request.LoggedAt ?? clock.UtcNow);
            request.Note(by, clock.UtcNow, "requests.logged");
            audit.Note(by, "requests.logged", request.Id, $"{request.Number} {head}");
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Takes an answer out of the log.</summary>
    public async Task UnlogAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var request = await OpenAsync(by, id, cancel);
        await moves.SaveAsync(request, () =>
        {
            (request.LogTitle, request.LogText, request.LoggedAt) = ("", "", null);
            request.Note(by, clock.UtcNow, "requests.unlogged");
            audit.Note(by, "requests.unlogged", request.Id, request.Number);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Cases that ask for much the same: a hint for people, never decided by machine. Those of the same person are marked.</summary>
    public async Task<IReadOnlyList<SimilarRequest>> SimilarAsync(InformationRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var since = request.ReceivedOn.AddYears(-2);
        var others = await db.Set<InformationRequest>().AsNoTracking().Where(r => r.Id != request.Id && r.ReceivedOn >= since).OrderByDescending(r => r.ReceivedOn).Take(2000)
            .Select(r => new { r.Id, r.Number, r.Matter, r.Description, r.Status, r.PersonMark }).ToListAsync(cancel);
        var (matter, whole) = (Pairs(request.Matter), Pairs(request.Matter + request.Description));

        // Descriptions resemble each other by their set phrases, so the line that says what is asked for weighs first.
        return [.. others.Select(o => (o, Like: Math.Max(Likeness(matter, Pairs(o.Matter)), Likeness(whole, Pairs(o.Matter + o.Description)) - 0.3))).Where(p => p.Like >= 0.5).OrderByDescending(p => p.Like).Take(10)
            .Select(p => new SimilarRequest(p.o.Id, p.o.Number, p.o.Matter, p.o.Status, p.o.PersonMark.Length > 0 && p.o.PersonMark == request.PersonMark))];
    }

    /// <summary>Opens a record with what was answered, so that all may read it (Regulations Art. 44); it goes the way of every record.</summary>
    /// <exception cref="ConflictException"><c>requests.record-opened</c>.</exception>
    public async Task<Guid> OpenRecordAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var request = await OpenAsync(by, id, cancel);
        if (request.RecordId is not null)
        {
            throw new ConflictException("requests.record-opened", request.LastMovedBy);
        }

        var edition = await records.StartAsync(by, request.Parts.Count > 0 ? request.Parts[0].UnitId : await policies.OfficeUnitAsync(cancel), RecordKind.Document, cancel);
        var form = await records.FormOfAsync(edition, cancel);
        var text = string.Concat(request.AnswerText.Split('\n').Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));
        edition = await records.WriteAsync(by, edition.Id, edition.Version, form with { Title = request.Matter, BodyHtml = text }, cancel);
        await moves.SaveAsync(request, () =>
        {
            request.RecordId = edition.RecordId;
            request.Note(by, clock.UtcNow, "requests.record-begun");
            return Task.CompletedTask;
        }, cancel);
        return edition.Id;
    }

    private async Task<InformationRequest> OpenAsync(Actor by, Guid id, CancellationToken cancel)
    {
        var request = await moves.OpenAsync(by, id, cancel);
        Permit.Require(RequestPermits.MayHandle(by));
        return request;
    }

    private static HashSet<string> Pairs(string text)
    {
        var letters = new string([.. text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)]);
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(i => letters.Substring(i, 2))];
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other) => one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}

/// <summary>A case that asks for much the same.</summary>
public sealed record SimilarRequest(Guid Id, string Number, string Matter, RequestStatus Status, bool IsSamePerson);
