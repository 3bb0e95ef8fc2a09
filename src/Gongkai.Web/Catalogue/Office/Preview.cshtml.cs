using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class PreviewModel(ImportDesk import, PageWords words) : OurPage
{
    public ImportPreview Preview { get; private set; } = null!;

    public CatalogueSheet? Sheet { get; private set; }

    public IReadOnlyList<Oddity> Oddities { get; private set; } = [];

    public int NewUnits => Oddities.Count(o => o.Code == "catalogue.unit-new");

    public bool MayKeep => Sheet is not null && !Oddities.Any(o => o.IsError);

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        Preview = await import.FindAsync(By, id, cancel);
        (Sheet, Oddities) = (Preview.ReadSheet, Preview.ReadOddities);
    }

    public Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancel) => TryAsync(
        async () =>
        {
            var edition = await import.KeepAsync(By, id, cancel);
            return Go($"/office/catalogue/{edition.Id}", words["catalogue.kept"]);
        },
        async () =>
        {
            await OnGetAsync(id, cancel);
            return Page();
        });

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel)
    {
        await import.ForgetAsync(By, id, cancel);
        return Go("/office/catalogue", words["catalogue.forgotten"]);
    }
}
