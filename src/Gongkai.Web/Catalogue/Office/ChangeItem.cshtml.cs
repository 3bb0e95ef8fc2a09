using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class ChangeItemModel(GongkaiDb db, ItemDesk desk, CatalogueDesk catalogue, InstitutionDesk institutions, PageWords words) : ItemPage(institutions)
{
    public Item Item { get; private set; } = null!;

    public CatalogueEdition Edition { get; private set; } = null!;

    /// <summary>Where the item is listed: the edition, or the college's page.</summary>
    public string Back { get; private set; } = "";

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        Input = ItemForm.Of(Item, Item.Category!);
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) => DoAsync(id, () => desk.ChangeAsync(By, id, Input, cancel), words["shared.saved"], cancel);

    public Task<IActionResult> OnPostRetireAsync(Guid id, CancellationToken cancel) => DoAsync(id, () => desk.RetireAsync(By, id, cancel), words["catalogue.item-retired-said"], cancel);

    public Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancel) => DoAsync(id, () => desk.RestoreAsync(By, id, cancel), words["catalogue.item-restored-said"], cancel);

    private Task<IActionResult> DoAsync(Guid id, Func<Task> act, string said, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await act();
            await LoadAsync(id, cancel);
            return Go(Back, said);
        },
        async () =>
        {
            db.ChangeTracker.Clear();
            await LoadAsync(id, cancel);
            return Page();
        });

    private async Task LoadAsync(Guid id, CancellationToken cancel)
    {
        (Item, Edition) = await desk.FindAsync(By, id, cancel);
        var college = Edition.UnitId is { } unit ? await db.Set<Unit>().AsNoTracking().Where(u => u.Id == unit).FirstOr404Async(cancel) : null;
        Back = college is null ? $"/office/catalogue/{Edition.Id}" : $"/office/colleges/{college.Code}";
        await ChoicesAsync(await catalogue.FindAsync(Edition.Id, cancel), Edition.UnitId, cancel);
    }
}
