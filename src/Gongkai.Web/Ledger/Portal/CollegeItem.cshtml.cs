using Gongkai.Web.Catalogue;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;

namespace Gongkai.Web.Ledger.Portal;

internal sealed class CollegeItemModel(LedgerDesk desk, PublicRecords records) : ItemPage(records)
{
    public async Task OnGetAsync(string code, int no, int? p, CancellationToken cancel)
    {
        var own = (await desk.CollegesAsync(desk.ThisYear, cancel)).FirstOrDefault(page => page.College!.Code == code);
        await ShowAsync(own?.States.FirstOrDefault(s => s.Item.Number == no) ?? throw new NotFoundException(nameof(Item)), p, cancel);
    }
}
