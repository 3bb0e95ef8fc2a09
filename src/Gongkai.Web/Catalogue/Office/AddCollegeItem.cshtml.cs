using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class AddCollegeItemModel(GongkaiDb db, ItemDesk desk, CatalogueDesk catalogue, InstitutionDesk institutions, PageWords words) : ItemPage(institutions)
{
    public Unit College { get; private set; } = null!;

    public async Task OnGetAsync(string code, CancellationToken cancel)
    {
        await LoadAsync(code, cancel);
        Input = new ItemForm { Owners = [College.Id] };
    }

    public Task<IActionResult> OnPostAsync(string code, CancellationToken cancel) => TryAsync(
        async () =>
        {
            College = await desk.CollegeAsync(By, code, cancel);
            var item = await desk.AddToCollegeAsync(By, College.Id, Input, cancel);
            return Go($"/office/colleges/{code}", words["catalogue.item-added-said", item.Number, item.Title]);
        },
        async () =>
        {
            db.ChangeTracker.Clear();
            await LoadAsync(code, cancel);
            return Page();
        });

    private async Task LoadAsync(string code, CancellationToken cancel)
    {
        College = await desk.CollegeAsync(By, code, cancel);
        await ChoicesAsync(await catalogue.InForceAsync(College.Id, cancel), College.Id, cancel);
    }
}
