using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home.Portal;

internal sealed class UnitPageModel(InstitutionDesk institutions, LedgerDesk ledger, PublicRecords records) : OurPage
{
    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<ItemState> Owes { get; private set; } = [];

    /// <summary>What the college lists of its own, below the school's catalogue.</summary>
    public IReadOnlyList<ItemState> Own { get; private set; } = [];

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(string code, int? p, CancellationToken cancel)
    {
        Unit = (await institutions.UnitsAsync(cancel)).FirstOrDefault(u => u.Code == code) ?? throw new NotFoundException(nameof(Unit));
        Owes = [.. (await ledger.OfAsync(ledger.ThisYear, cancel: cancel))?.States.Where(s => s.Item.Owners.Any(o => o.UnitId == Unit.Id)) ?? []];
        Own = (await ledger.CollegesAsync(ledger.ThisYear, cancel)).FirstOrDefault(page => page.College!.Id == Unit.Id)?.States ?? [];
        var visible = records.For(By).Where(e => e.Record!.UnitId == Unit.Id);
        Paging = new Paging(Paging.Sane(p), await visible.CountAsync(cancel));
        Lines = await visible.Lines().Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }
}
