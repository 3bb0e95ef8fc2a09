using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Records.Office;

internal sealed class RoutesModel(RouteDesk desk, InstitutionDesk institutions, PageWords words) : OurPage
{
    public IReadOnlyList<RouteSetting> Settings { get; private set; } = [];

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.DisclosureOffice));
        Settings = await desk.AllAsync(cancel);
        Units = await institutions.UnitsAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid? unit, RecordKind? kind, bool unitReview, bool officeApproval, CancellationToken cancel)
    {
        await desk.SetAsync(By, unit, kind, new ReviewRoute(unitReview, officeApproval), cancel);
        return Go("/office/routes", words["shared.saved"]);
    }

    public async Task<IActionResult> OnPostUnsetAsync(Guid id, CancellationToken cancel)
    {
        await desk.UnsetAsync(By, id, cancel);
        return Go("/office/routes", words["shared.saved"]);
    }
}
