using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Records.Office;

internal sealed class OverridesModel(ReviewDesk desk, CampusClock clock, PageWords words) : OurPage
{
    public IReadOnlyList<Edition> Editions { get; private set; } = [];

    public bool MayLook => By.Holds(Role.SecrecyReviewer) || By.Holds(Role.DisclosureOffice);

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(MayLook || By.Holds(Role.Supervisor));
        Editions = await desk.OverridesToLookAtAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync(Guid edition, Guid step, string? note, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await desk.LookAtOverrideAsync(By, edition, step, note ?? "", cancel);
            return Go("/office/overrides", words["shared.saved"]);
        },
        async () =>
        {
            await OnGetAsync(cancel);
            return Page();
        });
}
