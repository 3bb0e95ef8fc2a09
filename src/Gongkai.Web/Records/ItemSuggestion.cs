using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>Suggests which catalogue item a text fulfils: by the words of its title, by what the unit owes, and by what the unit's earlier
/// records with like titles fulfilled. A person says yes.</summary>
public sealed class ItemSuggestion(GongkaiDb db, CatalogueDesk catalogue, ItemDesk colleges)
{
    private const double Enough = 0.12;

    /// <summary>The most fitting items, best first.</summary>
    public async Task<IReadOnlyList<Item>> ForAsync(Edition edition, int most = 3, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.Title.Length == 0)
        {
            return [];
        }

        var unit = edition.Record!.UnitId;
        List<Item> items = [.. (await catalogue.InForceAsync(cancel: cancel))?.Categories.SelectMany(c => c.Items) ?? [], .. await colleges.OfUnitAsync(unit, cancel)];
        var earlier = await db.Set<Edition>().AsNoTracking().Where(e => e.Record!.UnitId == unit && e.RecordId != edition.RecordId && e.PublishedAt != null)
            .OrderByDescending(e => e.PublishedAt).Take(200)
            .Select(e => new { e.Title, Items = e.Items.Select(i => i.LineageId).ToList() }).ToListAsync(cancel);
        return
        [
            .. items.Select(item => (Item: item, Fit: Fit(item)))
                .Where(s => s.Fit > Enough).OrderByDescending(s => s.Fit).Take(most).Select(s => s.Item),
        ];

        double Fit(Item item)
        {
            var byWords = Share(item.Title, edition.Title);
            var byOwner = item.Owners.Any(o => o.UnitId == unit) ? 0.15 : 0;
            var byHabit = earlier.Where(e => e.Items.Contains(item.LineageId)).Select(e => Likeness.Of(e.Title, edition.Title)).DefaultIfEmpty().Max();
            return byWords + (byWords > 0 || byHabit > 0.3 ? byOwner : 0) + (0.8 * byHabit);
        }
    }

    /// <summary>Chooses the best item for a draft that has none yet.</summary>
    public async Task ApplyAsync(Actor by, Edition edition, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.Items.Count == 0 && await ForAsync(edition, 1, cancel) is [var best])
        {
            edition.Fulfil([best.LineageId]);
            await db.SaveChangesAsync(cancel);
        }
    }

    // Share of the title's character pairs that the item's words hold.
    private static double Share(string item, string title)
    {
        var (words, text) = (Likeness.Fold(item), Likeness.Fold(title));
        var pairs = text.Zip(text.Skip(1), (a, b) => $"{a}{b}").Distinct().ToList();
        return pairs.Count == 0 ? 0 : (double)pairs.Count(words.Contains) / pairs.Count;
    }
}
