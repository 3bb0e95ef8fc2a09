using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Web.Search;

/// <summary>What somebody typed, as the index understands it: words that must all be found, each in its wording; "in quotes" with blanks; -not.</summary>
internal sealed class IndexQuery
{
    public const string Title = "title";
    public const string Text = "text";
    public const string Files = "files";

    private const float FilesWeight = 0.3f;
    private const int MostWords = 12;
    private const int MostUnits = 80;

    private IndexQuery(List<Word> words) => Words = words;

    /// <summary>The words, those to leave out among them.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>The words to find.</summary>
    public IEnumerable<Word> Wanted => Words.Where(w => !w.IsUnwanted);

    /// <summary>Whether nothing was asked for: every text is a hit.</summary>
    public bool IsEmpty => Words.Count == 0;

    /// <summary>Reads what somebody typed. Nothing typed is an error: marks that mean nothing are blanks.</summary>
    public static IndexQuery Read(string typed)
    {
        var words = new List<Word>();
        foreach (var (piece, isUnwanted) in Pieces(typed))
        {
            List<TextUnit> units = [.. TextUnits.Of(piece).Take(MostUnits)];
            if (units.Count > 0 && words.Count < MostWords)
            {
                words.Add(new Word(piece, units, isUnwanted));
            }
        }

        // Nothing can be left out of nothing.
        return new IndexQuery(words.TrueForAll(w => w.IsUnwanted) ? [] : words);
    }

    /// <summary>The same words, of which most must be found rather than all; a long word without blanks counts as its pairs of characters.</summary>
    public Query Relaxed()
    {
        var pairs = new BooleanQuery();
        foreach (var word in Wanted)
        {
            foreach (var term in word.Units.Count <= 3 ? [word.In(Text)] : Enumerable.Range(0, word.Units.Count - 1).Select(i => word.Part(i, 2).In(Text)))
            {
                pairs.Add(term, Occur.SHOULD);
            }
        }

        pairs.MinimumNumberShouldMatch = Math.Max(1, (int)Math.Ceiling(pairs.Clauses.Count * 0.6));
        return pairs;
    }

    /// <summary>Where the words must be found: in text or files.</summary>
    public Query Matching()
    {
        var all = new BooleanQuery();
        foreach (var word in Words)
        {
            var anywhere = new BooleanQuery { { word.Worth(Text), Occur.SHOULD }, { word.Worth(Files), Occur.SHOULD } };
            all.Add(anywhere, word.IsUnwanted ? Occur.MUST_NOT : Occur.MUST);
        }

        return all.Clauses is [{ Occur: Occur.MUST } only] ? only.Query : all;
    }

    /// <summary>What a field is worth beside the others.</summary>
    public static float WorthOf(string field) => field == Files ? FilesWeight : 1;

    /// <summary>Titles that hold a wanted word come first.</summary>
    public Query InTitles()
    {
        var titles = new BooleanQuery();
        foreach (var word in Wanted)
        {
            titles.Add(word.In(Title), Occur.SHOULD);
        }

        return titles;
    }

    private static IEnumerable<(string Piece, bool IsUnwanted)> Pieces(string typed)
    {
        var at = 0;
        while (at < typed.Length)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }

            var isUnwanted = Folding.Fold(typed[at]) == '-' && (at == 0 || char.IsWhiteSpace(typed[at - 1]));
            at += isUnwanted ? 1 : 0;
            if (at < typed.Length && IsQuote(typed[at]))
            {
                var to = at + 1;
                while (to < typed.Length && !IsQuote(typed[to]))
                {
                    to++;
                }

                yield return (typed[(at + 1)..to], isUnwanted);
                at = to + 1;
                continue;
            }

            var end = at;
            while (end < typed.Length && !char.IsWhiteSpace(typed[end]) && !IsQuote(typed[end]))
            {
                end++;
            }

            yield return (typed[at..end], isUnwanted);
            at = end;
        }
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '＂' or '「' or '」';

    /// <summary>A word: its units in their order.</summary>
    internal sealed record Word(string Typed, IReadOnlyList<TextUnit> Units, bool IsUnwanted = false)
    {
        /// <summary>The day the whole word is, if it is one.</summary>
        public DayMention? Day => TextUnits.DayAt(Units, 0, Typed) is { } day && day.Units == Units.Count ? day : null;

        /// <summary>A part of it.</summary>
        public Word Part(int from, int count) => this with { Units = [.. Units.Skip(from).Take(count)] };

        /// <summary>The single term it is in the index; null when it takes several.</summary>
        public string? SingleTerm => Day is { } day ? (day.IsMonth ? DayMention.MonthTerm(day.Day) : DayMention.Term(day.Day)) : Terms() is [{ } only] ? only.Term : null;

        /// <summary>It in a field of the index.</summary>
        public Query In(string field)
        {
            if (SingleTerm is { } single)
            {
                return new TermQuery(new Term(field, single));
            }

            var phrase = new PhraseQuery();
            foreach (var (term, at) in Terms())
            {
                phrase.Add(new Term(field, term), at);
            }

            return phrase;
        }

        /// <summary>It in a field, for what the field is worth.</summary>
        public Query Worth(string field)
        {
            var query = In(field);
            query.Boost = WorthOf(field);
            return query;
        }

        /// <summary>The fewest terms that say the same: pairs of characters side by side, the last pair reaching back when their number is odd.</summary>
        public List<(string Term, int At)> Terms(int without = -1)
        {
            var terms = new List<(string, int)>();
            for (var at = 0; at < Units.Count; at++)
            {
                if (at == without)
                {
                    continue;
                }

                if (IsPair(at) && at + 1 != without)
                {
                    terms.Add((Units[at].Text + Units[at + 1].Text, at));
                    at++;
                }
                else if (at > 0 && at - 1 != without && IsPair(at - 1))
                {
                    terms.Add((Units[at - 1].Text + Units[at].Text, at - 1));
                }
                else
                {
                    terms.Add((Units[at].Text, at));
                }
            }

            return terms;
        }

        private bool IsPair(int at) => at + 1 < Units.Count && Units[at].IsHan && Units[at + 1].IsHan && Units[at].End == Units[at + 1].Start;
    }
}
