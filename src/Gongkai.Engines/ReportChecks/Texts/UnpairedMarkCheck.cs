using System.Buffers;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds brackets and quotation marks without their partner.</summary>
internal sealed class UnpairedMarkCheck : IReportCheck
{
    private const string Openers = "《〈“(【「『〔[‘";
    private const string Closers = "》〉”)】」』〕]’";

    private static readonly SearchValues<char> Marks = SearchValues.Create(Openers + Closers);

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var pending = new List<(char Mark, int At)>();
        foreach (var block in reading.Blocks.Where(b => b.Kind != BlockKind.Contents))
        {
            var strays = Strays(reading.Folded, block.Span);
            foreach (var stray in strays)
            {
                // A mark opened in one paragraph and closed in the next (a line break within a quotation) is a pair after all.
                var kind = Closers.IndexOf(stray.Mark);
                var partner = kind < 0 ? -1 : pending.FindLastIndex(p => p.Mark == Openers[kind]);
                if (partner >= 0)
                {
                    pending.RemoveAt(partner);
                }
                else if (kind >= 0)
                {
                    yield return Finding(reading, stray.At);
                }
            }

            // Of a speech in several paragraphs each begins with the mark and the last has its end.
            var goesOn = block.Span.Of(reading.Folded).TrimStart().StartsWith('“');
            foreach (var lost in pending.Where(p => !(goesOn && p.Mark == '“')))
            {
                yield return Finding(reading, lost.At);
            }

            pending = strays.FindAll(s => Openers.Contains(s.Mark, StringComparison.Ordinal));
        }

        foreach (var lost in pending)
        {
            yield return Finding(reading, lost.At);
        }
    }

    private static List<(char Mark, int At)> Strays(string text, TextSpan span)
    {
        if (!span.In(text).ContainsAny(Marks))
        {
            return [];
        }

        var open = new List<(char Mark, int At)>();
        var strays = new List<(char Mark, int At)>();
        for (var at = span.Start; at < span.End; at++)
        {
            if (Openers.Contains(text[at], StringComparison.Ordinal))
            {
                open.Add((text[at], at));
            }
            else if (Closers.IndexOf(text[at]) is var kind and >= 0 && !IsItemNumber(text, span.Start, at) && !IsLettered(text, span, at, open) && !IsApostrophe(text, span.Start, at))
            {
                Close(open, strays, Openers[kind], text[at], at);
            }
        }

        strays.AddRange(open);
        strays.Sort((a, b) => a.At.CompareTo(b.At));
        return strays;
    }

    private static void Close(List<(char Mark, int At)> open, List<(char Mark, int At)> strays, char opener, char closer, int at)
    {
        var partner = open.FindLastIndex(o => o.Mark == opener);
        if (partner < 0)
        {
            strays.Add((closer, at));
            return;
        }

        // What was opened inside and never closed is a stray; what encloses stays open.
        strays.AddRange(open[(partner + 1)..]);
        open.RemoveRange(partner, open.Count - partner);
    }

    private static bool IsApostrophe(string text, int start, int at) => text[at] == '’' && at > start && char.IsAsciiLetter(text[at - 1]);

    // 1）first, 2）second: the bracket of a numbered item has no partner.
    private static bool IsItemNumber(string text, int start, int at)
    {
        var from = at - 1;
        while (from >= start && (char.IsAsciiLetterOrDigit(text[from]) || "一二三四五六七八九十①②③④⑤".Contains(text[from], StringComparison.Ordinal)) && at - from <= 3)
        {
            from--;
        }

        return text[at] == ')' && from < at - 1 && !(from > start && text[from] == ':' && char.IsAsciiDigit(text[from - 1])) && (from < start || text[from] is ' ' or '。' or ';' or ':' or '，' or '\n' or '\t');
    }

    // 按a）文字稿、b）数据表: letters within a sentence number its items.
    private static bool IsLettered(string text, TextSpan span, int at, List<(char Mark, int At)> open) =>
        text[at] == ')' && at > span.Start && text[at - 1] is >= 'a' and < 'z' && !(at - 1 > span.Start && char.IsAsciiLetterOrDigit(text[at - 2])) && !open.Exists(o => o.Mark == '(')
        && (text.AsSpan(span.Start, span.Length).Contains($"{(char)(text[at - 1] + 1)})", StringComparison.Ordinal) || text.AsSpan(span.Start, span.Length).Contains($"{(char)(text[at - 1] - 1)})", StringComparison.Ordinal));

    private static ReportFinding Finding(Reading reading, int at)
    {
        var mark = reading.Text[at];
        var folded = reading.Folded[at];
        var isOpener = Openers.Contains(folded, StringComparison.Ordinal);
        var partner = isOpener ? Closers[Openers.IndexOf(folded)] : Openers[Closers.IndexOf(folded)];
        var end = at + 1;
        var start = at;
        var sentence = reading.SentenceAt(at);
        if (isOpener)
        {
            end = Math.Clamp(at + 20, end, Math.Max(end, sentence.End));
        }
        else
        {
            start = Math.Clamp(at - 20, Math.Min(start, sentence.Start), start);
        }

        return Notice.Of(
            ReportCodes.UnpairedMark,
            Severity.Warning,
            new TextSpan(start, end),
            isOpener ? "unclosed" : "unopened",
            ("found", mark.ToString()),
            ("expected", partner.ToString()));
    }
}
