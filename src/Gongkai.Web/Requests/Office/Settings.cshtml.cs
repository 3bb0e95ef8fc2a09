using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Requests.Office;

internal sealed class SettingsModel(RequestPolicyDesk desk, InstitutionDesk institutions, CampusClock clock, PageWords words) : OurPage
{
    [BindProperty]
    public RequestPolicy Input { get; set; } = new();

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IReadOnlyList<RequestPolicy> Choices { get; private set; } = [];

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = await desk.NowAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => TryAsync(
        async () =>
        {
            await desk.ChooseAsync(By, Input, cancel);
            return Go("/office/requests/settings", words["shared.saved"]);
        },
        async () =>
        {
            await LoadAsync(cancel);
            return Page();
        });

    private async Task LoadAsync(CancellationToken cancel)
    {
        Permit.Require(RequestPermits.MayHandle(By));
        (Units, Choices) = (await institutions.UnitsAsync(cancel), await desk.ChoicesAsync(cancel));
    }
}
