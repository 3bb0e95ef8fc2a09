using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Institutions.Office;

internal sealed class ProposalsModel(GongkaiDb db, ProposalDesk desk, InstitutionDesk institutions, CampusClock clock, PageWords words) : OurPage
{
    public IReadOnlyList<RoleProposal> Rows { get; private set; } = [];

    public IReadOnlyList<Guid>? Chosen { get; private set; }

    private IReadOnlyList<Unit> Units { get; set; } = [];

    public string UnitName(Guid? id) => Units.FirstOrDefault(u => u.Id == id)?.NameIn(PageWords.IsEnglish) ?? "";

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SecurityAdmin));
        Units = await institutions.UnitsAsync(cancel);
        Rows = await desk.AllAsync(cancel);
    }

    public Task<IActionResult> OnPostConfirmAsync(List<Guid> chosen, CancellationToken cancel) =>
        DoAsync(chosen, async () => words["people.proposals-confirmed", await desk.ConfirmAsync(By, chosen, cancel)], cancel);

    public Task<IActionResult> OnPostRefuseAsync(List<Guid> chosen, CancellationToken cancel) =>
        DoAsync(chosen, async () => words["people.proposals-refused", await desk.RefuseAsync(By, chosen, cancel)], cancel);

    private Task<IActionResult> DoAsync(List<Guid> chosen, Func<Task<string>> act, CancellationToken cancel) => TryAsync(
        async () => Go("/office/people/proposals", await act()),
        async () =>
        {
            db.ChangeTracker.Clear();
            Chosen = chosen;
            await OnGetAsync(cancel);
            return Page();
        });
}
