using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Portal;

internal sealed class ListModel(PublicRecords records) : OurPage
{
    public string Q { get; private set; } = "";

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(string? q, int? p, CancellationToken cancel)
    {
        Q = (q ?? "").Trim().Normalize();
        Q = Q.Length > 100 ? Q[..100] : Q;
        var visible = records.For(By);
        foreach (var word in Q.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            visible = visible.Where(e => e.Title.Contains(word) || e.DocumentNumber.Contains(word) || e.BodyHtml.Contains(word));
        }

        Paging = new Paging(Paging.Sane(p), await visible.CountAsync(cancel));
        Lines = await visible.Lines().Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }
}
