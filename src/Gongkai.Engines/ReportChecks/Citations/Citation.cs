using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Citations;

/// <summary>A document cited in the text.</summary>
/// <param name="Title">What stands between 《 and 》; empty when only a number is given.</param>
/// <param name="TitleSpan">Title with its marks.</param>
/// <param name="Number">Its number as written; empty when none is given.</param>
/// <param name="NumberSpan">The number.</param>
internal sealed record Citation(string Title, TextSpan TitleSpan, string Number, TextSpan NumberSpan);

/// <summary>Finds cited titles and the numbers that stand behind them.</summary>
internal static partial class CitationReader
{
    private const int LongestTitle = 80;
    private const int LongestNumber = 24;

    public static List<Citation> Read(Reading reading)
    {
        var citations = new List<Citation>();
        foreach (var sentence in reading.Sentences)
        {
            ReadTitles(reading, sentence.Span, citations);
        }

        foreach (var cell in reading.Blocks.Where(b => b.Kind == BlockKind.Cell))
        {
            ReadTitles(reading, cell.Span, citations);
        }

        return citations;
    }

    /// <summary>Every document number of the text, cited with a title or without.</summary>
    public static IEnumerable<(TextSpan Span, string Number)> Numbers(Reading reading)
    {
        foreach (var span in reading.Sentences.Select(s => s.Span).Concat(reading.Blocks.Where(b => b.Kind == BlockKind.Cell).Select(b => b.Span)))
        {
            if (!span.In(reading.Folded).Contains('号'))
            {
                continue;
            }

            foreach (Match match in Number().Matches(span.Of(reading.Folded)))
            {
                // 工作遵照教办函〔2014〕23号: the agency begins behind the word that leads to it.
                var lead = Leading().Match(match.Value).Length;
                var start = span.Start + match.Index;
                yield return (new TextSpan(start + lead, start + match.Length), match.Value[lead..]);
            }
        }
    }

    /// <summary>The document numbers of a stretch of text, as written.</summary>
    public static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(m => m.Value);

    private static void ReadTitles(Reading reading, TextSpan sentence, List<Citation> citations)
    {
        var text = reading.Folded;
        for (var at = sentence.Start; at < sentence.End; at++)
        {
            var next = text.AsSpan(at, sentence.End - at).IndexOf('《');
            if (next < 0)
            {
                return;
            }

            at += next;

            var depth = 0;
            var end = at;
            for (; end < sentence.End && end - at <= LongestTitle; end++)
            {
                depth += text[end] == '《' ? 1 : text[end] == '》' ? -1 : 0;
                if (depth == 0)
                {
                    break;
                }
            }

            if (depth != 0 || end >= sentence.End)
            {
                continue;
            }

            var number = NumberBehind().Match(text[(end + 1)..Math.Min(sentence.End, end + 50)]);
            var from = end + 1;
            if (!number.Success)
            {
                // 依照教育部令第29号《高等学校信息公开办法》
                from = Math.Max(sentence.Start, at - LongestNumber);
                number = NumberBefore().Match(text[from..at]);
            }

            var span = number.Success ? new TextSpan(from + number.Groups["n"].Index, from + number.Groups["n"].Index + number.Groups["n"].Length) : default;
            citations.Add(new Citation(text[(at + 1)..end], new TextSpan(at, end + 1), number.Groups["n"].Value, span));
            at = end;
        }
    }

    [GeneratedRegex(@"^[\u4e00-\u9fa5]*(?:按照|依照|对照|遵照|参照|比照|根据|依据|执行|落实|贯彻|转发|下发|印发|学习|遵循|及|与|和|见|即|由|为|按|依|据)(?=[\u4e00-\u9fa5]{2,})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Leading();

    private const string Brackets = @"[〔\[【(﹝<〈［]\s*(?:19|20)\d{2}\s*年?\s*[〕\]】)﹞>〉］]";

    [GeneratedRegex(@"[\u4e00-\u9fa5]{1,10}?" + Brackets + @"\s*第?\s*\d{1,5}\s*号|[\u4e00-\u9fa5]{2,14}令\s*第?\s*\d{1,4}\s*号|[\u4e00-\u9fa5]{2,12}第\s*\d{1,4}\s*号令", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<n>(?:国务院|教育部|财政部|人事部)令?\s*第?\s*\d{1,4}\s*号令?|[国教中财][\u4e00-\u9fa5]{1,7}" + Brackets + @"\s*第?\s*\d{1,5}\s*号)(?:文件?)?(?:公布|发布|印发)?的?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberBefore();

    [GeneratedRegex(@"^\s*\(\s*(?:中华人民共和国)?(?<n>[\u4e00-\u9fa5]{1,14}(?:" + Brackets + @"\s*第?\s*\d{1,5}\s*号|令?\s*第?\s*\d{1,4}\s*号令?))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberBehind();
}
