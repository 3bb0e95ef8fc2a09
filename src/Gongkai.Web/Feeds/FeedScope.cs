using Gongkai.Web.Search;

namespace Gongkai.Web.Feeds;

/// <summary>What a feed or a subscription is of: everything, or what stands under a category, an item, a unit, a topic, or is found by a search.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Key">Which: a number, a code, a slug, or for a search the query of its address; empty for everything.</param>
public sealed record FeedScope(FeedKind Kind, string Key)
{
    private const int LongestKey = 500;

    /// <summary>Everything public.</summary>
    public static FeedScope All { get; } = new(FeedKind.All, "");

    /// <summary>It as a part of an address, like <c>all</c>, <c>item/28</c>, <c>search?q=…</c>.</summary>
    public string Path => Kind switch
    {
        FeedKind.All => "all",
        FeedKind.Search => $"search?{Key}",
        _ => $"{Kind.ToString().ToLowerInvariant()}/{Uri.EscapeDataString(Key)}",
    };

    /// <summary>Reads such a part of an address; null when it means nothing.</summary>
    public static FeedScope? Read(string? path)
    {
        if (path is null or { Length: > LongestKey })
        {
            return null;
        }

        if (path.StartsWith("search?", StringComparison.Ordinal))
        {
            return new FeedScope(FeedKind.Search, path[7..]);
        }

        var parts = path.Split('/', 2);
        return Enum.TryParse<FeedKind>(parts[0], ignoreCase: true, out var kind) && Enum.IsDefined(kind) && kind != FeedKind.Search && (kind == FeedKind.All) == (parts.Length == 1) && !char.IsDigit(parts[0][0])
            ? new FeedScope(kind, parts.Length == 1 ? "" : Uri.UnescapeDataString(parts[1]))
            : null;
    }

    /// <summary>The address of the feed in a form: <c>rss</c>, <c>atom</c> or <c>json</c>.</summary>
    public string Feed(string form) => Kind switch
    {
        FeedKind.All => $"/feeds/all.{form}",
        FeedKind.Search => $"/feeds/search.{form}?{Key}",
        _ => $"/feeds/{Kind.ToString().ToLowerInvariant()}/{Uri.EscapeDataString(Key)}.{form}",
    };

    /// <summary>The scope of a search.</summary>
    public static FeedScope Of(SearchWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return new FeedScope(FeedKind.Search, wish.Query("sort"));
    }

    /// <summary>The search it is of.</summary>
    public SearchWish Wish => SearchWish.Read(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Key).ToDictionary(p => p.Key, p => (string?)p.Value.ToString()));
}

/// <summary>Of what a feed is.</summary>
public enum FeedKind
{
    /// <summary>Everything public.</summary>
    All,

    /// <summary>类别, by its number.</summary>
    Category,

    /// <summary>公开事项, by its number.</summary>
    Item,

    /// <summary>单位, by its code.</summary>
    Unit,

    /// <summary>专题, by its slug.</summary>
    Topic,

    /// <summary>A saved search.</summary>
    Search,
}
