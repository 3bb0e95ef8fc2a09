using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Institutions.Office;

internal sealed class ImportUnitsModel(GongkaiDb db, UnitSheet sheets, PageWords words) : OurPage
{
    public UnitSheetRead Sheet { get; private set; } = new([], []);

    public string FileName { get; private set; } = "";

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        var import = await sheets.FindAsync(By, id, cancel);
        (Sheet, FileName) = (import.Read<UnitSheetRead>(), import.FileName);
    }

    public Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancel) => TryAsync(
        async () => Go("/office/units", words["units.imported-said", await sheets.KeepAsync(By, id, cancel)]),
        async () =>
        {
            db.ChangeTracker.Clear();
            await OnGetAsync(id, cancel);
            return Page();
        });

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel)
    {
        await sheets.ForgetAsync(By, id, cancel);
        return Go("/office/units", words["sheets.forgotten"]);
    }
}
