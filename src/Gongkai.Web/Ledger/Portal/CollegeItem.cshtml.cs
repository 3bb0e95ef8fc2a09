using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Ledger.Portal;

internal sealed class CollegeItemModel(LedgerDesk desk, PublicRecords records) : OurPage
{
    public ItemState State { get; private set; } = null!;

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(string code, int no, int? p, CancellationToken cancel)
    {
        var own = (await desk.CollegesAsync(desk.ThisYear, cancel)).FirstOrDefault(page => page.College!.Code == code);
        State = own?.States.FirstOrDefault(s => s.Item.Number == no) ?? throw new NotFoundException(nameof(Item));
        var visible = records.For(By).Under([State.Item.LineageId]);
        Paging = new Paging(Paging.Sane(p), await visible.CountAsync(cancel));
        Lines = await visible.Lines().Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }
}
