using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Web.Search;

/// <summary>A word in one field, looked up once for all segments of the index.</summary>
internal sealed class WeighedWord
{
    private readonly Weight? _single;
    private readonly List<(TermContext Context, Term Term, int At)> _terms = [];
    private readonly Lucene.Net.Search.Similarities.Similarity _similarity;
    private readonly Lucene.Net.Search.Similarities.Similarity.SimWeight? _weight;

    public WeighedWord(IndexSearcher searcher, IndexQuery.Word word, string field)
    {
        _similarity = searcher.Similarity;
        if (word.SingleTerm is not null)
        {
            _single = searcher.CreateNormalizedWeight(word.Worth(field));
            return;
        }

        foreach (var (text, at) in word.Terms())
        {
            var term = new Term(field, text);
            _terms.Add((TermContext.Build(searcher.TopReaderContext, term), term, at));
        }

        TermStatistics[] statistics = [.. _terms.Select(t => searcher.TermStatistics(t.Term, t.Context))];
        _weight = _similarity.ComputeWeight(IndexQuery.WorthOf(field), searcher.CollectionStatistics(field), statistics);
        _weight.Normalize(1, 1);
    }

    /// <summary>Where it stands in a segment; null when it does not.</summary>
    public Scorer? In(AtomicReaderContext segment)
    {
        var live = segment.AtomicReader.LiveDocs;
        if (_single is not null)
        {
            return _single.GetScorer(segment, live);
        }

        var postings = new (DocsAndPositionsEnum Postings, int Offset)[_terms.Count];
        for (var at = 0; at < postings.Length; at++)
        {
            var (context, term, offset) = _terms[at];
            if (context.Get(segment.Ord) is not { } state || segment.AtomicReader.GetTerms(term.Field)?.GetEnumerator() is not { } terms)
            {
                return null;
            }

            terms.SeekExact(term.Bytes, state);
            if (terms.DocsAndPositions(live, null, DocsAndPositionsFlags.NONE) is not { } found)
            {
                return null;
            }

            postings[at] = (found, offset);
        }

        return new ExactPhrase([.. postings.OrderBy(p => p.Postings.GetCost())], _similarity.GetSimScorer(_weight, segment));
    }
}
