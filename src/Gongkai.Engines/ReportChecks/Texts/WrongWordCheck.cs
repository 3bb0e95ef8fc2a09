using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds words that are wrong where they stand: 截止目前 for 截至目前, mistyped fixed phrases, words doubled by a slip, and whatever else was mistyped.</summary>
internal sealed class WrongWordCheck : IReportCheck
{
    private static readonly List<WrongWord> Words = Load();

    // One walk over a paragraph looks for all words at once by the characters they begin with; nearly every paragraph holds none.
    private static readonly Dictionary<char, List<(string Sign, int Word)>> Signs = Words.SelectMany((w, at) => w.Signs.Select(sign => (Sign: sign, Word: at))).GroupBy(s => s.Sign[0]).ToDictionary(g => g.Key, g => g.ToList());

    private static readonly SearchValues<char> Firsts = SearchValues.Create([.. Signs.Keys]);

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var listed = Listed(reading).ToList();
        return listed.Concat(MistypedWords.Read(reading).Where(m => !listed.Exists(l => l.Span.Start < m.Span.End && m.Span.Start < l.Span.End)));
    }

    private static IEnumerable<ReportFinding> Listed(Reading reading)
    {
        foreach (var block in reading.Blocks)
        {
            if (block.Kind == BlockKind.Contents || In(block.Span.In(reading.Folded)) is not { Count: > 0 } found)
            {
                continue;
            }

            var text = block.Span.Of(reading.Folded);
            foreach (var word in found.Select(at => Words[at]))
            {
                foreach (Match match in word.Form.Matches(text))
                {
                    var span = new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length);
                    yield return Notice.Of(ReportCodes.WrongWord, Severity.Warning, span, "", ("found", match.Value), ("expected", word.Right));
                }
            }
        }
    }

    // The words that may stand in a text, in their order; null when none may.
    private static SortedSet<int>? In(ReadOnlySpan<char> text)
    {
        SortedSet<int>? found = null;
        for (var at = text.IndexOfAny(Firsts); at >= 0;)
        {
            foreach (var (sign, word) in Signs[text[at]])
            {
                if (text[at..].StartsWith(sign, StringComparison.Ordinal))
                {
                    (found ??= []).Add(word);
                }
            }

            var next = text[(at + 1)..].IndexOfAny(Firsts);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return found;
    }

    private static List<WrongWord> Load()
    {
        var words = DataFile.Read<List<Word>>("wrong-words.data.json");
        return words.ConvertAll(w => new WrongWord(w.Pattern, w.Right));
    }

    private sealed record Word(string Pattern, string Right);
}
