using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;

namespace Gongkai.Web.Home.Office;

internal sealed class TodayModel(TodayDesk desk, CampusClock clock) : OurPage
{
    public Today Today { get; private set; } = null!;

    public DateOnly On => clock.Today;

    public bool IsWriter => By.Holds(Role.Liaison) || By.Holds(Role.DisclosureOffice);

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(CancellationToken cancel) => Today = await desk.ForAsync(By, cancel);
}
