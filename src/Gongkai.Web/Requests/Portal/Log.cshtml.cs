using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests.Portal;

[NeverKept]
internal sealed class LogModel(PublicAnswers answers, CampusClock clock) : OurPage
{
    public string Q { get; private set; } = "";

    public IReadOnlyList<PublicAnswer> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(string? q, int? p, CancellationToken cancel)
    {
        Q = (q ?? "").Trim().Normalize();
        var rows = answers.All(Q);
        Paging = new Paging(Paging.Sane(p), await rows.CountAsync(cancel));
        Rows = await rows.Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }
}
