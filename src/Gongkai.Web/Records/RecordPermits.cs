using Gongkai.Web.Institutions;

namespace Gongkai.Web.Records;

/// <summary>Who may do what with a record: by role held for its unit, by what they wrote, by where it stands.</summary>
public static class RecordPermits
{
    /// <summary>Whether a person may write in drafts of a unit.</summary>
    public static bool MayWrite(Actor by, Guid unitId) => by.Holds(Role.Liaison, unitId) || by.Holds(Role.DisclosureOffice, unitId);

    /// <summary>Whether a person may see unpublished editions of a unit. Supervision reads everything; administrators read no content.</summary>
    public static bool MayRead(Actor by, Guid unitId) =>
        MayWrite(by, unitId) || by.Holds(Role.UnitHead, unitId) || by.Holds(Role.SecrecyReviewer, unitId) || by.Holds(Role.Supervisor, unitId);

    /// <summary>Whether a person may make a move with an edition of a unit. Nobody approves, signs or publishes what they wrote.</summary>
    public static bool May(Actor by, EditionVerb verb, EditionStatus status, Edition edition, Guid unitId)
    {
        var others = !edition.WasWrittenBy(by.Id);
        return verb switch
        {
            EditionVerb.Submit => MayWrite(by, unitId),
            EditionVerb.Recall => MayWrite(by, unitId) && !others,
            EditionVerb.Approve => others && by.Holds(Role.UnitHead, unitId),
            EditionVerb.Sign => others && by.Holds(Role.SecrecyReviewer, unitId),
            EditionVerb.Return => others && by.Holds(ReviewerAt(status), unitId),
            EditionVerb.Override or EditionVerb.Publish or EditionVerb.Schedule or EditionVerb.Unschedule or EditionVerb.Register or EditionVerb.Decide => others && by.Holds(Role.DisclosureOffice, unitId),
            _ => false,
        };
    }

    /// <summary>Whether a person may end a record, or take an end back.</summary>
    public static bool MayEnd(Actor by, Guid unitId) => by.Holds(Role.DisclosureOffice, unitId);

    private static Role ReviewerAt(EditionStatus status) => status switch
    {
        EditionStatus.UnitReview => Role.UnitHead,
        EditionStatus.SecrecyReview => Role.SecrecyReviewer,
        _ => Role.DisclosureOffice,
    };
}
