using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Reports.Office;

internal sealed class ReportsModel(ReportDesk desk, CampusClock clock, PageWords words) : OurPage
{
    public IReadOnlyList<AnnualReport> Rows { get; private set; } = [];

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public bool MayWrite => ReportPermits.MayWrite(By);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = await desk.AllAsync(By, cancel);
        var year = AcademicYear.Of(clock.Today).Previous;
        (From, To) = From == default ? (year.From, year.To) : (From, To);
    }

    public Task<IActionResult> OnPostAsync(DateOnly? from, DateOnly? to, CancellationToken cancel) => TryAsync(
        async () => Go(ReportLinks.Report((await desk.StartAsync(By, new Period(from ?? default, to ?? default), cancel)).Id), words["reports.begun"]),
        async () =>
        {
            (From, To) = (from ?? default, to ?? default);
            await OnGetAsync(cancel);
            return Page();
        });
}
