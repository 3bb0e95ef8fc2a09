using Gongkai.Web.Institutions;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Catalogue.Office;

/// <summary>What the pages that add or change an item have in common: the form, and what can be chosen in it.</summary>
internal abstract class ItemPage(InstitutionDesk institutions) : OurPage
{
    [BindProperty]
    public ItemForm Input { get; set; } = new();

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IReadOnlyList<string> Categories { get; private set; } = [];

    /// <summary>Loads what can be chosen: all units, or those of a college.</summary>
    protected async Task ChoicesAsync(CatalogueEdition? edition, Guid? collegeId, CancellationToken cancel)
    {
        var units = await institutions.UnitsAsync(cancel);
        Units = collegeId is null ? units : [.. units.Where(u => IsBelow(u, collegeId.Value, units))];
        Categories = [.. (edition?.Categories ?? []).Select(c => c.Title)];
    }

    private static bool IsBelow(Unit unit, Guid root, IReadOnlyList<Unit> units)
    {
        var seen = new HashSet<Guid>();
        for (var at = unit; at is not null && seen.Add(at.Id); at = units.FirstOrDefault(u => u.Id == at.ParentId))
        {
            if (at.Id == root)
            {
                return true;
            }
        }

        return false;
    }
}
