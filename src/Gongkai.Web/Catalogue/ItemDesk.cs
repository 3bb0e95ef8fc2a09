using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Catalogue;

/// <summary>What is typed for an item.</summary>
public sealed record ItemForm
{
    /// <summary>Chinese title.</summary>
    public string Title { get; init; } = "";

    /// <summary>English title.</summary>
    public string TitleEn { get; init; } = "";

    /// <summary>Title of its category; one that the edition lacks is made.</summary>
    public string Category { get; init; } = "";

    /// <summary>When it falls due.</summary>
    public Cadence Cadence { get; init; }

    /// <summary>Month of the yearly last day.</summary>
    public string DueMonth { get; init; } = "";

    /// <summary>Day of the yearly last day.</summary>
    public string DueDay { get; init; } = "";

    /// <summary>What demands it.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>How long what fulfils it stays public.</summary>
    public Retention Retention { get; init; }

    /// <summary>The units that owe it, the first one first.</summary>
    public List<Guid> Owners { get; init; } = [];

    /// <summary>An item as it would be typed.</summary>
    public static ItemForm Of(Item item, Category category)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(category);
        return new ItemForm
        {
            Title = item.Title,
            TitleEn = item.TitleEn,
            Category = category.Title,
            Cadence = item.Cadence,
            DueMonth = item.DueMonth > 0 ? $"{item.DueMonth}" : "",
            DueDay = item.DueDay > 0 ? $"{item.DueDay}" : "",
            LegalBasis = item.LegalBasis,
            Retention = item.Retention,
            Owners = [.. item.Owners.OrderBy(o => o.Order).Select(o => o.UnitId)],
        };
    }
}

/// <summary>Adds items to an edition, changes, retires and restores them; and keeps the catalogues that colleges have of their own below the
/// school's.</summary>
public sealed class ItemDesk(GongkaiDb db, CatalogueDesk catalogue, InstitutionDesk institutions, CampusClock clock, AuditTrail audit)
{
    /// <summary>Longest title kept.</summary>
    public const int LongestTitle = 400;

    /// <summary>The catalogues that colleges have in force, whole, in official order of the colleges.</summary>
    public async Task<IReadOnlyList<(Unit College, CatalogueEdition Edition)>> CollegesAsync(CancellationToken cancel = default)
    {
        var editions = new List<(Unit, CatalogueEdition)>();
        foreach (var unit in (await institutions.UnitsAsync(cancel)).Where(u => u.IsCollege && u.IsActive))
        {
            if (await catalogue.InForceAsync(unit.Id, cancel) is { } edition)
            {
                editions.Add((unit, edition));
            }
        }

        return editions;
    }

    /// <summary>The items of the colleges that a unit belongs to, which its records may fulfil besides the school's.</summary>
    public async Task<IReadOnlyList<Item>> OfUnitAsync(Guid unitId, CancellationToken cancel = default)
    {
        var units = (await institutions.UnitsAsync(cancel)).ToDictionary(u => u.Id);
        var items = new List<Item>();
        for (Guid? above = unitId; above is { } id && units.Remove(id, out var unit); above = unit.ParentId)
        {
            if (unit.IsCollege && await catalogue.InForceAsync(id, cancel) is { } edition)
            {
                items.AddRange(edition.Categories.SelectMany(c => c.Items));
            }
        }

        return items;
    }

    /// <summary>A college whose catalogue a person may keep.</summary>
    /// <exception cref="NotFoundException">There is no such college.</exception>
    public async Task<Unit> CollegeAsync(Actor by, string code, CancellationToken cancel = default)
    {
        var college = await db.Set<Unit>().AsNoTracking().Where(u => u.Code == code && u.IsCollege).FirstOr404Async(cancel);
        Permit.Require(CatalogueDesk.MayKeep(by, college.Id));
        return college;
    }

    /// <summary>Adds an item to a college's own catalogue, which begins with it.</summary>
    /// <exception cref="ProblemException">See <see cref="AddAsync(Actor, Guid, ItemForm, CancellationToken)"/>.</exception>
    public async Task<Item> AddToCollegeAsync(Actor by, Guid collegeId, ItemForm form, CancellationToken cancel = default)
    {
        Permit.Require(CatalogueDesk.MayKeep(by, collegeId));
        var college = await db.Set<Unit>().Where(u => u.Id == collegeId && u.IsCollege).FirstOr404Async(cancel);
        var edition = await db.Set<CatalogueEdition>().Where(e => e.UnitId == collegeId && e.Status == CatalogueStatus.InForce).OrderByDescending(e => e.Year).FirstOrDefaultAsync(cancel);
        if (edition is null)
        {
            edition = new CatalogueEdition
            {
                Id = Guid.CreateVersion7(clock.UtcNow),
                Year = clock.Today.Year,
                UnitId = collegeId,
                Title = Platform.Words.PageWords.In("zh", "catalogue.college-title", college.Name),
                Status = CatalogueStatus.InForce,
                EffectiveOn = clock.Today,
                CreatedAt = clock.UtcNow,
            };
            db.Add(edition);
            audit.Note(by, "catalogue.made", edition.Id, edition.Title);
        }

        return await AddAsync(by, edition, form with { Owners = form.Owners.Count > 0 ? form.Owners : [collegeId] }, cancel);
    }

