using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class CompareModel(CatalogueDesk catalogue, PageWords words) : OurPage
{
    public CatalogueEdition Edition { get; private set; } = null!;

    public CatalogueEdition? With { get; private set; }

    public IReadOnlyList<CatalogueEdition> Others { get; private set; } = [];

    public IReadOnlyList<ItemDifference> Differences { get; private set; } = [];

    public async Task OnGetAsync(Guid id, Guid? with, CancellationToken cancel)
    {
        Edition = await catalogue.FindAsync(id, cancel);
        Permit.Require(CatalogueDesk.MayKeep(By, Edition.UnitId));
        Others = [.. (await catalogue.AllAsync(cancel)).Where(e => e.Id != id && e.UnitId == Edition.UnitId)];

        // Against the one named, else the one in force, else the latest before it.
        var chosen = Others.FirstOrDefault(e => e.Id == with) ?? Others.FirstOrDefault(e => e.Status == CatalogueStatus.InForce) ?? Others.FirstOrDefault(e => e.Year < Edition.Year) ?? (Others.Count > 0 ? Others[0] : null);
        if (chosen is not null)
        {
            With = await catalogue.FindAsync(chosen.Id, cancel);
            Differences = CatalogueComparison.Of(With, Edition, value => words[$"enum.{value.GetType().Name}.{value}"]);
        }
    }
}
