using System.Globalization;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Records;
using Gongkai.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Feeds;

/// <summary>Gathers what is newly public under a scope, for everybody.</summary>
public sealed class FeedDesk(PublicRecords records, CatalogueDesk catalogue, InstitutionDesk institutions, TopicDesk topics, SearchDesk search, PageWords words)
{
    /// <summary>How many entries a feed holds.</summary>
    public const int Newest = 50;

    private const int SummaryLength = 300;

    /// <summary>What a scope is called, in the reader's language.</summary>
    /// <exception cref="NotFoundException">There is no such category, item, unit or topic.</exception>
    public async Task<string> TitleAsync(FeedScope scope, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var english = PageWords.IsEnglish;
        return scope.Kind switch
        {
            FeedKind.Category => (await CategoryAsync(scope, cancel)).TitleIn(english),
            FeedKind.Item => (await ItemAsync(scope, cancel)).TitleIn(english),
            FeedKind.Unit => (await UnitAsync(scope, cancel)).NameIn(english),
            FeedKind.Topic => (await TopicAsync(scope, cancel)).TitleIn(english),
            FeedKind.Search => words["feeds.search-title", scope.Wish.Words],
            _ => words["feeds.all-title"],
        };
    }

    /// <summary>The newest entries of a scope; those published after an instant when one is given.</summary>
    /// <exception cref="NotFoundException">There is no such category, item, unit or topic.</exception>
    public async Task<IReadOnlyList<FeedEntry>> EntriesAsync(FeedScope scope, DateTime? after = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var visible = await ScopedAsync(scope, records.For(Actor.Nobody), cancel);
        if (after is { } instant)
        {
            visible = visible.Where(e => e.PublishedAt > instant);
        }

        var rows = await visible.OrderByDescending(e => e.PublishedAt).ThenBy(e => e.Id).Take(Newest)
            .Select(e => new { e.Record!.IndexNumber, e.Title, e.BodyHtml, Unit = e.Record.Unit!.Name, At = e.PublishedAt!.Value, First = e.Record.FirstPublishedAt }).ToListAsync(cancel);
        return [.. rows.Select(r => new FeedEntry(r.IndexNumber!, Clean(r.Title), Summary(r.BodyHtml), r.Unit, r.First ?? r.At, r.At))];
    }

    private async Task<IQueryable<Edition>> ScopedAsync(FeedScope scope, IQueryable<Edition> visible, CancellationToken cancel)
    {
        switch (scope.Kind)
        {
            case FeedKind.Category:
                return records.Under(visible, [.. (await CategoryAsync(scope, cancel)).Items.Select(i => i.LineageId)]);
            case FeedKind.Item:
                return records.Under(visible, [(await ItemAsync(scope, cancel)).LineageId]);
            case FeedKind.Unit:
                var unit = (await UnitAsync(scope, cancel)).Id;
                return visible.Where(e => e.Record!.UnitId == unit);
            case FeedKind.Topic:
                var slug = (await TopicAsync(scope, cancel)).Slug;
                return visible.Where(e => e.TopicSlug == slug);
            case FeedKind.Search:
                var found = await search.NewestAsync(scope.Wish, Newest, cancel);
                return visible.Where(e => found.Contains(e.Id));
            default:
                return visible;
        }
    }

    private async Task<Category> CategoryAsync(FeedScope scope, CancellationToken cancel) =>
        (await catalogue.InForceAsync(cancel: cancel))?.Categories.FirstOrDefault(c => c.Number.ToString(CultureInfo.InvariantCulture) == scope.Key) ?? throw new NotFoundException(nameof(Category));

    private async Task<Item> ItemAsync(FeedScope scope, CancellationToken cancel) =>
        (await catalogue.InForceAsync(cancel: cancel))?.Categories.SelectMany(c => c.Items).FirstOrDefault(i => i.Number.ToString(CultureInfo.InvariantCulture) == scope.Key) ?? throw new NotFoundException(nameof(Item));

    private async Task<Unit> UnitAsync(FeedScope scope, CancellationToken cancel) =>
        (await institutions.UnitsAsync(cancel)).FirstOrDefault(u => u.Code == scope.Key) ?? throw new NotFoundException(nameof(Unit));

    private async Task<Topic> TopicAsync(FeedScope scope, CancellationToken cancel) =>
        (await topics.AllAsync(cancel)).FirstOrDefault(t => t.Slug == scope.Key) ?? throw new NotFoundException(nameof(Topic));

    private static string Summary(string html)
    {
        var text = Clean(BodyCleaner.TextOf(html)).ReplaceLineEndings(" ");
        return text.Length <= SummaryLength ? text : text[..SummaryLength] + "…";
    }

    // What XML cannot say is left out.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is '\n' or '\t' or >= ' ' and not (0xFFFE or 0xFFFF or 0xFFFD)));
}

/// <summary>An entry of a feed.</summary>
/// <param name="IndexNumber">索引号; the entry's identity.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">How the text begins.</param>
/// <param name="Unit">Whose it is.</param>
/// <param name="PublishedAt">When it first was public.</param>
/// <param name="UpdatedAt">When the edition that is read now became public.</param>
public sealed record FeedEntry(string IndexNumber, string Title, string Summary, string Unit, DateTime PublishedAt, DateTime UpdatedAt);
