using System.Text.RegularExpressions;

namespace Gongkai.Engines.Documents.Facts;

/// <summary>Finds a document's own number; the numbers of documents that it cites stand within sentences and do not count.</summary>
internal static partial class DocumentNumberFact
{
    private const int HeadLines = 40;

    public static (string Normal, string AsWritten)? Find(List<string> lines)
    {
        foreach (var line in lines.Take(HeadLines))
        {
            var labelled = Labelled().Match(line);
            if (labelled.Success && Normalise(labelled.Groups["number"].Value) is { } named)
            {
                return (named, labelled.Groups["number"].Value.Trim());
            }

            var match = OwnLine().Match(line);
            if (match.Success && Normalise(match.Groups["number"].Value) is { } normal)
            {
                return (normal, match.Groups["number"].Value.Trim());
            }

            var order = OrderLine().Match(line);
            if (order.Success)
            {
                return (order.Value.Replace(" ", "", StringComparison.Ordinal), order.Value);
            }
        }

        return null;
    }

    /// <summary>A number in its right form: hexagonal brackets, a full year, a serial without zeros before it and without 第.</summary>
    public static string? Normalise(string written)
    {
        var match = Number().Match(written);
        return match.Success
            ? $"{match.Groups["agency"].Value.Replace(" ", "", StringComparison.Ordinal)}〔{match.Groups["year"].Value}〕{match.Groups["serial"].Value.TrimStart('0')}号"
            : null;
    }

    [GeneratedRegex(@"^(?<agency>[\u4E00-\u9FFFA-Za-z·\s]{1,24}?)\s{0,8}[〔\[【（(﹝<＜［「『〈]\s{0,8}(?<year>(19|20)\d{2})\s{0,8}[〕\]】）)﹞>＞］」』〉]\s{0,8}第?\s{0,8}(?<serial>0*[1-9]\d{0,5})\s{0,8}号$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[（(]?(?<number>[\u4E00-\u9FFFA-Za-z·\s]{1,24}?\s{0,8}[〔\[【（(﹝<＜［「『〈]\s{0,8}(19|20)\d{2}\s{0,8}[〕\]】）)﹞>＞］」』〉]\s{0,8}第?\s{0,8}\d{1,6}\s{0,8}号)[)）]?(\s{0,8}签发人.*)?$")]
    private static partial Regex OwnLine();

    [GeneratedRegex(@"(发文字号|发文号|文\s{0,8}号|文件编号|公文字号)\s{0,8}[:：]\s{0,8}(?<number>[\u4E00-\u9FFFA-Za-z·\s]{1,24}?\s{0,8}[〔\[【（(﹝<＜［「『〈]\s{0,8}(19|20)\d{2}\s{0,8}[〕\]】）)﹞>＞］」』〉]\s{0,8}第?\s{0,8}\d{1,6}\s{0,8}号)")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{2,20}令?\s{0,8}第\s{0,8}[1-9]\d{0,3}\s{0,8}号$")]
    private static partial Regex OrderLine();
}
