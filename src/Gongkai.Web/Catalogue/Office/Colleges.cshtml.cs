using Gongkai.Web.Institutions;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class CollegesModel(ItemDesk desk, InstitutionDesk institutions) : OurPage
{
    public IReadOnlyList<(Unit College, int Items)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.Liaison) || By.Holds(Role.UnitHead) || By.Holds(Role.DisclosureOffice));
        var kept = (await desk.CollegesAsync(cancel)).ToDictionary(c => c.College.Id, c => c.Edition.Categories.Sum(of => of.Items.Count));
        Rows = [.. (await institutions.UnitsAsync(cancel)).Where(u => u.IsCollege && CatalogueDesk.MayKeep(By, u.Id)).Select(u => (u, kept.GetValueOrDefault(u.Id)))];
    }
}
