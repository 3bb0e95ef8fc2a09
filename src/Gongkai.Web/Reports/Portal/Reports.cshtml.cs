using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports.Portal;

internal sealed class ReportsModel(PublicRecords records, CatalogueDesk catalogue, ReleaseDesk releases) : OurPage
{
    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    /// <summary>The reports composed here, with figures and files.</summary>
    public IReadOnlyList<ReportRelease> Composed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Composed = await releases.PublicAsync(By, cancel);
        Guid[] lineages = await ReportItem.LineageAsync(catalogue, cancel) is { } lineage ? [lineage] : [];
        Lines = await records.Under(records.For(By).Where(e => e.Kind == RecordKind.Report), lineages).Lines().Take(100).ToListAsync(cancel);
    }
}
