using Gongkai.Web.Institutions;
using Gongkai.Web.Records;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Reports.Office;

internal sealed class ImportModel(ReportImport import, InstitutionDesk institutions) : OurPage
{
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.DisclosureOffice));
        Units = [.. (await institutions.UnitsAsync(cancel)).Where(u => RecordPermits.MayWrite(By, u.Id))];
    }

    public Task<IActionResult> OnPostAsync(Guid unit, IReadOnlyList<IFormFile> files, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await import.AskAsync(By, unit, [.. files.Select(f => (f.FileName, (Func<Stream>)f.OpenReadStream))], cancel);
            return Go("/office/work");
        },
        async () =>
        {
            await OnGetAsync(cancel);
            return Page();
        });
}
