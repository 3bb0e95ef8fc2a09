using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Figures;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Reports.Portal;

/// <summary>A figure of a public report, with the rows it counted where these are public themselves.</summary>
internal sealed class FigureModel(ReleaseDesk desk, FigureDesk figures, CampusClock clock) : OurPage
{
    private const int OnAPage = 100;

    public int Year { get; private set; }

    public string Report { get; private set; } = "";

    public FrozenFigure Figure { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public Period Period { get; private set; }

    public DateOnly FrozenOn { get; private set; }

    /// <summary>The number that the report gives; empty for what nobody had entered.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Whether it is one part of the figure, along an axis.</summary>
    public bool IsPart { get; private set; }

    public bool IsOpen => FigureDesk.HasPublicRows(Figure.Code);

    /// <summary>Whether the rows are others than those that were frozen; of a part of a figure the number is kept, of a whole one the hash of its rows.</summary>
    public bool IsChanged { get; private set; }

    public IReadOnlyList<FigureRow> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public int First => ((Paging.Number - 1) * OnAPage) + 1;

    public IEnumerable<FigureRow> Shown => Rows.Skip((Paging.Number - 1) * OnAPage).Take(OnAPage);

    public async Task<IActionResult> OnGetAsync(int year, string code, string? axis, string? value, int? p, CancellationToken cancel)
    {
        var release = await desk.PublicAsync(By, Math.Clamp(year, 1, 9998), cancel) ?? throw new NotFoundException(nameof(ReportRelease));
        Figure = release.Figures.FirstOrDefault(f => f.Code == code) ?? throw new NotFoundException(nameof(FrozenFigure));
        var composed = ReportPaper.Of(release);
        (Year, Report, Period, FrozenOn, Name) = (year, composed.Title, release.Report!.Period, clock.DayOf(release.At), Figure.Name);
        Said = Figure.Value is { } whole ? FigureValue.Print(whole) : "";
        if (!string.IsNullOrEmpty(axis))
        {
            var part = composed.Runs.FirstOrDefault(r => r.Code == code && r.Axis == axis && r.Value == value) ?? throw new NotFoundException(nameof(FrozenFigure));
            var name = (await figures.ValuesAsync(axis, Period, cancel)).FirstOrDefault(v => v.Value == value).Name ?? value;
            (Name, Said, IsPart) = ($"{Figure.Name}（{name}）", part.Text, true);
        }

        if (IsOpen)
        {
            Rows = await figures.RowsAsync(code, Period, axis ?? "", value ?? "", cancel);
            Paging = new Paging(Paging.Sane(p), Rows.Count, OnAPage);
            IsChanged = IsPart ? FigureDesk.Fold(FigureList.Find(code)!, Rows) is not { } now || FigureValue.Print(now) != Said : FigureDesk.HashOf(Rows) != Figure.Hash;
        }

        return Page();
    }
}
