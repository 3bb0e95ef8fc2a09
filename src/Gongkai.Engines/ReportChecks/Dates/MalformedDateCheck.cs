using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Dates;

/// <summary>Finds dates that are broken or that no calendar has.</summary>
internal sealed partial class MalformedDateCheck : IReportCheck
{
    // Every broken date has one of these, most paragraphs have none.
    private static readonly SearchValues<char> Signs = SearchValues.Create("年月日至到-");

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var date in reading.Dates.Where(d => !d.Exists))
        {
            yield return Notice.Of(ReportCodes.MalformedDate, Severity.Error, date.Span, "impossible", ("found", date.Span.Of(reading.Text)));
        }

        foreach (var block in reading.Blocks)
        {
            if (block.Kind == BlockKind.Contents || !block.Span.In(reading.Folded).ContainsAny(Signs))
            {
                continue;
            }

            var text = block.Span.Of(reading.Folded);
            foreach (Match match in Broken().Matches(text))
            {
                var span = new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length);
                if (!IsTelephoneOrAddress(text, match))
                {
                    yield return Notice.Of(ReportCodes.MalformedDate, Severity.Error, span, "broken", ("found", match.Value)) with { ByConversion = LooksStripped().IsMatch(match.Value) };
                }
            }

            foreach (Match match in Days().Matches(text).Where(m => !AreDays(m)))
            {
                var span = new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length);
                yield return Notice.Of(ReportCodes.MalformedDate, Severity.Error, span, "impossible", ("found", match.Value));
            }

            // 2017年1月12日至2月29日: the year stands once.
            foreach (Match match in LeapDay().Matches(text).Where(m => !DateTime.IsLeapYear(int.Parse(m.Groups["y"].ValueSpan, null))))
            {
                var day = match.Groups["day"];
                yield return Notice.Of(ReportCodes.MalformedDate, Severity.Error, new TextSpan(block.Span.Start + day.Index, block.Span.Start + day.Index + day.Length), "impossible", ("found", day.Value));
            }

            foreach (Match match in MonthDay().Matches(text))
            {
                var (month, day) = (int.Parse(match.Groups["m"].ValueSpan, null), int.Parse(match.Groups["d"].ValueSpan, null));
                if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2020, month))
                {
                    var span = new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length);
                    yield return Notice.Of(ReportCodes.MalformedDate, Severity.Error, span, "impossible", ("found", match.Value));
                }
            }
        }
    }

    [GeneratedRegex(@"(?<y>(?:19|20)\d{2})年\d{1,2}月\d{1,2}日\s*[至到—–-]{1,2}\s*(?<day>0?2月29日)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeapDay();

    private static bool AreDays(Match match)
    {
        var (month, from, to) = (int.Parse(match.Groups["m"].ValueSpan, null), int.Parse(match.Groups["from"].ValueSpan, null), int.Parse(match.Groups["to"].ValueSpan, null));
        return from <= to && (month is < 1 or > 12 || to <= DateTime.DaysInMonth(2020, month));
    }

    private static bool IsTelephoneOrAddress(string text, Match match)
    {
        var before = text.AsSpan(Math.Max(0, match.Index - 12), Math.Min(12, match.Index));
        return before.Contains("http", StringComparison.Ordinal) || before.Contains("www", StringComparison.Ordinal)
            || before.EndsWith("/") || before.EndsWith("-") || before.Contains("电话", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"(?<!\d)(?:19|20)\d{3,6}日(?:\s*[至到\-—–~～]+\s*(?:19|20)\d{4,6}日?(?!\d))?" // 202191日至2022831
        + @"|(?<=[至到]\s{0,2})(?:19|20)\d{4,5}日?(?!\d|\s*(?:条|件|人|次|篇|份|项|个|元|余|多|万|年|,|\.))" // 至2022831
        + @"|(?<!\d)(?:19|20)\d{2}年\d{3,4}日" // 2021年91日
        + @"|(?<![\d.])(?:19|20)\d{2}\d{1,2}月\d{1,2}日" // 20219月1日
        + @"|(?<!\d)(?:19|20)\d{2}年\s*月\s*(?:\d{1,2}\s*)?日|(?<!\d)(?:19|20)\d{2}年\d{1,2}月\s*日(?![\u4e00-\u9fa5]{0,2}[常报期])" // 2021年 月 日
        + @"|(?<!\d)(?:19|20)\d{2}年月(?![均报刊度饼日])" // 2021年月
        + @"|(?<!\d)(?:19|20)\d{2}月\d{1,2}月|(?<!\d)(?:19|20)\d{2}年\d{1,2}年(?=[，,。;\d]|$)|(?<!\d)(?:19|20)\d{2}年\d{1,2}月\d{1,2}[曰目口月](?![\u4e00-\u9fa5]?[标前])" // 2022月7月1日, 2022年7年, 31曰
        + @"|(?<![\d\-])(?:19|20)\d{2}-(?:0\d|1[0-2])-\d{3}(?![\d\-])|\d{1,2}月\d{1,2}(?:号日|日号)(?!线|楼)" // 2018-06-222, 7月1号日
        + @"|(?<!\d)(?:19|20)\d{2}\s*年年(?![底末初中度内前终均])|\d{1,2}月月\d{1,2}|\d{1,2}日日(?!报)" // 2021年年9月
        + @"|(?<![\dA-Za-z])(?=\d*[OolI])2[0Oo][\dOolI]{2}年" // 2O21年
        + @"|(?:(?:19|20)\d{2}年)?(?:\d{1,2}月(?=\d?[lIOo])\d?[lIOo]\d?[日号]|(?<=年)[\dlIOo]{1,2}(?<=[lIOo]\d?)月)" // 8月3l日
        + @"|(?<![\d ])(?:19|20)\d{2}年\d{1,2}[日号](?!报)" // 2021年9日
        + @"|(?<=[月年])(?:[12] \d|3 [01])(?:[日号]|(?=[，,。;]))(?!\s*\d)|(?<![\d.,])(?:2 0\d\d|20 \d\d|20\d \d)年(?=\s?\d{1,2}月)|(?<=年)1 [0-2]月" // 9月1 6日, 20 21年
        + @"|(?<!\d)(?:19|20)\d{2}年\d{1,2}月\d{1,2}(?=\s*[至到—–\-~～]+\s*(?:19|20)\d{2}年|、(?:19|20)\d{2}年|[，,。;]|$|[\u4e00-\u9fa5](?<![日号至到多余和及与或人次件条篇份项期场家名个位元万所册批]))", // 2021年9月1至2022年, 2021年9月1，
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Broken();

    [GeneratedRegex(@"^\d+日|\d{6,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LooksStripped();

    // 6月19日至11日, 4月20日至34日: the days run backwards or beyond the month.
    [GeneratedRegex(@"(?<!\d)(?<m>\d{1,2})月(?<from>\d{1,2})[日号]?\s*[至到\-—–~～]+\s*(?<to>\d{1,3})[日号]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Days();

    [GeneratedRegex(@"(?<![\d年]|年\s)(?<m>\d{1,2})月(?<d>\d{1,3})[日号]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthDay();
}
