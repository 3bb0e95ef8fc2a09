using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Ledger.Portal;

/// <summary>What the page of an item shows, whether the school lists it or a college.</summary>
internal abstract class ItemPage(PublicRecords records) : OurPage
{
    public ItemState State { get; private set; } = null!;

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    protected async Task ShowAsync(ItemState state, int? page, CancellationToken cancel)
    {
        State = state;
        var visible = records.Under(records.For(By), [state.Item.LineageId]);
        Paging = new Paging(Paging.Sane(page), await visible.CountAsync(cancel));
        Lines = await visible.Lines().Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }
}
