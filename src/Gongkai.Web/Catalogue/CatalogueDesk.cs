using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Catalogue;

/// <summary>What the office does with catalogues: make, put in force, copy to a new year, retire, change items and their owners.</summary>
public sealed class CatalogueDesk(GongkaiDb db, CampusClock clock, AuditTrail audit)
{
    /// <summary>The edition of the school, or of a college, that counts now, without tracking and without what was retired; null when there is none yet.</summary>
    public Task<CatalogueEdition?> InForceAsync(Guid? unitId = null, CancellationToken cancel = default) =>
        db.Set<CatalogueEdition>().AsSplitQuery().AsNoTracking()
            .Include(e => e.Categories.OrderBy(c => c.Number)).ThenInclude(c => c.Items.Where(i => i.RetiredOn == null).OrderBy(i => i.Number)).ThenInclude(i => i.Owners.OrderBy(o => o.Order)).ThenInclude(o => o.Unit)
            .Where(e => e.Status == CatalogueStatus.InForce && e.UnitId == unitId).OrderByDescending(e => e.Year).FirstOrDefaultAsync(cancel);

    /// <summary>One edition, whole.</summary>
    public async Task<CatalogueEdition> FindAsync(Guid id, CancellationToken cancel = default) => await Whole().Where(e => e.Id == id).FirstOr404Async(cancel);

    /// <summary>All editions, the newest first.</summary>
    public async Task<IReadOnlyList<CatalogueEdition>> AllAsync(CancellationToken cancel = default) =>
        await db.Set<CatalogueEdition>().AsNoTracking().OrderByDescending(e => e.Year).ThenByDescending(e => e.CreatedAt).ToListAsync(cancel);

    /// <summary>Makes an edition from a sheet that was read and looked at. Units the school lacks are made.</summary>
    public async Task<CatalogueEdition> CreateAsync(Actor by, CatalogueSheet sheet, Guid? unitId = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        Permit.Require(MayKeep(by, unitId));
        var now = clock.UtcNow;
        var units = await UnitsByNameAsync(sheet, now, cancel);
        var known = await KnownItemsAsync(unitId, cancel);
        var edition = new CatalogueEdition
        {
            Id = Guid.CreateVersion7(now),
            Year = sheet.Year,
            UnitId = unitId,
            Title = sheet.Title,
            EffectiveOn = clock.Today,
            CreatedAt = now,
        };
        foreach (var given in sheet.Categories)
        {
            var category = edition.Add(new Category { Id = Guid.CreateVersion7(now), EditionId = edition.Id, Number = given.Number, Title = given.Title, TitleEn = given.TitleEn });
            foreach (var row in given.Items)
            {
                var item = category.Add(NewItem(edition, category, row, Lineage(known, row, now), now));
                item.OwnedBy(row.Units.Select(name => units[name].Id));
            }
        }

        db.Add(edition);
        audit.Note(by, "catalogue.made", edition.Id, edition.Title);
        await db.SaveChangesAsync(cancel);
        return edition;
    }

    /// <summary>Lets an edition count from today; the one before it retires.</summary>
    public async Task PutInForceAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var edition = await db.Set<CatalogueEdition>().Where(e => e.Id == id).FirstOr404Async(cancel);
        Permit.Require(MayKeep(by, edition.UnitId));
        foreach (var earlier in await db.Set<CatalogueEdition>().Where(e => e.UnitId == edition.UnitId && e.Status == CatalogueStatus.InForce && e.Id != id).ToListAsync(cancel))
        {
            earlier.Status = CatalogueStatus.Retired;
            earlier.Version++;
        }

        edition.Status = CatalogueStatus.InForce;
        edition.EffectiveOn = clock.Today;
        edition.Version++;
        audit.Note(by, "catalogue.in-force", id, edition.Title);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Copies an edition to a new year as a draft; items keep their lineage, so records stay with them.</summary>
    /// <exception cref="ProblemException"><c>catalogue.year-taken</c>.</exception>
    public async Task<CatalogueEdition> CopyAsync(Actor by, Guid id, int year, CancellationToken cancel = default)
    {
        var source = await FindAsync(id, cancel);
        Permit.Require(MayKeep(by, source.UnitId));
        if (year is < 2010 or > 2100 || await db.Set<CatalogueEdition>().AnyAsync(e => e.UnitId == source.UnitId && e.Year == year && e.Status != CatalogueStatus.Retired, cancel))
        {
            throw new ProblemException("catalogue.year-taken", year);
        }

        var now = clock.UtcNow;
        var copy = new CatalogueEdition { Id = Guid.CreateVersion7(now), Year = year, UnitId = source.UnitId, Title = source.Title.Replace($"{source.Year}", $"{year}", StringComparison.Ordinal), EffectiveOn = clock.Today, CreatedAt = now };
        foreach (var from in source.Categories)
        {
            var category = copy.Add(new Category { Id = Guid.CreateVersion7(now), EditionId = copy.Id, Number = from.Number, Title = from.Title, TitleEn = from.TitleEn });
            foreach (var item in from.Items.Where(i => i.RetiredOn is null))
            {
                category.Add(NewItem(copy, category, CatalogueRow.Of(item), item.LineageId, now)).OwnedBy(item.Owners.OrderBy(o => o.Order).Select(o => o.UnitId));
            }
        }

        db.Add(copy);
        audit.Note(by, "catalogue.copied", copy.Id, copy.Title);
        await db.SaveChangesAsync(cancel);
        return copy;
    }