    /// <summary>Adds an item to an edition; it takes the next number.</summary>
    /// <exception cref="ProblemException"><c>catalogue.title-missing</c>, <c>catalogue.title-too-long</c>, <c>catalogue.due-malformed</c>, <c>catalogue.title-twice</c>.</exception>
    public async Task<Item> AddAsync(Actor by, Guid editionId, ItemForm form, CancellationToken cancel = default) =>
        await AddAsync(by, await db.Set<CatalogueEdition>().Where(e => e.Id == editionId).FirstOr404Async(cancel), form, cancel);

    /// <summary>Changes an item.</summary>
    /// <exception cref="ProblemException">See <see cref="AddAsync(Actor, Guid, ItemForm, CancellationToken)"/>.</exception>
    public async Task ChangeAsync(Actor by, Guid itemId, ItemForm form, CancellationToken cancel = default)
    {
        var (item, edition) = await FindAsync(by, itemId, cancel);
        await ApplyAsync(item, edition, form, cancel);
        await SaveAsync(by, "catalogue.item-changed", item, edition, cancel);
    }

    /// <summary>Retires an item: it is owed no more from today, what was published under it stays.</summary>
    public async Task RetireAsync(Actor by, Guid itemId, CancellationToken cancel = default)
    {
        var (item, edition) = await FindAsync(by, itemId, cancel);
        item.RetiredOn ??= clock.Today;
        await SaveAsync(by, "catalogue.item-retired", item, edition, cancel);
    }

    /// <summary>Takes a retirement back.</summary>
    public async Task RestoreAsync(Actor by, Guid itemId, CancellationToken cancel = default)
    {
        var (item, edition) = await FindAsync(by, itemId, cancel);
        item.RetiredOn = null;
        await SaveAsync(by, "catalogue.item-restored", item, edition, cancel);
    }

    /// <summary>An item with its edition, for whoever keeps it.</summary>
    public async Task<(Item Item, CatalogueEdition Edition)> FindAsync(Actor by, Guid itemId, CancellationToken cancel = default)
    {
        var item = await db.Set<Item>().Include(i => i.Owners).ThenInclude(o => o.Unit).Include(i => i.Category).Where(i => i.Id == itemId).FirstOr404Async(cancel);
        var edition = await db.Set<CatalogueEdition>().Where(e => e.Id == item.EditionId).FirstOr404Async(cancel);
        Permit.Require(CatalogueDesk.MayKeep(by, edition.UnitId));
        return (item, edition);
    }

    private async Task<Item> AddAsync(Actor by, CatalogueEdition edition, ItemForm form, CancellationToken cancel)
    {
        Permit.Require(CatalogueDesk.MayKeep(by, edition.UnitId));
        var now = clock.UtcNow;
        var last = await db.Set<Item>().Where(i => i.EditionId == edition.Id).Select(i => (int?)i.Number).MaxAsync(cancel) ?? 0;
        var item = new Item { Id = Guid.CreateVersion7(now), EditionId = edition.Id, LineageId = Guid.CreateVersion7(now), Number = last + 1, Title = "" };
        await ApplyAsync(item, edition, form, cancel);
        db.Add(item);
        await SaveAsync(by, "catalogue.item-added", item, edition, cancel);
        return item;
    }

    private async Task ApplyAsync(Item item, CatalogueEdition edition, ItemForm form, CancellationToken cancel)
    {
        var title = form.Title.Trim().Normalize();
        if (title.Length is 0 or > LongestTitle)
        {
            throw title.Length == 0 ? new ProblemException("catalogue.title-missing") : new ProblemException("catalogue.title-too-long", LongestTitle);
        }

        if (await db.Set<Item>().AnyAsync(i => i.EditionId == edition.Id && i.Id != item.Id && i.Title == title && i.RetiredOn == null, cancel))
        {
            throw new ProblemException("catalogue.title-twice");
        }

        var (month, day) = (Number(form.DueMonth), Number(form.DueDay));
        if (form.Cadence == Cadence.Yearly && (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2024, month)))
        {
            throw new ProblemException("catalogue.due-malformed");
        }

        item.CategoryId = await CategoryAsync(edition, form.Category.Trim().Normalize(), cancel);
        (item.Title, item.TitleEn, item.LegalBasis) = (title, form.TitleEn.Trim(), form.LegalBasis.Trim().Normalize());
        (item.Cadence, item.DueMonth, item.DueDay) = form.Cadence == Cadence.Yearly ? (form.Cadence, month, day) : (form.Cadence, 0, 0);
        item.Retention = form.Retention;
        item.OwnedBy(form.Owners);
    }

    private async Task<Guid> CategoryAsync(CatalogueEdition edition, string title, CancellationToken cancel)
    {
        var known = await db.Set<Category>().Where(c => c.EditionId == edition.Id).OrderBy(c => c.Number).ToListAsync(cancel);
        title = title.Length > 0 ? title : known.Count > 0 ? known[0].Title : Platform.Words.PageWords.In("zh", "catalogue.category-general");
        if (known.Find(c => c.Title == title) is { } category)
        {
            return category.Id;
        }

        category = new Category { Id = Guid.CreateVersion7(clock.UtcNow), EditionId = edition.Id, Number = known.Count == 0 ? 1 : known[^1].Number + 1, Title = title };
        db.Add(category);
        return category.Id;
    }

    private Task SaveAsync(Actor by, string act, Item item, CatalogueEdition edition, CancellationToken cancel)
    {
        edition.Version++;
        audit.Note(by, act, item.Id, item.Title);
        return db.SaveChangesAsync(cancel);
    }

    private static int Number(string typed) =>
        int.TryParse(typed.Normalize(System.Text.NormalizationForm.FormKC).Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
