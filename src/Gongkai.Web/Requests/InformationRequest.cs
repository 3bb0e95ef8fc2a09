using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Requests;

/// <summary>A request for information (依申请公开, Measures Art. 9) from the first word to the closed file.</summary>
public sealed class InformationRequest : IBelongsToInstitution
{
    private readonly List<RequestStep> _steps = [];
    private readonly List<RequestPart> _parts = [];
    private readonly List<SearchNote> _searches = [];
    private readonly List<ThirdParty> _thirdParties = [];
    private readonly List<RequestFile> _files = [];
    private readonly List<NoticeLetter> _letters = [];
    private readonly List<Remedy> _remedies = [];

    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>受理编号, like 2026-0042.</summary>
    public required string Number { get; init; }

    /// <summary>What is kept of the query code.</summary>
    public string CodeHash { get; internal set; } = "";

    /// <summary>Key of the form it came with: the same form sent twice is stored once.</summary>
    public Guid FormKey { get; init; }

    /// <summary>How it came in.</summary>
    public RequestChannel Channel { get; init; }

    /// <summary>收到之日 by the rule of its channel (Regulations Art. 31).</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTime RegisteredAt { get; init; }

    /// <summary>The unit that took it, when it was not the office.</summary>
    public Guid? TakenByUnitId { get; init; }

    /// <summary>Which kind of applicant.</summary>
    public ApplicantKind ApplicantKind { get; init; }

    /// <summary>Who asks, sealed; empty once purged.</summary>
    public string SealedApplicant { get; internal set; } = "";

    /// <summary>The same for the same person, and telling nothing of them; empty when there was too little to go by, or once purged.</summary>
    public string PersonMark { get; internal set; } = "";

    /// <summary>What is asked for, in a line.</summary>
    public required string Matter { get; init; }

    /// <summary>Description of the information.</summary>
    public required string Description { get; init; }

    /// <summary>What for; never a ground for refusal.</summary>
    public string Purpose { get; internal set; } = "";

    /// <summary>In what form it is wanted.</summary>
    public DeliveryForm Form { get; init; }

    /// <summary>By what way.</summary>
    public DeliveryWay Way { get; init; }

    /// <summary>Why no fee should be taken; empty when a waiver is not asked.</summary>
    public string WaiverReason { get; init; } = "";

    /// <summary>Language the applicant reads.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>Where it stands.</summary>
    public RequestStatus Status { get; private set; }

    /// <summary>Its clock.</summary>
    public CaseClock Clock { get; init; } = new();

    /// <summary>How far its reminders have gone: 0 none, 1 half time, 2 three days, 3 one day, 4 overdue.</summary>
    public int RemindedStage { get; internal set; }

    /// <summary>What the applicant was asked to make clear.</summary>
    public string ClarificationAsked { get; internal set; } = "";

    /// <summary>By when.</summary>
    public DateOnly? ClarifyUntilOn { get; internal set; }

    /// <summary>What the applicant made clear.</summary>
    public string Clarification { get; internal set; } = "";

    /// <summary>Fee asked, in cents; null when none was.</summary>
    public int? FeeCents { get; internal set; }

    /// <summary>By when it is paid: 20 working days.</summary>
    public DateOnly? PayUntilOn { get; internal set; }

    /// <summary>The day it was paid.</summary>
    public DateOnly? PaidOn { get; internal set; }

    /// <summary>Fee not taken although due, in cents.</summary>
    public int WaivedCents { get; internal set; }

    /// <summary>Reason code of the outcome, like <c>3.3.4-privacy</c>; see <see cref="Outcomes"/>.</summary>
    public string Reason { get; internal set; } = "";

    /// <summary>Row of the statistics table the outcome stands in, like <c>3.3.4</c>; empty while there is none.</summary>
    public string Outcome { get; internal set; } = "";

    /// <summary>Facts found, for the letter.</summary>
    public string Facts { get; internal set; } = "";

    /// <summary>What is given or said.</summary>
    public string AnswerText { get; internal set; } = "";

    /// <summary>What was taken out, and why; for a partial release.</summary>
    public string TakenOut { get; internal set; } = "";

    /// <summary>Who wrote in the draft: none of them may screen or approve it.</summary>
    public string DraftedBy { get; internal set; } = "";

    /// <summary>The day it was closed, however it ended; null while it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The applicant's mark, 1 to 5; null for none.</summary>
    public int? Rating { get; internal set; }

    /// <summary>The applicant's word with it.</summary>
    public string RatingText { get; internal set; } = "";

