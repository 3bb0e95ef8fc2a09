using Gongkai.Web.Institutions;

namespace Gongkai.Web.Requests;

/// <summary>Who may do what with a request. The office handles it; a unit sees the matter and its part only; nobody screens or approves what
/// they wrote; the person is shown to those who handle identity.</summary>
public static class RequestPermits
{
    /// <summary>Whether a person handles requests, and with it identity.</summary>
    public static bool MayHandle(Actor by) => by.Holds(Role.DisclosureOffice);

    /// <summary>Whether a person may open a case page: the office, the reviewer, supervision, the head of the office, units with a part. Administrators read no content.</summary>
    public static bool MayRead(Actor by, InformationRequest request, Guid officeUnit) =>
        MayHandle(by) || by.Holds(Role.Supervisor) || by.Holds(Role.UnitHead, officeUnit) || by.Holds(Role.SecrecyReviewer, officeUnit) || HasPart(by, request)
        || (request.TakenByUnitId is { } taker && (by.Holds(Role.Liaison, taker) || by.Holds(Role.UnitHead, taker)));

    /// <summary>Whether a person may see who asks.</summary>
    public static bool MayKnowThePerson(Actor by) => MayHandle(by);

    /// <summary>Whether a person reads the whole file, not the matter and a part only.</summary>
    public static bool MayReadFile(Actor by, Guid officeUnit) => MayHandle(by) || by.Holds(Role.Supervisor) || by.Holds(Role.UnitHead, officeUnit) || by.Holds(Role.SecrecyReviewer, officeUnit);

    /// <summary>Whether a person may answer a unit's part.</summary>
    public static bool MayAnswerPart(Actor by, RequestPart part) => by.Holds(Role.Liaison, part.UnitId) || by.Holds(Role.UnitHead, part.UnitId);

    /// <summary>Whether a person may register a request that came in on paper: the office, or a liaison for the unit that took it.</summary>
    public static bool MayRegister(Actor by, Guid? unit) => MayHandle(by) || (unit is { } u && by.Holds(Role.Liaison, u));

    /// <summary>Whether a person may make a move.</summary>
    public static bool May(Actor by, RequestVerb verb, InformationRequest request, Guid officeUnit)
    {
        var others = !request.WasDraftedBy(by.Id);
        return verb switch
        {
            RequestVerb.Extend => by.Holds(Role.UnitHead, officeUnit),
            RequestVerb.Screen => others && by.Holds(Role.SecrecyReviewer, officeUnit),
            RequestVerb.Approve => others && (MayHandle(by) || by.Holds(Role.UnitHead, officeUnit)),
            RequestVerb.Return => others && (MayHandle(by) || by.Holds(Role.UnitHead, officeUnit) || by.Holds(Role.SecrecyReviewer, officeUnit)),
            RequestVerb.AnswerPart => HasPart(by, request),
            _ => MayHandle(by),
        };
    }

    private static bool HasPart(Actor by, InformationRequest request) => request.Parts.Any(p => MayAnswerPart(by, p));
}
