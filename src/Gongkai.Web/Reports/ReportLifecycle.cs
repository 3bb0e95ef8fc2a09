using System.Collections.Frozen;
using Gongkai.Web.Figures;
using Gongkai.Web.Institutions;
using static Gongkai.Web.Reports.ReportStatus;
using static Gongkai.Web.Reports.ReportVerb;

namespace Gongkai.Web.Reports;

/// <summary>Every move an annual report can make. What is not in this table cannot happen.</summary>
public static class ReportLifecycle
{
    private static readonly FrozenDictionary<(ReportStatus From, ReportVerb Verb), ReportStatus> Moves = new Dictionary<(ReportStatus, ReportVerb), ReportStatus>
    {
        [(Draft, Ask)] = Contributing,
        [(Draft, Gather)] = ReportStatus.Office,
        [(Contributing, Ask)] = Contributing,
        [(Contributing, Gather)] = ReportStatus.Office,
        [(ReportStatus.Office, Ask)] = Contributing,
        [(ReportStatus.Office, Present)] = Leader,
        [(Leader, Return)] = ReportStatus.Office,
        [(Leader, Approve)] = Approved,
        [(Approved, Return)] = ReportStatus.Office,
        [(Approved, Release)] = Released,
        [(Released, Correct)] = ReportStatus.Office,
    }.ToFrozenDictionary();

    /// <summary>Where a move leads; null when it cannot be made.</summary>
    public static ReportStatus? After(ReportStatus from, ReportVerb verb) => Moves.TryGetValue((from, verb), out var to) ? to : null;

    /// <summary>The moves that can be made from a status.</summary>
    public static IEnumerable<ReportVerb> VerbsFrom(ReportStatus from) => Enum.GetValues<ReportVerb>().Where(verb => After(from, verb) is not null);
}

/// <summary>Where an annual report stands. Whether it is public, its record says.</summary>
public enum ReportStatus
{
    /// <summary>草稿: composed, nobody was asked yet.</summary>
    Draft,

    /// <summary>供稿: units were asked for their parts.</summary>
    Contributing,

    /// <summary>办公室统稿.</summary>
    Office,

    /// <summary>校领导审定.</summary>
    Leader,

    /// <summary>已审定.</summary>
    Approved,

    /// <summary>已转公开: frozen, and on the way of every record to the public.</summary>
    Released,
}

/// <summary>What people do with an annual report.</summary>
public enum ReportVerb
{
    /// <summary>请单位供稿.</summary>
    Ask,

    /// <summary>转办公室统稿.</summary>
    Gather,

    /// <summary>送校领导审定.</summary>
    Present,

    /// <summary>退回修改, with a reason.</summary>
    Return,

    /// <summary>审定通过.</summary>
    Approve,

    /// <summary>定稿并转公开: freezes every figure and makes the record.</summary>
    Release,

    /// <summary>更正, with a note for the public.</summary>
    Correct,
}

/// <summary>Who may do what with an annual report. The leader is the head of the disclosure office's unit; nobody approves what they wrote.</summary>
public static class ReportPermits
{
    /// <summary>Whether a person may see a report before it is public: who may see the figures it is made of.</summary>
    public static bool MayRead(Actor by, Guid officeUnit) => FigureDesk.MayRead(by, officeUnit);

    /// <summary>Whether a person may write in reports.</summary>
    public static bool MayWrite(Actor by) => by.Holds(Role.DisclosureOffice);

    /// <summary>Whether a person may answer for a unit that was asked for its part.</summary>
    public static bool MayContribute(Actor by, Guid unitId) => by.Holds(Role.Liaison, unitId) || by.Holds(Role.UnitHead, unitId);

    /// <summary>Whether a person may make a move.</summary>
    public static bool May(Actor by, ReportVerb verb, AnnualReport report, Guid officeUnit) => verb switch
    {
        ReportVerb.Approve => by.Holds(Role.UnitHead, officeUnit) && !report.WasWrittenBy(by.Id),
        ReportVerb.Return => by.Holds(Role.UnitHead, officeUnit) || (by.Holds(Role.DisclosureOffice) && report.Status == Approved),
        _ => by.Holds(Role.DisclosureOffice),
    };
}
