using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Records;

/// <summary>One wording of a record (版本), from draft to live to replaced.</summary>
public sealed class Edition : IBelongsToInstitution, IShown
{
    private readonly List<EditionStep> _steps = [];
    private readonly List<EditionAuthor> _authors = [];
    private readonly List<Attachment> _attachments = [];
    private readonly List<EditionItem> _items = [];

    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The record it words.</summary>
    public Guid RecordId { get; init; }

    /// <summary>The record.</summary>
    public Record? Record { get; internal set; }

    /// <summary>First edition, second edition: counted from 1.</summary>
    public int Number { get; init; }

    /// <summary>Where it stands as stored; what it is at an instant is <see cref="StatusAt"/>.</summary>
    public EditionStatus Status { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>发文字号, like 校发〔2026〕12号; empty if it has none.</summary>
    public string DocumentNumber { get; set; } = "";

    /// <summary>成文日期/生成日期.</summary>
    public DateOnly? ProducedOn { get; set; }

    /// <summary>Who issued it, as printed.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>The text as clean HTML.</summary>
    public string BodyHtml { get; set; } = "";

    /// <summary>What changed, told to the public; for the second edition and after.</summary>
    public string ChangeNote { get; set; } = "";

    /// <summary>What kind of information it is.</summary>
    public RecordKind Kind { get; set; }

    /// <summary>公开属性, set when the information is made (Measures Art. 16).</summary>
    public DisclosureAttribute Attribute { get; set; } = DisclosureAttribute.Proactive;

    /// <summary>Why it is not open to all: required when withheld, on request or for a narrower audience.</summary>
    public string AttributeBasis { get; set; } = "";

    /// <summary>公开范围.</summary>
    public Audience Audience { get; set; }

    /// <summary>现行有效, 已修改 or 已废止.</summary>
    public Validity Validity { get; set; }

    /// <summary>The record it explains (解读).</summary>
    public Guid? InterpretsId { get; set; }

    /// <summary>A special topic (专题) it stands under.</summary>
    public string TopicSlug { get; set; } = "";

    /// <summary>For a time-boxed notice (公示), its last day; it ends by itself after it.</summary>
    public DateOnly? PublicityUntilOn { get; set; }

    /// <summary>From which instant the public reads it. Visibility is this and <see cref="ReplacedAt"/>, never a job.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>From which instant the next edition is read instead.</summary>
    public DateTime? ReplacedAt { get; private set; }

    /// <summary>For a time-boxed notice, the instant its last day is over; nothing of it is read from then on.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>When the office took it out of the public history, because it should never have been read; null if it did not.</summary>
    public DateTime? TakenOutAt { get; private set; }

    /// <summary>Why it was taken out.</summary>
    public string TakenOutReason { get; private set; } = "";

    /// <summary>When its text last changed.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>When its text was screened; null since it last changed. Instants are not compared: a clock that stands still must not pass a changed text.</summary>
    public DateTime? ScreenedAt { get; internal set; }

    /// <summary>Guards against two people writing at once; sent with every form.</summary>
    public int Version { get; set; }

    /// <inheritdoc/>
    public bool IsShown => PublishedAt is not null;

    /// <inheritdoc/>
    public Guid? ShownRecordId => RecordId;

    /// <summary>Every move it made, oldest first.</summary>
    public IReadOnlyList<EditionStep> Steps => _steps;

    /// <summary>Who made the last move; empty when none was made.</summary>
    public string LastMovedBy => _steps.Count == 0 ? "" : _steps.MaxBy(s => s.Number)!.ByName;

    /// <summary>Everybody who wrote in it: none of them may approve it.</summary>
    public IReadOnlyList<EditionAuthor> Authors => _authors;

    /// <summary>The catalogue items it fulfils, by their lineage through the years.</summary>
    public IReadOnlyList<EditionItem> Items => _items;

    /// <summary>Its files.</summary>
    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>What it is at an instant: a scheduled edition is live from its minute on, a live one replaced from its successor's.</summary>
    public EditionStatus StatusAt(DateTime now) => Status switch
    {
        EditionStatus.Scheduled or EditionStatus.Live when ReplacedAt <= now => EditionStatus.Replaced,
        EditionStatus.Scheduled when PublishedAt <= now => EditionStatus.Live,
        _ => Status,
    };

    /// <summary>How its record has ended by an instant, as far as this edition says: by an act of the office, or by its own last day.</summary>
    public RecordEnd EndAt(DateTime now) => Record is { End: not RecordEnd.None } record && record.EndedAt <= now ? record.End
        : StatusAt(now) == EditionStatus.Live && ExpiresAt <= now ? RecordEnd.Expired
        : RecordEnd.None;

    /// <summary>Whether a person wrote in it.</summary>
    public bool WasWrittenBy(Guid personId) => _authors.Exists(a => a.PersonId == personId);

    /// <summary>Says which catalogue items it fulfils.</summary>
    public void Fulfil(IEnumerable<Guid> lineageIds)
    {
        var wanted = lineageIds.Distinct().ToList();
        _items.RemoveAll(i => !wanted.Contains(i.LineageId));
        _items.AddRange(wanted.Where(id => _items.TrueForAll(i => i.LineageId != id)).Select(id => new EditionItem { EditionId = Id, LineageId = id }));
    }

    /// <summary>Takes note that a person wrote in it.</summary>
    internal void WrittenBy(Actor by, DateTime at)
    {
        if (!WasWrittenBy(by.Id))
        {
            _authors.Add(new EditionAuthor { PersonId = by.Id });
        }

        ChangedAt = at;
        ScreenedAt = null;
        Version++;
    }

    /// <summary>Lets a person go on with what a leaver wrote; the text stays as it is.</summary>
    internal void TakenOverBy(Guid personId)
    {
        if (!WasWrittenBy(personId))
        {
            _authors.Add(new EditionAuthor { PersonId = personId });
            Version++;
        }
    }

    /// <summary>Hangs a file on it.</summary>
    internal void Attach(Attachment attachment) => _attachments.Add(attachment);

    /// <summary>Takes a file off it.</summary>
    internal void Detach(Attachment attachment) => _attachments.Remove(attachment);

    /// <summary>Makes a move without setting an instant of publication.</summary>
    internal void Move(EditionVerb verb, ReviewRoute route, Actor by, DateTime at, string? reason = null)
    {
        var next = EditionLifecycle.After(StatusAt(at), verb, route)
            ?? throw new InvalidOperationException($"Cannot {verb} an edition that is {StatusAt(at)}.");

        _steps.Add(new EditionStep
        {
            Id = Guid.CreateVersion7(at),
            Number = _steps.Count + 1,
            From = StatusAt(at),
            Verb = verb,
            To = next,
            ById = by.Id,
            ByName = by.Name,
            At = at,
            Reason = reason,
        });
        Status = next;
        if (next is not (EditionStatus.Live or EditionStatus.Scheduled or EditionStatus.Replaced))
        {
            (PublishedAt, ExpiresAt) = (null, null);
        }

        Version++;
    }

    /// <summary>Sets the instant from which the public reads it, and for a time-boxed notice the one until which.</summary>
    internal void AppearAt(DateTime at, DateTime? expiresAt) => (PublishedAt, ExpiresAt) = (at, expiresAt);

    /// <summary>Takes a past edition out of the public history.</summary>
    internal void TakeOut(DateTime at, string reason)
    {
        (TakenOutAt, TakenOutReason) = (at, reason);
        Version++;
    }

    /// <summary>Sets or clears the instant from which the next edition is read instead.</summary>
    internal void GiveWayAt(DateTime? at) => ReplacedAt = at;
}

/// <summary>One move of an edition: who, when, why.</summary>
public sealed class EditionStep
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>First move, second move: counted from 1.</summary>
    public int Number { get; init; }

