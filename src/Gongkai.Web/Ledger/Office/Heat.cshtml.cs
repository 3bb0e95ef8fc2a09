using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;

namespace Gongkai.Web.Ledger.Office;

internal sealed class HeatModel(LedgerDesk desk, InstitutionDesk institutions) : OurPage
{
    private const int Years = 3;

    public IReadOnlyList<LedgerPage> Pages { get; private set; } = [];

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public Guid? Unit { get; private set; }

    public Coverage? State { get; private set; }

    /// <summary>What colleges list of their own, of this year.</summary>
    public IReadOnlyList<LedgerPage> Colleges { get; private set; } = [];

    public LedgerPage Latest => Pages[^1];

    public bool IsAsked(ItemState s) => (Unit is null || s.College?.Id == Unit || s.Item.Owners.Any(o => o.UnitId == Unit)) && (State is null || s.Coverage == State);

    public IEnumerable<ItemState> Rows => Latest.States.Where(s => (Unit is null || s.Item.Owners.Any(o => o.UnitId == Unit)) && (State is null || s.Coverage == State));

    public async Task OnGetAsync(Guid? unit, Coverage? state, CancellationToken cancel)
    {
        Permit.Require(By.IsStaff);
        (Unit, State) = (unit, state);
        Units = await institutions.UnitsAsync(cancel);
        Pages = await desk.OverAsync(Enumerable.Range(1 - Years, Years).Select(back => new AcademicYear(desk.ThisYear.FirstYear + back)), cancel: cancel);
        Colleges = await desk.CollegesAsync(desk.ThisYear, cancel);
    }
}
