using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home.Office;

internal sealed class WorkModel(WorkDesk work, Rescan rescan, CampusClock clock, PageWords words) : OurPage
{
    public IReadOnlyList<LongJob> Jobs { get; private set; } = [];

    public bool IsBusy => Jobs.Any(j => j.Status is JobStatus.Waiting or JobStatus.Running);

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public string TitleOf(LongJob job) => job.Title.Split('|') is [var key, .. var arguments] ? words[key, [.. arguments]] : job.Title;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.DisclosureOffice) || By.Holds(Role.SystemAdmin));
        Jobs = await work.Jobs.Take(30).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostRescanAsync(CancellationToken cancel) =>
        Go("/office/work", words[await rescan.AskAsync(By, cancel) is null ? "records.rescan-nothing" : "records.rescan-begun-said"]);

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.DisclosureOffice) || By.Holds(Role.SystemAdmin));
        await work.StopAsync(id, cancel);
        return Go("/office/work");
    }

    public async Task<IActionResult> OnPostGoOnAsync(Guid id, CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.DisclosureOffice) || By.Holds(Role.SystemAdmin));
        await work.GoOnAsync(id, cancel);
        return Go("/office/work");
    }
}
