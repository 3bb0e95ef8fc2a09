using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class ChangeItemModel(GongkaiDb db, CatalogueDesk catalogue, InstitutionDesk institutions, PageWords words) : OurPage
{
    public Item Item { get; private set; } = null!;

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.DisclosureOffice));
        Item = await db.Set<Item>().AsNoTracking().Include(i => i.Owners).Where(i => i.Id == id).FirstOr404Async(cancel);
        Units = await institutions.UnitsAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? title, string? titleEn, Cadence cadence, int month, int day, string? basis, IReadOnlyList<Guid> owners, CancellationToken cancel)
    {
        await catalogue.ChangeItemAsync(By, id, item =>
        {
            item.Title = string.IsNullOrWhiteSpace(title) ? item.Title : title.Trim().Normalize();
            item.TitleEn = titleEn?.Trim() ?? "";
            (item.Cadence, item.DueMonth, item.DueDay) = (cadence, Math.Clamp(month, 0, 12), Math.Clamp(day, 0, 31));
            item.LegalBasis = basis?.Trim() ?? "";
            item.OwnedBy(owners);
        }, cancel);
        var edition = await db.Set<Item>().Where(i => i.Id == id).Select(i => i.EditionId).FirstAsync(cancel);
        return Go($"/office/catalogue/{edition}", words["shared.saved"]);
    }
}
