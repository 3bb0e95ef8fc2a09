using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Which characters belong to something that looks like a figure and is none: addresses, dates, document numbers,
/// telephone numbers, ordinals.</summary>
internal static partial class Mask
{
    private const int LongestCount = 5;
    private const int LongestOrdinal = 4;

    // What the forms below begin with.
    private static readonly SearchValues<char> Starts = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsDigit(c) || char.IsWhiteSpace(c) || char.IsAsciiLetter(c)), .. "._-〔[【(﹝<第附+"]);

    // Behind up to five digits none of these goes on with any of the forms below.
    private static readonly SearchValues<char> BehindCounts = SearchValues.Create("，,。;)(条件篇项份个次人名位场期起门册家");

    public static bool[] Of(string folded, IReadOnlyList<Block> blocks, IReadOnlyList<DateMention> dates, IReadOnlyList<Heading> headings)
    {
        var masked = new bool[folded.Length];
        foreach (var date in dates)
        {
            Cover(masked, date.Span);
        }

        foreach (var heading in headings)
        {
            var title = heading.Title.Length == 0 ? -1 : folded.IndexOf(heading.Title, heading.Span.Start, StringComparison.Ordinal);
            Cover(masked, new TextSpan(heading.Span.Start, title < 0 ? heading.Span.End : title));
        }

        foreach (var block in blocks)
        {
            CoverMatches(masked, block.Span.Of(folded), block.Span.Start);
        }

        return masked;
    }

    private static void CoverMatches(bool[] masked, string text, int offset)
    {
        for (var at = 0; NextStart(text, at) is >= 0 and var start;)
        {
            if (OrdinalEnd(text, start) is { } end)
            {
                Cover(masked, new TextSpan(offset + start, offset + end));
                at = end;
                continue;
            }

            var match = NoFigure().Match(text, start);
            if (!match.Success)
            {
                return;
            }

            Cover(masked, new TextSpan(offset + match.Index, offset + match.Index + match.Length));
            at = match.Index + match.Length;
        }
    }

    // 第12学习小组: ordinals in digits are frequent, and plain to see when no 号 or further digit can follow.
    private static int? OrdinalEnd(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return text[start] == '第' && end - start is > 1 and <= LongestOrdinal + 1 && end < text.Length && Folding.IsHan(text[end])
            && text[end] is not ('至' or '到' or '项' or '条' or '款' or '期' or '号' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百')
                ? end
                : null;
    }

    // The next place where a match could begin: most numbers are plain counts (12条，) at which none can, and a search costs much more
    // than to see that.
    private static int NextStart(string text, int at)
    {
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny(Starts);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (!char.IsAsciiDigit(text[at]))
            {
                return at;
            }

            var end = at + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end - at > LongestCount || (end < text.Length && !BehindCounts.Contains(text[end])))
            {
                return at;
            }

            at = end;
        }

        return -1;
    }

    private static void Cover(bool[] masked, TextSpan span) => Array.Fill(masked, true, span.Start, span.Length);

    [GeneratedRegex(
        @"https?\s*:?[/\\]{1,2}[!-~]+|www\.[!-~]+|[A-Za-z0-9._\-]+@[A-Za-z0-9.\-]+" // addresses
        + @"|[〔\[【(﹝<]\s*\d{4}\s*[〕\]】)﹞>]\s*第?\s*\d{1,5}\s*号|第?\s*\d{1,5}\s*号令?" // document numbers
        + @"|0\d{2,3}\s*[-—－]?\s*\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{11,}" // telephones, codes
        + @"|(?:19|20)\d{2}\s*年?\s*[-‐‑‒–—―─━−－~～〜∼/至到一]{1,2}\s*(?:(?:19|20)\d{2}|\d{2})\s*(?:学年|年度?)?" // school years
        + @"|(?<!\d)(?:19|20)\d{2}\s*(?:年度?|学年度?|级|届|版|秋季|春季)" // years
        + @"|\d{1,2}\s*月(?:份)?(?:\s*\d{1,2}\s*[日号])?|\d{1,2}日" // months, days
        + @"|第\s*\d{1,4}\s*(?:[、和及与至到—–~～-]+\s*第?\s*\d{1,4}\s*)+[项条款期号章页类批]" // 第27、30、35项
        + @"|第\s*\d{1,4}\s*[项条款期号章页]?\s*[-—–~～至到]+\s*第?\s*\d{1,4}" // 第11至14项
        + @"|第\s*[\d一二三四五六七八九十百]{1,4}|附[件表录图]\s*\d{1,2}|(?:19|20)\d{4,6}日?(?=\s*[至到，,。;)]|日)|(?<=[至到])(?:19|20)\d{5}(?!\d)" // ordinals, attachments, broken dates
        + @"|\d{1,2}:\d{2}(?::\d{2})?" // times of day
        + @"|[A-Za-z]+[-.]?\d[\d.]*[A-Za-z]*|\d+[A-Za-z]+(?![条件篇])" // A4, 5G, v2.0
        + @"|(?<!\d)(?:985|211)(?=\s*(?:工程|高校|大学|院校|、|/))|7\s*[×xX*]\s*24|24\s*小时|(?<=\d)\+",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex NoFigure();
}