    /// <summary>Where it stood.</summary>
    public EditionStatus From { get; init; }

    /// <summary>What was done.</summary>
    public EditionVerb Verb { get; init; }

    /// <summary>Where it stands after.</summary>
    public EditionStatus To { get; init; }

    /// <summary>Who did it.</summary>
    public Guid ById { get; init; }

    /// <summary>Their name then.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>Why; required for a return and an override.</summary>
    public string? Reason { get; init; }

    /// <summary>For an override, when somebody looked at it afterwards.</summary>
    public DateTime? LookedAtAt { get; internal set; }

    /// <summary>For an override, what they said.</summary>
    public string? LookedAtNote { get; internal set; }

    /// <summary>For an override, who looked.</summary>
    public string? LookedAtBy { get; internal set; }
}

/// <summary>That an edition fulfils a catalogue item.</summary>
public sealed class EditionItem : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>The edition.</summary>
    public Guid EditionId { get; init; }

    /// <summary>The item, the same through every yearly edition of the catalogue.</summary>
    public Guid LineageId { get; init; }
}

/// <summary>Somebody who wrote in an edition.</summary>
public sealed class EditionAuthor
{
    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }
}

/// <summary>A file of an edition (附件).</summary>
public sealed class Attachment : IBelongsToInstitution, IShown
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key; part of its address.</summary>
    public Guid Id { get; init; }

    /// <summary>The edition it hangs on.</summary>
    public Guid EditionId { get; init; }

    /// <summary>The edition.</summary>
    public Edition? Edition { get; private set; }

    /// <summary>File name as people see it.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the bytes.</summary>
    public required string Hash { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>What it is by its content, like docx or pdf.</summary>
    public required string Type { get; init; }

    /// <summary>What it is for.</summary>
    public AttachmentUse Use { get; init; }

    /// <summary>Whether screening lets it out.</summary>
    public Hold Hold { get; set; }

    /// <summary>Order among its siblings.</summary>
    public int Order { get; init; }

    /// <inheritdoc/>
    public bool IsShown => Edition is null or { PublishedAt: not null };

    /// <inheritdoc/>
    public Guid? ShownRecordId => Edition?.RecordId;
}

/// <summary>What a file of an edition is for.</summary>
public enum AttachmentUse
{
    /// <summary>附件: offered for download.</summary>
    Attachment,

    /// <summary>A picture in the text.</summary>
    BodyImage,

    /// <summary>The Word file the text came from; kept for the record, never public.</summary>
    Source,
}

/// <summary>Whether a file may be reached by the public.</summary>
public enum Hold
{
    /// <summary>Not screened yet: held.</summary>
    Unscreened,

    /// <summary>Screened; nothing stops it.</summary>
    Clear,

    /// <summary>Something was found: held, reachable by no public address.</summary>
    Held,

    /// <summary>Held once, then released by a secrecy reviewer with a reason.</summary>
    Released,
}
