using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

public sealed class CitationsTests
{
    [Theory]
    [InlineData("依据《高等学校信息公布办法》编制。", "高等学校信息公布办法", "高等学校信息公开办法", Severity.Error)]
    [InlineData("依据《高校信息公开办法》编制。", "高校信息公开办法", "高等学校信息公开办法", Severity.Warning)]
    [InlineData("依据《高等学校信息公开清单事项》编制。", "高等学校信息公开清单事项", "高等学校信息公开事项清单", Severity.Error)]
    [InlineData("依据《高等学校信息公开暂行办法》编制。", "高等学校信息公开暂行办法", "高等学校信息公开办法", Severity.Error)]
    [InlineData("依据《高等学校校务信息公开规则》（教育部令第29号）编制。", "高等学校校务信息公开规则", "高等学校信息公开办法", Severity.Error)]
    public void A_title_that_is_nearly_that_of_a_known_document_is_wrong(string sentence, string found, string expected, Severity severity)
    {
        var finding = Assert.Single(Of(ReportCodes.CitationTitle, sentence));

        Assert.Equal((severity, "citation-title", expected, found), (finding.Severity, finding.WordKey, finding.Expected, finding.Found));
    }

    [Theory]
    [InlineData("《高等学校信息公开办法》（教育部令第19号）", "教育部令第29号", "教育部令第19号")]
    [InlineData("《高等学校信息公开事项清单》（教办函〔2014〕32号）", "教办函〔2014〕23号", "教办函〔2014〕32号")]
    [InlineData("《政府信息公开条例》（国务院令第717号）", "国务院令第711号", "国务院令第717号")]
    public void A_number_that_is_not_the_documents_own_is_wrong(string citation, string expected, string found)
    {
        var finding = Assert.Single(Of(ReportCodes.CitationTitle, $"依据{citation}编制。"));

        Assert.Equal((Severity.Error, "citation-title.number", expected, found), (finding.Severity, finding.WordKey, finding.Expected, finding.Found));
    }

    [Theory]
    [InlineData("《高等学校信息公开办法》（教育部令第29号）")]
    [InlineData("《高等学校信息公开办法》（中华人民共和国教育部令第29号）")]
    [InlineData("《高等学校信息公开办法》（教育部第29号令）")]
    [InlineData("《中华人民共和国政府信息公开条例》（国务院令第 711 号）")]
    [InlineData("《必须招标的工程项目规定》（发展改革委令第16号）")]
    [InlineData("《教育部办公厅关于全面推进政务公开工作的实施意见》（国办发〔2016〕80号）")]
    [InlineData("《高等教育法》（国家主席令第24号）")]
    [InlineData("《岚山学院信息公开办法》")]
    [InlineData("《浙江省高等学校信息公开办法》")]
    [InlineData("《高等学校信息公开实施办法》")]
    [InlineData("《高等学校信息公开办法实施细则》")]
    [InlineData("《高等学校信息公开目录》")]
    [InlineData("《高等学校信息公开指南》")]
    [InlineData("《高等学校信息公开情况表》")]
    [InlineData("《高等学校信息公开年度报告》")]
    [InlineData("《高等学校信息公开办法2.0》")]
    [InlineData("《学生手册》")]
    public void Right_numbers_other_documents_and_a_schools_own_are_left_alone(string citation)
    {
        Assert.Empty(Of(ReportCodes.CitationTitle, $"依据{citation}编制。"));
    }

    [Theory]
    [InlineData("教办函[2014]23号", "教办函〔2014〕23号", Severity.Error)]
    [InlineData("校办发[2022]12号", "校办发〔2022〕12号", Severity.Warning)]
    [InlineData("校办发〔2022〕第12号", "校办发〔2022〕12号", Severity.Warning)]
    [InlineData("校办发〔2022〕012号", "校办发〔2022〕12号", Severity.Warning)]
    [InlineData("校办发〔2022年〕12号", "校办发〔2022〕12号", Severity.Warning)]
    [InlineData("校办发〔2022〕 12 号", "校办发〔2022〕12号", Severity.Warning)]
    [InlineData("教办厅函(2018)80号", "教办厅函〔2018〕80号", Severity.Error)]
    public void A_number_is_written_as_the_standard_for_official_documents_has_it(string number, string expected, Severity severity)
    {
        var finding = Assert.Single(Of(ReportCodes.CitationForm, $"学校印发通知，{number}。"));

        Assert.Equal((severity, expected, number), (finding.Severity, finding.Expected, finding.Found));
    }

