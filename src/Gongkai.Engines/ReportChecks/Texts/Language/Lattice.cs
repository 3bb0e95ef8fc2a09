namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>All ways to divide a text into words. For every word that may stand somewhere it holds how likely the text is up to its end and how likely all that
/// follows it, so that a change of a few signs is weighed by the words alone that they touch, as if the whole text had been divided anew.</summary>
internal sealed class Lattice(LanguageModel model)
{
    private const int Width = Vocabulary.LongestWord + 1;
    private const double Impossible = double.NegativeInfinity;

    private readonly WordWeight _beginning = model.WeightOf(model.Words.NumberOf([Wording.Beginning]));
    private string _signs = "";

    // By the sign a word begins with and how many it has.
    private WordWeight[] _words = [];
    private double[] _upTo = [];
    private double[] _behind = [];
    private int[] _before = [];

    // How likely each of them is behind each that may stand before it, by how many signs that has.
    private double[] _steps = [];
    private double _likelihood;

    /// <summary>The signs that were read.</summary>
    public string Signs => _signs;

    /// <summary>Takes up a text.</summary>
    public void Read(string signs)
    {
        _signs = signs;
        var size = signs.Length * Width;
        if (_words.Length < size)
        {
            (_words, _upTo, _behind, _before, _steps) = (new WordWeight[size], new double[size], new double[size], new int[size], new double[size * Width]);
        }

        _upTo.AsSpan(0, size).Fill(Impossible);
        for (var start = 0; start < signs.Length; start++)
        {
            var place = Vocabulary.Root;
            for (var length = 1; length <= Vocabulary.LongestWord && start + length <= signs.Length; length++)
            {
                place = model.Words.Step(place, signs[start + length - 1]);
                var word = model.WeightOf(model.Words.WordAt(place));
                if (length == 1 || word.Word != Vocabulary.Unknown)
                {
                    Enter(start, length, word);
                }

                if (place == Vocabulary.Nowhere)
                {
                    break;
                }
            }
        }

        _likelihood = Impossible;
        for (var length = 1; length <= Math.Min(Vocabulary.LongestWord, signs.Length); length++)
        {
            _likelihood = Math.Max(_likelihood, _upTo[Node(signs.Length - length, length)]);
        }

        for (var start = signs.Length - 1; start >= 0; start--)
        {
            for (var length = 1; length <= Vocabulary.LongestWord && start + length <= signs.Length; length++)
            {
                if (_upTo[Node(start, length)] > Impossible)
                {
                    _behind[Node(start, length)] = Onward(start, length);
                }
            }
        }
    }

    /// <summary>For every sign where the word begins that it is part of, when the text is divided the likeliest way.</summary>
    public int[] Starts()
    {
        var starts = new int[_signs.Length];
        var end = _signs.Length;
        var length = Enumerable.Range(1, Math.Min(Vocabulary.LongestWord, end)).DefaultIfEmpty().MaxBy(l => l == 0 ? 0 : _upTo[Node(end - l, l)]);
        while (end > 0)
        {
            var start = end - length;
            starts.AsSpan(start, length).Fill(start);
            (end, length) = (start, _before[Node(start, length)]);
        }

        return starts;
    }

    /// <summary>By how much the logarithm of the text's likelihood grows when other signs are meant at a place.</summary>
    /// <param name="at">The first sign that is wrong.</param>
    /// <param name="removed">How many are.</param>
    /// <param name="meant">What is meant in their place.</param>
    public Change Weigh(int at, int removed, ReadOnlySpan<char> meant)
    {
        var changed = new Changed(_signs, at, removed, meant);
        var best = meant.IsEmpty ? Joined(at, removed) : new Way(Impossible, at, at);
        List<Inner>? inner = null;
        for (var start = Math.Max(0, at - Vocabulary.LongestWord + 1); start < at + meant.Length; start++)
        {
            var place = Vocabulary.Root;
            for (var length = 1; length <= Vocabulary.LongestWord && start + length <= changed.Length; length++)
            {
                place = model.Words.Step(place, changed[start + length - 1]);
                var word = model.WeightOf(model.Words.WordAt(place));
                var end = start + length;
                if ((length == 1 || word.Word != Vocabulary.Unknown) && end > at)
                {
                    var (upTo, first) = start <= at ? (Reach(start, word).Likelihood, start) : Reach(start, word, inner!);
                    if (end < at + meant.Length)
                    {
                        (inner ??= []).Add(new Inner(end, word, upTo, first));
                    }
                    else if (upTo + Onward(word, end - meant.Length + removed).Likelihood is var likelihood && likelihood > best.Likelihood)
                    {
                        best = new Way(likelihood, first, end);
                    }
                }

                if (place == Vocabulary.Nowhere)
                {
                    break;
                }
            }
        }

        return new Change(best.Likelihood - _likelihood, best.Start, best.End);
    }