    /// <summary>From when the answer stands in the disclosure log; null when it does not.</summary>
    public DateTime? LoggedAt { get; internal set; }

    /// <summary>Title in the log, without the person.</summary>
    public string LogTitle { get; internal set; } = "";

    /// <summary>Text in the log, without the person.</summary>
    public string LogText { get; internal set; } = "";

    /// <summary>A record opened because several asked for the same.</summary>
    public Guid? RecordId { get; internal set; }

    /// <summary>When the person's data were purged; null while they are kept.</summary>
    public DateTime? PurgedAt { get; private set; }

    /// <summary>Guards against two officers deciding at once.</summary>
    public int Version { get; set; }

    /// <summary>Every move it made.</summary>
    public IReadOnlyList<RequestStep> Steps => _steps;

    /// <summary>Who made the last move.</summary>
    public string LastMovedBy => _steps.MaxBy(s => s.Number)?.ByName ?? "";

    /// <summary>Parts given to units.</summary>
    public IReadOnlyList<RequestPart> Parts => _parts;

    /// <summary>Searches made.</summary>
    public IReadOnlyList<SearchNote> Searches => _searches;

    /// <summary>Third parties asked.</summary>
    public IReadOnlyList<ThirdParty> ThirdParties => _thirdParties;

    /// <summary>Its files.</summary>
    public IReadOnlyList<RequestFile> Files => _files;

    /// <summary>Letters sent.</summary>
    public IReadOnlyList<NoticeLetter> Letters => _letters;

    /// <summary>Remedies sought.</summary>
    public IReadOnlyList<Remedy> Remedies => _remedies;

    /// <summary>Whether a person wrote in the draft.</summary>
    public bool WasDraftedBy(Guid personId) => DraftedBy.Split(' ').Contains(personId.ToString("N"));

    /// <summary>Whether it has ended.</summary>
    public bool IsClosed => RequestLifecycle.IsClosed(Status);

    // The only place that sets the status. A step is written for every move, so the history cannot disagree with it.
    internal void Move(RequestVerb verb, Actor by, DateTime at, DateOnly today, string reason = "", string told = "")
    {
        var next = RequestLifecycle.After(Status, verb, _parts.Count > 0)
            ?? throw new InvalidOperationException($"Cannot {verb} a request that is {Status}.");
        Write(verb, next, by, at, reason, told);
        Status = next;
        if (ClosedOn is null && RequestLifecycle.IsClosed(next))
        {
            ClosedOn = today;
        }

        Version++;
    }

    // A note that moves nothing: the clock was recomputed, a file was added.
    internal void Note(Actor by, DateTime at, string reason, string told = "")
    {
        Write(null, Status, by, at, reason, told);
        Version++;
    }

    internal void Add(RequestPart part) => _parts.Add(part);

    internal void Add(SearchNote search) => _searches.Add(search);

    internal void Add(ThirdParty party) => _thirdParties.Add(party);

    internal void Add(RequestFile file) => _files.Add(file);

    internal void Remove(RequestFile file) => _files.Remove(file);

    internal void Add(NoticeLetter letter) => _letters.Add(letter);

    internal void Add(Remedy remedy) => _remedies.Add(remedy);

    internal void DraftBy(Actor by)
    {
        if (!WasDraftedBy(by.Id))
        {
            DraftedBy = $"{DraftedBy} {by.Id:N}".Trim();
        }
    }

    /// <summary>Runs the clock on.</summary>
    internal void Tick(ClockEventKind kind, DateOnly on, WorkingDayCalendar calendar, int days = 0)
    {
        Clock.Apply(kind, on, calendar, days);
        RemindedStage = 0;
    }

    internal void Purge(DateTime at)
    {
        (SealedApplicant, PersonMark, Purpose, PurgedAt) = ("", "", "", at);
        _files.RemoveAll(f => f.Use == RequestFileUse.Proof);
        _letters.ForEach(l => l.Sealed = "");
        _thirdParties.ForEach(t => t.Sealed = "");
        Version++;
    }

    private void Write(RequestVerb? verb, RequestStatus to, Actor by, DateTime at, string reason, string told) => _steps.Add(new RequestStep
    {
        Id = Guid.CreateVersion7(at),
        Number = _steps.Count + 1,
        From = Status,
        Verb = verb,
        To = to,
        ById = by.Id,
        ByName = by.Name,
        At = at,
        Reason = reason,
        Told = told,
    });
}