    [Fact]
    public void The_agency_of_a_number_begins_behind_the_word_that_leads_to_it()
    {
        var finding = Assert.Single(Of(ReportCodes.CitationForm, "各项工作遵照教办函[2014]23号进行。"));

        Assert.Equal(("教办函〔2014〕23号", "教办函[2014]23号"), (finding.Expected, finding.Found));
    }

    [Theory]
    [InlineData("校办发〔22〕12号")]
    [InlineData("校办发2022〔12〕号")]
    [InlineData("校办发2022第12号")]
    [InlineData("教育部令29号")]
    [InlineData("校办发〔2022〕12文件")]
    public void A_number_whose_parts_are_not_where_they_belong_is_odd(string number)
    {
        Assert.Equal(Severity.Warning, Assert.Single(Of(ReportCodes.CitationForm, $"学校印发{number}。")).Severity);
    }

    [Fact]
    public void A_layout_that_sets_every_number_apart_says_nothing_of_how_a_document_number_was_written()
    {
        const string Apart = "公开信息 20 条，收到申请 3 件，召开会议 5 次，编印简报 6 期。";

        Assert.Empty(Of(ReportCodes.CitationForm, Apart + "学校印发校办发〔 2022 〕 12 号。"));
        Assert.Single(Of(ReportCodes.CitationForm, Apart.Replace("简报 6 期", "简报6期", StringComparison.Ordinal) + "学校印发校办发〔 2022 〕 12 号。"));
    }

    [Theory]
    [InlineData("2017-2018", "711", "citation-outdated.not-yet")]
    [InlineData("2018-2019", "711", null)]
    [InlineData("2017-2018", "492", null)]
    [InlineData("2018-2019", "492", "citation-outdated")]
    [InlineData("2018-2019", "493", null)]
    public void The_regulations_are_cited_in_the_version_of_the_year(string year, string number, string? wordKey)
    {
        var findings = ReportAuditor.Audit(ReportText.FromText($"岚山学院{year}学年信息公开工作年度报告\n依据国务院令第{number}号编制。\n")).Findings;

        Assert.Equal(wordKey, findings.SingleOrDefault(f => f.Code == ReportCodes.CitationOutdated)?.WordKey);
    }

    [Theory]
    [InlineData("2019-05-14", "492", false)]
    [InlineData("2019-05-15", "492", true)]
    [InlineData("2018-11-14", "711", true)]
    [InlineData("2018-11-15", "711", false)]
    public void A_report_of_no_known_year_is_judged_by_the_day_it_is_read(string today, string number, bool wrong)
    {
        var report = ReportText.FromText($"岚山学院信息公开工作报告\n依据国务院令第{number}号编制。\n");

        Assert.Equal(wrong, ReportAuditor.Audit(report, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Findings.Any(f => f.Code == ReportCodes.CitationOutdated));
        Assert.DoesNotContain(ReportAuditor.Audit(report).Findings, f => f.Code == ReportCodes.CitationOutdated);
    }

    [Theory]
    [InlineData("原国务院令第492号已经废止。")]
    [InlineData("学校曾执行国务院令第492号。")]
    [InlineData("教育部令第492号。")]
    public void What_is_told_of_the_past_is_not_outdated(string sentence)
    {
        Assert.Empty(Of(ReportCodes.CitationOutdated, sentence));
    }

    [Fact]
    public void A_document_cannot_be_cited_before_there_is_one()
    {
        const string Report = "岚山学院2012-2013学年信息公开工作年度报告\n依据《高等学校信息公开事项清单》编制。\n";

        var finding = Assert.Single(ReportAuditor.Audit(ReportText.FromText(Report)).Findings, f => f.Code == ReportCodes.CitationOutdated);

        Assert.Equal((Severity.Error, "citation-outdated.not-yet", "2014-07-25"), (finding.Severity, finding.WordKey, finding.Expected));
        Assert.DoesNotContain(ReportAuditor.Audit(ReportText.FromText(Report.Replace("2012-2013", "2013-2014", StringComparison.Ordinal))).Findings, f => f.Code == ReportCodes.CitationOutdated);
        Assert.DoesNotContain(ReportAuditor.Audit(ReportText.FromText(Report + "岚山学院\n2014年7月25日\n")).Findings, f => f.Code == ReportCodes.CitationOutdated);
    }

    private static List<ReportFinding> Of(string code, string sentence) =>
        [.. ReportAuditor.Audit(ReportText.FromText($"岚山学院2021-2022学年信息公开工作年度报告\n{sentence}\n")).Findings.Where(f => f.Code == code)];
}
