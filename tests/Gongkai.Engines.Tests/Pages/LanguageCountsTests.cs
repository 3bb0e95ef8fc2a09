using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.ReportChecks.Texts.Language;
using Gongkai.Engines.Tests.ReportChecks;

namespace Gongkai.Engines.Tests.Pages;

/// <summary>Makes the counts of words in disclosure reports that the language model weighs by.</summary>
public sealed class LanguageCountsTests
{
    private const string File = "src/Gongkai.Engines/ReportChecks/Texts/Language/reports.data.json";
    private const string Source = "How often words stand side by side in disclosure reports, and how often each stands there: counted in the clean texts beside the tests by LanguageCountsTests.";

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerOptions.Web) { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [Fact]
    public void The_counts_beside_the_language_model_are_those_of_the_clean_texts() => EnginePage.MustBeFile(File, JsonSerializer.Serialize(Count(Texts()), Plain) + "\n");

    private static IEnumerable<string> Texts()
    {
        var corpus = Path.Combine(AppContext.BaseDirectory, "ReportChecks", "Corpus");
        return Directory.GetFiles(corpus, "*-clean.txt", SearchOption.AllDirectories).Concat(Directory.GetFiles(Path.Combine(corpus, "Prose"), "*.txt"))
            .Order(StringComparer.Ordinal).Select(System.IO.File.ReadAllText);
    }

    private static LanguageCounts Count(IEnumerable<string> texts)
    {
        var lattice = new Lattice(LanguageModel.OfPress());
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var pairs = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var line in texts.SelectMany(t => t.ReplaceLineEndings("\n").Split('\n')).Where(l => l.Trim().Length > 0))
        {
            var before = Wording.Beginning.ToString();
            foreach (var word in Divide(lattice, line))
            {
                words[word] = words.GetValueOrDefault(word) + (Folding.IsHan(word[0]) ? 1 : 0);
                pairs.TryAdd(before, new Dictionary<string, int>(StringComparer.Ordinal));
                pairs[before][word] = pairs[before].GetValueOrDefault(word) + 1;
                before = word;
            }
        }

        return new LanguageCounts(
            Source,
            words.Where(w => w.Value > 0).GroupBy(w => w.Value, w => w.Key).OrderByDescending(g => g.Key)
                .ToDictionary(g => g.Key.ToString(CultureInfo.InvariantCulture), g => string.Join(' ', g.Order(StringComparer.Ordinal))),
            [.. pairs.OrderBy(p => p.Key, StringComparer.Ordinal).Select(Row)]);
    }

    private static string Row(KeyValuePair<string, Dictionary<string, int>> pair) => string.Join(
        ' ', [pair.Key, $"{pair.Value.Values.Sum()}", .. pair.Value.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key} {w.Value}")]);

    private static IEnumerable<string> Divide(Lattice lattice, string line)
    {
        lattice.Read(Wording.Of(Folding.Fold(line), new TextSpan(0, line.Length)).Signs);
        return lattice.Words();
    }
}
