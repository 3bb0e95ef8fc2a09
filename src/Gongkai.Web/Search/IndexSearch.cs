using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Web.Search;

/// <summary>Finds, ranks and counts in one pass over the hits.</summary>
internal static class IndexSearch
{
    /// <summary>The most hits that can be paged through; who wants more narrows the search or takes the open data.</summary>
    public const int Deepest = 1000;

    // What more texts than this hold says nothing about any of them: then a title that holds it comes first, and after that what is newest.
    private const int MostRanked = 20_000;
    private const double TitleWeight = 8;

    public static IndexAnswer Find(SearchIndex index, IndexQuery query, IndexFilter filter, bool byDate, int skip, int take) =>
        Find(index, query.IsEmpty ? null : query.Matching(), query.IsEmpty || byDate ? null : query.InTitles(), query.Words.Any(w => w.IsUnwanted) ? [] : query.Words, filter, byDate, skip, take);

    /// <summary>Finds what a query of Lucene's matches. Where it says no more than that all of some words must be found, the words are found without it.</summary>
    public static IndexAnswer Find(SearchIndex index, Query? matching, Query? titles, IReadOnlyList<IndexQuery.Word> words, IndexFilter filter, bool byDate, int skip, int take) => index.Use(searcher =>
    {
        List<(AtomicReaderContext Context, SegmentFacts Facts)> segments = [.. searcher.IndexReader.Leaves.Select(l => (l, index.FactsOf(l.AtomicReader)))];
        var counter = new Counter(filter, index.Units, index.Items);
        var room = Math.Min(skip + take, Deepest);
        var (best, newest) = (new Best(room), new Best(room));
        var terms = TermsOf(words);
        var isRanked = !byDate && matching is not null && (terms.Count == 0 || terms.Any(t => Frequency(searcher.IndexReader, t) <= MostRanked));
        var isPlain = !isRanked && terms.Count > 0;
        var find = Finding();
        foreach (var (context, segment) in isPlain ? Enumerable.Reverse(segments) : segments)
        {
            var hits = find(context);
            for (var doc = hits.Next(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.Next())
            {
                if (!counter.Take(segment, doc))
                {
                    continue;
                }

                var title = TitleWeight * hits.Title();
                newest.Offer(context.DocBase + doc, title, segment.Published[doc]);
                if (isRanked &= counter.Total <= MostRanked)
                {
                    best.Offer(context.DocBase + doc, title + hits.Score(), segment.Published[doc]);
                }
            }
        }

        var ranked = (isRanked ? best : newest).Ranked();
        return new IndexAnswer(counter.Total, [.. ranked.Skip(skip).Take(take).Select(doc => SearchIndex.HitOf(searcher.Doc(doc)))], counter.Counts());

        // What takes a look at every term of every segment is made once, and only where it is used.
        Func<AtomicReaderContext, Hits> Finding()
        {
            if (matching is null)
            {
                return context => Hits.All(context.AtomicReader);
            }

            if (isPlain)
            {
                return context => Hits.Unscored(context.AtomicReader, terms, withTitles: titles is not null);
            }

            if (words.Count == 0)
            {
                var all = searcher.CreateNormalizedWeight(matching);
                var inTitles = titles is null ? null : searcher.CreateNormalizedWeight(titles);
                return context => Hits.Of(context, all, inTitles);
            }

            List<(WeighedWord, WeighedWord)> each = [.. words.Select(w => (Weighed(w, IndexQuery.Text), Weighed(w, IndexQuery.Files)))];
            List<WeighedWord> heads = titles is null ? [] : [.. words.Select(w => Weighed(w, IndexQuery.Title))];
            return context => Hits.Scored(context, each, heads);
        }

        WeighedWord Weighed(IndexQuery.Word word, string field) => new(searcher, word, field);
    });

    // Empty where one of the words is no single term.
    private static List<string> TermsOf(IReadOnlyList<IndexQuery.Word> words)
    {
        var terms = words.Select(w => w.SingleTerm).ToList();
        return terms.Contains(null) ? [] : [.. terms.OfType<string>().Distinct()];
    }

    private static int Frequency(IndexReader reader, string term) => reader.DocFreq(new Term(IndexQuery.Text, term)) + reader.DocFreq(new Term(IndexQuery.Files, term));

    /// <summary>The best hits so far, as many as there is room for: by their score, equal ones by their day.</summary>
    private sealed class Best(int room)
    {
        private readonly PriorityQueue<int, long> _hits = new();
        private long _least = room > 0 ? long.MinValue : long.MaxValue;

        public void Offer(int doc, double score, int published)
        {
            var rank = ((long)(score * 4096) << 32) + published;
            if (rank <= _least)
            {
                return;
            }

            if (_hits.Count < room)
            {
                _hits.Enqueue(doc, rank);
            }
            else
            {
                _hits.EnqueueDequeue(doc, rank);
            }

            if (_hits.Count == room)
            {
                _hits.TryPeek(out _, out _least);
            }
        }

        public List<int> Ranked()
        {
            var ranked = new List<int>(_hits.Count);
            while (_hits.TryDequeue(out var doc, out _))
            {
                ranked.Add(doc);
            }

            ranked.Reverse();
            return ranked;
        }
    }
}
