using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Dates;

/// <summary>Finds events that are reported though they lie outside the school year. Signatures, publication, history, plans and the
/// dates of documents are meant to.</summary>
internal sealed partial class OutsidePeriodCheck : IReportCheck
{
    private const int LongAgo = 3;
    private const int Edge = 160;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        if ((reading.AcademicYear is { } year ? new Period(year.From, year.To) : reading.Period) is not { } period)
        {
            yield break;
        }

        foreach (var date in TableDates.Outside(reading, period))
        {
            yield return Outside(reading, date, period);
        }

        foreach (var date in reading.Dates.Where(d => d.Exists).Concat(DateReader.Seasons(reading.Folded)).Where(d => (d.Last < period.From || d.First > period.To)))
        {
            var sentence = reading.SentenceAt(date.Span.Start);
            if (sentence.Length == 0 || reading.Stated?.Span.Contains(date.Span) == true || IsExempt(reading, date, sentence, period))
            {
                continue;
            }

            yield return Outside(reading, date, period);
        }
    }

    private static ReportFinding Outside(Reading reading, DateMention date, Period period) => Notice.Of(
        ReportCodes.DateOutsidePeriod,
        Severity.Warning,
        date.Span,
        "",
        ("expected", $"{period.From:yyyy-MM-dd} — {period.To:yyyy-MM-dd}"),
        ("found", date.Span.Of(reading.Text)));

    private static bool IsExempt(Reading reading, DateMention date, TextSpan sentence, Period period)
    {
        var text = sentence.Of(reading.Folded);
        var before = reading.Folded[sentence.Start..date.Span.Start];
        var after = reading.Folded[date.Span.End..sentence.End];
        var alone = text.Trim().Length - date.Span.Length <= (IsAtEdge(reading, sentence) ? 30 : 12) && !text.Contains('。', StringComparison.Ordinal);
        return !IsThisYear(before, after) && (alone // a signature, a line of publication data, a heading
            || before.Count(c => c == '《') > before.Count(c => c == '》')
            || (before.Count(c => c == '(') > before.Count(c => c == ')') && !IsAct(date, before, after))
            || Publication().IsMatch(text)
            || ((Since().IsMatch(after[..Math.Min(6, after.Length)]) || before.EndsWith('自')) && !IsBegun(date, after, period))
            || (date.First > period.To && (IsAmongPlans(reading, date) || Planned().IsMatch(before + "#" + after[..Math.Min(24, after.Length)])))
            || (date.Last < period.From && ((date.Last >= period.From.AddYears(-1) ? Strict() : History()).IsMatch(Around(before, after)) || Compared().IsMatch(before[Math.Max(before.LastIndexOf(';') + 1, before.Length - 14)..] + "#" + after[..Math.Min(10, after.Length)]) || IsOfDocument(date, after[..Clause(after)]) || (date.Year < period.From.Year - LongAgo && !IsSlip(date, period)))));
    }

    // 2019年12月20日印发《……》（校发〔2019〕77号): the number must be of the same year.
    private static bool IsOfDocument(DateMention date, string clause) =>
        Document().IsMatch(clause) && (NumberYear().Match(clause) is not { Success: true } number || int.Parse(number.Groups["y"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) == date.Year);

    [GeneratedRegex(@"〔(?<y>\d{4})〕", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberYear();

    // （三）改进措施。……，2026年春季投入使用: the paragraph tells of what is to come.
    private static bool IsAmongPlans(Reading reading, DateMention date)
    {
        var block = reading.Blocks.Find(b => b.Span.Contains(date.Span));
        return block is not null && Plans().IsMatch(block.Span.Of(reading.Folded));
    }

    [GeneratedRegex(@"^[^。，;]{0,8}(?:改进|整改|打算|计划|展望|下一?步|今后)[^。，;]{0,6}[。:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plans();

    // 本学年寒假，即2015年1月16日; 2022年10月起，本学年……: what is said to be of this year is no history.
    private static bool IsThisYear(string before, string after) => OfThisYear().IsMatch(before) || ThisYearBehind().IsMatch(after);

    // 从2019年1月24日起 in a report of 2019-2020: the same day a year later is of the period, and nothing says that a rule has been in force since.
    private static bool IsBegun(DateMention date, string after, Period period) =>
        date.Day > 0 && date.First < period.From && date.First.AddYears(1) is var later && later >= period.From && later <= period.To && Begun().IsMatch(after);

    // Where the title and the signature stand.
    private static bool IsAtEdge(Reading reading, TextSpan sentence) => sentence.Start < Edge || reading.Folded.Length - sentence.End < Edge;

    // (2019年3月举办): a date that alone fills its brackets says when what stands before them was done.
    private static bool IsAct(DateMention date, string before, string after) =>
        (date.Day > 0 && before.EndsWith('(') && ActInBrackets().IsMatch(after)) || (OnlyDates().IsMatch(before) && GoesOn().IsMatch(after));

    // 培训2次（2021年10月、2022年3月): the days on which what is counted was done.
    [GeneratedRegex(@"^(?:\)|、(?:19|20)\d\d年)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"[次场期回轮]\((?:[\d年月日、，,\s]|和)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OnlyDates();

    // 2014年4月 for 2024年4月: a day of the school year but for one digit of it.
    private static bool IsSlip(DateMention date, Period period) => Enumerable.Range(period.From.Year, period.To.Year - period.From.Year + 1).Any(year =>
        Figures.Slip.IsOneDigit(date.Year, year) && new DateOnly(year, date.Month, 1) is var month && month >= new DateOnly(period.From.Year, period.From.Month, 1) && month <= period.To);

    // What makes it history stands next to the date; 成立 elsewhere in the sentence says nothing of it.
    // 听取上一学年的汇报；2022年4月11日，……: what stands before the semicolon is said of another day.
    private static string Around(string before, string after) => before[Math.Max(before.LastIndexOf(';') + 1, before.Length - 14)..] + "#" + after[..Math.Min(26, after.Length)];

    private static int Clause(string after) => after.IndexOfAny(['，', ',', ';', '。']) is var end and >= 0 ? end : after.Length;

    [GeneratedRegex(@"(?:本学年度?|今年|本年度)内?(?:[寒暑]假|[上下]学期|[春秋]季|开学|初|末|之初|期间)?[，,]?(?:即|也就是|于|自|从)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfThisYear();

    [GeneratedRegex(@"^起?[，,](?:本学年|今年)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ThisYearBehind();

    [GeneratedRegex(@"^起[，,]?[^，。;]{0,4}(?:建立|启动|启用|开通|开展|实行每|每[日周月]|发布|推出|上线|开设|试行|组织)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Begun();

    [GeneratedRegex(@"^\s*(?:(?:举办|召开|举行|开展|组织|公开|公布|上网)?\)|、(?:19|20)\d\d年)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ActInBrackets();

    // Of the year before the period only what plainly is the past: 成立 is told of this year too.
    [GeneratedRegex(@"历史|前身|以来|曾|早在|就已|施行|始于|沿用|迄今|至今|在此之前|发布的|出台的|通过的|公布的|制定的|印发的|颁布的", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Strict();

    [GeneratedRegex(@"较|相比|同期|上一?学年|去年|比|结转|跨学年|任期|聘期|有效期|届满", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compared();

    [GeneratedRegex(@"令第|〔", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Document();

    [GeneratedRegex(@"发布时间|发布日期|公布时间|报告[^，,。]{0,8}(?:编制|编写|上报|报送)|(?:编制|编写|上报|报送)[^，,。]{0,8}报告|发布本报告|(?:本报告|本年报|报告全文|年报全文)[^。]{0,40}(?:审议|审定|公布|发布|公开|登载|刊登|挂网|上网|挂出|刊出)|报告[^，。]{0,4}(?:公布|发布)日期|报告定稿|向社会公[布开]本|(?:本|年度|本年度)报告[^，,。]{0,10}(?:发布|公布|公开)|特此报告", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Publication();

    [GeneratedRegex(@"^\s*(?:起|以来|以后|至今|正式?施行|施行|实施|前|之前|以前)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Since();

    [GeneratedRegex(@"下一?学年|定于|将(?!各|有关|所有|全部)|计划|拟|下一步|预计|届时|力争|打算|准备|要(?!求|点|闻|素)|之前|底前|末前|上半年|下半年|年内|下一?学年|任期|聘期|有效期|届满", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Planned();

    [GeneratedRegex(@"两次修订|先后修订|成立|创办|建校|始建|创建|前身|更名|合并|升格|颁布|以来|历史|曾|早在|就已|施行|最早|始于|起步|沿用|以来|迄今|至今|发布的|出台的|通过的|公布的|制定的|印发的", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex History();
}
