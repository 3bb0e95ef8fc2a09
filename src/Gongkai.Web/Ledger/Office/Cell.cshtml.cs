using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Ledger.Office;

internal sealed class CellModel(LedgerDesk desk) : OurPage
{
    public AcademicYear Year { get; private set; }

    public ItemState State { get; private set; } = null!;

    public IReadOnlyList<CountedRecord> Rows { get; private set; } = [];

    public bool MayWrite => By.Holds(Role.Liaison) || By.Holds(Role.DisclosureOffice);

    public async Task OnGetAsync(int no, int year, CancellationToken cancel)
    {
        Permit.Require(By.IsStaff);
        if (year is < 2000 or > 2100)
        {
            throw new NotFoundException(nameof(AcademicYear));
        }

        Year = new AcademicYear(year);
        State = (await desk.OfAsync(Year, cancel: cancel))?.States.FirstOrDefault(s => s.Item.Number == no) ?? throw new NotFoundException(nameof(Item));
        Rows = await desk.CountedAsync(State.Item, Year, cancel);
    }
}
