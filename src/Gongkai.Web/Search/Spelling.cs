using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Web.Search;

/// <summary>Guesses what was meant by words that found nothing, from what this reader could find.</summary>
internal static class Spelling
{
    private const int LongestWord = 12;

    /// <summary>The words as they were likely meant; null when no guess finds anything.</summary>
    public static string? Meant(SearchIndex index, IndexQuery query, IndexFilter filter)
    {
        var meant = new List<string>();
        var isChanged = false;
        foreach (var word in query.Wanted)
        {
            var known = word.SingleTerm is not null && Count(index, word.In(IndexQuery.Text), filter) > 0;
            var guess = known || word.Units.Count > LongestWord ? null : word.Units.Count == 1 && !word.Units[0].IsHan ? Latin(index, word.Units[0].Text, filter) : Han(index, word, filter);
            meant.Add(guess ?? word.Typed);
            isChanged |= guess is not null;
        }

        return isChanged ? string.Join(' ', meant) : null;
    }

    /// <summary>Titles that hold the words, the last of which may not be typed to its end.</summary>
    public static Query Beginning(IndexQuery query)
    {
        var all = new BooleanQuery();
        foreach (var (at, word) in query.Wanted.Index())
        {
            var isLast = at == query.Words.Count - 1 && word.Units is [{ IsHan: false }];
            all.Add(isLast ? new PrefixQuery(new Term(IndexQuery.Title, word.Units[0].Text)) : word.In(IndexQuery.Title), Occur.MUST);
        }

        return all;
    }

    // One character is taken to be wrong, each in turn; a title that holds the others at their places tells the right one.
    private static string? Han(SearchIndex index, IndexQuery.Word word, IndexFilter filter)
    {
        var (best, most) = ((string?)null, 0);
        for (var wrong = 0; wrong < word.Units.Count && word.Units.Count > 2; wrong++)
        {
            var others = new PhraseQuery();
            foreach (var (term, at) in word.Terms(without: wrong))
            {
                others.Add(new Term(IndexQuery.Title, term), at);
            }

            var answer = IndexSearch.Find(index, others, null, [], filter, byDate: true, 0, 1);
            if (answer.Hits.Count > 0 && answer.Total > most && Instead(answer.Hits[0].Title, word, wrong) is { } guess)
            {
                (best, most) = (guess, answer.Total);
            }
        }

        return best;
    }

    private static string? Instead(string title, IndexQuery.Word word, int wrong)
    {
        List<TextUnit> units = [.. TextUnits.Of(title)];
        for (var at = 0; at + word.Units.Count <= units.Count; at++)
        {
            var stands = true;
            for (var i = 0; stands && i < word.Units.Count; i++)
            {
                stands = i == wrong || units[at + i].Text == word.Units[i].Text;
            }

            if (stands)
            {
                return title[units[at].Start..units[at + word.Units.Count - 1].End];
            }
        }

        return null;
    }

    private static string? Latin(SearchIndex index, string word, IndexFilter filter)
    {
        if (word.Length < 4)
        {
            return null;
        }

        var near = index.Use(searcher =>
        {
            var fuzzy = new FuzzyQuery(new Term(IndexQuery.Text, word), word.Length > 6 ? 2 : 1, 1);
            var terms = new HashSet<Term>();
            searcher.Rewrite(fuzzy).ExtractTerms(terms);
            return terms.OrderByDescending(t => searcher.IndexReader.DocFreq(t)).Select(t => t.Text).Take(5).ToList();
        });
        return near.Find(term => Count(index, new TermQuery(new Term(IndexQuery.Text, term)), filter) > 0);
    }

    private static int Count(SearchIndex index, Query query, IndexFilter filter) => IndexSearch.Find(index, query, null, [], filter, byDate: true, 0, 0).Total;
}
