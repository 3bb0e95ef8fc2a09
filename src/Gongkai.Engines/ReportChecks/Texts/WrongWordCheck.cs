using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds words that are wrong where they stand: 截止目前 for 截至目前, mistyped fixed phrases, words doubled by a slip.</summary>
internal sealed class WrongWordCheck : IReportCheck
{
    private static readonly List<(Regex Form, string Right)> Words = Load();

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var block in reading.Blocks.Where(b => b.Kind != BlockKind.Contents))
        {
            var text = block.Span.Of(reading.Folded);
            foreach (var (form, right) in Words)
            {
                foreach (Match match in form.Matches(text))
                {
                    var span = new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length);
                    yield return Notice.Of(ReportCodes.WrongWord, Severity.Warning, span, "", ("found", match.Value), ("expected", right));
                }
            }
        }
    }

    private static List<(Regex Form, string Right)> Load()
    {
        using var stream = typeof(WrongWordCheck).Assembly.GetManifestResourceStream("wrong-words.data.json")!;
        var words = JsonSerializer.Deserialize<List<Word>>(stream, JsonSerializerOptions.Web)!;
        return words.ConvertAll(w => (new Regex(w.Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), w.Right));
    }

    private sealed record Word(string Pattern, string Right);
}