    private static int Node(int start, int length) => (start * Width) + length;

    private void Enter(int start, int length, in WordWeight word)
    {
        var node = Node(start, length);
        _words[node] = word;
        if (start == 0)
        {
            (_upTo[node], _before[node]) = (model.Likelihood(_beginning, word), 0);
            return;
        }

        for (var before = 1; before <= Math.Min(Vocabulary.LongestWord, start); before++)
        {
            var from = Node(start - before, before);
            if (_upTo[from] == Impossible)
            {
                continue;
            }

            var step = model.Likelihood(_words[from], word);
            _steps[(node * Width) + before] = step;
            if (_upTo[from] + step > _upTo[node])
            {
                (_upTo[node], _before[node]) = (_upTo[from] + step, before);
            }
        }
    }

    // How likely all is that follows a word which stands in the text.
    private double Onward(int start, int length)
    {
        var end = start + length;
        if (end == _signs.Length)
        {
            return 0;
        }

        var best = Impossible;
        for (var next = 1; next <= Vocabulary.LongestWord && end + next <= _signs.Length; next++)
        {
            var node = Node(end, next);
            if (_upTo[node] > Impossible)
            {
                best = Math.Max(best, _steps[(node * Width) + length] + _behind[node]);
            }
        }

        return best;
    }

    // The likeliest way to a word that begins at a sign, and how long the word before it is then.
    private (double Likelihood, int Length) Reach(int start, in WordWeight word)
    {
        if (start == 0)
        {
            return (model.Likelihood(_beginning, word), 0);
        }

        var best = (Likelihood: Impossible, Length: 1);
        for (var length = 1; length <= Math.Min(Vocabulary.LongestWord, start); length++)
        {
            var node = Node(start - length, length);
            if (_upTo[node] > Impossible && _upTo[node] + model.Likelihood(_words[node], word) is var likelihood && likelihood > best.Likelihood)
            {
                best = (likelihood, length);
            }
        }

        return best;
    }

    private (double Likelihood, int First) Reach(int start, in WordWeight word, List<Inner> inner)
    {
        var best = (Impossible, start);
        foreach (var before in inner.Where(i => i.End == start))
        {
            var likelihood = before.UpTo + model.Likelihood(before.Word, word);
            best = likelihood > best.Item1 ? (likelihood, before.First) : best;
        }

        return best;
    }

    // How likely all is that stands from a sign on, behind a word, and how long the first word there is then.
    private (double Likelihood, int Length) Onward(in WordWeight word, int start)
    {
        if (start == _signs.Length)
        {
            return (0, 0);
        }

        var best = (Likelihood: Impossible, Length: 1);
        for (var length = 1; length <= Vocabulary.LongestWord && start + length <= _signs.Length; length++)
        {
            var node = Node(start, length);
            if (_upTo[node] > Impossible && model.Likelihood(word, _words[node]) + _behind[node] is var likelihood && likelihood > best.Likelihood)
            {
                best = (likelihood, length);
            }
        }

        return best;
    }

    // What stands before a place and behind what is taken away there, side by side.
    private Way Joined(int at, int removed)
    {
        if (at == 0)
        {
            var (likelihood, length) = Onward(_beginning, removed);
            return new Way(likelihood, 0, length);
        }

        var best = new Way(Impossible, at, at);
        for (var before = 1; before <= Math.Min(Vocabulary.LongestWord, at); before++)
        {
            var node = Node(at - before, before);
            if (_upTo[node] == Impossible)
            {
                continue;
            }

            var (likelihood, length) = Onward(_words[node], at + removed);
            if (_upTo[node] + likelihood > best.Likelihood)
            {
                best = new Way(_upTo[node] + likelihood, length == 0 ? at - before : at, at + length);
            }
        }

        return best;
    }

    /// <summary>What a change does.</summary>
    /// <param name="Gain">By how much the logarithm of the likelihood grows.</param>
    /// <param name="Start">Where the words begin that hold what is meant.</param>
    /// <param name="End">Where they end, in the changed text.</param>
    public readonly record struct Change(double Gain, int Start, int End);

    private readonly record struct Way(double Likelihood, int Start, int End);

    // A word that ends within what is meant.
    private readonly record struct Inner(int End, WordWeight Word, double UpTo, int First);

    private readonly ref struct Changed(string signs, int at, int removed, ReadOnlySpan<char> meant)
    {
        private readonly ReadOnlySpan<char> _meant = meant;

        public int Length => signs.Length - removed + _meant.Length;

        public char this[int place] => place < at ? signs[place] : place < at + _meant.Length ? _meant[place - at] : signs[place - _meant.Length + removed];
    }
}
