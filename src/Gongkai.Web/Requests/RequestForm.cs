using Gongkai.Web.Cases;

namespace Gongkai.Web.Requests;

/// <summary>A request as it comes in, from the guided form or from the office's desk.</summary>
public sealed record RequestForm
{
    /// <summary>Longest matter, in characters.</summary>
    public const int LongestMatter = 120;

    /// <summary>Longest description, in characters.</summary>
    public const int LongestDescription = 4000;

    /// <summary>Key of the form: the same form sent twice is stored once.</summary>
    public Guid Key { get; init; }

    /// <summary>Who asks.</summary>
    public Applicant Applicant { get; init; } = new();

    /// <summary>Which kind of applicant.</summary>
    public ApplicantKind Kind { get; init; }

    /// <summary>What is asked for, in a line.</summary>
    public string Matter { get; init; } = "";

    /// <summary>Name, number or other description of the information (Regulations Art. 29).</summary>
    public string Description { get; init; } = "";

    /// <summary>What for; optional, and never a ground for refusal.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>In what form.</summary>
    public DeliveryForm Form { get; init; }

    /// <summary>By what way.</summary>
    public DeliveryWay Way { get; init; }

    /// <summary>Why no fee should be taken; empty when a waiver is not asked.</summary>
    public string WaiverReason { get; init; } = "";

    /// <summary>Language the applicant reads: zh or en.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>How it came in.</summary>
    public RequestChannel Channel { get; init; }

    /// <summary>The day of receipt by the rule of its channel; today when not given.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The unit that took it, when it was not the office.</summary>
    public Guid? TakenByUnitId { get; init; }

    /// <summary>Proof of identity and other files, already sealed.</summary>
    public IReadOnlyList<SealedFile> Files { get; init; } = [];
}
