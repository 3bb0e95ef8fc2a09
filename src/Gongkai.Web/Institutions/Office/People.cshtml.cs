using System.Globalization;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions.Office;

internal sealed class PeopleModel(GongkaiDb db, PeopleDesk desk, InstitutionDesk institutions, CampusClock clock, PageWords words) : OurPage
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public string UnitName(Guid? id) => Units.FirstOrDefault(u => u.Id == id)?.NameIn(PageWords.IsEnglish) ?? "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin) || By.Holds(Role.SecurityAdmin));
        Units = await institutions.UnitsAsync(cancel);
        var today = clock.Today;
        var held = (await db.Set<RoleHolding>().AsNoTracking().ToListAsync(cancel)).Where(h => h.HoldsOn(today)).ToLookup(h => h.PersonId);
        var people = await db.Set<Person>().AsNoTracking().ToListAsync(cancel);

        // By the editable key first; the collation's own pinyin order for those without one.
        Rows = [.. people.OrderBy(p => p.PinyinKey.Length > 0 ? p.PinyinKey : p.Name, StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: true)).Select(p => new Row(p, [.. held[p.Id]]))];
    }

    public Task<IActionResult> OnPostAddAsync(string? name, string? pinyin, string? userName, string? email, Guid? unit, string? password, CancellationToken cancel) =>
        DoAsync(() => desk.AddAsync(By, userName ?? "", name ?? "", password ?? "", unit, email, pinyin?.Trim() ?? ""), cancel);

    public Task<IActionResult> OnPostGrantAsync(Guid person, Role role, Guid? unit, CancellationToken cancel) =>
        DoAsync(() => desk.GrantAsync(By, person, role, unit, cancel: cancel), cancel);

    public Task<IActionResult> OnPostRevokeAsync(Guid holding, CancellationToken cancel) => DoAsync(() => desk.RevokeAsync(By, holding, cancel), cancel);

    public Task<IActionResult> OnPostHandOverAsync(Guid leaver, Guid successor, CancellationToken cancel) =>
        DoAsync(() => leaver == successor ? throw new ProblemException("people.same-person") : desk.HandOverAsync(By, leaver, successor, cancel), cancel);

    private Task<IActionResult> DoAsync(Func<Task> act, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await act();
            return Go("/office/people", words["shared.saved"]);
        },
        async () =>
        {
            db.ChangeTracker.Clear();
            await OnGetAsync(cancel);
            return Page();
        });

    internal sealed record Row(Person Person, IReadOnlyList<RoleHolding> Holdings);
}
