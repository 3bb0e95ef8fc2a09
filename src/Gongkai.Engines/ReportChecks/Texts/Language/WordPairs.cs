using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>How often words stand side by side in some body of texts.</summary>
internal sealed class WordPairs
{
    private readonly Dictionary<long, int> _counts = [];
    private readonly int[] _totals;

    /// <summary>Takes up rows of a word, how often anything follows it, then what follows and how often.</summary>
    public WordPairs(Vocabulary vocabulary, IEnumerable<string> rows)
    {
        var totals = new List<(int Word, int Total)>();
        foreach (var row in rows)
        {
            var parts = row.Split(' ');
            var before = vocabulary.Add(parts[0]);
            totals.Add((before, int.Parse(parts[1], CultureInfo.InvariantCulture)));
            for (var at = 2; at + 1 < parts.Length; at += 2)
            {
                _counts[Key(before, vocabulary.Add(parts[at]))] = int.Parse(parts[at + 1], CultureInfo.InvariantCulture);
            }
        }

        _totals = new int[vocabulary.Count];
        foreach (var (word, total) in totals)
        {
            _totals[word] = total;
        }
    }

    /// <summary>How often anything follows a word.</summary>
    public int After(int word) => word < _totals.Length ? _totals[word] : 0;

    /// <summary>How often the one word follows the other.</summary>
    public int Count(int before, int word) => _counts.GetValueOrDefault(Key(before, word));

    private static long Key(int before, int word) => ((long)before << 32) | (uint)word;
}
