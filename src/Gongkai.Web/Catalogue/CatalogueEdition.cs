using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Catalogue;

/// <summary>The list of what must be disclosed (清单/目录), in one year's edition; the school's, or a college's own below it.</summary>
public sealed class CatalogueEdition : IBelongsToInstitution, IShown
{
    private readonly List<Category> _categories = [];

    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The year it is for.</summary>
    public int Year { get; set; }

    /// <summary>The unit whose own catalogue it is; none for the school's.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Title as printed.</summary>
    public required string Title { get; set; }

    /// <summary>Whether it counts.</summary>
    public CatalogueStatus Status { get; set; }

    /// <summary>First day it counts; obligations without another day start here.</summary>
    public DateOnly EffectiveOn { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Guards against two people changing it at once.</summary>
    public int Version { get; set; }

    /// <summary>Its categories, by number.</summary>
    public IReadOnlyList<Category> Categories => _categories;

    /// <summary>Adds a category.</summary>
    public Category Add(Category category)
    {
        _categories.Add(category);
        return category;
    }
}

/// <summary>Whether a catalogue edition counts.</summary>
public enum CatalogueStatus
{
    /// <summary>Being made; shown to nobody outside the office.</summary>
    Draft,

    /// <summary>The one that counts.</summary>
    InForce,

    /// <summary>Of an earlier year.</summary>
    Retired,
}

/// <summary>A category (类别) of an edition.</summary>
public sealed class Category : IBelongsToInstitution, IShown
{
    private readonly List<Item> _items = [];

    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The edition.</summary>
    public Guid EditionId { get; init; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; set; }

    /// <summary>English title; empty shows the Chinese one.</summary>
    public string TitleEn { get; set; } = "";

    /// <summary>Its items, by number.</summary>
    public IReadOnlyList<Item> Items => _items;

    /// <summary>Adds an item.</summary>
    public Item Add(Item item)
    {
        _items.Add(item);
        return item;
    }

    /// <summary>The title in the reader's language.</summary>
    public string TitleIn(bool english) => english && TitleEn.Length > 0 ? TitleEn : Title;
}

/// <summary>What must be disclosed (公开事项): an obligation (公开责任) with owners, a legal basis and a cadence.</summary>
public sealed class Item : IBelongsToInstitution, IShown
{
    private readonly List<ItemOwner> _owners = [];

    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The edition.</summary>
    public Guid EditionId { get; init; }

    /// <summary>The category.</summary>
    public Guid CategoryId { get; set; }

    /// <summary>The category.</summary>
    public Category? Category { get; private set; }

    /// <summary>The same through every yearly edition: records hang on it.</summary>
    public Guid LineageId { get; set; }

    /// <summary>Number in the edition, from 1; part of its public address.</summary>
    public int Number { get; set; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; set; }

    /// <summary>English title; empty shows the Chinese one.</summary>
    public string TitleEn { get; set; } = "";

    /// <summary>When it falls due.</summary>
    public Cadence Cadence { get; set; }

    /// <summary>For a yearly item, the month of its last day.</summary>
    public int DueMonth { get; set; }

    /// <summary>For a yearly item, the day of its last day.</summary>
    public int DueDay { get; set; }

    /// <summary>The rule of the rule pack that counts its days: publication, budget-ministry, budget-law.</summary>
    public string Rule { get; set; } = "publication";

    /// <summary>What law or document demands it.</summary>
    public string LegalBasis { get; set; } = "";

    /// <summary>How long what fulfils it stays public.</summary>
    public Retention Retention { get; set; }

    /// <summary>A column on another site where it is published too.</summary>
    public string Url { get; set; } = "";

    /// <summary>From which day it is owed no more; what was published under it stays.</summary>
    public DateOnly? RetiredOn { get; set; }

    /// <summary>The units that owe it, the first one first.</summary>
    public IReadOnlyList<ItemOwner> Owners => _owners;

    /// <summary>Says which units owe it, in this order.</summary>
    public void OwnedBy(IEnumerable<Guid> unitIds)
    {
        var wanted = unitIds.Distinct().ToList();
        _owners.RemoveAll(o => !wanted.Contains(o.UnitId));
        foreach (var (order, id) in wanted.Index())
        {
            if (_owners.Find(o => o.UnitId == id) is { } owner)
            {
                owner.Order = order;
            }
            else
            {
                _owners.Add(new ItemOwner { ItemId = Id, UnitId = id, Order = order });
            }
        }
    }

    /// <summary>The title in the reader's language.</summary>
    public string TitleIn(bool english) => english && TitleEn.Length > 0 ? TitleEn : Title;
}

/// <summary>That a unit owes an item.</summary>
public sealed class ItemOwner : IBelongsToInstitution, IShown
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>The item.</summary>
    public Guid ItemId { get; init; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; init; }

    /// <summary>The unit.</summary>
    public Unit? Unit { get; private set; }

    /// <summary>Order among the owners; 0 leads.</summary>
    public int Order { get; set; }
}

/// <summary>When an item falls due (公开周期).</summary>
public enum Cadence
{
    /// <summary>长期公开: stands always, renewed on change.</summary>
    Standing,

    /// <summary>每年: every year by a day.</summary>
    Yearly,

    /// <summary>即时: each time something happens.</summary>
    PerEvent,

    /// <summary>变动即更: whenever it changes.</summary>
    OnChange,
}

/// <summary>How long what fulfils an item stays public.</summary>
public enum Retention
{
    /// <summary>Only the current one.</summary>
    KeepCurrent,

    /// <summary>Every year's.</summary>
    KeepAll,

    /// <summary>Removed when its publicity period is over (lists of persons).</summary>
    RemoveAfterPublicity,
}

internal sealed class CatalogueMap : IEntityTypeConfiguration<CatalogueEdition>, IEntityTypeConfiguration<Category>, IEntityTypeConfiguration<Item>, IEntityTypeConfiguration<ItemOwner>
{
    public void Configure(EntityTypeBuilder<CatalogueEdition> builder)
    {
        builder.ToTable("catalogue_editions");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasMany(e => e.Categories).WithOne().HasForeignKey(c => c.EditionId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("categories");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasMany(c => c.Items).WithOne(i => i.Category).HasForeignKey(i => i.CategoryId);
    }

    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("items");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => new { i.EditionId, i.Number }).IsUnique();
        builder.HasIndex(i => i.LineageId);
        builder.HasMany(i => i.Owners).WithOne().HasForeignKey(o => o.ItemId);
    }

    public void Configure(EntityTypeBuilder<ItemOwner> builder)
    {
        builder.ToTable("item_owners");
        builder.HasKey(o => new { o.ItemId, o.UnitId });
        builder.HasOne(o => o.Unit).WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
