using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;

namespace Gongkai.Web.Ledger.Portal;

internal sealed class MatrixModel(LedgerDesk desk) : OurPage
{
    public LedgerPage? Ledger { get; private set; }

    /// <summary>What colleges list of their own below the school's catalogue.</summary>
    public IReadOnlyList<LedgerPage> Colleges { get; private set; } = [];

    public IReadOnlyList<AcademicYear> Years { get; private set; } = [];

    public async Task OnGetAsync(int? year, CancellationToken cancel)
    {
        Years = [.. Enumerable.Range(0, 5).Select(back => new AcademicYear(desk.ThisYear.FirstYear - back))];
        var asked = Years.Any(y => y.FirstYear == year) ? new AcademicYear(year!.Value) : desk.ThisYear;
        Ledger = await desk.OfAsync(asked, cancel: cancel);
        Colleges = await desk.CollegesAsync(asked, cancel);
    }
}
