using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Figures.Office;

internal sealed class FigureModel(FigureDesk desk, HandDesk hand, RequestPolicyDesk policies, CampusClock clock, PageWords words) : OurPage
{
    private const int OnAPage = 100;

    public FigureDefinition Figure { get; private set; } = null!;

    public Period Period { get; private set; }

    public string Part { get; private set; } = "";

    public string Axis { get; private set; } = "";

    public decimal? Value { get; private set; }

    public IReadOnlyList<FigureRow> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public IEnumerable<FigureRow> Shown => Rows.Skip((Paging.Number - 1) * OnAPage).Take(OnAPage);

    public IReadOnlyList<FigurePart> Parts { get; private set; } = [];

    public IReadOnlyList<HandFigure> History { get; private set; } = [];

    public (string Value, string Source, string Reason) Typed { get; private set; } = ("", "", "");

    public bool MayEnter => Figure.Kind == FigureKind.Hand && By.Holds(Role.DisclosureOffice);

    public async Task<IActionResult> OnGetAsync(string code, DateOnly? from, DateOnly? to, string? axis, string? value, string? by, int? p, CancellationToken cancel)
    {
        Permit.Require(FigureDesk.MayRead(By, await policies.OfficeUnitAsync(cancel)));
        Figure = FigureList.Find(code) ?? throw new NotFoundException(nameof(FigureDefinition));
        Period = FiguresModel.Asked(from, to, clock.Today);
        Rows = await desk.RowsAsync(code, Period, axis ?? "", value ?? "", cancel);
        Value = await desk.ValueAsync(code, Period, axis ?? "", value ?? "", cancel);
        Part = value ?? "";
        Paging = new Paging(Paging.Sane(p), Rows.Count, OnAPage);
        if (by is not null && Figure.Axes.Contains(by))
        {
            Axis = by;
            Parts = await desk.ByAsync(code, Period, by, cancel);
        }

        History = Figure.Kind == FigureKind.Hand ? await hand.HistoryAsync(code, cancel) : [];
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string code, DateOnly? from, DateOnly? to, string? number, string? source, string? reason, CancellationToken cancel) => TryAsync(
        async () =>
        {
            var period = FiguresModel.Asked(from, to, clock.Today);
            await hand.EnterAsync(By, code, period, number ?? "", source ?? "", reason ?? "", cancel);
            return Go(FigureLinks.Rows(code, period), words["figures.entered-done"]);
        },
        () =>
        {
            Typed = (number ?? "", source ?? "", reason ?? "");
            return OnGetAsync(code, from, to, null, null, null, null, cancel);
        });
}
