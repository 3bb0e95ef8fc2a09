namespace Gongkai.Web.Catalogue;

/// <summary>How an item differs between two editions.</summary>
public enum ItemChange
{
    /// <summary>Only in the later one.</summary>
    Added,

    /// <summary>Other words, owners, cadence or basis.</summary>
    Changed,

    /// <summary>Under another category or number.</summary>
    Moved,

    /// <summary>Owed no more: only in the earlier one, or retired in the later.</summary>
    Retired,
}

/// <summary>One difference between two editions.</summary>
/// <param name="Change">What kind.</param>
/// <param name="Before">The item in the earlier edition.</param>
/// <param name="After">The item in the later edition.</param>
/// <param name="Fields">What changed, with the keys of the words for it and both values.</param>
public sealed record ItemDifference(ItemChange Change, Item? Before, Item? After, IReadOnlyList<FieldDifference> Fields);

/// <summary>A field that differs. <see cref="Word"/> is a key of the word book.</summary>
public sealed record FieldDifference(string Word, string Before, string After);

/// <summary>Compares two editions, item by item along their lineage. Pure.</summary>
public static class CatalogueComparison
{
    /// <summary>All differences, in the order of the later edition, what is gone at the end. An item may be changed and moved at once.</summary>
    public static IReadOnlyList<ItemDifference> Of(CatalogueEdition before, CatalogueEdition after, Func<Enum, string> say)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(say);
        var earlier = Owed(before).GroupBy(p => p.Item.LineageId).ToDictionary(g => g.Key, g => g.First());
        var later = Owed(after).GroupBy(p => p.Item.LineageId).ToDictionary(g => g.Key, g => g.First());
        var found = new List<ItemDifference>();
        foreach (var (lineage, now) in later)
        {
            if (!earlier.TryGetValue(lineage, out var was))
            {
                found.Add(new ItemDifference(ItemChange.Added, null, now.Item, []));
                continue;
            }

            Add(ItemChange.Changed, was.Item, now.Item, Words(was.Item, now.Item, say));
            Add(ItemChange.Moved, was.Item, now.Item, Places(was, now));
        }

        found.AddRange(earlier.Where(e => !later.ContainsKey(e.Key)).Select(e => new ItemDifference(ItemChange.Retired, e.Value.Item, null, [])));
        return found;

        void Add(ItemChange change, Item was, Item now, IEnumerable<FieldDifference> fields)
        {
            if (fields.Where(f => f.Before != f.After).ToList() is { Count: > 0 } differing)
            {
                found.Add(new ItemDifference(change, was, now, differing));
            }
        }
    }

    private static IEnumerable<(Category Category, Item Item)> Owed(CatalogueEdition edition) =>
        edition.Categories.SelectMany(c => c.Items, (c, i) => (c, i)).Where(p => p.i.RetiredOn is null);

    private static IEnumerable<FieldDifference> Words(Item was, Item now, Func<Enum, string> say) =>
    [
        new("ledger.item", was.Title, now.Title),
        new("catalogue.title-en", was.TitleEn, now.TitleEn),
        new("ledger.owner", Owners(was), Owners(now)),
        new("ledger.cadence", When(was, say), When(now, say)),
        new("ledger.basis", was.LegalBasis, now.LegalBasis),
        new("catalogue.retention", say(was.Retention), say(now.Retention)),
    ];

    private static IEnumerable<FieldDifference> Places((Category Category, Item Item) was, (Category Category, Item Item) now) =>
    [
        new("ledger.category", was.Category.Title, now.Category.Title),
        new("ledger.no", $"{was.Item.Number}", $"{now.Item.Number}"),
    ];

    private static string Owners(Item item) => string.Join('、', item.Owners.OrderBy(o => o.Order).Select(o => o.Unit?.Name));

    private static string When(Item item, Func<Enum, string> say) => item.Cadence == Cadence.Yearly ? $"{say(item.Cadence)} {item.DueMonth}-{item.DueDay}" : say(item.Cadence);
}
