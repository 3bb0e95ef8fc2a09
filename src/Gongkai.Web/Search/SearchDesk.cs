using System.Globalization;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Search;

/// <summary>Searches for a reader. The index finds; the database decides of every hit whether this reader may read it, so that an index that is late shows
/// nothing that is not public.</summary>
public sealed class SearchDesk
{
    /// <summary>The last page that is reached by paging; who wants more narrows the search.</summary>
    public const int LastPage = IndexSearch.Deepest / Paging.Usual;

    private const int SnippetLength = 150;
    private const int FilesShown = 3;

    private readonly SearchIndexes _indexes;
    private readonly GongkaiDb _db;
    private readonly PublicRecords _records;
    private readonly OncePerMoment<CatalogueFrame> _frames;
    private readonly CampusClock _clock;
    private readonly PageWords _words;

    internal SearchDesk(SearchIndexes indexes, GongkaiDb db, PublicRecords records, OncePerMoment<CatalogueFrame> frames, CampusClock clock, PageWords words) =>
        (_indexes, _db, _records, _frames, _clock, _words) = (indexes, db, records, frames, clock, words);

    /// <summary>Searches.</summary>
    public async Task<SearchResult> FindAsync(Actor reader, SearchWish wish, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var (units, catalogue) = await _frames.NowAsync(_db.CurrentInstitution, cancel);
        var filter = Filter(reader, wish, units, catalogue);
        var query = IndexQuery.Read(wish.Words);
        var keeper = _indexes.Of(_db.CurrentInstitution);
        if (wish.Words.Trim().Length > 0 && query.IsEmpty)
        {
            return new SearchResult();
        }

        var (skip, isRelaxed) = ((Math.Clamp(wish.Page, 1, LastPage) - 1) * Paging.Usual, false);
        var answer = await keeper.AskAsync(index => IndexSearch.Find(index, query, filter, wish.ByDate, skip, Paging.Usual), _indexes.Patience, cancel);
        var words = query.Wanted.ToList();
        string? meant = null;
        if (answer.Total == 0 && words.Count > 0)
        {
            meant = await keeper.AskAsync(index => Spelling.Meant(index, query, filter), TimeSpan.Zero, cancel);
            if (words.Sum(w => w.Units.Count) > 3)
            {
                answer = await keeper.AskAsync(index => IndexSearch.Find(index, query.Relaxed(), query.InTitles(), [], filter, wish.ByDate, skip, Paging.Usual), TimeSpan.Zero, cancel);
                isRelaxed = answer.Total > 0;
                words = [.. words.SelectMany(w => w.Units.Count <= 3 ? [w] : Enumerable.Range(0, w.Units.Count - 1).Select(i => w.Part(i, 2)))];
            }
        }

        var progress = keeper.Progress;
        return new SearchResult
        {
            Hits = await ShownAsync(reader, answer.Hits, words, cancel),
            Total = answer.Total,
            Facets = Facets(answer.Counts, wish, units, catalogue),
            Meant = meant,
            IsRelaxed = isRelaxed,
            Building = progress is { } p ? 100 * p.Done / Math.Max(1, p.Of) : null,
        };
    }

    /// <summary>Titles that hold what was typed so far, for a reader.</summary>
    public async Task<IReadOnlyList<string>> SuggestAsync(Actor reader, string typed, int most = 8, CancellationToken cancel = default)
    {
        var query = IndexQuery.Read(typed.Length > SearchWish.Longest ? typed[..SearchWish.Longest] : typed);
        if (query.IsEmpty)
        {
            return [];
        }

        var filter = new IndexFilter { Reader = WidestOf(reader), Now = _clock.UtcNow };
        var answer = await _indexes.Of(_db.CurrentInstitution).AskAsync(index => IndexSearch.Find(index, Spelling.Beginning(query), null, [], filter, byDate: false, 0, most * 2), _indexes.Patience, cancel);
        var ids = answer.Hits.Select(h => h.EditionId).ToList();
        var readable = await _records.For(reader).Where(e => EF.Parameter(ids).Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Title, cancel);
        return [.. ids.Where(readable.ContainsKey).Select(id => readable[id]).Distinct().Take(most)];
    }

    /// <summary>The records a search finds that anybody may read, newest first: for feeds and mail.</summary>
    public async Task<IReadOnlyList<Guid>> NewestAsync(SearchWish wish, int most, CancellationToken cancel = default)
    {
        var query = IndexQuery.Read(wish.Words);
        var (units, catalogue) = await _frames.NowAsync(_db.CurrentInstitution, cancel);
        var filter = Filter(Actor.Nobody, wish, units, catalogue);
        var answer = await _indexes.Of(_db.CurrentInstitution).AskAsync(index => IndexSearch.Find(index, query, filter, byDate: true, 0, most), _indexes.Patience, cancel);
        return [.. answer.Hits.Select(h => h.EditionId)];
    }

    private static Audience WidestOf(Actor reader) => reader.IsPartyMember ? Audience.PartyMembers : reader.IsSignedIn ? Audience.Campus : Audience.Public;

