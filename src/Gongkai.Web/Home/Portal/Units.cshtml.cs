using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;

namespace Gongkai.Web.Home.Portal;

internal sealed class UnitsModel(InstitutionDesk institutions, LedgerDesk ledger) : OurPage
{
    public IReadOnlyList<(Unit Unit, int Owes, int Published)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var owed = (await ledger.OfAsync(ledger.ThisYear, cancel: cancel))?.States.SelectMany(s => s.Item.Owners).CountBy(o => o.UnitId).ToDictionary() ?? [];
        var published = (await ledger.ThisYearAsync(cancel)).ByUnit;
        Rows = [.. (await institutions.UnitsAsync(cancel)).Where(u => u.IsActive).Select(u => (u, owed.GetValueOrDefault(u.Id), published.GetValueOrDefault(u.Id)))];
    }
}
