using Gongkai.Web.Records;

namespace Gongkai.Web.Search;

/// <summary>A record as the index holds it: the text that is read now, and what it is filtered by.</summary>
internal sealed record IndexedRecord
{
    public required Guid RecordId { get; init; }

    public required Guid EditionId { get; init; }

    public required string Title { get; init; }

    /// <summary>Numbers, issuer and days: found like text, not shown as such.</summary>
    public string Head { get; init; } = "";

    public string Body { get; init; } = "";

    public Guid UnitId { get; init; }

    public IReadOnlyList<Guid> Items { get; init; } = [];

    public RecordKind Kind { get; init; }

    public Audience Audience { get; init; }

    public DateTime PublishedAt { get; init; }

    /// <summary>The campus year it was published in.</summary>
    public int Year { get; init; }

    /// <summary>From when on it is not read any more, as far as is known now.</summary>
    public DateTime? Until { get; init; }

    public IReadOnlyList<IndexedFile> Files { get; init; } = [];
}

/// <summary>The text of a file, a line for every place: the place, a tab, the text.</summary>
internal sealed record IndexedFile(Guid Id, string Hash, string Name, string Lines)
{
    /// <summary>The places and their texts.</summary>
    public IEnumerable<(string Place, string Text)> Places =>
        Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t', 2)).Where(l => l.Length == 2).Select(l => (l[0], l[1]));

    public string Write() => $"{Id:N}\n{Hash}\n{Name.Replace('\n', ' ')}\n{Lines}";

    public static IndexedFile Read(string written)
    {
        var parts = written.Split('\n', 4);
        return new IndexedFile(Guid.ParseExact(parts[0], "N"), parts[1], parts[2], parts[3]);
    }
}

/// <summary>A hit as the index tells it; whether it may be shown, the database decides.</summary>
internal sealed record IndexHit(Guid EditionId, string Title, string Body, IReadOnlyList<IndexedFile> Files);

/// <summary>What a search is narrowed to, and for whom.</summary>
internal sealed record IndexFilter
{
    /// <summary>The widest audience the reader belongs to.</summary>
    public Audience Reader { get; init; } = Audience.Public;

    public DateTime Now { get; init; }

    public Guid? Unit { get; init; }

    public int? Year { get; init; }

    public RecordKind? Kind { get; init; }

    /// <summary>The item, by its lineage.</summary>
    public Guid? Item { get; init; }

    /// <summary>The category.</summary>
    public int? Category { get; init; }

    /// <summary>In which category each item is.</summary>
    public IReadOnlyDictionary<Guid, int> Categories { get; init; } = new Dictionary<Guid, int>();
}

/// <summary>What the index found.</summary>
internal sealed record IndexAnswer(int Total, IReadOnlyList<IndexHit> Hits, IndexCounts Counts);

/// <summary>How many hits there would be under each choice of a facet, the other facets' choices kept.</summary>
internal sealed class IndexCounts
{
    public Dictionary<int, int> Categories { get; } = [];

    public Dictionary<Guid, int> Items { get; } = [];

    public Dictionary<Guid, int> Units { get; } = [];

    public Dictionary<int, int> Years { get; } = [];

    public Dictionary<RecordKind, int> Kinds { get; } = [];
}
