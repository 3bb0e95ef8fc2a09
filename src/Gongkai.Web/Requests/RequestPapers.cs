namespace Gongkai.Web.Requests;

/// <summary>One move of a request: who, when, why.</summary>
public sealed class RequestStep
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Counted from 1.</summary>
    public int Number { get; init; }

    /// <summary>Where it stood.</summary>
    public RequestStatus From { get; init; }

    /// <summary>What was done; null for a note that moves nothing.</summary>
    public RequestVerb? Verb { get; init; }

    /// <summary>Where it stands after.</summary>
    public RequestStatus To { get; init; }

    /// <summary>Who did it; empty for the applicant and for the program.</summary>
    public Guid ById { get; init; }

    /// <summary>Their name then; empty for the applicant.</summary>
    public string ByName { get; init; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>Why, for the office.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the applicant is told of it beside the move itself; for a note that moves nothing, a key of the word book.</summary>
    public string Told { get; init; } = "";
}

/// <summary>What a unit has to find or say (交办), by when, and what it answered.</summary>
public sealed class RequestPart
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; init; }

    /// <summary>Its part.</summary>
    public required string Task { get; init; }

    /// <summary>Its day, within the case's own.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When it was given.</summary>
    public DateTime At { get; init; }

    /// <summary>The unit's answer; empty while there is none.</summary>
    public string Reply { get; internal set; } = "";

    /// <summary>When it answered.</summary>
    public DateTime? RepliedAt { get; internal set; }

    /// <summary>Who answered.</summary>
    public string RepliedBy { get; internal set; } = "";
}

/// <summary>A search for what is asked (检索记录): who, where, with which words, with what result. Without one nobody may be told that information
/// does not exist (Beijing No. 3 Intermediate Court (2020) 京03行终154号).</summary>
public sealed class SearchNote
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Who searched.</summary>
    public required string ByName { get; init; }

    /// <summary>Where.</summary>
    public required string Place { get; init; }

    /// <summary>With which words.</summary>
    public required string Words { get; init; }

    /// <summary>What was found.</summary>
    public required string Result { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }
}

/// <summary>A third party whose rights disclosure may touch (第三方), asked in writing (Regulations Art. 32). Its name is sealed.</summary>
public sealed class ThirdParty
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Name and address, sealed.</summary>
    public required string Sealed { get; set; }

    /// <summary>What it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>The day it was asked; belongs to the clock still.</summary>
    public DateOnly AskedOn { get; init; }

    /// <summary>By when it may answer: 15 working days.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>What it said.</summary>
    public ThirdPartyView View { get; internal set; }

    /// <summary>Its reasons: a refusal counts only with reasonable ones.</summary>
    public string Reasons { get; internal set; } = "";

    /// <summary>The day its answer came, or the silence was found.</summary>
    public DateOnly? HeardOn { get; internal set; }
}

/// <summary>What a third party said.</summary>
public enum ThirdPartyView
{
    /// <summary>尚未答复.</summary>
    Waiting,

    /// <summary>同意公开.</summary>
    Agrees,

    /// <summary>不同意公开, with reasons.</summary>
    Refuses,

    /// <summary>逾期未提出意见: the school decides itself.</summary>
    Silent,
}

/// <summary>A file of a case.</summary>
public sealed class RequestFile
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it lies: sealed for what the applicant sent, plain for what is released.</summary>
    public required string Hash { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>What it is for.</summary>
    public RequestFileUse Use { get; init; }

    /// <summary>For a file to be released: whether screening holds it.</summary>
    public bool IsHeld { get; internal set; }

    /// <summary>When it came.</summary>
    public DateTime At { get; init; }
}

/// <summary>What a file of a case is for.</summary>
public enum RequestFileUse
{
    /// <summary>身份证明及附件, from the applicant; sealed.</summary>
    Proof,

    /// <summary>答复附件: goes to the applicant with the answer.</summary>
    Release,
}

/// <summary>A letter of the case (告知书), as it was sent. Its text is sealed, since it names the applicant.</summary>
public sealed class NoticeLetter
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Which letter.</summary>
    public LetterKind Kind { get; init; }

    /// <summary>文号, like 校公开告〔2026〕12号.</summary>
    public required string Number { get; init; }

    /// <summary>Title and text, sealed.</summary>
    public required string Sealed { get; set; }

    /// <summary>The day it bears.</summary>
    public DateOnly On { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTime At { get; init; }

    /// <summary>Whether the applicant gets it; a letter to a third party does not.</summary>
    public bool IsForApplicant { get; init; }
}

/// <summary>Which letter.</summary>
public enum LetterKind
{
    /// <summary>登记回执.</summary>
    Receipt,

    /// <summary>补正告知书.</summary>
    Clarification,

    /// <summary>征求第三方意见书.</summary>
    ThirdParty,

    /// <summary>延长答复期限告知书.</summary>
    Extension,

    /// <summary>缴费告知书.</summary>
    Fee,

    /// <summary>非本校信息告知书.</summary>
    Transfer,

    /// <summary>事项性质告知书.</summary>
    Retype,

    /// <summary>予以公开答复书.</summary>
    Disclosed,

    /// <summary>部分公开答复书.</summary>
    Partial,

    /// <summary>不予公开答复书.</summary>
    Withheld,

    /// <summary>无法提供答复书.</summary>
    Unavailable,

    /// <summary>不予处理答复书.</summary>
    NotHandled,

    /// <summary>其他处理告知书.</summary>
    Other,
}

/// <summary>A remedy somebody sought against the answer (救济), and how it ended.</summary>
public sealed class Remedy
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Which remedy.</summary>
    public RemedyKind Kind { get; init; }

    /// <summary>The day it was filed.</summary>
    public DateOnly FiledOn { get; init; }

    /// <summary>With whom.</summary>
    public required string Body { get; init; }

    /// <summary>How it ended.</summary>
    public RemedyResult Result { get; internal set; }

    /// <summary>The day it ended.</summary>
    public DateOnly? EndedOn { get; internal set; }

    /// <summary>What was said.</summary>
    public string Note { get; internal set; } = "";
}

/// <summary>Which remedy.</summary>
public enum RemedyKind
{
    /// <summary>申诉、举报 to the supervising body (Measures Art. 26).</summary>
    Complaint,

    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>行政诉讼（未经复议直接起诉）.</summary>
    Litigation,

    /// <summary>行政诉讼（复议后起诉）.</summary>
    LitigationAfter,
}

/// <summary>How a remedy ended (表四).</summary>
public enum RemedyResult
{
    /// <summary>尚未审结.</summary>
    Pending,

    /// <summary>结果维持.</summary>
    Upheld,

    /// <summary>结果纠正.</summary>
    Corrected,

    /// <summary>其他结果.</summary>
    Other,
}
