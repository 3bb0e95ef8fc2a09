using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home;

/// <summary>What a person finds in the office's menu: only what they may open.</summary>
public sealed class OfficeMenu(NoticeBoard notices)
{
    private static readonly Role[] Content = [Role.Liaison, Role.UnitHead, Role.SecrecyReviewer, Role.DisclosureOffice, Role.Supervisor];

    private static readonly (MenuEntry Entry, Role[] For)[] All =
    [
        (new("/office", "office.today"), []),
        (new("/office/records", "office.records"), Content),
        (new("/office/held", "office.held"), [Role.Liaison, Role.SecrecyReviewer, Role.DisclosureOffice, Role.Supervisor]),
        (new("/office/overrides", "office.overrides"), [Role.SecrecyReviewer, Role.DisclosureOffice, Role.Supervisor]),
        (new("/office/calendar", "office.calendar"), Content),
        (new("/office/feedback", "office.feedback"), [Role.Liaison, Role.DisclosureOffice, Role.Supervisor]),
        (new("/office/ledger", "office.ledger"), Content),
        (new("/office/catalogue", "office.catalogue"), [Role.DisclosureOffice]),
        (new("/office/reports/import", "office.report-import"), [Role.DisclosureOffice]),
        (new("/office/units", "office.units"), [Role.DisclosureOffice, Role.SystemAdmin]),
        (new("/office/people", "office.people"), [Role.SystemAdmin, Role.SecurityAdmin]),
        (new("/office/work", "office.work"), [Role.DisclosureOffice, Role.SystemAdmin]),
        (new("/office/mail", "office.mail"), [Role.SystemAdmin]),
        (new("/office/audit", "office.audit"), [Role.AuditAdmin, Role.Supervisor]),
        (new("/office/routes", "office.routes"), [Role.DisclosureOffice]),
        (new("/office/settings", "office.settings"), [Role.SystemAdmin]),
        (new("/office/settings/holidays", "office.settings"), [Role.DisclosureOffice]),
    ];

    /// <summary>The entries of a person.</summary>
    public IEnumerable<MenuEntry> For(Actor by) => All.Where(e => e.For.Length == 0 || e.For.Any(by.Holds)).Select(e => e.Entry);

    /// <summary>How many notices a person has not seen.</summary>
    public Task<int> UnreadAsync(Actor by) => notices.For(by).CountAsync(n => n.ReadAt == null);
}

/// <summary>An entry of the office's menu: where it leads, and the key of its word.</summary>
public sealed record MenuEntry(string Link, string Word);
