using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Which school year a report is for, however it is written, and where it contradicts itself.</summary>
public sealed class SchoolYearsTests
{
    [Theory]
    [InlineData("二〇一六—二〇一七学年", "")]
    [InlineData("二零一六至二零一七学年度", "")]
    [InlineData("2017年", "本报告数据起于2016年9月1日，止于2017年8月31日。")]
    [InlineData("2017年", "从2016年9月至2017年8月，学校开展了以下工作。")]
    public void It_is_read_in_characters_and_from_the_days_or_months_stated(string title, string statement)
    {
        var report = ReportAuditor.Audit(ReportText.FromText($"海川农业大学\n{title}信息公开工作年度报告\n{statement}\n"));

        Assert.Equal("2016-2017", report.AcademicYear?.ToString());
    }

    [Theory]
    [InlineData("2017-2018学年", "2018年9月1日，止于2019年8月31日", "2017-2018学年")]
    [InlineData("2018-2019学年", "2017年9月1日，止于2018年8月31日", "2017年9月1日，止于2018年8月31日")]
    public void Of_title_and_statement_the_one_that_the_report_does_not_bear_out_is_wrong(string title, string stated, string wrong)
    {
        var report = ReportAuditor.Audit(ReportText.FromText(
            $"海川农业大学{title}信息公开工作年度报告\n数据起于{stated}。\n2018年10月，学校召开部署会。2019年3月12日，学校开展培训。2019年5月，学校修订目录。\n"));

        var finding = Assert.Single(report.Findings, f => f.Code == ReportCodes.PeriodMismatch);
        Assert.Equal((Severity.Error, wrong), (finding.Severity, finding.Excerpt(report.Text)));
    }

    [Fact]
    public void A_year_that_a_short_sentence_names_is_not_that_of_the_title()
    {
        var report = ReportAuditor.Audit(ReportText.FromText("海川农业大学信息公开工作年度报告\n学校2015-2016学年曾发布专题报告。\n2016-2017学年公开信息12条。\n2016-2017学年收到申请3件。\n"));

        Assert.Equal("2016-2017", report.AcademicYear?.ToString());
        Assert.Empty(report.Findings);
    }
}
