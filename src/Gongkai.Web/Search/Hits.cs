using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Gongkai.Web.Search;

/// <summary>The texts of a segment that a search finds, one after another: from the front where they are scored, else from the back, where the newest are.</summary>
internal abstract class Hits
{
    private const int NoMore = DocIdSetIterator.NO_MORE_DOCS;

    /// <summary>The next one, or <see cref="DocIdSetIterator.NO_MORE_DOCS"/>.</summary>
    public abstract int Next();

    /// <summary>What the title of the one that was found last counts for; nothing where titles are not asked for.</summary>
    public virtual double Title() => 0;

    /// <summary>How well its text and files fit; nothing where that is not asked.</summary>
    public virtual double Score() => 0;

    /// <summary>Every text.</summary>
    public static Hits All(AtomicReader reader) => new Every(reader.MaxDoc, reader.LiveDocs);

    /// <summary>Which texts hold all the terms, neither how often nor where; a title counts one for each term it holds.</summary>
    public static Hits Unscored(AtomicReader reader, IReadOnlyList<string> terms, bool withTitles) =>
        new Marked(Holding(reader, terms, IndexQuery.Text, IndexQuery.Files), withTitles ? [.. terms.Select(t => Holding(reader, t, IndexQuery.Title))] : []);

    /// <summary>What holds all the words, each in its text or its files.</summary>
    public static Hits Scored(AtomicReaderContext context, IReadOnlyList<(WeighedWord Text, WeighedWord Files)> words, IEnumerable<WeighedWord> titles)
    {
        Either[] found = [.. words.Select(w => new Either(w.Text.In(context), w.Files.In(context))).OrderBy(e => e.Cost)];
        return new Together(found, [.. titles.Select(t => t.In(context)).OfType<Scorer>()]);
    }

    /// <summary>What Lucene finds.</summary>
    public static Hits Of(AtomicReaderContext context, Weight query, Weight? titles)
    {
        var live = context.AtomicReader.LiveDocs;
        return new Found(query.GetScorer(context, live), titles?.GetScorer(context, live) is { } inTitles ? [inTitles] : []);
    }

    private static ulong[] Holding(AtomicReader reader, IReadOnlyList<string> terms, params ReadOnlySpan<string> fields)
    {
        var hits = Holding(reader, terms[0], fields);
        foreach (var term in terms.Skip(1))
        {
            var held = Holding(reader, term, fields);
            for (var at = 0; at < hits.Length; at++)
            {
                hits[at] &= held[at];
            }
        }

        return hits;
    }

    // A bit for each text.
    private static ulong[] Holding(AtomicReader reader, string term, params ReadOnlySpan<string> fields)
    {
        var hits = new ulong[(reader.MaxDoc + 63) / 64];
        foreach (var field in fields)
        {
            if (reader.GetTerms(field)?.GetEnumerator() is { } terms && terms.SeekExact(new BytesRef(term)))
            {
                var docs = terms.Docs(reader.LiveDocs, null, DocsFlags.NONE);
                for (var doc = docs.NextDoc(); doc != NoMore; doc = docs.NextDoc())
                {
                    hits[doc >> 6] |= 1UL << doc;
                }
            }
        }

        return hits;
    }

    private sealed class Every(int count, IBits? live) : Hits
    {
        private int _doc = count;

        public override int Next()
        {
            do
            {
                _doc--;
            }
            while (_doc >= 0 && live?.Get(_doc) == false);
            return _doc >= 0 ? _doc : NoMore;
        }
    }

    private sealed class Marked(ulong[] bits, ulong[][] titles) : Hits
    {
        private int _at = bits.Length;
        private ulong _rest;
        private int _doc;

        public override int Next()
        {
            while (_rest == 0)
            {
                if (--_at < 0)
                {
                    return NoMore;
                }

                _rest = bits[_at];
            }

            var bit = BitOperations.Log2(_rest);
            _rest ^= 1UL << bit;
            return _doc = (_at << 6) + bit;
        }

        public override double Title()
        {
            var held = 0UL;
            foreach (var title in titles)
            {
                held += (title[_doc >> 6] >> _doc) & 1;
            }

            return held;
        }
    }

    private abstract class Ranked(Scorer[] titles) : Hits
    {
        protected int Doc { get; set; } = -1;

        public override double Title()
        {
            var score = 0.0;
            foreach (var title in titles)
            {
                var held = title.DocID < Doc ? title.Advance(Doc) : title.DocID;
                score += held == Doc ? title.GetScore() : 0;
            }

            return score;
        }
    }

    private sealed class Found(Scorer? scorer, Scorer[] titles) : Ranked(titles)
    {
        public override int Next() => Doc = scorer?.NextDoc() ?? NoMore;

        public override double Score() => scorer!.GetScore();
    }

    /// <summary>The rarest word leads, the others follow. Lucene's own would keep a heap of the two places of each.</summary>
    private sealed class Together(Either[] words, Scorer[] titles) : Ranked(titles)
    {
        public override int Next()
        {
            var doc = words[0].Advance(Doc + 1);
            for (var at = 1; at < words.Length && doc != NoMore; at++)
            {
                var other = words[at].Advance(doc);
                if (other != doc)
                {
                    doc = words[0].Advance(other);
                    at = 0;
                }
            }

            return Doc = doc;
        }

        public override double Score()
        {
            var score = 0.0;
            foreach (var word in words)
            {
                score += word.ScoreAt(Doc);
            }

            return score;
        }
    }

    /// <summary>A word in the text or in the files.</summary>
    private sealed class Either(Scorer? text, Scorer? files)
    {
        private int _text = text is null ? NoMore : -1;
        private int _files = files is null ? NoMore : -1;

        public long Cost { get; } = (text?.GetCost() ?? 0) + (files?.GetCost() ?? 0);

        public int Advance(int to)
        {
            if (_text < to)
            {
                _text = text!.Advance(to);
            }

            if (_files < to)
            {
                _files = files!.Advance(to);
            }

            return Math.Min(_text, _files);
        }

        public double ScoreAt(int doc) => (_text == doc ? text!.GetScore() : 0) + (_files == doc ? files!.GetScore() : 0);
    }
}
