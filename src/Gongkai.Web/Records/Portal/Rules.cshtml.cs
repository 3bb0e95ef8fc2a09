using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Portal;

internal sealed class RulesModel(PublicRecords records) : OurPage
{
    public Validity? Chosen { get; private set; }

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(Validity? validity, int? p, CancellationToken cancel)
    {
        Chosen = validity;
        var visible = records.For(By).Where(e => e.Kind == RecordKind.Regulation && (validity == null || e.Validity == validity));
        Paging = new Paging(Paging.Sane(p), await visible.CountAsync(cancel));
        Lines = await visible.Lines().Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }
}
