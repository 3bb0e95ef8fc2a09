using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home.Portal;

internal sealed class UnitsModel(InstitutionDesk institutions, LedgerDesk ledger, PublicRecords records) : OurPage
{
    public IReadOnlyList<(Unit Unit, int Owes, int Published)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var owed = (await ledger.OfAsync(ledger.ThisYear, cancel: cancel))?.States.SelectMany(s => s.Item.Owners).CountBy(o => o.UnitId).ToDictionary() ?? [];
        var published = await records.For(By).GroupBy(e => e.Record!.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Rows = [.. (await institutions.UnitsAsync(cancel)).Where(u => u.IsActive).Select(u => (u, owed.GetValueOrDefault(u.Id), published.GetValueOrDefault(u.Id)))];
    }
}
