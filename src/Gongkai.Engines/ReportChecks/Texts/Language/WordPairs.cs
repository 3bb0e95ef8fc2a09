using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>How often words stand side by side in some body of texts.</summary>
internal sealed class WordPairs
{
    private readonly List<(int Before, int Word, int Count)> _counts = [];
    private readonly Dictionary<int, int> _totals = [];

    /// <summary>Takes up rows of a word, how often anything follows it, then what follows and how often.</summary>
    public WordPairs(Vocabulary vocabulary, List<string> rows)
    {
        foreach (var row in rows)
        {
            var parts = row.AsSpan().Split(' ');
            var before = vocabulary.Add(Next(row, ref parts));
            _totals[before] = int.Parse(Next(row, ref parts), CultureInfo.InvariantCulture);
            while (parts.MoveNext())
            {
                var word = vocabulary.Add(row.AsSpan(parts.Current));
                _counts.Add((before, word, int.Parse(Next(row, ref parts), CultureInfo.InvariantCulture)));
            }
        }
    }

    /// <summary>All pairs, each with how often it stands there.</summary>
    public IReadOnlyList<(int Before, int Word, int Count)> All => _counts;

    /// <summary>How often anything follows a word.</summary>
    public int After(int word) => _totals.GetValueOrDefault(word);

    private static ReadOnlySpan<char> Next(string row, ref MemoryExtensions.SpanSplitEnumerator<char> parts) => parts.MoveNext() ? row.AsSpan(parts.Current) : [];
}
