using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

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
        Find(index, query.IsEmpty ? null : query.Matching(), query.IsEmpty || byDate ? null : query.InTitles(), TermsOf(query), filter, byDate, skip, take);

    public static IndexAnswer Find(SearchIndex index, Query? matching, Query? titles, IReadOnlyList<string> terms, IndexFilter filter, bool byDate, int skip, int take) => index.Use(searcher =>
    {
        var leaves = searcher.IndexReader.Leaves;
        List<SegmentFacts> facts = [.. leaves.Select(l => index.FactsOf(l.AtomicReader))];
        var counter = new Counter(filter, index.Units, index.Items);
        var room = Math.Min(skip + take, Deepest);
        var (best, newest) = (new Best(room), new Best(room));
        var isRanked = !byDate && matching is not null && (terms.Count == 0 || terms.Any(t => Frequency(searcher.IndexReader, t) <= MostRanked));
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
                        Take(doc, null);
                    }
                }
            }
            else if (terms.Count > 0 && !isRanked)
            {
                var hits = Plain(context.AtomicReader, terms, live);
                for (var doc = hits.NextSetBit(0); doc >= 0; doc = doc + 1 < hits.Length ? hits.NextSetBit(doc + 1) : -1)
                {
                    Take(doc, null);
                }
            }
            else if (all.GetScorer(context, live) is { } scorer)
            {
                for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
                {
                    Take(doc, scorer);
                }
            }

            void Take(int doc, Scorer? scorer)
            {
                if (!counter.Take(segment, doc))
                {
                    return;
                }

                var score = 0.0;
                if (title is not null)
                {
                    titleDoc = titleDoc < doc ? title.Advance(doc) : titleDoc;
                    score = titleDoc == doc ? TitleWeight * title.GetScore() : 0;
                }

                newest.Offer(context.DocBase + doc, score, segment.Published[doc]);
                if (isRanked &= counter.Total <= MostRanked)
                {
                    best.Offer(context.DocBase + doc, score + (scorer?.GetScore() ?? 0), segment.Published[doc]);
                }
            }
        }

        var ranked = (isRanked ? best : newest).Ranked();
        return new IndexAnswer(counter.Total, [.. ranked.Skip(skip).Take(take).Select(doc => SearchIndex.HitOf(searcher.Doc(doc)))], counter.Counts());
    });

    // Empty where one of the words is no single term, or is to be left out.
    private static List<string> TermsOf(IndexQuery query)
    {
        var terms = query.Words.Select(w => w.IsUnwanted ? null : w.SingleTerm).ToList();
        return terms.Contains(null) ? [] : [.. terms.OfType<string>().Distinct()];
    }

    private static int Frequency(IndexReader reader, string term) => reader.DocFreq(new Term(IndexQuery.Text, term)) + reader.DocFreq(new Term(IndexQuery.Files, term));

    // Which texts hold all the terms, and nothing more: neither how often nor where.
    private static FixedBitSet Plain(AtomicReader reader, IReadOnlyList<string> terms, IBits? live)
    {
        var hits = Plain(reader, terms[0], live);
        foreach (var term in terms.Skip(1))
        {
            hits.And(Plain(reader, term, live));
        }

        return hits;
    }

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

    /// <summary>The best hits so far, as many as there is room for: by their score, equal ones by their day.</summary>
    private sealed class Best(int room)
    {
        private readonly PriorityQueue<int, long> _hits = new();

        public void Offer(int doc, double score, int published)
        {
            var rank = ((long)(score * 4096) << 32) + published;
            if (_hits.Count < room)
            {
                _hits.Enqueue(doc, rank);
            }
            else if (room > 0 && _hits.TryPeek(out _, out var least) && rank > least)
            {
                _hits.EnqueueDequeue(doc, rank);
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
