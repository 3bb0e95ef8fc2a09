using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Notices.Office;

internal sealed class InboxModel(NoticeBoard board, CampusClock clock) : OurPage
{
    public IReadOnlyList<Notice> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var rows = board.For(By);
        Paging = new Paging(Paging.Sane(p), await rows.CountAsync(cancel));
        Rows = await rows.Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await board.SeenAsync(By, cancel);
        return Go("/office/notices");
    }
}
