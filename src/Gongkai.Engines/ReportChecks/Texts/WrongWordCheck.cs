using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds words that are wrong where they stand: 截止目前 for 截至目前, mistyped fixed phrases, words doubled by a slip, and whatever else was mistyped.</summary>
internal sealed class WrongWordCheck : IReportCheck
{
    private static readonly List<WrongWord> Words = Load();

    // One walk over the text looks for all words at once; nearly every paragraph holds none.
    private static readonly SearchValues<string> Signs = SearchValues.Create([.. Words.SelectMany(w => w.Signs)], StringComparison.Ordinal);

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var listed = Listed(reading).ToList();
        return listed.Concat(MistypedWords.Read(reading).Where(m => !listed.Exists(l => l.Span.Start < m.Span.End && m.Span.Start < l.Span.End)));
    }

    private static IEnumerable<ReportFinding> Listed(Reading reading)
    {
        foreach (var block in reading.Blocks)
        {
            if (block.Kind == BlockKind.Contents || !block.Span.In(reading.Folded).ContainsAny(Signs))
            {
                continue;
            }

            var text = block.Span.Of(reading.Folded);
            foreach (var word in Words.Where(w => w.MayStandIn(text)))
            {
                foreach (Match match in word.Form.Matches(text))
                {
                    var span = new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length);
                    yield return Notice.Of(ReportCodes.WrongWord, Severity.Warning, span, "", ("found", match.Value), ("expected", word.Right));
                }
            }
        }
    }

    private static List<WrongWord> Load()
    {
        var words = DataFile.Read<List<Word>>("wrong-words.data.json");
        return words.ConvertAll(w => new WrongWord(w.Pattern, w.Right));
    }

    private sealed record Word(string Pattern, string Right);
}
