using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Gongkai.Web.Search;

/// <summary>The texts of a segment where terms stand at set places from each other, with the score that Lucene gives such a phrase. Its own counts places in a window of
/// 4,096 for each text; here lists of them are laid over each other.</summary>
internal sealed class ExactPhrase : Scorer
{
    private readonly (DocsAndPositionsEnum Postings, int Offset)[] _terms;
    private readonly Similarity.SimScorer _similarity;
    private int[] _starts = new int[64];
    private int _freq;

    /// <summary>Takes the postings of every term, the rarest first, and how far behind the beginning of the phrase each stands.</summary>
    public ExactPhrase((DocsAndPositionsEnum Postings, int Offset)[] terms, Similarity.SimScorer similarity)
        : base(null)
    {
        (_terms, _similarity) = (terms, similarity);
    }

    public override int DocID => _terms[0].Postings.DocID;

    public override int Freq => _freq;

    public override float GetScore() => _similarity.Score(DocID, _freq);

    public override long GetCost() => _terms[0].Postings.GetCost();

    public override int NextDoc() => From(_terms[0].Postings.NextDoc());

    public override int Advance(int target) => From(_terms[0].Postings.Advance(target));

    private int From(int doc)
    {
        while (doc != NO_MORE_DOCS)
        {
            var next = FirstOfOthers(doc);
            if (next != doc)
            {
                doc = _terms[0].Postings.Advance(next);
            }
            else if ((_freq = Count()) > 0)
            {
                return doc;
            }
            else
            {
                doc = _terms[0].Postings.NextDoc();
            }
        }

        return doc;
    }

    // The text itself where all others stand in it too, else the first that may hold them.
    private int FirstOfOthers(int doc)
    {
        for (var at = 1; at < _terms.Length; at++)
        {
            var postings = _terms[at].Postings;
            var found = postings.DocID < doc ? postings.Advance(doc) : postings.DocID;
            if (found != doc)
            {
                return found;
            }
        }

        return doc;
    }

    private int Count()
    {
        var (first, offset) = _terms[0];
        var count = first.Freq;
        if (_starts.Length < count)
        {
            Array.Resize(ref _starts, count * 2);
        }

        for (var at = 0; at < count; at++)
        {
            _starts[at] = first.NextPosition() - offset;
        }

        for (var term = 1; term < _terms.Length && count > 0; term++)
        {
            count = Kept(_terms[term].Postings, _terms[term].Offset, count);
        }

        return count;
    }

    // Of the places where the phrase may begin, those that this term allows.
    private int Kept(DocsAndPositionsEnum postings, int offset, int count)
    {
        var (at, kept) = (0, 0);
        for (var left = postings.Freq; left > 0; left--)
        {
            var start = postings.NextPosition() - offset;
            while (at < count && _starts[at] < start)
            {
                at++;
            }

            if (at == count)
            {
                break;
            }

            if (_starts[at] == start)
            {
                _starts[kept++] = start;
                at++;
            }
        }

        return kept;
    }
}
