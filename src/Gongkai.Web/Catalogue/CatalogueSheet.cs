namespace Gongkai.Web.Catalogue;

/// <summary>A catalogue as read from a file, before anything is saved: categories, items, the units they name.</summary>
public sealed record CatalogueSheet
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The year it is for.</summary>
    public required int Year { get; init; }

    /// <summary>Categories in the order of the file.</summary>
    public required IReadOnlyList<CategoryRow> Categories { get; init; }

    /// <summary>All items.</summary>
    public IEnumerable<CatalogueRow> Items => Categories.SelectMany(c => c.Items);

    /// <summary>Every unit named, once, in order of first appearance.</summary>
    public IEnumerable<string> UnitNames => Items.SelectMany(i => i.Units).Distinct();
}

/// <summary>A category as read from a file.</summary>
public sealed record CategoryRow(int Number, string Title, IReadOnlyList<CatalogueRow> Items, int? Declared = null, string TitleEn = "");

/// <summary>An item as read from a file.</summary>
public sealed record CatalogueRow
{
    /// <summary>Number.</summary>
    public required int Number { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>English title.</summary>
    public string TitleEn { get; init; } = "";

    /// <summary>Names of the units that owe it.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Column address.</summary>
    public string Url { get; init; } = "";

    /// <summary>When it falls due.</summary>
    public Cadence Cadence { get; init; }

    /// <summary>Month of the yearly last day.</summary>
    public int DueMonth { get; init; }

    /// <summary>Day of the yearly last day.</summary>
    public int DueDay { get; init; }

    /// <summary>The rule that counts its days.</summary>
    public string Rule { get; init; } = "publication";

    /// <summary>What demands it.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>How long it stays.</summary>
    public Retention Retention { get; init; }

    /// <summary>The row an item would be printed as.</summary>
    public static CatalogueRow Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new CatalogueRow
        {
            Number = item.Number,
            Title = item.Title,
            TitleEn = item.TitleEn,
            Units = [.. item.Owners.OrderBy(o => o.Order).Select(o => o.Unit?.Name ?? "")],
            Url = item.Url,
            Cadence = item.Cadence,
            DueMonth = item.DueMonth,
            DueDay = item.DueDay,
            Rule = item.Rule,
            LegalBasis = item.LegalBasis,
            Retention = item.Retention,
        };
    }
}

/// <summary>Something odd about a sheet, told before it is saved.</summary>
/// <param name="Code">A key of the word book.</param>
/// <param name="Arguments">What its text needs.</param>
/// <param name="IsError">Whether it stops the import.</param>
public sealed record Oddity(string Code, IReadOnlyList<string> Arguments, bool IsError = false);
