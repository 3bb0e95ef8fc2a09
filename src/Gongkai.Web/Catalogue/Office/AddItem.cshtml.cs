using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class AddItemModel(GongkaiDb db, ItemDesk desk, CatalogueDesk catalogue, InstitutionDesk institutions, PageWords words) : ItemPage(institutions)
{
    public CatalogueEdition Edition { get; private set; } = null!;

    public async Task OnGetAsync(Guid edition, CancellationToken cancel)
    {
        Edition = await catalogue.FindAsync(edition, cancel);
        Permit.Require(CatalogueDesk.MayKeep(By, Edition.UnitId));
        await ChoicesAsync(Edition, Edition.UnitId, cancel);
    }

    public Task<IActionResult> OnPostAsync(Guid edition, CancellationToken cancel) => TryAsync(
        async () =>
        {
            var item = await desk.AddAsync(By, edition, Input, cancel);
            return Go($"/office/catalogue/{edition}", words["catalogue.item-added-said", item.Number, item.Title]);
        },
        async () =>
        {
            db.ChangeTracker.Clear();
            await OnGetAsync(edition, cancel);
            return Page();
        });
}
