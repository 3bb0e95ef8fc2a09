namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>Divides signs into words the likeliest way. Every sign may end a word of each length; of each only the best way there is kept.</summary>
internal sealed class Segmenter(LanguageModel model)
{
    private const int Width = Vocabulary.LongestWord + 1;
    private const int Known = 4096;

    private readonly (long Pair, double Likelihood)[] _known = Unknown();
    private double[] _scores = [];
    private int[] _words = [];
    private int[] _from = [];

    /// <summary>The logarithm of how likely the signs are, between a sign before them and one behind them.</summary>
    public double Score(ReadOnlySpan<char> signs, char? before, char? behind)
    {
        Fill(signs, before);
        var last = signs.Length * Width;
        var best = double.NegativeInfinity;
        for (var length = 0; length < Width; length++)
        {
            if (_scores[last + length] > double.NegativeInfinity)
            {
                best = Math.Max(best, _scores[last + length] + (behind is { } sign ? Likelihood(_words[last + length], sign) : 0));
            }
        }

        return best;
    }

    /// <summary>For every sign where the word begins that it is part of.</summary>
    public int[] Starts(ReadOnlySpan<char> signs, char? before)
    {
        Fill(signs, before);
        var starts = new int[signs.Length];
        var end = signs.Length;
        var length = Best(_scores.AsSpan(end * Width, Width));
        while (end > 0)
        {
            starts.AsSpan(end - length, length).Fill(end - length);
            (end, length) = (end - length, _from[(end * Width) + length]);
        }

        return starts;
    }

    private static (long Pair, double Likelihood)[] Unknown()
    {
        var none = new (long, double)[Known];
        Array.Fill(none, (long.MinValue, 0));
        return none;
    }

    private static int Best(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var length = 1; length < scores.Length; length++)
        {
            best = scores[length] > scores[best] ? length : best;
        }

        return best;
    }

    private void Fill(ReadOnlySpan<char> signs, char? before)
    {
        var size = (signs.Length + 1) * Width;
        if (_scores.Length < size)
        {
            (_scores, _words, _from) = (new double[size], new int[size], new int[size]);
        }

        _scores.AsSpan(0, size).Fill(double.NegativeInfinity);
        _scores[0] = 0;
        _words[0] = before is { } sign ? model.Words.NumberOf([sign]) : Vocabulary.Unknown;
        for (var at = 0; at < signs.Length; at++)
        {
            for (var length = 1; length <= Vocabulary.LongestWord && at + length <= signs.Length; length++)
            {
                if (length > 1 && !model.Words.AreJoined(signs[at + length - 2], signs[at + length - 1]))
                {
                    break;
                }

                var word = model.Words.NumberOf(signs.Slice(at, length));
                if (length == 1 || word != Vocabulary.Unknown)
                {
                    Reach(at, length, word, !Folding.IsHan(signs[at]));
                }

                if (!Folding.IsHan(signs[at + length - 1]))
                {
                    break;
                }
            }
        }
    }

    private void Reach(int at, int length, int word, bool isMark)
    {
        var (best, from) = (double.NegativeInfinity, 0);
        for (var other = 0; other < Width; other++)
        {
            var score = _scores[(at * Width) + other];
            if (score > double.NegativeInfinity && score + Likelihood(_words[(at * Width) + other], word, isMark) is var reached && reached > best)
            {
                (best, from) = (reached, other);
            }
        }

        var to = ((at + length) * Width) + length;
        (_scores[to], _words[to], _from[to]) = (best, word, from);
    }

    private double Likelihood(int before, char sign) => Likelihood(before, model.Words.NumberOf([sign]), !Folding.IsHan(sign));

    // The same words are weighed again with every trial.
    private double Likelihood(int before, int word, bool isMark)
    {
        var pair = ((((long)before << 32) | (uint)word) << 1) | (isMark ? 1L : 0L);
        ref var known = ref _known[(uint)((before * 31) + word) % Known];
        if (known.Pair != pair)
        {
            known = (pair, model.Likelihood(before, word, isMark));
        }

        return known.Likelihood;
    }
}
