using System.Text.Json;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>The words of two characters that reports use, and the characters that sound or look alike: what it takes to see that a pair of characters is
/// a word with one character mistyped.</summary>
internal static class Lexicon
{
    private static readonly Data Loaded = Load();

    // The words looked for, the commonest first; a pair that may be several of them is most likely the first.
    private static readonly Dictionary<int, int> Checked = Pairs(Loaded.Checked).Select((pair, at) => (pair, at)).ToDictionary(p => p.pair, p => p.at);
    private static readonly HashSet<int> Words = [.. Checked.Keys, .. Pairs(Loaded.Known)];
    private static readonly HashSet<int> Seen = [.. Words, .. Pairs(Loaded.Pairs)];
    private static readonly HashSet<char> Alone = [.. Loaded.Alone];

    // Numbers, measure words and the small words that stand beside any other: with them a pair means nothing.
    private static readonly HashSet<char> Function = [.. Loaded.Function];

    // Other common words come behind those looked for.
    private const int MostKnown = 4000;
    private static readonly Dictionary<int, int> Ranks = Pairs(Loaded.Known).Take(MostKnown).Select((pair, at) => (pair, rank: Checked.Count + at)).Where(p => !Checked.ContainsKey(p.pair) && !Function.Contains((char)(p.pair >> 16)) && !Function.Contains((char)p.pair))
        .DistinctBy(p => p.pair).Concat(Checked.Select(c => (pair: c.Key, rank: c.Value))).ToDictionary(p => p.pair, p => p.rank);
    private static readonly Dictionary<char, string> Alike = Loaded.Sounds.Concat(Loaded.Looks)
        .SelectMany(group => group.Select(c => (c, group))).GroupBy(p => p.c, p => p.group).ToDictionary(g => g.Key, string.Concat);

    /// <summary>Whether two characters are a word.</summary>
    public static bool IsWord(char a, char b) => Words.Contains(Pair(a, b));

    /// <summary>Whether two characters stand side by side in some word or other.</summary>
    public static bool IsSeen(char a, char b) => Seen.Contains(Pair(a, b));

    /// <summary>Whether a character is a word by itself or joins on to many.</summary>
    public static bool StandsAlone(char c) => Alone.Contains(c);

    /// <summary>The commonest word that is written when one of two characters is replaced by one that sounds or looks alike; null when there is none.</summary>
    public static string? Meant(char a, char b, bool isDoubtful = false)
    {
        // With a small word beside it only the words of the field can be meant, and nothing that stands by itself is mistyped.
        var isSmall = Function.Contains(a) || Function.Contains(b);
        var ranks = isSmall || isDoubtful ? Checked : Ranks;
        var (best, word) = (int.MaxValue, (string?)null);
        void Try(char first, char second)
        {
            if (ranks.TryGetValue(Pair(first, second), out var rank) && rank < best)
            {
                (best, word) = (rank, $"{first}{second}");
            }
        }

        foreach (var other in isSmall && StandsAlone(a) ? "" : Alike.GetValueOrDefault(a, ""))
        {
            Try(other, b);
        }

        foreach (var other in isSmall && StandsAlone(b) ? "" : Alike.GetValueOrDefault(b, ""))
        {
            Try(a, other);
        }

        return word;
    }

    private static int Pair(char a, char b) => (a << 16) | b;

    private static IEnumerable<int> Pairs(string words)
    {
        for (var at = 0; at + 1 < words.Length; at += 2)
        {
            yield return Pair(words[at], words[at + 1]);
        }
    }

    private static Data Load()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.data.json")!;
        return JsonSerializer.Deserialize<Data>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Data(string Checked, string Known, string Pairs, string Alone, string Function, List<string> Sounds, List<string> Looks);
}
