using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class EditionModel(CatalogueDesk catalogue, PageWords words) : OurPage
{
    public CatalogueEdition Edition { get; private set; } = null!;

    public IReadOnlyList<string> Differences { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.DisclosureOffice));
        Edition = await catalogue.FindAsync(id, cancel);
        if (await catalogue.InForceAsync(Edition.UnitId, cancel) is { } now && now.Id != id)
        {
            Differences = [.. Compare(now, Edition)];
        }
    }

    public Task<IActionResult> OnPostPutInForceAsync(Guid id, CancellationToken cancel) => DoAsync(id, () => catalogue.PutInForceAsync(By, id, cancel), $"/office/catalogue/{id}", cancel);

    public Task<IActionResult> OnPostRetireAsync(Guid id, CancellationToken cancel) => DoAsync(id, () => catalogue.RetireAsync(By, id, cancel), $"/office/catalogue/{id}", cancel);

    public Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancel) => DoAsync(id, () => catalogue.DiscardAsync(By, id, cancel), "/office/catalogue", cancel);

    public Task<IActionResult> OnPostCopyAsync(Guid id, int year, CancellationToken cancel) => DoAsync(id, () => catalogue.CopyAsync(By, id, year, cancel), "/office/catalogue", cancel);

    private Task<IActionResult> DoAsync(Guid id, Func<Task> act, string then, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await act();
            return Go(then, words["shared.saved"]);
        },
        async () =>
        {
            await OnGetAsync(id, cancel);
            return Page();
        });

    private IEnumerable<string> Compare(CatalogueEdition now, CatalogueEdition other)
    {
        var before = now.Categories.SelectMany(c => c.Items).ToDictionary(i => i.LineageId);
        var after = other.Categories.SelectMany(c => c.Items).ToDictionary(i => i.LineageId);
        foreach (var item in after.Values.Where(i => !before.ContainsKey(i.LineageId)))
        {
            yield return words["catalogue.diff-added", item.Number, item.Title];
        }

        foreach (var item in before.Values.Where(i => !after.ContainsKey(i.LineageId)))
        {
            yield return words["catalogue.diff-gone", item.Number, item.Title];
        }

        foreach (var (lineage, item) in after)
        {
            if (before.TryGetValue(lineage, out var was) && Owners(was) != Owners(item))
            {
                yield return words["catalogue.diff-owners", item.Number, Owners(was), Owners(item)];
            }
        }

        static string Owners(Item item) => string.Join('、', item.Owners.OrderBy(o => o.Order).Select(o => o.Unit!.Name));
    }
}
