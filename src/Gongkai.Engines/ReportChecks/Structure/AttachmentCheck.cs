using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Finds numbered attachments and numbered tables that the text refers to and that are not there: 见附件2, where only 附件1 is attached.</summary>
internal sealed partial class AttachmentCheck : IReportCheck
{
    private const int LongestTitle = 40;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var attached = Numbers(reading, Attachment());
        var tables = Numbers(reading, Table());
        foreach (var forgotten in Forgotten(reading))
        {
            yield return forgotten;
        }

        foreach (var sentence in reading.Sentences)
        {
            if (Appended(reading, sentence) is { } appended)
            {
                yield return Missing(sentence.Span, appended);
            }

            var text = sentence.Span.Of(reading.Folded);
            if (AppendedTable().Match(text) is { Success: true } table && !IsInTitle(text, table.Index) && !IsAppended(reading, Number(table)) && Table().IsMatch(text) is false)
            {
                yield return Missing(sentence.Span, table);
            }

            if ((text.Contains("附件", StringComparison.Ordinal) || text.Contains("附录", StringComparison.Ordinal)) && !Attachment().IsMatch(text))
            {
                if (Listless(reading, attached, text) is { } announced)
                {
                    yield return Missing(sentence.Span, announced);
                }

                foreach (Match match in AttachmentMentioned().Matches(text).Where(m => !IsInTitle(text, m.Index) && !attached.Contains(Number(m))))
                {
                    yield return Missing(sentence.Span, match);
                }
            }

            if (tables.Count > 0 && !Table().IsMatch(text))
            {
                foreach (Match match in TableMentioned().Matches(text).Concat(text.Contains("附表", StringComparison.Ordinal) || TableMentioned().IsMatch(text) ? TableNamed().Matches(text) : Enumerable.Empty<Match>()).Where(m => !IsInTitle(text, m.Index) && !tables.Contains(Number(m))))
                {
                    yield return Missing(sentence.Span, match);
                }
            }
        }
    }

    // 附件：1.甲表 2.乙表, and below them stands only 附件1: the other was forgotten.
    private static IEnumerable<ReportFinding> Forgotten(Reading reading)
    {
        var list = reading.Blocks.FindIndex(b => List().IsMatch(b.Span.Of(reading.Folded)));
        var below = list < 0 ? [] : reading.Blocks.Skip(list).Select(b => Below().Match(b.Span.Of(reading.Folded))).Where(m => m.Success).Select(Number).ToHashSet();
        if (below.Count == 0)
        {
            yield break;
        }

        foreach (var block in reading.Blocks.Skip(list).TakeWhile(b => !Below().IsMatch(b.Span.Of(reading.Folded))))
        {
            foreach (var item in ListItem().Matches(block.Span.Of(reading.Folded)).Where(m => !below.Contains(Number(m))))
            {
                yield return Missing(block.Span, item);
            }
        }
    }

    // 附表2 is there when it has its number, or as many as that have none; any attachment may be the first.
    private static bool IsAppended(Reading reading, string number)
    {
        var titles = reading.Blocks.Select(b => AppendedTableTitle().Match(b.Span.Of(reading.Folded))).Where(m => m.Success).ToList();
        return titles.Exists(t => t.Groups["n"].Success && Number(t) == number) || titles.Count(t => !t.Groups["n"].Success) >= (int.TryParse(number, out var n) ? n : 1);
    }

    // 附件两份, where one is attached; 请查阅附件, where none is.
    private static Match? Listless(Reading reading, HashSet<string> attached, string text) =>
        Plain().Match(text) is { Success: true } plain && !Elsewhere().IsMatch(text[plain.Index..]) && !reading.Blocks.Exists(b => Attached().IsMatch(b.Span.Of(reading.Folded))) ? plain
        : Elsewhere().IsMatch(text) ? null
        : HowMany().Match(text) is { Success: true } many && attached.Count > 0 && ChineseNumber.ParseAny(many.Groups["n"].ValueSpan) is { } n && n > attached.Count ? many
        : null;

    // 规章制度名录附后, and nothing follows that is called so.
    private static Match? Appended(Reading reading, Sentence sentence)
    {
        var match = ListAppended().Match(sentence.Span.Of(reading.Folded));
        return match.Success && !Elsewhere().IsMatch(sentence.Span.Of(reading.Folded))
            && !reading.Blocks.Exists(b => b.Span.Start >= sentence.Span.End && (b.Kind == BlockKind.Cell || Attached().IsMatch(b.Span.Of(reading.Folded)) || (b.Span.Length <= LongestTitle && b.Span.In(reading.Folded).Contains(match.Groups["what"].ValueSpan, StringComparison.Ordinal)))) ? match : null;
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

    [GeneratedRegex(@"附件\s*(?:共|计|有)?\s*(?<n>[2-9]|[二两三四五六七八九])\s*[份个件张]|(?:附|有|列)(?:有)?(?<n>[2-9]|[二两三四五六七八九])\s*[份个张](?:附件|附表)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"(?:请?(?:见|参见|查阅|参阅|查看)|列[于入在]|载于)(?:本报告|文末|文后|报告)?附[件录](?!\s*[\d一二三四五六七八九:])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?<what>名录|名单|目录|清单|台账|名册|索引|一览表?|明细表?|统计表|汇总表)(?:附后|附于(?:文|报告)后|列后|附在(?:文|报告)?后面?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListAppended();

    [GeneratedRegex(@"http|下载|另附|另发|另行|随(?:本|该)?报告|网站|专栏|栏目|》附件|上报|报送", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhere();

    // 见附表2, where 表2 is another.
    [GeneratedRegex(@"(?:见|列[于入在])(?:文[末后])?附表\s*(?<n>\d{1,2}|[一二三四五六七八九十])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AppendedTable();

    [GeneratedRegex(@"^附(?:\s*表|\s*件)?\s*(?:(?<n>\d{1,2}|[一二三四五六七八九十])(?![\d条项件份年])|[:\s]|$|(?=[《\u4e00-\u9fa5]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AppendedTableTitle();

    [GeneratedRegex(@"^附(?:\s*[件表录]|\s*:|\s*\d|$)|\.(?:xlsx?|docx?|pdf)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Attached();

    [GeneratedRegex(@"^附件\s*(?<n>\d{1,2}|[一二三四五六七八九十])\s*:?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Below();

    [GeneratedRegex(@"^附件?\s*:", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex List();

    [GeneratedRegex(@"(?:^|:\s*)(?:附件)?(?<n>\d{1,2})\s*[.、:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^附?表\s*(?<n>\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十])(?:[\s:.、]|$|(?=[\u4e00-\u9fa5《]))(?![人位名])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?:详?[见如按]|列[于入在])(?:文[末后]|本报告)?附件\s*(?<n>\d{1,2}|[一二三四五六七八九十])(?!\d)|(?<=[:，,;、。])附件\s*(?<n>\d{1,2}|[一二三四五六七八九十])(?=(?:为|是|系|列|载)[\u4e00-\u9fa5《])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AttachmentMentioned();

    // 附表三张：表1主动公开统计表、表2申请办理统计表
    [GeneratedRegex(@"(?<=[:、，,和及与])\s*附?表\s*(?<n>\d{1,2}|[一二三四五六七八九十])(?=[\u4e00-\u9fa5《。，,;)]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableNamed();

    [GeneratedRegex(@"(?<=[见如按于入在由从据])(?:文[末后]|附)?表\s*(?<n>\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十](?!并|同|起|样))(?![\d人位名个份张条件])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableMentioned();
}
