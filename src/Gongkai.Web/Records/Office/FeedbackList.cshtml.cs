using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Office;

internal sealed class FeedbackListModel(FeedbackDesk desk, CampusClock clock) : OurPage
{
    public IReadOnlyList<Feedback> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateOnly On => clock.Today;

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var rows = desk.For(By);
        Paging = new Paging(Paging.Sane(p), await rows.CountAsync(cancel));
        Rows = await rows.Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }
}
