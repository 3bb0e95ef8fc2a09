using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions.Office;

internal sealed class HandOverModel(GongkaiDb db, HandOverDesk desk, InstitutionDesk institutions, PageWords words) : OurPage
{
    public HandOverPreview Preview { get; private set; } = null!;

    public IReadOnlyList<Person> Colleagues { get; private set; } = [];

    public Guid? Successor { get; private set; }

    private IReadOnlyList<Unit> Units { get; set; } = [];

    public string UnitName(Guid? id) => Units.FirstOrDefault(u => u.Id == id)?.NameIn(PageWords.IsEnglish) ?? "";

    public string NameOf(Guid id) => Colleagues.FirstOrDefault(p => p.Id == id)?.Name ?? "";

    public string Reach(RoleHolding h) => string.Join(' ', new[]
    {
        h.UnitId is null ? words["people.whole-school"].Value : UnitName(h.UnitId),
        h.UntilOn is { } until ? words["people.until", words.Day(until)].Value : "",
    }.Where(part => part.Length > 0));

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        Preview = await desk.PreviewAsync(By, id, cancel);
        Units = await institutions.UnitsAsync(cancel);
        Colleagues = PinyinOrder.Sort(await db.Set<Person>().AsNoTracking().Where(p => p.IsActive && p.Id != id).ToListAsync(cancel), p => p);

        // Most often a colleague of the same unit.
        Successor ??= Colleagues.FirstOrDefault(p => p.UnitId is not null && p.UnitId == Preview.Leaver.UnitId)?.Id;
    }

    public Task<IActionResult> OnPostAsync(Guid id, Guid successor, CancellationToken cancel)
    {
        Successor = successor;
        return TryAsync(
            async () =>
            {
                await desk.HandOverAsync(By, id, successor, cancel);
                return Go($"/office/people/{id}", words["people.handed-over-said"]);
            },
            async () =>
            {
                db.ChangeTracker.Clear();
                await OnGetAsync(id, cancel);
                return Page();
            });
    }
}
