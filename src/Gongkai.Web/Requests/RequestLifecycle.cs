using System.Collections.Frozen;
using static Gongkai.Web.Requests.RequestStatus;
using static Gongkai.Web.Requests.RequestVerb;

namespace Gongkai.Web.Requests;

/// <summary>Every move a request can make. What is not in this table cannot happen. Where a move may lead to several places, it leads to
/// <see cref="Assigned"/> when units have a part in the case, else to <see cref="Accepted"/>.</summary>
public static class RequestLifecycle
{
    private static readonly RequestStatus[] Back = [Assigned, Accepted];

    private static readonly FrozenDictionary<(RequestStatus From, RequestVerb Verb), RequestStatus[]> Moves =
        new Dictionary<(RequestStatus, RequestVerb), RequestStatus[]>
        {
            [(Registered, Accept)] = [Accepted],
            [(Registered, AskClarification)] = [Clarifying],
            [(Registered, Transfer)] = [Transferred],
            [(Registered, Retype)] = [Retyped],
            [(Registered, Withdraw)] = [Withdrawn],

            [(Accepted, AskClarification)] = [Clarifying],
            [(Accepted, Assign)] = [Assigned],
            [(Accepted, Consult)] = [Consulting],
            [(Accepted, Extend)] = [Accepted],
            [(Accepted, AskFee)] = [AwaitingPayment],
            [(Accepted, Draft)] = [Drafted],
            [(Accepted, Transfer)] = [Transferred],
            [(Accepted, Retype)] = [Retyped],
            [(Accepted, Withdraw)] = [Withdrawn],

            [(Clarifying, Clarify)] = [Accepted],
            [(Clarifying, Abandon)] = [Abandoned],
            [(Clarifying, Withdraw)] = [Withdrawn],

            [(Assigned, Assign)] = [Assigned],
            [(Assigned, AnswerPart)] = [Assigned],
            [(Assigned, Consult)] = [Consulting],
            [(Assigned, Extend)] = [Assigned],
            [(Assigned, AskFee)] = [AwaitingPayment],
            [(Assigned, Draft)] = [Drafted],
            [(Assigned, Withdraw)] = [Withdrawn],

            [(Consulting, Hear)] = Back,
            [(Consulting, AnswerPart)] = [Consulting],
            [(Consulting, Withdraw)] = [Withdrawn],

            [(AwaitingPayment, Pay)] = Back,
            [(AwaitingPayment, Abandon)] = [Abandoned],
            [(AwaitingPayment, Withdraw)] = [Withdrawn],

            [(Drafted, Draft)] = [Drafted],
            [(Drafted, Screen)] = [Screened],
            [(Drafted, Extend)] = [Drafted],
            [(Drafted, Withdraw)] = [Withdrawn],

            [(Screened, Return)] = [Drafted],
            [(Screened, Approve)] = [Approved],
            [(Screened, Withdraw)] = [Withdrawn],

            [(Approved, Return)] = [Drafted],
            [(Approved, Answer)] = [Answered],

            [(Answered, Archive)] = [Archived],
        }.ToFrozenDictionary();

    /// <summary>Statuses in which a case is still handled.</summary>
    public static readonly IReadOnlyList<RequestStatus> Open = [Registered, Accepted, Clarifying, Assigned, Consulting, AwaitingPayment, Drafted, Screened, Approved];

    /// <summary>Where a move leads; null when it cannot be made.</summary>
    public static RequestStatus? After(RequestStatus from, RequestVerb verb, bool hasParts) =>
        Moves.TryGetValue((from, verb), out var to) ? to.First(t => t != Assigned || hasParts || to.Length == 1) : null;

    /// <summary>The moves that can be made from a status.</summary>
    public static IEnumerable<RequestVerb> VerbsFrom(RequestStatus from) => Enum.GetValues<RequestVerb>().Where(verb => Moves.ContainsKey((from, verb)));

    /// <summary>The places a move may lead to.</summary>
    public static IReadOnlyList<RequestStatus> Targets(RequestStatus from, RequestVerb verb) => Moves.GetValueOrDefault((from, verb)) ?? [];

    /// <summary>Whether a case in this status is closed.</summary>
    public static bool IsClosed(RequestStatus status) => !Open.Contains(status);
}

/// <summary>Where a request stands.</summary>
public enum RequestStatus
{
    /// <summary>已登记: received and numbered; nobody has looked at it yet.</summary>
    Registered,

    /// <summary>已受理.</summary>
    Accepted,

    /// <summary>待补正: the applicant was asked to make clear what is meant (Measures Art. 18(5)); the clock stands.</summary>
    Clarifying,

    /// <summary>办理中: one or more units have a part in it.</summary>
    Assigned,

    /// <summary>征求第三方意见: the clock stands (Regulations Arts. 32, 33).</summary>
    Consulting,

    /// <summary>待缴费: the clock stands until the fee is paid.</summary>
    AwaitingPayment,

    /// <summary>已拟答复.</summary>
    Drafted,

    /// <summary>已审查: the secrecy reviewer has signed (Measures Art. 5).</summary>
    Screened,

    /// <summary>已批准.</summary>
    Approved,

    /// <summary>已答复.</summary>
    Answered,

    /// <summary>已归档.</summary>
    Archived,

    /// <summary>申请人撤回.</summary>
    Withdrawn,

    /// <summary>视为放弃: no clarification or no payment in time.</summary>
    Abandoned,

    /// <summary>非本校职责: the applicant was told who it is that has it (Measures Art. 18(3)).</summary>
    Transferred,

    /// <summary>改按其他事项办理: really a letter, complaint, petition or archive look-up.</summary>
    Retyped,
}

/// <summary>What people do with a request.</summary>
public enum RequestVerb
{
    /// <summary>受理.</summary>
    Accept,

    /// <summary>要求补正, once.</summary>
    AskClarification,

    /// <summary>补正, by the applicant or by the office for one who wrote; the clock begins anew (Regulations Art. 30).</summary>
    Clarify,

    /// <summary>交办 to a unit, with its part and its day.</summary>
    Assign,

    /// <summary>单位回复 on its part.</summary>
    AnswerPart,

    /// <summary>征求第三方意见.</summary>
    Consult,

    /// <summary>收到第三方意见.</summary>
    Hear,

    /// <summary>延长期限, once, by the office's head (Regulations Art. 33).</summary>
    Extend,

    /// <summary>通知缴费.</summary>
    AskFee,

    /// <summary>确认缴费.</summary>
    Pay,

    /// <summary>拟写答复.</summary>
    Draft,

    /// <summary>审查签署, by the secrecy reviewer.</summary>
    Screen,

    /// <summary>退回修改.</summary>
    Return,

    /// <summary>批准, by somebody who did not write it.</summary>
    Approve,

    /// <summary>答复申请人.</summary>
    Answer,

    /// <summary>归档.</summary>
    Archive,

    /// <summary>撤回申请.</summary>
    Withdraw,

    /// <summary>视为放弃.</summary>
    Abandon,

    /// <summary>告知向有关机关申请.</summary>
    Transfer,

    /// <summary>改按其他事项办理.</summary>
    Retype,
}
