using Gongkai.Web.Catalogue;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;

namespace Gongkai.Web.Ledger.Portal;

internal sealed class ItemModel(LedgerDesk desk, PublicRecords records) : ItemPage(records)
{
    public Category Category { get; private set; } = null!;

    public async Task OnGetAsync(int no, int? p, CancellationToken cancel)
    {
        var ledger = await desk.OfAsync(desk.ThisYear, cancel: cancel);
        await ShowAsync(ledger?.States.FirstOrDefault(s => s.Item.Number == no) ?? throw new NotFoundException(nameof(Item)), p, cancel);
        Category = ledger.Edition.Categories.First(c => c.Id == State.Item.CategoryId);
    }
}
