using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Dates;

/// <summary>Finds titles, statements and sentences that disagree about which school year the report is for.</summary>
internal sealed partial class PeriodMismatchCheck : IReportCheck
{
    private const int Near = 40;
    private const int Lead = 10;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        if (reading.TitleYear is { Year: null } broken)
        {
            yield return Mismatch(broken.Span, "", broken.Text, "not-a-year");
        }

        foreach (var other in reading.Years.Where(y => y.Year is null && y != reading.TitleYear && y.Text.Contains('学', StringComparison.Ordinal) && y.Text.Count(char.IsDigit) == 8 && !IsHistory(reading, y)))
        {
            yield return Mismatch(other.Span, reading.AcademicYear?.ToString() ?? "", other.Text, "not-a-year");
        }

        foreach (var finding in Stated(reading))
        {
            yield return finding;
        }

        foreach (var finding in Calendar(reading))
        {
            yield return finding;
        }

        if (reading.AcademicYear is not { } own)
        {
            yield break;
        }

        foreach (var off in YearLongSpans.Off(reading, own))
        {
            yield return Mismatch(off, $"{own.From:yyyy-MM-dd} — {own.To:yyyy-MM-dd}", off.Of(reading.Text), "stated", Severity.Warning);
        }

        foreach (var (related, meant) in RelatedYears.Wrong(reading, own))
        {
            yield return Mismatch(related.Span, meant.ToString(), related.Text, "related", Severity.Warning);
        }

        foreach (var end in reading.Dates.Where(d => d is { Exists: true, Month: 8, Day: 31 } && d.Year != own.To.Year && Math.Abs(d.Year - own.To.Year) <= 1 && reading.Stated?.Span.Contains(d.Span) != true))
        {
            var lead = reading.Folded[Math.Max(0, end.Span.Start - Lead)..end.Span.Start];
            if (Until().IsMatch(lead) && !Compared().IsMatch(lead))
            {
                yield return Mismatch(end.Span, $"{own.To:yyyy-MM-dd}", end.Span.Of(reading.Text), "other-year", Severity.Warning);
            }
        }

        foreach (var range in PeriodReader.SchoolYears(reading.Folded).Where(r => r.Year != own && !reading.Years.Any(y => r.Span.Contains(y.Span)) && reading.Stated?.Span.Contains(r.Span) != true))
        {
            if (!IsHistory(reading, range) && !(range.Year > own && Planned().IsMatch(reading.SentenceAt(range.Span.Start).Of(reading.Folded))))
            {
                yield return Mismatch(range.Span, own.ToString(), range.Text, "other-year", Severity.Warning);
            }
        }

