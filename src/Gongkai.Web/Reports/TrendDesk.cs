using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Figures;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Charts;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports;

/// <summary>A figure in one academic year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">The value.</param>
/// <param name="IsApproximate">Whether the report calls it approximate.</param>
/// <param name="IsSure">Whether it was frozen here, or the office said yes to the reading.</param>
/// <param name="Link">Where it is from.</param>
public sealed record TrendPoint(AcademicYear Year, decimal Value, bool IsApproximate, bool IsSure, string Link);

/// <summary>A figure over the years.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Points">Its years, the earliest first; years that no report gives are left out.</param>
public sealed record Trend(FigureDefinition Figure, IReadOnlyList<TrendPoint> Points)
{
    /// <summary>The latest years shown.</summary>
    public const int MostYears = 15;

    /// <summary>Whether there is a line to follow: two years or more.</summary>
    public bool IsLong => Points.Count > 1;

    /// <summary>As a picture and a table; a year that no report gives stays empty.</summary>
    public Chart ToChart(PageWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var known = Points.ToDictionary(p => p.Year.FirstYear);
        var (first, last) = (Points[0].Year.FirstYear, Points[^1].Year.FirstYear);
        return new Chart(
            $"trend-{Figure.Code}", Figure.NameIn(PageWords.IsEnglish), words["reports.school-year"], Figure.UnitIn(PageWords.IsEnglish),
            [.. Enumerable.Range(first, last - first + 1).Select(year => known.TryGetValue(year, out var p) ? new ChartValue(Print(p.Year), p.Value, NoteOf(p, words), p.Link, p.IsSure) : new ChartValue(Print(new AcademicYear(year)), null))]);
    }

    /// <summary>A year as charts write it: 2024-25.</summary>
    public static string Print(AcademicYear year) => $"{year.FirstYear}-{(year.FirstYear + 1) % 100:00}";

    private static string NoteOf(TrendPoint point, PageWords words) => !point.IsSure ? words["reports.unchecked"] : point.IsApproximate ? words["reports.approximate"] : "";
}

/// <summary>Figures over the years: those frozen in our own reports, and those read out of older ones.</summary>
public sealed class TrendDesk(GongkaiDb db, PublicRecords visible, ReportDesk reports)
{
    /// <summary>What a reader may see: of reports whose record they may read, and of what was read out of them only what the office accepted.</summary>
    public async Task<IReadOnlyList<Trend>> PublicAsync(Actor reader, CancellationToken cancel = default)
    {
        var readable = visible.For(reader).Select(e => e.Id);
        var files = visible.Files(reader).Select(a => (Guid?)a.Id);
        var read = db.Set<HistoricFigure>().AsNoTracking()
            .Where(f => (f.Status == HistoricStatus.Accepted || f.Status == HistoricStatus.Corrected) && readable.Contains(f.EditionId) && (f.FileId == null || files.Contains(f.FileId)));
        return await FoldAsync(read, db.Set<ReportRelease>().AsNoTracking().Where(r => readable.Contains(r.EditionId)), isPublic: true, cancel);
    }

    /// <summary>What the office sees: readings nobody has looked at too, and releases that are not public yet.</summary>
    public async Task<IReadOnlyList<Trend>> OfficeAsync(Actor by, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayRead(by, await reports.OfficeUnitAsync(cancel)));
        return await FoldAsync(db.Set<HistoricFigure>().AsNoTracking().Where(f => f.Status != HistoricStatus.Dropped), db.Set<ReportRelease>().AsNoTracking(), isPublic: false, cancel);
    }

    /// <summary>Trends as a list to take away.</summary>
    public static Sheet ToSheet(IEnumerable<Trend> trends, PageWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new Sheet(
            [words["figures.code"], words["figures.figure"], words["figures.unit"], words["reports.school-year"], words["figures.value"], words["shared.chart-note"]],
            trends.SelectMany(t => t.ToChart(words).Values.Where(v => v.Value is not null), (t, v) => new object?[] { t.Figure.Code, t.Figure.NameIn(PageWords.IsEnglish), t.Figure.UnitIn(PageWords.IsEnglish), v.Label, v.Value, v.Note }));
    }

    // What was frozen here goes before what was read; of two readings of a year the one the office settled last.
    private static async Task<IReadOnlyList<Trend>> FoldAsync(IQueryable<HistoricFigure> read, IQueryable<ReportRelease> released, bool isPublic, CancellationToken cancel)
    {
        var found = new Dictionary<(string Code, int Year), TrendPoint>();
        foreach (var f in await read.OrderBy(f => f.Status != HistoricStatus.Read).ThenBy(f => f.At).Select(f => new { f.Code, f.FirstYear, f.Value, f.IsApproximate, f.Status, f.EditionId, Index = f.Edition!.Record!.IndexNumber }).ToListAsync(cancel))
        {
            found[(f.Code, f.FirstYear)] = new TrendPoint(
                new AcademicYear(f.FirstYear), f.Value, f.IsApproximate && f.Status != HistoricStatus.Corrected, f.Status != HistoricStatus.Read, isPublic ? RecordLinks.Show(f.Index!) : $"{ReportLinks.History}#r{f.EditionId}");
        }

        foreach (var r in await released.OrderBy(r => r.Number).Select(r => new { r.ReportId, r.Report!.FromOn, r.Report.ToOn, Figures = r.Figures.Where(f => f.Value != null).Select(f => new { f.Code, f.Value }).ToList() }).ToListAsync(cancel))
        {
            var year = AcademicYear.Of(r.FromOn);
            foreach (var f in r.Figures.Where(_ => (year.From, year.To) == (r.FromOn, r.ToOn)))
            {
                found[(f.Code, year.FirstYear)] = new TrendPoint(year, f.Value!.Value, false, true, isPublic ? ReportLinks.Public(r.ToOn.Year) : ReportLinks.Report(r.ReportId));
            }
        }

        return
        [
            .. FigureList.All.Select(figure => new Trend(figure, [.. found.Where(p => p.Key.Code == figure.Code).Select(p => p.Value).OrderBy(p => p.Year).TakeLast(Trend.MostYears)]))
                .Where(t => t.Points.Any(p => p.Value > 0)),
        ];
    }
}
