using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Figures.Portal;

internal sealed class YearModel(YearDesk desk, CampusClock clock) : OurPage
{
    public YearView View { get; private set; } = null!;

    public IReadOnlyList<AcademicYear> Years => desk.Years;

    /// <summary>The page is kept until something is published or the day ends; it says of which day it is.</summary>
    public DateOnly AsOf => clock.Today;

    public async Task OnGetAsync(int? year, CancellationToken cancel) => View = await desk.PublicAsync(desk.Asked(year), cancel);

    public async Task<IActionResult> OnGetXlsxAsync(int? year, CancellationToken cancel)
    {
        await OnGetAsync(year, cancel);
        return File(Sheets.Xlsx(desk.ToSheet(View)), Sheets.XlsxType, $"year-{View.Year}.xlsx");
    }
}
