using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>How the office handles a case up to the draft: accept, ask for clarification, give parts to units, note searches, extend, and the ends
/// that need no answer.</summary>
public sealed class HandlingDesk(GongkaiDb db, CampusClock clock, RequestMoves moves, NoticeBoard notices, LetterDesk letters)
{
    private const int ClarifyWithinDays = 10;
    private const int LongestClarification = 60;

    /// <summary>Accepts it.</summary>
    public async Task AcceptAsync(Actor by, Guid id, int version, CancellationToken cancel = default) =>
        await moves.SaveAsync(await moves.TakeAsync(by, id, version, RequestVerb.Accept, cancel), by, RequestVerb.Accept, () => Task.CompletedTask, cancel: cancel);

    /// <summary>Asks the applicant, once, to make clear what is meant. The clock stands until the answer.</summary>
    /// <exception cref="ProblemException"><c>requests.clarify-what-missing</c>, <c>requests.clarify-once</c>, <c>requests.until-out-of-range</c>.</exception>
    public async Task AskClarificationAsync(Actor by, Guid id, int version, string what, DateOnly? until, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.AskClarification, cancel);
        if (request.ClarificationAsked.Length > 0)
        {
            throw new ProblemException("requests.clarify-once");
        }

        var days = await moves.CalendarAsync(cancel);
        var tidy = RequestMoves.Required(what, "requests.clarify-what-missing");
        var last = until ?? days.After(clock.Today, ClarifyWithinDays).Date;
        if (last <= clock.Today || last > clock.Today.AddDays(LongestClarification))
        {
            throw new ProblemException("requests.until-out-of-range", LongestClarification);
        }

