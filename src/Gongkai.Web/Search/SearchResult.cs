using System.Globalization;
using System.Text;
using Gongkai.Web.Records;

namespace Gongkai.Web.Search;

/// <summary>What somebody searches for, and how it is narrowed.</summary>
public sealed record SearchWish
{
    /// <summary>Longest query read; what is longer is cut.</summary>
    public const int Longest = 200;

    /// <summary>The words, as typed.</summary>
    public string Words { get; init; } = "";

    /// <summary>Number of a category of the catalogue in force.</summary>
    public int? Category { get; init; }

    /// <summary>Number of an item of the catalogue in force.</summary>
    public int? Item { get; init; }

    /// <summary>Code of a unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Campus year of publication.</summary>
    public int? Year { get; init; }

    /// <summary>Kind.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>Whether the newest come first rather than the best.</summary>
    public bool ByDate { get; init; }

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether it is narrowed by anything but words.</summary>
    public bool IsNarrowed => Category is not null || Item is not null || Unit is not null || Year is not null || Kind is not null;

    /// <summary>What an address asks for; what it cannot mean is not asked.</summary>
    public static SearchWish Read(IReadOnlyDictionary<string, string?> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = (query.GetValueOrDefault("q") ?? "").Trim();
        words = words.Length > Longest ? words[..Longest] : words;
        return new SearchWish
        {
            Words = string.Concat(words.EnumerateRunes().Where(r => r != Rune.ReplacementChar && !Rune.IsControl(r))).Normalize(),
            Category = Number("category"),
            Item = Number("item"),
            Unit = query.GetValueOrDefault("unit") is { Length: > 0 and <= 40 } unit ? unit : null,
            Year = Number("year"),
            Kind = Enum.TryParse<RecordKind>(query.GetValueOrDefault("kind"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
            ByDate = query.GetValueOrDefault("sort") == "date",
        };

        int? Number(string name) => int.TryParse(query.GetValueOrDefault(name)?.Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>As the query of an address, without the page.</summary>
    public string Query(params string[] without)
    {
        (string Name, string? Value)[] parts =
        [
            ("q", Words.Length == 0 ? null : Words), ("category", Text(Category)), ("item", Text(Item)), ("unit", Unit), ("year", Text(Year)), ("kind", Kind?.ToString()), ("sort", ByDate ? "date" : null),
        ];
        return string.Join('&', parts.Where(p => p.Value is not null && !without.Contains(p.Name)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

        static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>What a search found, as far as its reader may read it.</summary>
public sealed record SearchResult
{
    /// <summary>The hits of the page.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>How many there are.</summary>
    public int Total { get; init; }

    /// <summary>The choices to narrow it by.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>What else may have been meant, when nothing or little was found; null for nothing better.</summary>
    public string? Meant { get; init; }

    /// <summary>Whether these hold most of the words, since none holds all.</summary>
    public bool IsRelaxed { get; init; }

    /// <summary>How much of the index is made, 0 to 100, while it is being made; null otherwise.</summary>
    public int? Building { get; init; }
}

/// <summary>A record that was found.</summary>
/// <param name="Line">It as a line of a list.</param>
/// <param name="Title">Its title with the hits in it.</param>
/// <param name="Snippet">Where in its text they stand.</param>
/// <param name="Files">The files they stand in.</param>
public sealed record SearchHit(RecordLine Line, IReadOnlyList<Stretch> Title, IReadOnlyList<Stretch> Snippet, IReadOnlyList<FileHit> Files);

/// <summary>A file that holds what was searched for.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where in it, in the file's own terms, like <c>page 3</c> or <c>Sheet 名单!C5</c>; empty when only its name holds it.</param>
/// <param name="Text">The text there.</param>
public sealed record FileHit(Guid Id, string Name, string Place, IReadOnlyList<Stretch> Text);

/// <summary>A way to narrow a search: by category, item, unit, year, kind.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Choices">What can be chosen, the most frequent first.</param>
public sealed record Facet(string Name, IReadOnlyList<FacetChoice> Choices);

/// <summary>A choice of a facet.</summary>
/// <param name="Value">Its value in the address.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Count">How many hits there would be.</param>
/// <param name="IsChosen">Whether it is chosen.</param>
public sealed record FacetChoice(string Value, string Label, int Count, bool IsChosen);
