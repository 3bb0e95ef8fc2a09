using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home;

/// <summary>What a person finds in the office's menu: only what they may open.</summary>
public sealed class OfficeMenu(NoticeBoard notices, GongkaiDb db)
{
    private static readonly Role[] Content = [Role.Liaison, Role.UnitHead, Role.SecrecyReviewer, Role.DisclosureOffice, Role.Supervisor];

    private static readonly (MenuEntry Entry, Role[] For)[] All =
    [
        (new("/office", "office.today"), []),
        (new("/office/records", "office.records"), Content),
        (new("/office/held", "office.held"), [Role.Liaison, Role.SecrecyReviewer, Role.DisclosureOffice, Role.Supervisor]),
        (new("/office/overrides", "office.overrides"), [Role.SecrecyReviewer, Role.DisclosureOffice, Role.Supervisor]),
        (new("/office/requests", "office.requests"), Content),
        (new("/office/calendar", "office.calendar"), Content),
        (new("/office/feedback", "office.feedback"), [Role.Liaison, Role.DisclosureOffice, Role.Supervisor]),
        (new("/office/missed", "office.missed"), [Role.DisclosureOffice, Role.Supervisor]),
        (new("/office/ledger", "office.ledger"), Content),
        (new("/office/catalogue", "office.catalogue"), [Role.DisclosureOffice]),
        (new("/office/colleges", "office.colleges"), [Role.Liaison, Role.UnitHead, Role.DisclosureOffice]),
        (new("/office/reports", "reports.title"), [Role.DisclosureOffice, Role.Supervisor]),
        (new("/office/figures/year", "figures.year", "/office/figures"), [Role.DisclosureOffice, Role.Supervisor]),
        (new("/office/reports/parts", "reports.my-parts"), [Role.Liaison, Role.UnitHead]),
        (new("/office/units", "office.units"), [Role.DisclosureOffice, Role.SystemAdmin]),
        (new("/office/people", "office.people"), [Role.SystemAdmin, Role.SecurityAdmin]),
        (new("/office/work", "office.work"), [Role.DisclosureOffice, Role.SystemAdmin]),
        (new("/office/mail", "office.mail"), [Role.SystemAdmin]),
        (new("/office/audit", "office.audit"), [Role.AuditAdmin, Role.Supervisor]),
        (new("/office/topics", "office.topics"), [Role.DisclosureOffice]),
        (new("/office/routes", "office.routes"), [Role.DisclosureOffice]),
        (new("/office/settings", "office.settings"), [Role.SystemAdmin]),
        (new("/office/settings/holidays", "office.settings", "/office/settings"), [Role.DisclosureOffice]),
    ];

    /// <summary>The entries of a person; that of the colleges only for who keeps one.</summary>
    public async Task<IReadOnlyList<MenuEntry>> ForAsync(Actor by)
    {
        var colleges = await db.Set<Unit>().Where(u => u.IsCollege).Select(u => u.Id).ToListAsync();
        return [.. All.Where(e => e.For.Length == 0 || e.For.Any(by.Holds)).Select(e => e.Entry).Where(e => e.Link != "/office/colleges" || colleges.Exists(c => CatalogueDesk.MayKeep(by, c)))];
    }

    /// <summary>How many notices a person has not seen.</summary>
    public Task<int> UnreadAsync(Actor by) => notices.For(by).CountAsync(n => n.ReadAt == null);
}

/// <summary>An entry of the office's menu: where it leads, and the key of its word.</summary>
/// <param name="Link">Where it leads.</param>
/// <param name="Word">The key of its word.</param>
/// <param name="Under">What it stands for, when that is more than its own address.</param>
public sealed record MenuEntry(string Link, string Word, string? Under = null);