        foreach (var mention in reading.Years.Where(y => y.Year is { } year && year != own && !InTable(reading, y.Span.Start)))
        {
            if (IsHistory(reading, mention) || (mention.Year > own && IsPlan(reading, mention)) || (mention.Year!.Value.To.Year == own.From.Year && Yearly().IsMatch(reading.Folded.AsSpan(mention.Span.End))))
            {
                continue;
            }

            var sentence = reading.SentenceAt(mention.Span.Start).Of(reading.Folded);
            // 2021-2022学年受理3件，本学年受理5件; 2019-2020学年……，2020-2021学年……: side by side they are compared.
            if (sentence.Contains("本学年", StringComparison.Ordinal) || reading.Years.Any(y => y.Year == own && y != reading.TitleYear && reading.SentenceAt(y.Span.Start) == reading.SentenceAt(mention.Span.Start)))
            {
                continue;
            }

            var severity = Reports().IsMatch(sentence) && !Compared().IsMatch(sentence) && !reading.Folded.AsSpan(mention.Span.End).StartsWith("的") ? Severity.Error : Severity.Warning;
            yield return Mismatch(mention.Span, own.ToString(), mention.Text, "other-year", severity);
        }
    }

    private static IEnumerable<ReportFinding> Stated(Reading reading)
    {
        if (reading.Stated is not { From.Exists: true, To.Exists: true } stated)
        {
            yield break;
        }

        var (from, to) = (stated.From.First, stated.To.First);
        if (from > to)
        {
            yield return Mismatch(stated.Span, "", stated.Span.Of(reading.Text), "reversed");
        }
        else if (reading.AcademicYear is { } year)
        {
            if (from != year.From || to != year.To)
            {
                yield return Mismatch(stated.Span, $"{year.From:yyyy-MM-dd} — {year.To:yyyy-MM-dd}", stated.Span.Of(reading.Text), "stated");
            }
        }
    }

    // 2022年度信息公开工作报告, and below it 统计期限为2023年: of the two years that the days of the report speak for is the right one.
    private static IEnumerable<ReportFinding> Calendar(Reading reading)
    {
        if (reading.CalendarYear is not { } title)
        {
            yield break;
        }

        var told = reading.Dates.Where(d => d.Exists).GroupBy(d => d.Year).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key ?? title.Year;
        foreach (var (year, span) in PeriodReader.ReportYears(reading.Folded).Where(r => r.Year != title.Year && Math.Abs(r.Year - title.Year) == 1))
        {
            var (wrong, right, at) = title.Year == told ? (year, title.Year, span) : (title.Year, year, title.Span);
            yield return Mismatch(at, $"{right}", $"{wrong}", "other-year", Severity.Warning);
            yield break;
        }

        if (reading.Stated is not { From.Exists: true, To.Exists: true } stated)
        {
            yield break;
        }

        if (stated.From is { Month: 1, Day: 1 } && stated.To.Month == 12 && stated.From.Year != title.Year)
        {
            var isTitle = stated.From.Year == told;
            yield return Mismatch(isTitle ? title.Span : stated.Span, $"{(isTitle ? stated.From.Year : title.Year)}", (isTitle ? title.Span : stated.Span).Of(reading.Text), "other-year", Severity.Warning);
        }
        else if (stated.From is { Month: 9, Day: 1 } && !reading.Folded.Contains("学年", StringComparison.Ordinal))
        {
            yield return Mismatch(stated.Span, $"{title.Year}-01-01 — {title.Year}-12-31", stated.Span.Of(reading.Text), "stated", Severity.Warning);
        }
    }

    // What is compared, planned, quoted or told of earlier years names another school year rightly.
    private static bool IsHistory(Reading reading, YearMention mention)
    {
        var sentence = reading.SentenceAt(mention.Span.Start);
        if (sentence.Length == 0)
        {
            return false;
        }

        var before = reading.Folded[sentence.Start..mention.Span.Start];
        var text = sentence.Of(reading.Folded);
        return (before.Count(c => c == '《') > before.Count(c => c == '》') && !IsOwnReport(reading, before, mention))
            || before.Count(c => c == '“') > before.Count(c => c == '”')
            || reading.Years.Count(y => y.Year is not null && sentence.Contains(y.Span)) > 1
            || Compared().IsMatch(IsSubject(before, reading.Folded[mention.Span.End..sentence.End]) ? "" : Around(before, reading.Folded[mention.Span.End..sentence.End]))
            || (reading.AcademicYear is { } own && mention.Year > own && Planned().IsMatch(text))
            || Heard().IsMatch(before) && AsWork().IsMatch(reading.Folded.AsSpan(mention.Span.End))
            || (mention.Year is not null && before.Trim().Length > 24 && !Reports().IsMatch(text));
    }

    // 2024年9月，党委常委会听取2023-2024学年信息公开工作汇报
    [GeneratedRegex(@"(?:听取|审议|审定|研究|通报|讨论|总结)(?:了|并[\u4e00-\u9fa5]{2})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heard();

    [GeneratedRegex(@"^度?(?:的)?(?:信息公开|校务公开|政务公开)?(?:工作)?(?:情况)?(?:的)?(?:汇报|总结|评议|考核|测评|述职)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AsWork();

    // 根据……要求，编制《某某大学2016—2017学年信息公开年度报告》: before the first part the report names itself.
    private static bool IsOwnReport(Reading reading, string before, YearMention mention) =>
        mention.Span.Start < (reading.MainHeadings.FirstOrDefault()?.Span.Start ?? 0) && MakesReport().IsMatch(before) && !Compared().IsMatch(before) && OwnReport().IsMatch(reading.Folded.AsSpan(mention.Span.End, Math.Min(Near, reading.Folded.Length - mention.Span.End)));

    // 下一步工作打算: what stands below speaks of years to come.
    private static bool IsPlan(Reading reading, YearMention mention) =>
        reading.SectionAt(mention.Span.Start) == SectionKind.Measures || (reading.HeadingAbove(mention.Span.Start) is { } heading && Plans().IsMatch(heading.Title));

    // 2022—2023学年，学校主动公开……: the year a sentence opens with is the one it reports.
    private static bool IsSubject(string before, string after) => before.Trim().Length == 0 && Opens().IsMatch(after);

    [GeneratedRegex(@"^[，,](?:[\u4e00-\u9fa5]{2,14})?(?:主动公开|公开信息|共公开|累计公开|信息公开|公开)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opens();

    // What is compared stands near; 比 at the other end of the sentence says nothing of the year.
    private static string Around(string before, string after) => before[Math.Max(0, before.Length - Near)..] + "#" + after[..Math.Min(Near, after.Length)];

    private static bool InTable(Reading reading, int at) => reading.SentenceAt(at).Length == 0;

    private static ReportFinding Mismatch(TextSpan span, string expected, string found, string wordCase, Severity severity = Severity.Error) =>
        Notice.Of(ReportCodes.PeriodMismatch, severity, span, wordCase, ("expected", expected), ("found", found));

    [GeneratedRegex(@"较(?![好强大多高快为全完])|比(?!例|重)|同期|上一?学年|上年|去年|往年|历年|以来|相比|增长|下降|递增|递减|逐年|趋势|回落|本学年|连续|近[两二三四五]年|先后|曾|分别|以前|之前|此前|起[，,]|结转|上一年度|前一|首[份次个]|第一[份次]|最早|始于|[上下]一[篇条][:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compared();

    [GeneratedRegex(@"(?:截[至止]到?|止于|到|至)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Until();

    [GeneratedRegex(@"将|计划|下一步|打算|拟|准备|力争|争取|预计|新学年|下一?学年|今后", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Planned();

    [GeneratedRegex(@"下一?步|下一?年|下一阶段|打算|计划|安排|努力方向|改进|展望|目标|今后|思路", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plans();

    // 公布2021—2022学年本科教学质量报告: what is made of a year is published in the next.
    [GeneratedRegex(@"^(?:的?)《?(?:本科|专业|人才培养|毕业生|学生|艺术|体育|内部|财务|科研|思政|国家奖?助?学金)?(?:教学|就业|培养|发展|教育|审计|决算|预算|评审|学位|质量|奖学金)[\u4e00-\u9fa5]{0,10}(?:报告|年报|白皮书|结果|名单|表)|^(?:的?)《?信息公开(?:工作)?(?:年度)?报告》?(?:于|在|已|的|经|按)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"(?:编制|编写|形成|撰写|起草|现公布|现发布)(?:了|本)?《[\u4e00-\u9fa5()]{0,20}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MakesReport();

    [GeneratedRegex(@"^信息公开(?:工作)?(?:年度)?(?:工作)?报告》", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnReport();

    [GeneratedRegex(@"公开|申请|发布|举报|复议|诉讼|收费|报告|统计|评议|清单", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reports();
}
