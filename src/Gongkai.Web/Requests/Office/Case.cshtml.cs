using Gongkai.Web.Calendar;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Screening;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Requests.Office;

internal sealed class CaseModel(
    RequestMoves moves, MoveForms forms, HandlingDesk handling, DecisionDesk decisions, AfterDesk after, PersonDesk persons, RequestPolicyDesk policies,
    InstitutionDesk institutions, SchoolCalendar calendar, CampusClock clock, PageWords words) : OurPage
{
    private Guid _officeUnit;

    [BindProperty]
    public MoveForm Input { get; set; } = new();

    public InformationRequest Case { get; private set; } = null!;

    public ClockFace Face { get; private set; } = null!;

    public IReadOnlyList<RequestVerb> Verbs { get; private set; } = [];

    public RequestVerb? Tried { get; private set; }

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public Applicant? Person { get; private set; }

    public bool IsPersonShown { get; private set; }

    public ILookup<Guid, Engines.Finding> Found { get; private set; } = Array.Empty<Engines.Finding>().ToLookup(_ => Guid.Empty);

    public IReadOnlyDictionary<Guid, ScreeningRelease> Let { get; private set; } = new Dictionary<Guid, ScreeningRelease>();

    public IReadOnlyList<SimilarRequest> Similar { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool MayReadFile => RequestPermits.MayReadFile(By, _officeUnit);

    public bool MayKnow => RequestPermits.MayKnowThePerson(By);

    public bool MayAttach => RequestPermits.MayHandle(By) && Case.Status is RequestStatus.Accepted or RequestStatus.Assigned or RequestStatus.Drafted;

    public bool MaySearch => !Case.IsClosed && (RequestPermits.MayHandle(By) || Case.Parts.Any(MayAnswer));

    public bool MayRelease => By.Holds(Role.SecrecyReviewer, _officeUnit) && !Case.WasDraftedBy(By.Id) && !Case.IsClosed;

    public bool MayAnswer(RequestPart part) => RequestPermits.MayAnswerPart(By, part);

    public string UnitName(Guid id) => Units.FirstOrDefault(u => u.Id == id)?.NameIn(PageWords.IsEnglish) ?? "";

    public string Minute(DateTime at) => $"{words.Day(clock.DayOf(at))} {clock.ToCampus(at):HH:mm}";

    public Task OnGetAsync(Guid id, CancellationToken cancel) => LoadAsync(id, cancel);

    public Task<IActionResult> OnPostMoveAsync(Guid id, int version, RequestVerb verb, CancellationToken cancel)
    {
        Tried = verb;
        return DoAsync(id, () => forms.MoveAsync(By, id, version, verb, Input, cancel), words["requests.done", words.Of(verb)], cancel);
    }

    public Task<IActionResult> OnPostPartAsync(Guid id, Guid part, string? reply, CancellationToken cancel)
    {
        Input = Input with { Reply = reply };
        return DoAsync(id, () => handling.AnswerPartAsync(By, id, part, reply ?? "", cancel), words["requests.done", words.Of(RequestVerb.AnswerPart)], cancel);
    }

    public Task<IActionResult> OnPostSearchAsync(Guid id, CancellationToken cancel) =>
        DoAsync(id, () => handling.NoteSearchAsync(By, id, Input.Place ?? "", Input.Words ?? "", Input.Result ?? "", cancel), words["requests.search-noted"], cancel);

    public Task<IActionResult> OnPostAttachAsync(Guid id, IFormFile? upload, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await using var content = upload?.OpenReadStream() ?? Stream.Null;
        await decisions.AttachAsync(By, id, content, upload?.FileName ?? "", cancel);
    }, words["requests.file-attached"], cancel);

    public Task<IActionResult> OnPostDetachAsync(Guid id, Guid file, CancellationToken cancel) => DoAsync(id, () => decisions.DetachAsync(By, id, file, cancel), words["requests.file-detached"], cancel);

    public Task<IActionResult> OnPostReleaseAsync(Guid id, Guid subject, string? reason, CancellationToken cancel) =>
        DoAsync(id, () => decisions.ReleaseAsync(By, id, subject, reason ?? "", cancel), words["shared.saved"], cancel);

    public Task<IActionResult> OnPostLogAsync(Guid id, string? title, string? text, CancellationToken cancel) => DoAsync(id, () => after.LogAsync(By, id, title ?? "", text ?? "", cancel), words["requests.logged"], cancel);

    public Task<IActionResult> OnPostUnlogAsync(Guid id, CancellationToken cancel) => DoAsync(id, () => after.UnlogAsync(By, id, cancel), words["requests.unlogged"], cancel);

    public Task<IActionResult> OnPostRemedyAsync(Guid id, RemedyKind kind, DateOnly? filedOn, string? body, CancellationToken cancel) =>
        DoAsync(id, () => after.FileRemedyAsync(By, id, kind, filedOn, body ?? "", cancel), words["requests.remedy-filed"], cancel);

    public Task<IActionResult> OnPostRemedyEndAsync(Guid id, Guid remedy, RemedyResult result, string? note, CancellationToken cancel) =>
        DoAsync(id, () => after.EndRemedyAsync(By, id, remedy, result, note ?? "", cancel), words["requests.remedy-ended"], cancel);

    public Task<IActionResult> OnPostRecordAsync(Guid id, CancellationToken cancel) => TryAsync(
        async () => Go($"/office/editions/{await after.OpenRecordAsync(By, id, cancel)}", words["requests.record-begun"]), () => AgainAsync(id, cancel));

    // Shown on the answer to a post and nowhere else: no address shows the person, and every showing is written down.
    public async Task<IActionResult> OnPostPersonAsync(Guid id, CancellationToken cancel)
    {
        var person = await persons.ReadAsync(By, id, cancel);
        await LoadAsync(id, cancel);
        (Person, IsPersonShown) = (person, true);
        Response.Headers.CacheControl = "private, no-store";
        return Page();
    }

    public async Task<IActionResult> OnGetProofAsync(Guid id, Guid file, CancellationToken cancel)
    {
        var (name, bytes) = await persons.ReadFileAsync(By, id, file, cancel);
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(bytes, "application/octet-stream", name);
    }

    public async Task<IActionResult> OnGetLetterAsync(Guid id, Guid letter, string kind, CancellationToken cancel)
    {
        var (bytes, type, name) = await RequestsRoom.AsFileAsync(await persons.ReadLetterAsync(By, id, letter, cancel), kind, cancel);
        Response.Headers.CacheControl = "private, no-store";
        return File(bytes, type, name);
    }

    private Task<IActionResult> DoAsync(Guid id, Func<Task> act, string done, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await act();
            return Go(RequestLinks.Handle(id), done);
        },
        () => AgainAsync(id, cancel));

    private async Task<IActionResult> AgainAsync(Guid id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        return Page();
    }

    private async Task LoadAsync(Guid id, CancellationToken cancel)
    {
        _officeUnit = await policies.OfficeUnitAsync(cancel);
        Case = await moves.ReadAsync(By, id, cancel);
        Face = new ClockFace(Case.Clock.Read(await calendar.OfAsync(cancel), clock.Today), Case.Clock.Rule, Case.IsClosed);
        Verbs = await moves.VerbsAsync(By, Case, cancel);
        Units = await institutions.UnitsAsync(cancel);
        Person = persons.Masked(Case, MayReadFile);
        if (MayReadFile)
        {
            (Found, Let) = await decisions.ScreenedAsync(Case, cancel);
            Similar = MayKnow ? await after.SimilarAsync(Case, cancel) : [];
        }
    }
}
