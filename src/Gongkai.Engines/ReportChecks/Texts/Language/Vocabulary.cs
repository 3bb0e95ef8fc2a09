using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>The words of the language, each with a number to know it by and with its share of all words. They stand in a tree of their characters, so
/// that all words that begin at one place of a text are found in one walk.</summary>
internal sealed class Vocabulary
{
    /// <summary>No word has more characters.</summary>
    public const int LongestWord = 6;

    /// <summary>What is no word of the vocabulary.</summary>
    public const int Unknown = -1;

    /// <summary>Where a walk begins.</summary>
    public const int Root = 0;

    /// <summary>Where a walk ends that no word goes on with.</summary>
    public const int Nowhere = -1;

    // Of words that the dictionaries lack: 一卡通, 楼管员.
    private const double FurtherShare = 3e-6;

    private static readonly string[] Lacking = ["campus.data.json", "everyday.data.json"];

    private const int FilterBits = 21;
    private const int SignBits = 16;

    // A word bears the number of the place where its walk ends.
    private readonly PackedMap _steps = new(FilterBits);
    private readonly int[] _first = new int[char.MaxValue + 1];
    private readonly List<double> _shares = [0];
    private readonly List<bool> _areWords = [false];

    private Vocabulary() => Array.Fill(_first, Nowhere);

    /// <summary>All numbers of words are smaller.</summary>
    public int Count => _shares.Count;

    public static Vocabulary Load()
    {
        var vocabulary = new Vocabulary();
        foreach (var (level, words) in DataFile.Read<Data>("vocabulary.data.json").Words)
        {
            var share = Math.Pow(2, -int.Parse(level, CultureInfo.InvariantCulture) / 4.0);
            foreach (var word in words.AsSpan().Split(' '))
            {
                vocabulary._shares[vocabulary.Add(words.AsSpan(word))] = share;
            }
        }

        foreach (var word in Lacking.SelectMany(file => DataFile.Read<Further>(file).Words.Split(' ')).Where(w => vocabulary.NumberOf(w) == Unknown))
        {
            vocabulary._shares[vocabulary.Add(word)] = FurtherShare;
        }

        return vocabulary;
    }

    /// <summary>Where a walk comes to with one more character, or <see cref="Nowhere"/>.</summary>
    public int Step(int from, char sign) => from switch
    {
        Root => _first[sign],
        Nowhere => Nowhere,
        _ => _steps.TryGet(KeyOf(from, sign), out var to) ? (int)to : Nowhere,
    };

    /// <summary>The number of the word that a walk has read, or <see cref="Unknown"/>.</summary>
    public int WordAt(int place) => place != Nowhere && _areWords[place] ? place : Unknown;

    /// <summary>The number of a word, or <see cref="Unknown"/>.</summary>
    public int NumberOf(ReadOnlySpan<char> word)
    {
        var place = Root;
        foreach (var sign in word)
        {
            place = Step(place, sign);
        }

        return WordAt(place);
    }

    /// <summary>All words of two characters.</summary>
    public IEnumerable<(char First, char Second, int Word)> OfTwo()
    {
        var first = Enumerable.Range(0, _first.Length).Where(sign => _first[sign] != Nowhere).ToDictionary(sign => _first[sign], sign => (char)sign);
        return _steps.All.Where(step => _areWords[(int)step.Value] && first.ContainsKey((int)(step.Key >> SignBits)))
            .Select(step => (first[(int)(step.Key >> SignBits)], (char)(step.Key & char.MaxValue), (int)step.Value));
    }

    /// <summary>The share of all words that a word has.</summary>
    public double ShareOf(int word) => word == Unknown ? 0 : _shares[word];

    /// <summary>The number of a word, which is taken up if it was not known.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var place = Root;
        foreach (var sign in word)
        {
            var next = Step(place, sign);
            if (next == Nowhere)
            {
                next = _shares.Count;
                Join(place, sign, next);
                _shares.Add(0);
                _areWords.Add(false);
            }

            place = next;
        }

        _areWords[place] = true;
        return place;
    }

    private void Join(int from, char sign, int to)
    {
        if (from == Root)
        {
            _first[sign] = to;
        }
        else
        {
            _steps.Set(KeyOf(from, sign), (uint)to);
        }
    }

    private static ulong KeyOf(int from, char sign) => ((ulong)from << SignBits) | sign;

    private sealed record Further(string Words);

    private sealed record Data(Dictionary<string, string> Words);
}
