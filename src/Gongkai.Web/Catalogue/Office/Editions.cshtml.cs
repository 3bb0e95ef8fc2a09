using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class EditionsModel(CatalogueDesk catalogue, ImportDesk import) : OurPage
{
    public IReadOnlyList<CatalogueEdition> Editions { get; private set; } = [];

    /// <summary>What was read from files and neither kept nor forgotten yet.</summary>
    public IReadOnlyList<ImportPreview> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.DisclosureOffice));
        Editions = [.. (await catalogue.AllAsync(cancel)).Where(e => e.UnitId is null)];
        Waiting = await import.WaitingAsync(By, cancel);
    }

    public Task<IActionResult> OnPostImportAsync(IFormFile? sheet, CancellationToken cancel) => TryAsync(
        async () =>
        {
            if (sheet is null)
            {
                throw new ProblemException("catalogue.no-file");
            }

            await using var content = sheet.OpenReadStream();
            var preview = await import.ReadAsync(By, content, sheet.FileName, cancel: cancel);
            return Go($"/office/catalogue/import/{preview.Id}");
        },
        async () =>
        {
            await OnGetAsync(cancel);
            return Page();
        });
}
