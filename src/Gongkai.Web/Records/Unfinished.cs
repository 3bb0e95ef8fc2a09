using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>What a writer leaves unfinished: drafts, what is under review, text that was kept aside. The successor becomes a writer of it, is
/// told when it is returned, and therefore cannot approve it.</summary>
internal sealed class Unfinished(GongkaiDb db) : IBelongings
{
    private static readonly EditionStatus[] Under = [EditionStatus.Draft, EditionStatus.UnitReview, EditionStatus.SecrecyReview, EditionStatus.OfficeApproval];

    public async Task<IReadOnlyList<Belonging>> OfAsync(Guid personId, CancellationToken cancel) =>
        [.. (await Of(personId).AsNoTracking().OrderByDescending(e => e.ChangedAt).ToListAsync(cancel))
            .Select(e => new Belonging(e.Status == EditionStatus.Draft ? "belongings.draft" : "belongings.review", e.Title))];

    public async Task HandOverAsync(Actor by, Guid leaverId, Guid successorId, CancellationToken cancel)
    {
        foreach (var edition in await Of(leaverId).ToListAsync(cancel))
        {
            edition.TakenOverBy(successorId);
        }

        foreach (var text in await db.Set<Salvage>().Where(s => s.ById == leaverId).ToListAsync(cancel))
        {
            db.Entry(text).Property(s => s.ById).CurrentValue = successorId;
        }
    }

    private IQueryable<Edition> Of(Guid personId) => db.Set<Edition>().Where(e => Under.Contains(e.Status) && e.Authors.Any(a => a.PersonId == personId));
}