        await moves.SaveAsync(request, by, RequestVerb.AskClarification, async () =>
        {
            (request.ClarificationAsked, request.ClarifyUntilOn) = (tidy, last);
            request.Tick(ClockEventKind.Paused, clock.Today, days);
            await letters.WriteAsync(request, LetterKind.Clarification, cancel: cancel);
        }, told: tidy, cancel: cancel);
    }

    /// <summary>Gives a unit its part and its day; the unit sees the matter only.</summary>
    /// <exception cref="ProblemException"><c>requests.task-missing</c>, <c>requests.part-day-out-of-range</c>, <c>requests.unit-missing</c>.</exception>
    public async Task AssignAsync(Actor by, Guid id, int version, Guid unitId, string task, DateOnly? dueOn, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Assign, cancel);
        var unit = await db.Set<Unit>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId && u.IsActive, cancel) ?? throw new ProblemException("requests.unit-missing");
        var tidy = RequestMoves.Required(task, "requests.task-missing", 1000);
        var days = await moves.CalendarAsync(cancel);
        var due = dueOn ?? Earlier(days.After(clock.Today, 5).Date, request.Clock.DueOn);
        if (due < clock.Today || (due > request.Clock.DueOn && request.Clock.DueOn >= clock.Today))
        {
            throw new ProblemException("requests.part-day-out-of-range", request.Clock.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        await moves.SaveAsync(request, by, RequestVerb.Assign, async () =>
        {
            var part = new RequestPart { Id = Guid.CreateVersion7(clock.UtcNow), UnitId = unit.Id, Task = tidy, DueOn = due, At = clock.UtcNow };
            request.Add(part);
            foreach (var role in new[] { Role.Liaison, Role.UnitHead })
            {
                await notices.TellAsync(by, role, unit.Id, "notices.request-part", $"{request.Number} {request.Matter}", RequestLinks.Handle(request.Id), cancel);
            }
        }, $"{unit.Name}：{tidy}", cancel: cancel);
    }

    /// <summary>A unit answers its part.</summary>
    /// <exception cref="ProblemException"><c>requests.reply-missing</c>.</exception>
    /// <exception cref="ConflictException"><c>requests.part-answered</c>.</exception>
    public async Task AnswerPartAsync(Actor by, Guid id, Guid partId, string reply, CancellationToken cancel = default)
    {
        var request = await moves.OpenAsync(by, id, cancel);
        var part = request.Parts.FirstOrDefault(p => p.Id == partId) ?? throw new NotFoundException(nameof(RequestPart));
        Permit.Require(RequestPermits.MayAnswerPart(by, part));
        if (part.RepliedAt is not null || RequestLifecycle.After(request.Status, RequestVerb.AnswerPart, hasParts: true) is null)
        {
            throw new ConflictException("requests.part-answered", part.RepliedBy);
        }

        var tidy = RequestMoves.Required(reply, "requests.reply-missing");
        await moves.SaveAsync(request, by, RequestVerb.AnswerPart, async () =>
        {
            (part.Reply, part.RepliedAt, part.RepliedBy) = (tidy, clock.UtcNow, by.Name);
            await notices.TellAsync(by, Role.DisclosureOffice, part.UnitId, "notices.request-part-answered", $"{request.Number} {request.Matter}", RequestLinks.Handle(request.Id), cancel);
        }, cancel: cancel);
    }

    /// <summary>Notes a search (检索记录); the office or a unit with a part.</summary>
    /// <exception cref="ProblemException"><c>requests.search-missing</c>.</exception>
    public async Task NoteSearchAsync(Actor by, Guid id, string place, string words, string result, CancellationToken cancel = default)
    {
        var request = await moves.OpenAsync(by, id, cancel);
        Permit.Require(RequestPermits.MayHandle(by) || request.Parts.Any(p => RequestPermits.MayAnswerPart(by, p)));
        if (request.IsClosed)
        {
            throw new ConflictException("requests.closed-already");
        }

        var search = new SearchNote
        {
            Id = Guid.CreateVersion7(clock.UtcNow),
            ByName = by.Name,
            Place = RequestMoves.Required(place, "requests.search-missing", 300),
            Words = RequestMoves.Required(words, "requests.search-missing", 300),
            Result = RequestMoves.Required(result, "requests.search-missing", 1000),
            At = clock.UtcNow,
        };
        await moves.SaveAsync(request, () =>
        {
            request.Add(search);
            request.Note(by, clock.UtcNow, "requests.search-noted");
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Extends the limit, once, by the office's head, where the rule knows an extension (Regulations Art. 33).</summary>
    /// <exception cref="ProblemException"><c>requests.reason-missing</c>, <c>cases.clock-NoExtension</c> and the like.</exception>
    public async Task ExtendAsync(Actor by, Guid id, int version, int? byDays, string reason, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Extend, cancel);
        var tidy = RequestMoves.Required(reason, "requests.reason-missing", 1000);
        var days = await moves.CalendarAsync(cancel);
        await moves.SaveAsync(request, by, RequestVerb.Extend, async () =>
        {
            request.Tick(ClockEventKind.Extended, clock.Today, days, byDays ?? request.Clock.Rule.ExtensionDays);
            await letters.WriteAsync(request, LetterKind.Extension, new Dictionary<string, string> { ["extension-reason"] = tidy }, cancel);
        }, tidy, tidy, cancel);
    }

    /// <summary>Tells the applicant who it is that has the information (Measures Art. 18(3)).</summary>
    /// <exception cref="ProblemException"><c>requests.transfer-to-missing</c>.</exception>
    public async Task TransferAsync(Actor by, Guid id, int version, string to, CancellationToken cancel = default)
    {
        var tidy = RequestMoves.Required(to, "requests.transfer-to-missing", 300);
        await EndAsync(by, await moves.TakeAsync(by, id, version, RequestVerb.Transfer, cancel), RequestVerb.Transfer, Outcomes.NotOurs, LetterKind.Transfer, new() { ["transfer-to"] = tidy }, tidy, cancel);
    }

    /// <summary>Handles as another kind of matter what is really a letter, complaint, petition or archive look-up, with a word to the person.</summary>
    /// <exception cref="ProblemException"><c>requests.reason-missing</c>.</exception>
    public async Task RetypeAsync(Actor by, Guid id, int version, OtherMatter matter, string reason, CancellationToken cancel = default)
    {
        var tidy = RequestMoves.Required(reason, "requests.reason-missing", 1000);
        var what = Platform.Words.PageWords.In("zh", $"enum.OtherMatter.{matter}");
        await EndAsync(by, await moves.TakeAsync(by, id, version, RequestVerb.Retype, cancel), RequestVerb.Retype,
            matter is OtherMatter.Petition or OtherMatter.Complaint ? "3.5.1-petition" : "3.6.3-retyped", LetterKind.Retype, new() { ["retype-as"] = what, ["retype-reason"] = tidy }, $"{what}：{tidy}", cancel);
    }

    /// <summary>Takes as abandoned what was not clarified or paid in time.</summary>
    /// <exception cref="ProblemException"><c>requests.not-yet-abandoned</c>: the day has not passed.</exception>
    public async Task AbandonAsync(Actor by, Guid id, int version, CancellationToken cancel = default)
    {
        var request = await moves.TakeAsync(by, id, version, RequestVerb.Abandon, cancel);
        var (last, reason) = request.Status == RequestStatus.Clarifying ? (request.ClarifyUntilOn, Outcomes.Silent) : (request.PayUntilOn, Outcomes.Unpaid);
        if (clock.Today <= last)
        {
            throw new ProblemException("requests.not-yet-abandoned", last!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        var text = Outcomes.Find(reason)!.Value.Item2.Zh;
        await EndAsync(by, request, RequestVerb.Abandon, reason, LetterKind.Other, new() { ["facts"] = text, ["answer"] = text }, "", cancel);
    }

    /// <summary>Closes a case with an outcome: its row of the table, and the clock stopped.</summary>
    internal static void End(InformationRequest request, string reason, DateOnly today, WorkingDayCalendar days)
    {
        var found = Outcomes.Find(reason) ?? throw new ArgumentException($"There is no outcome '{reason}'.", nameof(reason));
        (request.Reason, request.Outcome) = (reason, found.Outcome.Code);
        request.Tick(ClockEventKind.Stopped, today, days);
    }

    private async Task EndAsync(Actor by, InformationRequest request, RequestVerb verb, string reason, LetterKind letter, Dictionary<string, string> more, string told, CancellationToken cancel)
    {
        var days = await moves.CalendarAsync(cancel);
        await moves.SaveAsync(request, by, verb, async () =>
        {
            End(request, reason, clock.Today, days);
            await letters.WriteAsync(request, letter, more, cancel);
        }, told, told, cancel);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>What a request may really be.</summary>
public enum OtherMatter
{
    /// <summary>来信咨询.</summary>
    Letter,

    /// <summary>举报投诉.</summary>
    Complaint,

    /// <summary>信访.</summary>
    Petition,

    /// <summary>档案查阅 (Measures Art. 30).</summary>
    ArchiveLookup,
}