    /// <summary>Retires an edition.</summary>
    public async Task RetireAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var edition = await db.Set<CatalogueEdition>().Where(e => e.Id == id).FirstOr404Async(cancel);
        Permit.Require(MayKeep(by, edition.UnitId));
        edition.Status = CatalogueStatus.Retired;
        edition.Version++;
        audit.Note(by, "catalogue.retired", id, edition.Title);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Throws a draft edition away.</summary>
    public async Task DiscardAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var edition = await FindAsync(id, cancel);
        Permit.Require(MayKeep(by, edition.UnitId));
        if (edition.Status != CatalogueStatus.Draft)
        {
            throw new ConflictException("catalogue.not-draft");
        }

        audit.Note(by, "catalogue.discarded", id, edition.Title);
        db.Remove(edition);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Changes an item: cadence, rule, owners, basis.</summary>
    public async Task ChangeItemAsync(Actor by, Guid itemId, Action<Item> change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var item = await db.Set<Item>().Include(i => i.Owners).Where(i => i.Id == itemId).FirstOr404Async(cancel);
        var edition = await db.Set<CatalogueEdition>().Where(e => e.Id == item.EditionId).FirstOr404Async(cancel);
        Permit.Require(MayKeep(by, edition.UnitId));
        change(item);
        edition.Version++;
        audit.Note(by, "catalogue.item-changed", itemId, item.Title);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Whether a person keeps the school's catalogue, or a college's own.</summary>
    public static bool MayKeep(Actor by, Guid? unitId)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by == Actor.Program || (unitId is { } unit ? by.Holds(Role.Liaison, unit) || by.Holds(Role.UnitHead, unit) || by.Holds(Role.DisclosureOffice, unit) : by.Holds(Role.DisclosureOffice));
    }

    private IQueryable<CatalogueEdition> Whole() => db.Set<CatalogueEdition>().AsSplitQuery()
        .Include(e => e.Categories.OrderBy(c => c.Number)).ThenInclude(c => c.Items.OrderBy(i => i.Number)).ThenInclude(i => i.Owners.OrderBy(o => o.Order)).ThenInclude(o => o.Unit);

    private async Task<Dictionary<string, Unit>> UnitsByNameAsync(CatalogueSheet sheet, DateTime now, CancellationToken cancel)
    {
        var units = await db.Set<Unit>().ToListAsync(cancel);
        var byName = new Dictionary<string, Unit>(StringComparer.Ordinal);
        var order = units.Count;
        foreach (var name in sheet.UnitNames)
        {
            var unit = units.Find(u => u.IsCalled(name));
            if (unit is null)
            {
                order++;
                var code = Enumerable.Range(order, 10_000).Select(n => n.ToString("00", System.Globalization.CultureInfo.InvariantCulture)).First(c => units.TrueForAll(u => u.Code != c));
                unit = new Unit { Id = Guid.CreateVersion7(now), Code = code, Name = name, Order = order };
                units.Add(unit);
                db.Add(unit);
            }

            byName[name] = unit;
        }

        return byName;
    }

    private async Task<List<Item>> KnownItemsAsync(Guid? unitId, CancellationToken cancel) =>
        await db.Set<Item>().AsNoTracking()
            .Where(i => db.Set<CatalogueEdition>().Any(e => e.Id == i.EditionId && e.UnitId == unitId))
            .ToListAsync(cancel);

    // The same obligation under a new edition: the same title, or the same number with nearly the same words.
    private static Guid Lineage(List<Item> known, CatalogueRow row, DateTime now) =>
        (known.Find(i => Likeness.Fold(i.Title) == Likeness.Fold(row.Title)) ?? known.Find(i => i.Number == row.Number && Likeness.Of(i.Title, row.Title) > 0.6))?.LineageId
        ?? Guid.CreateVersion7(now);

    private static Item NewItem(CatalogueEdition edition, Category category, CatalogueRow row, Guid lineage, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        EditionId = edition.Id,
        CategoryId = category.Id,
        LineageId = lineage,
        Number = row.Number,
        Title = row.Title,
        TitleEn = row.TitleEn,
        Cadence = row.Cadence,
        DueMonth = row.DueMonth,
        DueDay = row.DueDay,
        Rule = row.Rule,
        LegalBasis = row.LegalBasis,
        Retention = row.Retention,
        Url = row.Url,
    };
}

/// <summary>How alike two titles are.</summary>
internal static class Likeness
{
    /// <summary>A title without punctuation, spaces and width.</summary>
    public static string Fold(string title) =>
        new([.. title.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>Share of character pairs two titles have in common, 0 to 1 (Dice).</summary>
    public static double Of(string a, string b)
    {
        var (left, right) = (Pairs(Fold(a)), Pairs(Fold(b)));
        return left.Count + right.Count == 0 ? 0 : 2.0 * left.Intersect(right).Count() / (left.Count + right.Count);
    }

    private static HashSet<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];
}
