using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports.Portal;

internal sealed class ReportModel(ReleaseDesk desk, PublicRecords records, CampusClock clock) : OurPage
{
    public ReportRelease Release { get; private set; } = null!;

    public Composition Composed { get; private set; } = null!;

    public string IndexNumber { get; private set; } = "";

    public DateOnly FrozenOn => clock.DayOf(Release.At);

    public IReadOnlyList<string> Files => ["annual-report.docx", .. Release.PdfHash.Length > 0 ? ["annual-report.pdf"] : Array.Empty<string>(), "catalogue.xlsx", "figures.csv", "figures.json", "package.zip"];

    public async Task OnGetAsync(int year, CancellationToken cancel)
    {
        Release = await desk.PublicAsync(By, Math.Clamp(year, 1, 9998), cancel) ?? throw new NotFoundException(nameof(ReportRelease));
        Composed = ReportPaper.Of(Release);
        var edition = Release.EditionId;
        IndexNumber = await records.For(By).Where(e => e.Id == edition).Select(e => e.Record!.IndexNumber).FirstOrDefaultAsync(cancel) ?? "";
    }
}
