using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Records.Office;

internal sealed class ImportModel(RecordImport import, InstitutionDesk institutions, PageWords words) : OurPage
{
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public Guid? Unit { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.Liaison) || By.Holds(Role.DisclosureOffice));
        Units = [.. (await institutions.UnitsAsync(cancel)).Where(u => u.IsActive && RecordPermits.MayWrite(By, u.Id))];
        Unit ??= By.UnitId;
    }

    public IActionResult OnGetTemplate() => File(RecordSheetReader.Template(words), Sheets.XlsxType, "公开信息模板.xlsx");

    public Task<IActionResult> OnPostAsync(Guid unit, IReadOnlyList<IFormFile> files, CancellationToken cancel)
    {
        Unit = unit;
        return TryAsync(
            async () =>
            {
                var read = await import.ReadAsync(By, unit, [.. files.Select(f => (f.FileName, (Func<Stream>)f.OpenReadStream))], cancel);
                return Go($"/office/records/import/{read.Id}");
            },
            async () =>
            {
                await OnGetAsync(cancel);
                return Page();
            });
    }
}
