using Gongkai.Web.Institutions;

namespace Gongkai.Web.Reports.Office;

internal sealed class PartsModel(ReportDesk desk) : OurPage
{
    public IReadOnlyList<ReportPart> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.Liaison) || By.Holds(Role.UnitHead));
        Rows = await desk.PartsForAsync(By, cancel);
    }
}
