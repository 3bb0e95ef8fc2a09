using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Which characters belong to something that looks like a figure and is none: addresses, dates, document numbers,
/// telephone numbers, ordinals.</summary>
internal static partial class Mask
{
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
            var text = block.Span.Of(folded);
            foreach (Match match in NoFigure().Matches(text))
            {
                Cover(masked, new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length));
            }
        }

        return masked;
    }

    private static void Cover(bool[] masked, TextSpan span) => Array.Fill(masked, true, span.Start, span.Length);

    [GeneratedRegex(
        @"https?\s*:?[/\\]{1,2}[!-~]+|www\.[!-~]+|[A-Za-z0-9._\-]+@[A-Za-z0-9.\-]+" // addresses
        + @"|[〔\[【(﹝<]\s*\d{4}\s*[〕\]】)﹞>]\s*第?\s*\d{1,5}\s*号|第?\s*\d{1,5}\s*号令?" // document numbers
        + @"|0\d{2,3}\s*[-—－]?\s*\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{11,}" // telephones, codes
        + @"|(?:19|20)\d{2}\s*年?\s*[-‐‑‒–—―─━−－~～〜∼/至到一]{1,2}\s*(?:(?:19|20)\d{2}|\d{2})\s*(?:学年|年度?)?" // school years
        + @"|(?<!\d)(?:19|20)\d{2}\s*(?:年度?|学年度?|级|届|版|秋季|春季)" // years
        + @"|\d{1,2}\s*月(?:份)?(?:\s*\d{1,2}\s*[日号])?|\d{1,2}日" // months, days
        + @"|第\s*[\d一二三四五六七八九十百]{1,4}|附[件表录图]\s*\d{1,2}|(?:19|20)\d{4,6}日?(?=\s*[至到，,。;)]|日)|(?<=[至到])(?:19|20)\d{5}(?!\d)" // ordinals, attachments, broken dates
        + @"|\d{1,2}:\d{2}(?::\d{2})?" // times of day
        + @"|[A-Za-z]+[-.]?\d[\d.]*[A-Za-z]*|\d+[A-Za-z]+(?![条件篇])" // A4, 5G, v2.0
        + @"|(?<!\d)(?:985|211)(?=\s*(?:工程|高校|大学|院校|、|/))|7\s*[×xX*]\s*24|24\s*小时|(?<=\d)\+",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex NoFigure();
}
