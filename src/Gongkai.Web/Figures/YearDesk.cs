using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Charts;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;

namespace Gongkai.Web.Figures;

/// <summary>An academic year as it stands today.</summary>
/// <param name="Year">The year.</param>
/// <param name="Marks">What is said first, in numbers.</param>
/// <param name="Charts">The same in parts, each as a picture and a table.</param>
/// <param name="Silent">The units that published nothing; for the office only.</param>
public sealed record YearView(AcademicYear Year, IReadOnlyList<FigureValue> Marks, IReadOnlyList<Chart> Charts, IReadOnlyList<Unit> Silent)
{
    /// <summary>Its days.</summary>
    public Period Period => new(Year.From, Year.To);
}

/// <summary>The year so far: figures counted by <see cref="FigureDesk"/> and by nobody else, drawn for the office and for the public.</summary>
public sealed class YearDesk(FigureDesk figures, InstitutionDesk institutions, CampusClock clock, PageWords words)
{
    private const int MostUnits = 15;

    private static readonly string[] Marks = ["published", "revised", "on-time-rate", "coverage", "requests-received", "requests-closed", "requests-on-time", "requests-time-rate"];

    private static readonly (string Code, string Axis)[] Everybody = [("published", "month"), ("published", "category"), ("published", "unit"), ("requests-received", "month"), ("requests-closed", "month")];

    private static readonly (string Code, string Axis)[] OfficeToo = [("on-time-rate", "month"), ("requests-received", "channel"), ("requests-closed", "outcome")];

    /// <summary>The years that can be asked for, this one first.</summary>
    public IReadOnlyList<AcademicYear> Years => [.. Enumerable.Range(0, 5).Select(back => new AcademicYear(AcademicYear.Of(clock.Today).FirstYear - back))];

    /// <summary>A year by its first calendar year; this one when it cannot be asked for.</summary>
    public AcademicYear Asked(int? first) => Years.FirstOrDefault(y => y.FirstYear == first, Years[0]);

    /// <summary>What everybody may see: counts of what is public, and of requests without who asked.</summary>
    public Task<YearView> PublicAsync(AcademicYear year, CancellationToken cancel = default) => OfAsync(year, isOffice: false, cancel);

    /// <summary>The same with every number a link to its rows, and what is for the office only.</summary>
    public Task<YearView> OfficeAsync(Actor by, Guid officeUnit, AcademicYear year, CancellationToken cancel = default)
    {
        Permit.Require(FigureDesk.MayRead(by, officeUnit));
        return OfAsync(year, isOffice: true, cancel);
    }

    /// <summary>A year as a list to take away.</summary>
    public Sheet ToSheet(YearView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var marks = view.Marks.Select(m => new object?[] { m.Figure.NameIn(PageWords.IsEnglish), "", m.Value, m.Figure.UnitIn(PageWords.IsEnglish) });
        return new Sheet([words["figures.figure"], words["figures.part"], words["figures.value"], words["figures.unit"]], marks.Concat(view.Charts.SelectMany(c => c.Values, (c, v) => new object?[] { c.Title, v.Label, v.Value, c.Unit })));
    }

    private async Task<YearView> OfAsync(AcademicYear year, bool isOffice, CancellationToken cancel)
    {
        var period = new Period(year.From, year.To);
        var marks = new List<FigureValue>();
        foreach (var code in Marks)
        {
            marks.Add(new FigureValue(FigureList.Find(code)!, await figures.ValueAsync(code, period, cancel: cancel)));
        }

        var charts = new List<Chart>();
        IReadOnlyList<FigurePart> busy = [];
        foreach (var (code, axis) in isOffice ? [.. Everybody, .. OfficeToo] : Everybody)
        {
            var parts = await figures.ByAsync(code, period, axis, cancel);
            busy = (code, axis) == ("published", "unit") ? parts : busy;
            charts.Add(Draw(FigureList.Find(code)!, axis, parts, period, isOffice));
        }

        return new YearView(year, marks, [.. charts.Where(c => c.Values.Count > 0)], isOffice ? await SilentAsync(busy, cancel) : []);
    }

    private Chart Draw(FigureDefinition figure, string axis, IReadOnlyList<FigurePart> parts, Period period, bool isOffice)
    {
        var head = words[$"figures.axis-{axis}"];
        var shown = axis switch
        {
            // Months that have not come say nothing.
            "month" => parts.Where(p => string.CompareOrdinal(p.Value, FigureDesk.NameOf(new Period(clock.Today, clock.Today))) <= 0),
            "unit" => parts.OrderByDescending(p => p.Count).Take(MostUnits),
            _ => parts,
        };
        return new Chart(
            $"{figure.Code}-{axis}", words[axis == "unit" ? "figures.busiest" : "figures.by", figure.NameIn(PageWords.IsEnglish), head], head, figure.UnitIn(PageWords.IsEnglish),
            [.. shown.Select(p => new ChartValue(axis == "month" ? Chart.MonthOf(p.Value, PageWords.IsEnglish) : p.Name, p.Count, Link: isOffice ? FigureLinks.Rows(figure.Code, period, axis, p.Value) : ""))],
            axis == "month" ? ChartShape.Columns : ChartShape.Bars);
    }

    private async Task<IReadOnlyList<Unit>> SilentAsync(IReadOnlyList<FigurePart> busy, CancellationToken cancel)
    {
        var codes = busy.Select(p => p.Value).ToHashSet();
        return [.. (await institutions.UnitsAsync(cancel)).Where(u => u.IsActive && !codes.Contains(u.Code))];
    }
}
