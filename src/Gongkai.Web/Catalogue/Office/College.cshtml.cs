using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class CollegeModel(GongkaiDb db, ItemDesk desk, CatalogueDesk catalogue) : OurPage
{
    public Unit College { get; private set; } = null!;

    public CatalogueEdition? Edition { get; private set; }

    public async Task OnGetAsync(string code, CancellationToken cancel)
    {
        College = await desk.CollegeAsync(By, code, cancel);
        var id = await db.Set<CatalogueEdition>().Where(e => e.UnitId == College.Id && e.Status == CatalogueStatus.InForce).OrderByDescending(e => e.Year).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel);
        Edition = id is { } edition ? await catalogue.FindAsync(edition, cancel) : null;
    }
}
