using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Gongkai.Web.Search;

/// <summary>Finds, ranks and counts in one pass over the hits.</summary>
internal static class IndexSearch
{
    /// <summary>The most hits that can be paged through; who wants more narrows the search or takes the open data.</summary>
    public const int Deepest = 1000;

    // A word that stands in more texts than this says nothing about any of them: then a title that holds it comes first, and after that what is newest.
    private const int MostRanked = 20_000;
    private const double TitleWeight = 8;

    public static IndexAnswer Find(SearchIndex index, IndexQuery query, IndexFilter filter, bool byDate, int skip, int take) =>
        Find(index, query.IsEmpty ? null : query.Matching(), query.IsEmpty || byDate ? null : query.InTitles(), SingleTermOf(query), filter, byDate, skip, take);

    public static IndexAnswer Find(SearchIndex index, Query? matching, Query? titles, string? term, IndexFilter filter, bool byDate, int skip, int take) => index.Use(searcher =>
    {
        var leaves = searcher.IndexReader.Leaves;
        List<SegmentFacts> facts = [.. leaves.Select(l => index.FactsOf(l.AtomicReader))];
        var counter = new Counter(filter, index.Units, index.Items);
        var best = new PriorityQueue<int, long>();
        var room = Math.Min(skip + take, Deepest);
        var isRanked = !byDate && matching is not null && (term is null || Frequency(searcher.IndexReader, term) <= MostRanked);
        var (all, inTitles) = (matching is null ? null : searcher.CreateNormalizedWeight(matching), titles is null ? null : searcher.CreateNormalizedWeight(titles));
        for (var leaf = 0; leaf < leaves.Count; leaf++)
        {
            var (context, segment) = (leaves[leaf], facts[leaf]);
            var live = context.AtomicReader.LiveDocs;
            var title = inTitles?.GetScorer(context, live);
            var titleDoc = -1;
            if (all is null)
            {
                for (var doc = 0; doc < context.AtomicReader.MaxDoc; doc++)
                {
                    if (live?.Get(doc) != false)
                    {
                        Take(doc, 0);
                    }
                }
            }
            else if (term is not null && !isRanked)
            {
                var hits = Plain(context.AtomicReader, term, live);
                for (var doc = hits.NextSetBit(0); doc >= 0; doc = doc + 1 < hits.Length ? hits.NextSetBit(doc + 1) : -1)
                {
                    Take(doc, 0);
                }
            }
            else if (all.GetScorer(context, live) is { } scorer)
            {
                for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
                {
                    Take(doc, isRanked ? scorer.GetScore() : 0);
                }
            }

            void Take(int doc, double score)
            {
                if (!counter.Take(segment, doc))
                {
                    return;
                }

                if (title is not null)
                {
                    titleDoc = titleDoc < doc ? title.Advance(doc) : titleDoc;
                    score += titleDoc == doc ? TitleWeight * title.GetScore() : 0;
                }

                var rank = ((long)(score * 4096) << 32) + segment.Published[doc];
                if (best.Count < room)
                {
                    best.Enqueue(context.DocBase + doc, rank);
                }
                else if (room > 0 && best.TryPeek(out _, out var least) && rank > least)
                {
                    best.EnqueueDequeue(context.DocBase + doc, rank);
                }
            }
        }

        var ranked = new List<int>(best.Count);
        while (best.TryDequeue(out var doc, out _))
        {
            ranked.Add(doc);
        }

        ranked.Reverse();
        return new IndexAnswer(counter.Total, [.. ranked.Skip(skip).Take(take).Select(doc => SearchIndex.HitOf(searcher.Doc(doc)))], counter.Counts());
    });

    private static string? SingleTermOf(IndexQuery query) => query.Words is [{ IsUnwanted: false } only] ? only.SingleTerm : null;

    private static int Frequency(IndexReader reader, string term) => reader.DocFreq(new Term(IndexQuery.Text, term)) + reader.DocFreq(new Term(IndexQuery.Files, term));

    // Which texts hold the term, and nothing more: neither how often nor where.
    private static FixedBitSet Plain(AtomicReader reader, string term, IBits? live)
    {
        var hits = new FixedBitSet(Math.Max(1, reader.MaxDoc));
        foreach (var field in (ReadOnlySpan<string>)[IndexQuery.Text, IndexQuery.Files])
        {
            if (reader.GetTerms(field)?.GetEnumerator() is { } terms && terms.SeekExact(new BytesRef(term)))
            {
                var docs = terms.Docs(live, null, DocsFlags.NONE);
                for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                {
                    hits.Set(doc);
                }
            }
        }

        return hits;
    }
}
