using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home;

/// <summary>A step of the first hour.</summary>
/// <param name="Word">What is to be done, a key of the word book; <c>-hint</c> says how.</param>
/// <param name="Link">Where; empty when this person cannot do it and must ask another.</param>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="IsOptional">Whether the site is in use without it.</param>
public sealed record FirstHourStep(string Word, string Link, bool IsDone, bool IsOptional = false);

/// <summary>What a new school does first, read from what is there: units, people, owners, contact, the first record. It goes by itself once all
/// is done.</summary>
public sealed class FirstHourDesk(GongkaiDb db, InstitutionDesk institutions, CatalogueDesk catalogue, MailServerDesk mail, CampusClock clock)
{
    private static readonly Role[] Needed = [Role.Liaison, Role.UnitHead, Role.SecrecyReviewer];

    /// <summary>The steps for the office or the system administrator; none for others, or when all that is needed is done.</summary>
    public async Task<IReadOnlyList<FirstHourStep>> ForAsync(Actor by, CancellationToken cancel = default)
    {
        var (office, system) = (by.Holds(Role.DisclosureOffice), by.Holds(Role.SystemAdmin));
        if (!office && !system)
        {
            return [];
        }

        var (today, now) = (clock.Today, clock.UtcNow);
        var edition = await catalogue.InForceAsync(cancel: cancel);
        var held = await db.Set<RoleHolding>().Where(h => h.FromOn <= today && (h.UntilOn == null || h.UntilOn >= today)).Select(h => h.Role).Distinct().ToListAsync(cancel);
        var contact = (await institutions.CurrentAsync(cancel)).Contact;
        FirstHourStep[] steps =
        [
            new("first-hour.units", "/office/units", await db.Set<Unit>().AnyAsync(cancel)),
            new("first-hour.people", system ? "/office/people" : "", Needed.All(held.Contains)),
            new("first-hour.owners", office ? edition is null ? "/office/catalogue" : $"/office/catalogue/{edition.Id}" : "", edition?.Categories.SelectMany(c => c.Items).All(i => i.Owners.Count > 0) == true),
            new("first-hour.contact", system ? "/office/settings" : "", contact.Office.Length > 0 && (contact.Telephone.Length > 0 || contact.Email.Length > 0)),
            new("first-hour.mail", system ? "/office/settings/mail" : "", await HasMailAsync(cancel), IsOptional: true),
            new("first-hour.record", office ? "/office/records/new" : "", await db.Set<Edition>().AnyAsync(e => e.PublishedAt <= now, cancel)),
        ];
        return Array.TrueForAll(steps, s => s.IsDone || s.IsOptional) ? [] : steps;
    }

    private async Task<bool> HasMailAsync(CancellationToken cancel)
    {
        try
        {
            return await mail.RouteAsync(cancel) is not null;
        }
        catch (ProblemException)
        {
            // A password that can no longer be opened must be typed again.
            return false;
        }
    }
}
