using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Finds numbered attachments and numbered tables that the text refers to and that are not there: 见附件2, where only 附件1 is attached.</summary>
internal sealed partial class AttachmentCheck : IReportCheck
{
    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var attached = Numbers(reading, Attachment());
        var tables = Numbers(reading, Table());
        foreach (var sentence in reading.Sentences)
        {
            var text = sentence.Span.Of(reading.Folded);
            if (text.Contains("附件", StringComparison.Ordinal) && !Attachment().IsMatch(text))
            {
                foreach (Match match in AttachmentMentioned().Matches(text).Where(m => !IsInTitle(text, m.Index) && !attached.Contains(Number(m))))
                {
                    yield return Missing(sentence.Span, match);
                }
            }

            if (tables.Count > 0 && !Table().IsMatch(text))
            {
                foreach (Match match in TableMentioned().Matches(text).Concat(text.Contains("附表", StringComparison.Ordinal) ? TableNamed().Matches(text) : Enumerable.Empty<Match>()).Where(m => !IsInTitle(text, m.Index) && !tables.Contains(Number(m))))
                {
                    yield return Missing(sentence.Span, match);
                }
            }
        }
    }

    private static HashSet<string> Numbers(Reading reading, Regex caption) =>
        [.. reading.Blocks.Select(b => caption.Match(b.Span.Of(reading.Folded))).Where(m => m.Success).Select(Number), .. Listed(reading, caption)];

    // 附件:1.公开指南 and below it 2.清单: a list of attachments numbers them without the word.
    private static IEnumerable<string> Listed(Reading reading, Regex caption)
    {
        var list = reading.Blocks.FindIndex(b => List().IsMatch(b.Span.Of(reading.Folded)));
        return list < 0 || caption != Attachment() ? [] : reading.Blocks.Skip(list).SelectMany(b => ListItem().Matches(b.Span.Of(reading.Folded))).Select(Number);
    }

    private static string Number(Match match) => ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is { } number ? $"{number}" : match.Groups["n"].Value;

    private static bool IsInTitle(string text, int at) => text.AsSpan(0, at).Count('《') > text.AsSpan(0, at).Count('》');

    private static ReportFinding Missing(TextSpan sentence, Match match) => Notice.Of(
        ReportCodes.TableAnnouncedMissing,
        Severity.Warning,
        new TextSpan(sentence.Start + match.Index, sentence.Start + match.Index + match.Length),
        "",
        ("found", match.Value));

    [GeneratedRegex(@"^附件?\s*(?<n>\d{1,2}|[一二三四五六七八九十])(?:[\s:.、《(]|$|(?=[\u4e00-\u9fa5]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Attachment();

    [GeneratedRegex(@"^附件?\s*:", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex List();

    [GeneratedRegex(@"(?:^|:\s*)(?:附件)?(?<n>\d{1,2})\s*[.、:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^附?表\s*(?<n>\d{1,2}(?:-\d{1,2})?)(?:[\s:.、]|$|(?=[\u4e00-\u9fa5《]))(?![人位名])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?:详?[见如按]|列[于入在])(?:文[末后]|本报告)?附件\s*(?<n>\d{1,2}|[一二三四五六七八九十])(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AttachmentMentioned();

    // 附表三张：表1主动公开统计表、表2申请办理统计表
    [GeneratedRegex(@"(?<=[:、，,和及])\s*表\s*(?<n>\d{1,2})(?=[\u4e00-\u9fa5《])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableNamed();

    [GeneratedRegex(@"(?<=[见如按于入在由从据])(?:文[末后]|附)?表\s*(?<n>\d{1,2}(?:-\d{1,2})?)(?![\d人位名个份张条件])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableMentioned();
}
