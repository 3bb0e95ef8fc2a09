using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Institutions.Office;

internal sealed class UnitsModel(InstitutionDesk desk, UnitSheet sheets, PageWords words) : OurPage
{
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin) || By.Holds(Role.DisclosureOffice));
        Units = await desk.UnitsAsync(cancel);
    }

    public IActionResult OnGetTemplate() =>
        File(Sheets.Xlsx(new Sheet(UnitSheet.Heads, [["20", "示例处", "Example Office", "示例办"]])), Sheets.XlsxType, "units.xlsx");

    public Task<IActionResult> OnPostAddAsync(string? name, string? code, string? nameEn, Guid? parent, CancellationToken cancel) =>
        DoAsync(async () =>
        {
            await desk.AddUnitAsync(By, name ?? "", code, nameEn ?? "", parent, cancel: cancel);
            return words["shared.saved"];
        }, cancel);

    public Task<IActionResult> OnPostChangeAsync(Guid id, string? name, string? nameEn, string? aliases, int order, CancellationToken cancel) =>
        DoAsync(async () =>
        {
            await desk.ChangeUnitAsync(By, id, unit =>
            {
                unit.Name = string.IsNullOrWhiteSpace(name) ? throw new ProblemException("units.name-missing") : name.Trim().Normalize();
                unit.NameEn = nameEn?.Trim() ?? "";
                unit.Aliases = string.Join('\n', (aliases ?? "").Split(['、', ',', '，', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                unit.Order = order;
            }, cancel);
            return words["shared.saved"];
        }, cancel);

    public Task<IActionResult> OnPostImportAsync(IFormFile? sheet, CancellationToken cancel) =>
        DoAsync(async () =>
        {
            await using var content = (sheet ?? throw new ProblemException("catalogue.no-file")).OpenReadStream();
            var (added, skipped) = await sheets.ImportAsync(By, content, sheet.FileName, cancel);
            return words["units.imported", added, skipped];
        }, cancel);

    private Task<IActionResult> DoAsync(Func<Task<string>> act, CancellationToken cancel) => TryAsync(
        async () => Go("/office/units", await act()),
        async () =>
        {
            await OnGetAsync(cancel);
            return Page();
        });
}
