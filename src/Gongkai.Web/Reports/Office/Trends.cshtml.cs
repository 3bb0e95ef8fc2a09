using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Reports.Office;

internal sealed class TrendsModel(TrendDesk desk, PageWords words) : OurPage
{
    public IReadOnlyList<Trend> Trends { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Trends = await desk.OfficeAsync(By, cancel);

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) => File(Sheets.Xlsx(TrendDesk.ToSheet(await desk.OfficeAsync(By, cancel), words)), Sheets.XlsxType, "trends.xlsx");

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) => File(Sheets.Csv(TrendDesk.ToSheet(await desk.OfficeAsync(By, cancel), words)), "text/csv; charset=utf-8", "trends.csv");
}