    private IndexFilter Filter(Actor reader, SearchWish wish, IReadOnlyList<Unit> units, CatalogueEdition? catalogue)
    {
        List<Item> items = [.. catalogue?.Categories.SelectMany(c => c.Items) ?? []];
        return new IndexFilter
        {
            Reader = WidestOf(reader),
            Now = _clock.UtcNow,
            Unit = wish.Unit is null ? null : units.FirstOrDefault(u => u.Code == wish.Unit)?.Id ?? Guid.Empty,
            Item = wish.Item is null ? null : items.Find(i => i.Number == wish.Item)?.LineageId ?? Guid.Empty,
            Category = wish.Category is null ? null : catalogue?.Categories.Any(c => c.Number == wish.Category) == true ? wish.Category : 63,
            Year = wish.Year,
            Kind = wish.Kind,
            Categories = catalogue?.Categories.SelectMany(c => c.Items, (c, i) => (i.LineageId, c.Number)).DistinctBy(p => p.LineageId).ToDictionary(p => p.LineageId, p => p.Number) ?? [],
        };
    }

    private async Task<IReadOnlyList<SearchHit>> ShownAsync(Actor reader, IReadOnlyList<IndexHit> hits, IReadOnlyList<IndexQuery.Word> words, CancellationToken cancel)
    {
        var ids = hits.Select(h => h.EditionId).ToList();
        var lines = await _records.For(reader).Where(e => EF.Parameter(ids).Contains(e.Id)).LinesById().ToDictionaryAsync(l => l.EditionId, l => l.Line, cancel);
        var withFiles = hits.Where(h => h.Files.Count > 0 && lines.ContainsKey(h.EditionId)).Select(h => h.EditionId).ToList();
        var files = withFiles.Count == 0 ? [] : await _records.Files(reader).Where(a => EF.Parameter(withFiles).Contains(a.EditionId)).Select(a => a.Id).ToHashSetAsync(cancel);
        return [.. hits.Where(h => lines.ContainsKey(h.EditionId)).Select(h => Shown(h, lines[h.EditionId], files, words))];
    }

    private static SearchHit Shown(IndexHit hit, RecordLine line, HashSet<Guid> files, IReadOnlyList<IndexQuery.Word> words)
    {
        var found = words.Count == 0 ? [] : hit.Files.Where(f => files.Contains(f.Id)).Select(f => InFile(f, words)).OfType<FileHit>().Take(FilesShown).ToList();
        var snippet = words.Count == 0 ? null : Highlights.Snippet(hit.Body, words, SnippetLength);
        return new SearchHit(line, Highlights.Whole(hit.Title, words), snippet ?? (found.Count > 0 ? [] : Highlights.Beginning(hit.Body, SnippetLength)), found);
    }

    private static FileHit? InFile(IndexedFile file, IReadOnlyList<IndexQuery.Word> words)
    {
        foreach (var (place, text) in file.Places)
        {
            if (Highlights.Snippet(text, words, SnippetLength) is { } snippet)
            {
                return new FileHit(file.Id, file.Name, place, snippet);
            }
        }

        return Highlights.Snippet(file.Name, words, SnippetLength) is null ? null : new FileHit(file.Id, file.Name, "", []);
    }

    private List<Facet> Facets(IndexCounts counts, SearchWish wish, IReadOnlyList<Unit> units, CatalogueEdition? catalogue)
    {
        var english = PageWords.IsEnglish;
        List<Facet> facets =
        [
            new("category", [.. catalogue?.Categories.Select(c => new FacetChoice(Text(c.Number), c.TitleIn(english), counts.Categories.GetValueOrDefault(c.Number), wish.Category == c.Number)) ?? []]),
            new("item", [.. catalogue?.Categories.Where(c => wish.Category is null || c.Number == wish.Category).SelectMany(c => c.Items)
                .Select(i => new FacetChoice(Text(i.Number), i.TitleIn(english), counts.Items.GetValueOrDefault(i.LineageId), wish.Item == i.Number)).OrderByDescending(c => c.Count).ToList() ?? []]),
            new("unit", [.. units.Select(u => new FacetChoice(u.Code, u.NameIn(english), counts.Units.GetValueOrDefault(u.Id), wish.Unit == u.Code)).OrderByDescending(c => c.Count)]),
            new("year", [.. counts.Years.OrderByDescending(y => y.Key).Select(y => new FacetChoice(Text(y.Key), Text(y.Key), y.Value, wish.Year == y.Key))]),
            new("kind", [.. counts.Kinds.OrderByDescending(k => k.Value).Select(k => new FacetChoice(k.Key.ToString(), _words.Of(k.Key), k.Value, wish.Kind == k.Key))]),
        ];
        return [.. facets.Select(f => f with { Choices = [.. f.Choices.Where(c => c.Count > 0 || c.IsChosen)] }).Where(f => f.Choices.Count > 1 || f.Choices.Any(c => c.IsChosen))];

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
