using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

public sealed class DatesTests
{
    private const string Title = "岚山学院2021-2022学年信息公开工作年度报告\n";
    private const string Head = Title + "统计时间为2021年9月1日至2022年8月31日。\n";

    [Theory]
    [InlineData("2022-10-31", false)]
    [InlineData("2022-11-01", true)]
    [InlineData("2023-10-31", true)]
    [InlineData("2023-11-01", false)]
    public void A_draft_without_a_date_is_late_from_the_first_of_November_for_a_year(string today, bool late)
    {
        var findings = Of(ReportCodes.LatePublication, Head, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(late, findings.Count == 1);
        Assert.All(findings, f => Assert.Equal(("≤ 2022-10-31", today, "2021-2022学年"), (f.Expected, f.Found, f.Span.Of(Head))));
    }

    [Fact]
    public void Without_a_day_to_judge_by_a_draft_is_not_late()
    {
        Assert.Empty(Of(ReportCodes.LatePublication, Head));
    }

    [Theory]
    [InlineData("岚山学院\n2022年10月31日\n", false)]
    [InlineData("岚山学院\n2022年11月1日\n", true)]
    [InlineData("岚山学院\n2023年10月31日\n", true)]
    [InlineData("岚山学院\n2023年11月1日\n", false)]
    [InlineData("岚山学院\n2022年11月\n", false)]
    [InlineData("学校于2022年11月1日召开会议，研究下一年度的信息公开工作。\n", false)]
    public void The_date_that_signs_the_report_says_whether_it_is_late(string ending, bool late)
    {
        Assert.Equal(late, Of(ReportCodes.LatePublication, $"{Head}全文如下。\n{ending}").Count == 1);
    }

    [Fact]
    public void A_signature_is_the_last_date_and_counts_more_than_today()
    {
        Assert.Empty(Of(ReportCodes.LatePublication, Head + "2022年11月5日\n2022年10月25日\n", new DateOnly(2023, 3, 1)));
        Assert.Equal("2022-11-05", Assert.Single(Of(ReportCodes.LatePublication, Head + "2022年10月25日\n2022年11月5日\n")).Found);
    }

    [Theory]
    [InlineData("发布时间：2022-11-25")]
    [InlineData("发布日期 2022-11-25")]
    [InlineData("更新于2022年11月25日")]
    [InlineData("公布: 2022-11-25")]
    [InlineData("日期：2022-11-25")]
    [InlineData("【发布时间】2022-11-25")]
    public void The_day_of_publication_counts_more_than_the_signature(string line)
    {
        var finding = Assert.Single(Of(ReportCodes.LatePublication, $"{Title}{line} 点击：35\n全文如下。\n岚山学院\n2022年10月20日\n"));

        Assert.Equal("2022-11-25", finding.Found);
    }

    [Fact]
    public void A_report_of_no_known_year_is_never_late()
    {
        Assert.Empty(Of(ReportCodes.LatePublication, "岚山学院信息公开工作报告\n全文如下。\n2022年11月25日\n", new DateOnly(2022, 12, 1)));
    }

    [Theory]
    [InlineData("2021年8月31日，学校召开信息公开工作推进会议，部署全年工作。", "2021年8月31日")]
    [InlineData("2021年8月，学校召开信息公开工作推进会议，部署全年工作。", "2021年8月")]
    [InlineData("2022年9月1日，学校召开信息公开工作推进会议，部署全年工作。", "2022年9月1日")]
    [InlineData("2018年5月，学校召开信息公开工作推进会议，部署全年工作。", "2018年5月")]
    public void What_happened_on_a_day_outside_the_school_year_is_worth_a_look(string sentence, string date)
    {
        var finding = Assert.Single(Of(ReportCodes.DateOutsidePeriod, Head + sentence + "\n"));

        Assert.Equal((Severity.Warning, "2021-09-01 — 2022-08-31", date), (finding.Severity, finding.Expected, finding.Found));
    }

    [Theory]
    [InlineData("2021年9月1日，学校召开信息公开工作推进会议，部署全年工作。")]
    [InlineData("2022年8月31日，学校召开信息公开工作推进会议，部署全年工作。")]
    [InlineData("2021年9月，学校召开信息公开工作推进会议，部署全年工作。")]
    [InlineData("2017年12月，学校召开信息公开工作推进会议，部署全年工作。")]
    [InlineData("学校落实《2020年5月全国教育工作会议关于信息公开的要求》，部署全年工作。")]
    [InlineData("学校落实全国教育工作会议（2020年5月召开）的要求，部署全年工作。")]
    [InlineData("本报告2022年10月编制完成，学校按要求部署了全年工作，并开展检查。")]
    [InlineData("学校自2020年5月推行办事清单，部署全年工作，开展检查和评议。")]
    [InlineData("2020年5月起学校推行办事清单，部署全年工作，开展检查和评议。")]
    [InlineData("2022年12月学校计划推行办事清单，部署全年工作，开展检查和评议。")]
    [InlineData("2020年5月学校的前身更名，信息公开工作由党政办公室承担至今。")]
    [InlineData("与2020年5月相比，学校信息公开的渠道更多，师生反映更好。")]
    [InlineData("学校学习2020年5月15日国务院令第730号，部署全年工作，开展检查。")]
    public void Edges_of_the_year_documents_plans_and_history_are_not(string sentence)
    {
        Assert.Empty(Of(ReportCodes.DateOutsidePeriod, Head + sentence + "\n"));
    }

    [Theory]
    [InlineData("0月5日")]
    [InlineData("13月5日")]
    [InlineData("1月0日")]
    [InlineData("2月30日")]
    [InlineData("12月32日")]
    [InlineData("6月19日至11日")]
    public void A_day_that_no_year_has_is_impossible(string day)
    {
        var finding = Assert.Single(Of(ReportCodes.MalformedDate, $"{Head}{day}，学校召开会议。\n"));

        Assert.Equal((Severity.Error, "malformed-date.impossible", day), (finding.Severity, finding.WordKey, finding.Found));
    }

    [Theory]
    [InlineData("1月1日")]
    [InlineData("2月29日")]
    [InlineData("12月31日")]
    [InlineData("6月11日至19日")]
    [InlineData("6月11日至11日")]
    public void A_day_that_some_year_has_is_left_alone(string day)
    {
        Assert.Empty(Of(ReportCodes.MalformedDate, $"{Head}{day}，学校召开会议。\n"));
    }

    [Theory]
    [InlineData("2022年2月29日", false)]
    [InlineData("2020年2月29日", true)]
    [InlineData("1899年12月31日", false)]
    [InlineData("2200年1月1日", false)]
    [InlineData("2199年12月31日", true)]
    [InlineData("2022年0月1日", false)]
    [InlineData("2022年12月0日", false)]
    public void A_whole_date_is_looked_up_in_the_calendar(string date, bool exists)
    {
        Assert.Equal(exists, Of(ReportCodes.MalformedDate, $"{Head}《办法》自{date}起施行。\n").Count == 0);
    }

    [Theory]
    [InlineData("202191日，学校召开会议。", true)]
    [InlineData("2022年91日，学校召开会议。", false)]
    public void Marks_that_all_got_lost_were_lost_in_conversion(string sentence, bool byConversion)
    {
        var finding = Assert.Single(Of(ReportCodes.MalformedDate, $"{Head}{sentence}\n"));

        Assert.Equal(("malformed-date.broken", byConversion), (finding.WordKey, finding.ByConversion));
    }

    [Theory]
    [InlineData("详见http://a.example.cn/2022年91日。")]
    [InlineData("详见www.a.cn/x/2022年91日。")]
    [InlineData("电话2022年91日。")]
    [InlineData("编号A-2022年91日。")]
    public void Digits_of_an_address_or_a_telephone_are_no_date(string sentence)
    {
        Assert.Empty(Of(ReportCodes.MalformedDate, $"{Head}{sentence}\n"));
    }

    [Theory]
    [InlineData("统计时间为2022年8月31日至2021年9月1日。", "period-mismatch.reversed", "")]
    [InlineData("统计时间为2021年9月1日至2022年8月30日。", "period-mismatch.stated", "2021-09-01 — 2022-08-31")]
    [InlineData("统计时间为2021年9月2日至2022年8月31日。", "period-mismatch.stated", "2021-09-01 — 2022-08-31")]
    public void The_days_the_report_is_from_are_those_of_its_school_year(string statement, string wordKey, string expected)
    {
        var finding = Assert.Single(Of(ReportCodes.PeriodMismatch, $"{Title}{statement}\n"));

        Assert.Equal((Severity.Error, wordKey, expected), (finding.Severity, finding.WordKey, finding.Expected));
        Assert.Equal(statement[5..^1], finding.Found);
    }

    [Fact]
    public void Days_that_are_their_schools_own_are_compared_with_the_year_named_most()
    {
        var report = "岚山学院信息公开工作报告\n2021-2022学年，学校公开信息80条。\n统计时间为2020年9月1日至2021年8月31日。\n";

        Assert.Equal("period-mismatch.stated", Assert.Single(Of(ReportCodes.PeriodMismatch, report)).WordKey);
    }

    [Theory]
    [InlineData("2020-2021学年，学校公开信息800条。", Severity.Error)]
    [InlineData("2020-2021学年，学校举办了一场运动会。", Severity.Warning)]
    public void Another_year_is_a_mistake_where_figures_are_told_and_else_worth_a_look(string sentence, Severity severity)
    {
        var finding = Assert.Single(Of(ReportCodes.PeriodMismatch, $"{Head}{sentence}\n"));

        Assert.Equal((severity, "period-mismatch.other-year", "2021-2022"), (finding.Severity, finding.WordKey, finding.Expected));
        Assert.Equal("2020-2021学年", finding.Found);
    }

    [Theory]
    [InlineData("学校学习《2020-2021学年信息公开工作要点》，公开信息80条。")]
    [InlineData("学校开展“2020-2021学年信息公开”主题活动，公开信息80条。")]
    [InlineData("与2020-2021学年相比，学校公开信息增加80条。")]
    [InlineData("2022-2023学年，学校将进一步扩大信息公开的范围。")]
    [InlineData("学校组织各学院举办新生入学教育活动并安排学生参观校史馆和图书馆，2020-2021学年同样举办。")]
    public void Earlier_and_later_years_are_named_rightly_when_they_are_quoted_compared_or_planned(string sentence)
    {
        Assert.Empty(Of(ReportCodes.PeriodMismatch, $"{Head}{sentence}\n"));
    }

    [Fact]
    public void A_title_whose_years_do_not_follow_each_other_is_a_mistake()
    {
        var finding = Assert.Single(Of(ReportCodes.PeriodMismatch, "岚山学院2021-2023学年信息公开工作年度报告\n全文如下。\n"));

        Assert.Equal((Severity.Error, "period-mismatch.not-a-year", "2021-2023学年"), (finding.Severity, finding.WordKey, finding.Found));
    }

    [Fact]
    public void What_stands_in_a_table_of_years_is_no_mistake()
    {
        Assert.Empty(Of(ReportCodes.PeriodMismatch, $"{Head}学年\t公开信息\n2019-2020学年\t700\n2020-2021学年\t800\n2021-2022学年\t900\n"));
    }

    private static List<ReportFinding> Of(string code, string text, DateOnly? today = null) =>
        [.. ReportAuditor.Audit(ReportText.FromText(text), today).Findings.Where(f => f.Code == code)];
}
