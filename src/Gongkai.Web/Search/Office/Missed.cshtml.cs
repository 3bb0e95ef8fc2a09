using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Search.Office;

internal sealed class MissedModel(MissedDesk desk, CampusClock clock, PageWords words) : OurPage
{
    public string Q { get; private set; } = "";

    public IReadOnlyList<MissedQuery> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool MayForget => By.Holds(Role.DisclosureOffice);

    public async Task OnGetAsync(string? q, int? p, CancellationToken cancel)
    {
        var rows = Chosen(q);
        Paging = new Paging(Paging.Sane(p), await rows.CountAsync(cancel));
        Rows = await rows.Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(string? q, CancellationToken cancel)
    {
        var rows = await Chosen(q).ToListAsync(cancel);
        var sheet = new Sheet([words["missed.words"], words["missed.count"], words["missed.last"]], rows.Select(r => new object?[] { r.Words, r.Count, $"{DayOf(r.LastAt):yyyy-MM-dd}" }));
        return File(Sheets.Csv(sheet), "text/csv", "missed.csv");
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel)
    {
        await desk.ForgetAsync(By, id, cancel);
        return Go("/office/missed", words["missed.forgotten"]);
    }

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    private IQueryable<MissedQuery> Chosen(string? q)
    {
        Q = q?.Trim() ?? "";
        return desk.For(By).Where(m => Q.Length == 0 || m.Words.Contains(Q));
    }
}
