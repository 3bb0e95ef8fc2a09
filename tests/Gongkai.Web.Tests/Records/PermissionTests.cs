using Gongkai.Web.Institutions;
using Gongkai.Web.Records;

namespace Gongkai.Web.Tests.Records;

/// <summary>Permission is a matrix: every role, every verb, every status. What is listed is allowed; everything else is refused.</summary>
public sealed class PermissionTests
{
    private static readonly Guid Unit = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Other = Guid.Parse("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void The_whole_matrix_reads_as_agreed_with_the_disclosure_office()
    {
        var allowed = from status in Enum.GetValues<EditionStatus>()
                      from verb in EditionLifecycle.VerbsFrom(status)
                      let roles = Enum.GetValues<Role>().Where(role => RecordPermits.May(Holder(role, Unit), verb, status, Written(), Unit)).ToList()
                      select $"{status} {verb}: {string.Join(", ", roles)}";

        Assert.Equal(
            """
            Draft Submit: Liaison, DisclosureOffice
            UnitReview Recall: 
            UnitReview Approve: UnitHead
            UnitReview Return: UnitHead
            UnitReview Override: DisclosureOffice
            SecrecyReview Recall: 
            SecrecyReview Sign: SecrecyReviewer
            SecrecyReview Return: SecrecyReviewer
            SecrecyReview Override: DisclosureOffice
            OfficeApproval Return: DisclosureOffice
            OfficeApproval Publish: DisclosureOffice
            OfficeApproval Schedule: DisclosureOffice
            OfficeApproval Register: DisclosureOffice
            OfficeApproval Decide: DisclosureOffice
            Scheduled Publish: DisclosureOffice
            Scheduled Unschedule: DisclosureOffice
            """,
            string.Join('\n', allowed),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_role_held_for_another_unit_allows_nothing()
    {
        var allowed = from role in Enum.GetValues<Role>()
                      from status in Enum.GetValues<EditionStatus>()
                      from verb in Enum.GetValues<EditionVerb>()
                      where RecordPermits.May(Holder(role, Other), verb, status, Written(), Unit)
                      select $"{role} {verb} {status}";

        Assert.Empty(allowed);
    }

    [Fact]
    public void Who_wrote_may_submit_and_recall_and_nothing_else_whatever_they_hold()
    {
        var edition = Written();
        var allowed = (from role in Enum.GetValues<Role>()
                       from status in Enum.GetValues<EditionStatus>()
                       from verb in EditionLifecycle.VerbsFrom(status)
                       let writer = Holder(role, Unit, edition.Authors[0].PersonId)
                       where RecordPermits.May(writer, verb, status, edition, Unit)
                       select verb).Distinct();

        Assert.Equal([EditionVerb.Submit, EditionVerb.Recall], allowed.Order());
    }

    [Fact]
    public void No_route_leaves_out_the_secrecy_review()
    {
        var routes = from unitReview in new[] { true, false } from office in new[] { true, false } select new ReviewRoute(unitReview, office);

        foreach (var route in routes)
        {
            Assert.Contains(EditionStatus.SecrecyReview, Walk(route));
        }
    }

    [Fact]
    public void The_whole_table_is_the_one_in_the_documents()
    {
        var table = string.Join('\n', Enum.GetValues<EditionStatus>().Select(from => $"{from}  {string.Join(", ", EditionLifecycle.VerbsFrom(from).Select(verb => $"{verb} -> {string.Join(" or ", EditionLifecycle.Targets(from, verb))}"))}".TrimEnd()));

        Assert.Equal(
            """
            Draft  Submit -> UnitReview or SecrecyReview
            UnitReview  Recall -> Draft, Approve -> SecrecyReview, Return -> Draft, Override -> SecrecyReview
            SecrecyReview  Recall -> Draft, Sign -> OfficeApproval or Live, Return -> Draft, Override -> OfficeApproval or Live
            OfficeApproval  Return -> Draft, Publish -> Live, Schedule -> Scheduled, Register -> Registered, Decide -> OfficeApproval
            Scheduled  Publish -> Live, Unschedule -> OfficeApproval
            Live
            Replaced
            Registered
            """,
            table,
            ignoreLineEndingDifferences: true);
        Assert.Contains(table, File.ReadAllText(Path.Combine(Repository.Root, "docs", "states.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static IEnumerable<EditionStatus> Walk(ReviewRoute route)
    {
        var status = EditionStatus.Draft;
        foreach (var verb in new[] { EditionVerb.Submit, EditionVerb.Approve, EditionVerb.Sign, EditionVerb.Publish })
        {
            status = EditionLifecycle.After(status, verb, route) ?? status;
            yield return status;
        }
    }

    private static Actor Holder(Role role, Guid unit, Guid? id = null)
    {
        var person = new Person { Id = id ?? Guid.Parse("00000000-0000-0000-0000-0000000000aa"), Name = "某甲" };
        return Actor.Of(person, [new RoleHolding { PersonId = person.Id, Role = role, UnitId = unit, FromOn = DateOnly.MinValue }], []);
    }

    private static Edition Written()
    {
        var writer = new Person { Id = Guid.Parse("00000000-0000-0000-0000-0000000000bb"), Name = "某乙" };
        var edition = new Edition { Id = Unit, RecordId = Unit, Number = 1 };
        edition.WrittenBy(Actor.Of(writer, [], []), DateTime.UnixEpoch);
        return edition;
    }
}
