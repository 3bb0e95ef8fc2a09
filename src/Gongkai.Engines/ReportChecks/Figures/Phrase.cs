namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>What words say of a number, in words that do not depend on who wrote them: 关注人数 is 粉丝, and 本学年共 says nothing. Phrases are compared by
/// the pairs of characters they hold.</summary>
internal sealed class Phrase
{
    private static readonly Dictionary<char, List<(string Word, string Means)>> Words = Load();

    private readonly List<string> _runs;

    private Phrase(List<string> runs)
    {
        _runs = runs;
        Pairs = [.. runs.SelectMany(PairsOf)];
    }

    /// <summary>The pairs of characters that stand side by side.</summary>
    public HashSet<int> Pairs { get; }

    /// <summary>Whether nothing is said at all.</summary>
    public bool IsEmpty => Pairs.Count == 0;

    public static Phrase Of(string text)
    {
        var runs = new List<string>();
        var run = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var (length, means) = WordAt(text, at);
            if (length == 0 && Folding.IsHan(text[at]))
            {
                run.Append(text[at]);
            }
            else if (means.Length > 0)
            {
                run.Append(means);
            }
            else if (run.Length > 0)
            {
                runs.Add(run.ToString());
                run.Clear();
            }

            at += Math.Max(1, length);
        }

        if (run.Length > 0)
        {
            runs.Add(run.ToString());
        }

        return new Phrase(runs);
    }

    /// <summary>Whether both say the same.</summary>
    public bool Equals(Phrase other) => _runs.SequenceEqual(other._runs);

    /// <summary>How much of it, from 0 to 1, is said there too.</summary>
    public double CoveredBy(HashSet<int> pairs, HashSet<int> further)
    {
        var (all, covered) = (0, 0);
        foreach (var run in _runs.Where(r => r.Length > 1))
        {
            var last = -1;
            foreach (var (pair, at) in PairsOf(run).Select((pair, at) => (pair, at)))
            {
                if (pairs.Contains(pair) || further.Contains(pair))
                {
                    covered += last == at ? 1 : 2;
                    last = at + 1;
                }
            }

            all += run.Length;
        }

        return all == 0 ? 0 : (double)covered / all;
    }

    private static IEnumerable<int> PairsOf(string run) => Enumerable.Range(0, run.Length - 1).Select(at => (run[at] << 16) | run[at + 1]);

    // The longest word that begins here and what it stands for; nothing for a word that says nothing.
    private static (int Length, string Means) WordAt(string text, int at)
    {
        if (Words.TryGetValue(text[at], out var words))
        {
            foreach (var (word, means) in words)
            {
                if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && Stands(text, at + word.Length, word))
                {
                    return (word.Length, means);
                }
            }
        }

        return (0, "");
    }

    // 信息公开网 is a place, and 信息 alone is what is counted.
    private static bool Stands(string text, int end, string word) => word switch
    {
        "信息公开" => end >= text.Length || text[end] is not ('网' or '专' or '栏'),
        "信息" => end < text.Length && Folding.IsHan(text[end]),
        _ => true,
    };

    private static Dictionary<char, List<(string Word, string Means)>> Load()
    {
        var data = DataFile.Read<Data>("phrases.data.json");
        return data.Same.SelectMany(s => s.Value.Append(s.Key).Distinct().Select(word => (Word: word, Means: s.Key)))
            .Concat(data.Empty.Concat(["信息公开", "信息"]).Select(word => (Word: word, Means: "")))
            .GroupBy(w => w.Word[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Word.Length).ToList());
    }

    private sealed record Data(Dictionary<string, List<string>> Same, List<string> Empty);
}
