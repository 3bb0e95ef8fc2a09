using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>The words of the language, each with a number to know it by and with its share of all words.</summary>
internal sealed class Vocabulary
{
    /// <summary>No word has more characters.</summary>
    public const int LongestWord = 6;

    /// <summary>What is no word of the vocabulary.</summary>
    public const int Unknown = -1;

    // Of words that the dictionaries lack and reports use.
    private const double CampusShare = 3e-6;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<double> _shares = [];
    private readonly HashSet<int> _joined = [];

    private Vocabulary() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _shares.Count;

    public static Vocabulary Load()
    {
        var vocabulary = new Vocabulary();
        foreach (var (level, words) in LanguageData.Read<Data>("vocabulary.data.json").Words)
        {
            var share = Math.Pow(2, -int.Parse(level, CultureInfo.InvariantCulture) / 4.0);
            foreach (var word in words.Split(' '))
            {
                vocabulary._shares[vocabulary.Add(word)] = share;
            }
        }

        foreach (var word in LanguageData.Read<Campus>("campus.data.json").Words.Split(' ').Where(w => vocabulary.NumberOf(w) == Unknown))
        {
            vocabulary._shares[vocabulary.Add(word)] = CampusShare;
        }

        return vocabulary;
    }

    /// <summary>The number of a word, or <see cref="Unknown"/>.</summary>
    public int NumberOf(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out var number) ? number : Unknown;

    /// <summary>The share of all words that a word has.</summary>
    public double ShareOf(int word) => word == Unknown ? 0 : _shares[word];

    /// <summary>Whether two characters stand side by side in any word.</summary>
    public bool AreJoined(char a, char b) => _joined.Contains((a << 16) | b);

    /// <summary>The number of a word, which is taken up if it was not known.</summary>
    public int Add(string word)
    {
        if (_numbers.TryGetValue(word, out var number))
        {
            return number;
        }

        _numbers.Add(word, _shares.Count);
        _shares.Add(0);
        for (var at = 1; at < word.Length; at++)
        {
            _joined.Add((word[at - 1] << 16) | word[at]);
        }

        return _shares.Count - 1;
    }

    private sealed record Campus(string Words);

    private sealed record Data(Dictionary<string, string> Words);
}
