using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Figures.Office;

internal sealed class YearModel(YearDesk desk, RequestPolicyDesk policies) : OurPage
{
    public YearView View { get; private set; } = null!;

    public IReadOnlyList<AcademicYear> Years => desk.Years;

    public async Task OnGetAsync(int? year, CancellationToken cancel) => View = await desk.OfficeAsync(By, await policies.OfficeUnitAsync(cancel), desk.Asked(year), cancel);

    public async Task<IActionResult> OnGetXlsxAsync(int? year, CancellationToken cancel)
    {
        await OnGetAsync(year, cancel);
        return File(Sheets.Xlsx(desk.ToSheet(View)), Sheets.XlsxType, $"year-{View.Year}.xlsx");
    }
}
