using System.Collections.Frozen;
using static Gongkai.Web.Records.EditionStatus;
using static Gongkai.Web.Records.EditionVerb;

namespace Gongkai.Web.Records;

/// <summary>Every move an edition can make (提出 - 审核 - 保密审查 - 公开). What is not in this table cannot happen. Where a move may lead to
/// several places, it leads to the first that the unit's route includes.</summary>
public static class EditionLifecycle
{
    private static readonly FrozenDictionary<(EditionStatus From, EditionVerb Verb), EditionStatus[]> Moves =
        new Dictionary<(EditionStatus, EditionVerb), EditionStatus[]>
        {
            [(Draft, Submit)] = [UnitReview, SecrecyReview],
            [(UnitReview, Recall)] = [Draft],
            [(UnitReview, Return)] = [Draft],
            [(UnitReview, Approve)] = [SecrecyReview],
            [(UnitReview, Override)] = [SecrecyReview],
            [(SecrecyReview, Recall)] = [Draft],
            [(SecrecyReview, Return)] = [Draft],
            [(SecrecyReview, Sign)] = [OfficeApproval, Live],
            [(SecrecyReview, Override)] = [OfficeApproval, Live],
            [(OfficeApproval, Return)] = [Draft],
            [(OfficeApproval, Decide)] = [OfficeApproval],
            [(OfficeApproval, Publish)] = [Live],
            [(OfficeApproval, Schedule)] = [Scheduled],
            [(OfficeApproval, Register)] = [Registered],
            [(Scheduled, Unschedule)] = [OfficeApproval],
            [(Scheduled, Publish)] = [Live],
        }.ToFrozenDictionary();

    /// <summary>Where a move leads on a route; null when it cannot be made.</summary>
    public static EditionStatus? After(EditionStatus from, EditionVerb verb, ReviewRoute route) =>
        Moves.TryGetValue((from, verb), out var to) ? to.First(route.Includes) : null;

    /// <summary>The moves that can be made from a status.</summary>
    public static IEnumerable<EditionVerb> VerbsFrom(EditionStatus from) =>
        Enum.GetValues<EditionVerb>().Where(verb => Moves.ContainsKey((from, verb)));

    /// <summary>The places a move may lead to, whatever the route.</summary>
    public static IReadOnlyList<EditionStatus> Targets(EditionStatus from, EditionVerb verb) => Moves.GetValueOrDefault((from, verb)) ?? [];
}

/// <summary>Where an edition stands.</summary>
public enum EditionStatus
{
    /// <summary>草稿: being written.</summary>
    Draft,

    /// <summary>单位审核: waits for the head of the unit.</summary>
    UnitReview,

    /// <summary>保密审查: waits for the secrecy reviewer (Measures Art. 5: reviewed before it is published).</summary>
    SecrecyReview,

    /// <summary>办公室审批: waits for the disclosure office.</summary>
    OfficeApproval,

    /// <summary>定时公开: appears at its minute.</summary>
    Scheduled,

    /// <summary>已公开.</summary>
    Live,

    /// <summary>已被新版替代.</summary>
    Replaced,

    /// <summary>登记备查: on request or withheld; kept with its basis, read by nobody outside (Measures Art. 16).</summary>
    Registered,
}

/// <summary>What people do with an edition.</summary>
public enum EditionVerb
{
    /// <summary>提交审核.</summary>
    Submit,

    /// <summary>撤回修改, by the writers.</summary>
    Recall,

    /// <summary>审核通过, by the unit's head.</summary>
    Approve,

    /// <summary>保密审查签署.</summary>
    Sign,

    /// <summary>退回修改, with a reason.</summary>
    Return,

    /// <summary>越级通过, by the office, with a reason, looked at afterwards.</summary>
    Override,

    /// <summary>立即公开.</summary>
    Publish,

    /// <summary>定时公开.</summary>
    Schedule,

    /// <summary>取消定时.</summary>
    Unschedule,

    /// <summary>登记: what is not public on the school's own motion is kept with its basis.</summary>
    Register,

    /// <summary>确定公开属性, by the office, of what its unit left undecided.</summary>
    Decide,
}

/// <summary>Which steps an edition goes through. Secrecy review can be left out by no route (Measures Art. 5).</summary>
/// <param name="UnitReview">Whether the unit's head reviews.</param>
/// <param name="OfficeApproval">Whether the office approves; without it the reviewer's signature publishes.</param>
public sealed record ReviewRoute(bool UnitReview = true, bool OfficeApproval = true)
{
    /// <summary>All steps.</summary>
    public static ReviewRoute Full { get; } = new();

    /// <summary>Whether the route passes through a status.</summary>
    public bool Includes(EditionStatus status) => status switch
    {
        EditionStatus.UnitReview => UnitReview,
        EditionStatus.OfficeApproval => OfficeApproval,
        _ => true,
    };
}
