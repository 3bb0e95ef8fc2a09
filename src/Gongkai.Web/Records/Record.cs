using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Records;

/// <summary>A piece of information the school discloses (公开信息): one permanent address, many editions. The approved edition stays live
/// while the next is written and reviewed.</summary>
public sealed class Record : IBelongsToInstitution, IShown, IChangeNumbered
{
    private readonly List<Edition> _editions = [];

    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>索引号, given when it is first published and never changed; its permanent address.</summary>
    public string? IndexNumber { get; private set; }

    /// <summary>The unit that owes it and answers for it.</summary>
    public Guid UnitId { get; set; }

    /// <summary>The unit.</summary>
    public Unit? Unit { get; private set; }

    /// <summary>How the office ended it, if it did; what ends by itself is <see cref="EndBy"/>.</summary>
    public RecordEnd End { get; private set; }

    /// <summary>From which instant the end counts.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>What the public is told of the end.</summary>
    public string EndNotice { get; private set; } = "";

    /// <summary>The record that took its place.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>Where it was imported from, so that the same thing is imported once; empty for what was written here.</summary>
    public string Origin { get; set; } = "";

    /// <summary>When it was first written.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Who wrote it first.</summary>
    public Guid CreatedById { get; init; }

    /// <summary>When the public first could read it, or will.</summary>
    public DateTime? FirstPublishedAt { get; private set; }

    /// <summary>Guards against two people changing it at once.</summary>
    public int Version { get; set; }

    /// <inheritdoc/>
    public int ChangeNumber { get; set; }

    /// <inheritdoc/>
    public bool IsShown => IndexNumber is not null;

    /// <inheritdoc/>
    public Guid? ShownRecordId => Id;

    /// <summary>Its editions, oldest first.</summary>
    public IReadOnlyList<Edition> Editions => _editions;

    /// <summary>How it has ended by an instant: by an act of the office, or by itself with the publicity period of the edition then live.</summary>
    public RecordEnd EndBy(DateTime at) => _editions.Select(e => e.EndAt(at)).FirstOrDefault(end => end != RecordEnd.None);

    /// <summary>Adds an edition.</summary>
    internal Edition Add(Edition edition)
    {
        _editions.Add(edition);
        return edition;
    }

    /// <summary>Takes note that an edition is or will be public: its index number, and when the public first could read it.</summary>
    internal void Publish(string indexNumber)
    {
        IndexNumber ??= indexNumber;
        Recount();
    }

    /// <summary>Takes note that editions were scheduled, brought forward or taken back.</summary>
    internal void Recount()
    {
        FirstPublishedAt = _editions.Min(e => e.PublishedAt);
        Version++;
    }

    /// <summary>Ends it (撤回, 被替代, 移除).</summary>
    internal void Finish(RecordEnd end, DateTime at, string notice, Guid? supersededById = null)
    {
        (End, EndedAt, EndNotice, SupersededById) = (end, at, notice, supersededById);
        Version++;
    }

    /// <summary>Takes an end back.</summary>
    internal void Restore()
    {
        (End, EndedAt, EndNotice, SupersededById) = (RecordEnd.None, null, "", null);
        Version++;
    }
}

/// <summary>What kind of information a record is.</summary>
public enum RecordKind
{
    /// <summary>文件: an issued document.</summary>
    Document,

    /// <summary>制度: a rule or regulation of the school; listed in the rules library.</summary>
    Regulation,

    /// <summary>通知公告.</summary>
    Notice,

    /// <summary>公示: time-boxed, ends by itself, never kept.</summary>
    PublicityNotice,

    /// <summary>报告: plans, reports, accounts.</summary>
    Report,

    /// <summary>数据: tables and figures.</summary>
    Data,

    /// <summary>解读: explains another record.</summary>
    Interpretation,
}

/// <summary>公开属性.</summary>
public enum DisclosureAttribute
{
    /// <summary>主动公开.</summary>
    Proactive,

    /// <summary>依申请公开: never listed.</summary>
    OnRequest,

    /// <summary>不予公开, with its basis.</summary>
    Withheld,

    /// <summary>待定: goes to the disclosure office.</summary>
    Undecided,
}

/// <summary>公开范围.</summary>
public enum Audience
{
    /// <summary>社会: everybody.</summary>
    Public,

    /// <summary>校内: signed-in students and staff.</summary>
    Campus,

    /// <summary>党内: Party members.</summary>
    PartyMembers,
}

/// <summary>有效性 of a rule or document.</summary>
public enum Validity
{
    /// <summary>现行有效.</summary>
    InForce,

    /// <summary>已修改.</summary>
    Amended,

    /// <summary>已废止.</summary>
    Repealed,
}

/// <summary>How a record ended, and what its address then answers.</summary>
public enum RecordEnd
{
    /// <summary>It has not.</summary>
    None,

    /// <summary>撤回: 410 with a public notice.</summary>
    Withdrawn,

    /// <summary>被替代: 200 with a banner and a link to what took its place.</summary>
    Superseded,

    /// <summary>公示期满: 410, no content. Never stored: it follows from the edition's own last day.</summary>
    Expired,

    /// <summary>移除: 404, as if it had never been.</summary>
    Removed,
}
