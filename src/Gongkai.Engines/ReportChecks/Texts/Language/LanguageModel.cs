using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>How likely a word is behind another: by how common it is and by what stands side by side in the press and in disclosure
/// reports, the more by the latter the more often they have the word before it. All of it is worked out when the model is loaded.</summary>
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

    private const int FilterBits = 21;

    // Logarithms are kept as whole numbers, none is below -64.
    private const double Fine = 1 << 22;

    private static readonly double LeastLikely = Math.Log(UnknownShare);
    private static readonly Lazy<LanguageModel> Loaded = new(() => new LanguageModel(DataFile.Read<LanguageCounts>("reports.data.json")));

    private readonly double[] _inReports;
    private readonly WordWeight[] _weights;
    private readonly PackedMap _pairs = new(FilterBits);
    private Omissions? _omissions;

    private LanguageModel(LanguageCounts reports)
    {
        Words = Vocabulary.Load();
        var counts = reports.Words.SelectMany(row => row.Value.Split(' ').Select(word => (Word: Words.Add(word), Count: double.Parse(row.Key, CultureInfo.InvariantCulture)))).ToList();
        var inPress = new WordPairs(Words, DataFile.Read<LanguageCounts>("press.data.json").Pairs);
        var inReports = new WordPairs(Words, reports.Pairs);
        var marks = Wording.Marks.Select(mark => Words.Add([mark])).ToHashSet();

        var total = counts.Sum(c => c.Count);
        _inReports = new double[Words.Count];
        counts.ForEach(c => _inReports[c.Word] = c.Count / total);
        var shares = new double[Words.Count];
        _weights = new WordWeight[Words.Count];
        for (var word = 0; word < shares.Length; word++)
        {
            shares[word] = marks.Contains(word) ? MarkShare : ((1 - ReportsShare) * Words.ShareOf(word)) + (ReportsShare * _inReports[word]);
            var unseen = (1 - Weight(inPress, word, PressWeight, PressHalf)) * (1 - Weight(inReports, word, ReportsWeight, ReportsHalf));
            _weights[word] = new WordWeight(word, (float)Math.Log(shares[word]), (float)Math.Log(unseen));
        }

        Blend(inPress, inReports, shares);
    }

    /// <summary>The model of the texts that this engine reads.</summary>
    public static LanguageModel Shared => Loaded.Value;

    public Vocabulary Words { get; }

    /// <summary>The model without what reports say, which divides the texts that their words are counted in.</summary>
    public static LanguageModel OfPress() => new(new LanguageCounts("", [], []));

    /// <summary>What a lone character may be the rest of.</summary>
    public Omissions Omissions => _omissions ??= new Omissions(this);

    /// <summary>Whether a word is common enough to be meant.</summary>
    public bool IsCommon(int word, double share) => Words.ShareOf(word) >= share || _inReports[word] > 0;

    /// <summary>The share that a word has of all words of reports.</summary>
    public double InReports(int word) => word == Vocabulary.Unknown ? 0 : _inReports[word];

    /// <summary>Whether a word has been seen behind another.</summary>
    public bool IsPair(int before, int word) => before != Vocabulary.Unknown && word != Vocabulary.Unknown && _pairs.TryGet(KeyOf(before, word), out _);

    /// <summary>What a word weighs, which may be unknown.</summary>
    public WordWeight WeightOf(int word) => word == Vocabulary.Unknown ? WordWeight.Unknown : _weights[word];

    /// <summary>The logarithm of how likely a word is behind another. Either may be unknown.</summary>
    public double Likelihood(in WordWeight before, in WordWeight word)
    {
        if (before.Word != Vocabulary.Unknown && word.Word != Vocabulary.Unknown && _pairs.TryGet(KeyOf(before.Word, word.Word), out var seen))
        {
            return Math.Max(-seen / Fine, LeastLikely);
        }

        return Math.Max(before.Behind + word.Alone, LeastLikely);
    }

    private static ulong KeyOf(int before, int word) => ((ulong)before << (PackedMap.KeyBits / 2)) | (uint)word;

    // What both bodies of texts say of the pairs that either has.
    private void Blend(WordPairs inPress, WordPairs inReports, double[] shares)
    {
        var likely = new Dictionary<(int Before, int Word), (double Press, double Reports)>(inPress.All.Count);
        foreach (var (before, word, count) in inPress.All)
        {
            likely[(before, word)] = ((double)count / inPress.After(before), 0);
        }

        foreach (var (before, word, count) in inReports.All)
        {
            likely[(before, word)] = (likely.GetValueOrDefault((before, word)).Press, (double)count / inReports.After(before));
        }

        foreach (var ((before, word), (press, report)) in likely)
        {
            var (inPressWeight, inReportsWeight) = (Weight(inPress, before, PressWeight, PressHalf), Weight(inReports, before, ReportsWeight, ReportsHalf));
            var share = (inPressWeight * press) + ((1 - inPressWeight) * shares[word]);
            share = (inReportsWeight * report) + ((1 - inReportsWeight) * share);
            _pairs.Set(KeyOf(before, word), (uint)(-Math.Log(share) * Fine));
        }
    }

    private static double Weight(WordPairs pairs, int before, double most, double half) => pairs.After(before) is > 0 and var total ? most * total / (total + half) : 0;
}
