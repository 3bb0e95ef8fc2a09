using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>How likely a word is behind another: by how common it is and by what stands side by side in the press and in disclosure
/// reports, the more by the latter the more often they have the word before it.</summary>
internal sealed class LanguageModel
{
    /// <summary>Marks are no words; each is taken to be as likely as any other.</summary>
    private const double MarkShare = 0.05;

    // Of a word of which nothing is known but that it is one character.
    private const double UnknownShare = 2e-9;

    // How much a body of texts is believed at most, and how often it must have a word to be believed half of that.
    private const double PressWeight = 0.7;
    private const double PressHalf = 300;
    private const double ReportsWeight = 0.4;
    private const double ReportsHalf = 5;
    private const double ReportsShare = 0.3;

    private static readonly Lazy<LanguageModel> Loaded = new(() => new LanguageModel());

    private readonly WordPairs _press;
    private readonly WordPairs _reports;
    private readonly double[] _inReports;

    private LanguageModel()
    {
        Words = Vocabulary.Load();
        var reports = LanguageData.Read<Data>("reports.data.json");
        var counts = reports.Words!.SelectMany(row => row.Value.Split(' ').Select(word => (word, count: double.Parse(row.Key, CultureInfo.InvariantCulture)))).ToList();
        var total = counts.Sum(c => c.count);
        var shares = counts.ConvertAll(c => (Word: Words.Add(c.word), Share: c.count / total));
        _press = new WordPairs(Words, LanguageData.Read<Data>("press.data.json").Pairs);
        _reports = new WordPairs(Words, reports.Pairs);
        _inReports = new double[Words.Count];
        foreach (var (word, share) in shares)
        {
            _inReports[word] = share;
        }
    }

    /// <summary>The model of the texts that this engine reads.</summary>
    public static LanguageModel Shared => Loaded.Value;

    public Vocabulary Words { get; }

    /// <summary>Whether a word is common enough to be meant.</summary>
    public bool IsCommon(int word, double share) => Words.ShareOf(word) >= share || InReports(word) > 0;

    /// <summary>Whether a word has been seen behind another.</summary>
    public bool IsPair(int before, int word) => _press.Count(before, word) > 0 || _reports.Count(before, word) > 0;

    /// <summary>The logarithm of how likely a word is behind another.</summary>
    public double Likelihood(int before, int word, bool isMark)
    {
        var share = isMark ? MarkShare : ((1 - ReportsShare) * Words.ShareOf(word)) + (ReportsShare * InReports(word));
        share = Blend(_press, before, word, share, PressWeight, PressHalf);
        share = Blend(_reports, before, word, share, ReportsWeight, ReportsHalf);
        return Math.Log(Math.Max(share, UnknownShare));
    }

    private double InReports(int word) => word == Vocabulary.Unknown ? 0 : _inReports[word];

    private static double Blend(WordPairs pairs, int before, int word, double share, double most, double half)
    {
        if (before == Vocabulary.Unknown || pairs.After(before) is not (> 0 and var total))
        {
            return share;
        }

        var weight = most * total / (total + half);
        return (weight * pairs.Count(before, word) / total) + ((1 - weight) * share);
    }

    private sealed record Data(Dictionary<string, string>? Words, List<string> Pairs);
}
