using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Figures.Office;

internal sealed class FiguresModel(FigureDesk desk, HandDesk hand, RequestPolicyDesk policies, CampusClock clock, PageWords words) : OurPage
{
    public Period Period { get; private set; }

    public IReadOnlyList<FigureValue> Values { get; private set; } = [];

    public bool MayEnter => By.Holds(Role.DisclosureOffice);

    /// <summary>A period as asked for, this school year where none was; never turned round.</summary>
    public static Period Asked(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var year = AcademicYear.Of(today);
        var first = from is { Year: > 1990 and < 2200 } f ? f : year.From;
        var last = to is { Year: > 1990 and < 2200 } t && t >= first ? t : first == year.From ? year.To : first;
        return new Period(first, last > first.AddYears(5) ? first.AddYears(5) : last);
    }

    public async Task<IActionResult> OnGetAsync(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        Permit.Require(FigureDesk.MayRead(By, await policies.OfficeUnitAsync(cancel)));
        Period = Asked(from, to, clock.Today);
        Values = await desk.AllAsync(Period, cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        await OnGetAsync(from, to, cancel);
        return File(
            Sheets.Xlsx(new Sheet([words["figures.code"], words["figures.figure"], words["figures.value"], words["figures.unit"], words["figures.counts"]], Values.Select(v => new object?[] { v.Figure.Code, v.Figure.NameIn(PageWords.IsEnglish), v.Value, v.Figure.UnitIn(PageWords.IsEnglish), v.Figure.CountsIn(PageWords.IsEnglish) }))),
            Sheets.XlsxType, $"figures-{Period.From:yyyyMMdd}-{Period.To:yyyyMMdd}.xlsx");
    }

    public Task<IActionResult> OnPostImportAsync(DateOnly? from, DateOnly? to, IFormFile? file, CancellationToken cancel) => TryAsync(
        async () =>
        {
            Period = Asked(from, to, clock.Today);
            if (file is null)
            {
                throw new ProblemException("figures.no-file");
            }

            await using var content = file.OpenReadStream();
            var count = await hand.ImportAsync(By, content, file.FileName, Period, cancel);
            return Go($"{FigureLinks.Office}?from={Period.From:yyyy-MM-dd}&to={Period.To:yyyy-MM-dd}", words["figures.imported", count]);
        },
        () => OnGetAsync(from, to, cancel));
}
