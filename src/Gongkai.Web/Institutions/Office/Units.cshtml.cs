using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Institutions.Office;

internal sealed class UnitsModel(GongkaiDb db, InstitutionDesk desk, UnitDesk tree, UnitSheet sheets, PageWords words) : OurPage
{
    private const int Deepest = 3;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public int DepthOf(Unit unit)
    {
        var depth = 0;
        for (var above = unit.ParentId; above is { } parent && depth < Deepest; above = Units.FirstOrDefault(u => u.Id == parent)?.ParentId)
        {
            depth++;
        }

        return depth;
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin) || By.Holds(Role.DisclosureOffice));
        Units = await desk.UnitsAsync(cancel);
    }

    public IActionResult OnGetTemplate() => File(UnitSheet.Template(words), Sheets.XlsxType, "单位模板.xlsx");

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return File(Sheets.Xlsx(await sheets.SheetAsync(cancel)), Sheets.XlsxType, "单位.xlsx");
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return File(Sheets.Csv(await sheets.SheetAsync(cancel)), "text/csv", "单位.csv");
    }

    public Task<IActionResult> OnPostAddAsync(CancellationToken cancel) => DoAsync(async () =>
    {
        var unit = await desk.AddUnitAsync(By, Input.Name, Input.Code, Input.NameEn, Input.Parent, Input.IsCollege, cancel);
        return Go("/office/units", words["units.added-said", unit.Name, unit.Code]);
    }, cancel);

    public Task<IActionResult> OnPostUpAsync(Guid id, CancellationToken cancel) => MoveAsync(id, isUp: true, cancel);

    public Task<IActionResult> OnPostDownAsync(Guid id, CancellationToken cancel) => MoveAsync(id, isUp: false, cancel);

    public Task<IActionResult> OnPostImportAsync(IFormFile? sheet, CancellationToken cancel) => DoAsync(async () =>
    {
        await using var content = (sheet ?? throw new ProblemException("sheets.no-file")).OpenReadStream();
        var import = await sheets.PreviewAsync(By, content, sheet.FileName, cancel);
        return Go($"/office/units/import/{import.Id}");
    }, cancel);

    private Task<IActionResult> MoveAsync(Guid id, bool isUp, CancellationToken cancel) => DoAsync(async () =>
    {
        await tree.MoveAsync(By, id, isUp, cancel);
        return Go("/office/units", words["units.moved-said"]);
    }, cancel);

    private Task<IActionResult> DoAsync(Func<Task<IActionResult>> act, CancellationToken cancel) => TryAsync(act, async () =>
    {
        db.ChangeTracker.Clear();
        await OnGetAsync(cancel);
        return Page();
    });

    internal sealed class Form
    {
        public string Name { get; set; } = "";

        public string Code { get; set; } = "";

        public string NameEn { get; set; } = "";

        public Guid? Parent { get; set; }

        public bool IsCollege { get; set; }
    }
}
