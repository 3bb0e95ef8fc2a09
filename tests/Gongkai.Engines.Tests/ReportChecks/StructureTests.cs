using System.Globalization;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

public sealed class StructureTests
{
    [Theory]
    [InlineData("一、概述\n三、主动公开情况\n", "numbering-gap", "2", "三")]
    [InlineData("一、概述\n二、主动公开情况\n二、依申请公开情况\n", "numbering-gap.repeat", "3", "二")]
    [InlineData("二、主动公开情况\n三、依申请公开情况\n", "numbering-gap", "1", "二")]
    [InlineData("（一）组织领导\n（三）制度建设\n", "numbering-gap", "2", "(三)")]
    [InlineData("1.组织领导\n3.制度建设\n", "numbering-gap", "2", "3.")]
    [InlineData("（1）组织领导\n（3）制度建设\n", "numbering-gap", "2", "(3)")]
    [InlineData("1.1 组织领导\n1.3 制度建设\n", "numbering-gap", "1.2", "1.3")]
    [InlineData("1.1 组织领导\n1.1 制度建设\n", "numbering-gap.repeat", "1.2", "1.1")]
    public void A_number_that_does_not_follow_is_found_at_every_rank(string lines, string wordKey, string expected, string found)
    {
        var finding = Assert.Single(Of(ReportCodes.NumberingGap, lines));

        Assert.Equal((Severity.Warning, wordKey, expected, found), (finding.Severity, finding.WordKey, finding.Expected, finding.Found));
    }

    [Theory]
    [InlineData("一、概述\n（一）组织领导\n（二）制度建设\n二、主动公开情况\n（一）网站公开\n（二）其他公开\n")]
    [InlineData("（一）组织领导\n1.领导小组\n2.工作小组\n（二）制度建设\n1.制度修订\n")]
    [InlineData("1.组织领导\n2.制度建设\n1.网站公开\n2.其他公开\n")]
    [InlineData("1.1 组织领导\n1.2 制度建设\n2.1 网站公开\n2.2 其他公开\n")]
    [InlineData("（二）制度建设\n（三）网站公开\n")]
    [InlineData("1.5万元用于网站建设。\n1.8万元用于培训。\n")]
    [InlineData("组织领导\n制度建设\n")]
    public void A_row_that_begins_anew_or_no_row_at_all_is_left_alone(string lines)
    {
        Assert.Empty(Of(ReportCodes.NumberingGap, lines));
    }

    [Fact]
    public void The_stretch_of_a_gap_is_the_beginning_of_its_line()
    {
        var line = "（三）" + new string('甲', 40) + "\n";
        var text = "（一）组织领导\n" + line;

        Assert.Equal(line[..30], Assert.Single(Of(ReportCodes.NumberingGap, text)).Span.Of(text));
    }

    [Fact]
    public void A_part_that_is_not_there_is_named_and_two_in_one_are_too()
    {
        var findings = Audit("一、概述\n文。\n二、主动公开和依申请公开情况\n文。\n三、对信息公开的评议情况\n文。\n四、改进措施\n文。\n五、其他需要报告的事项\n文。\n六、清单事项公开情况表\n见附件。\n");

        Assert.Equal("因学校信息公开工作受到举报、复议、诉讼的情况", Assert.Single(findings, f => f.Code == ReportCodes.SectionMissing).Expected);
        var merged = Assert.Single(findings, f => f.Code == ReportCodes.SectionMerged);
        Assert.Equal("主动公开和依申请公开情况", merged.Found);
        Assert.Equal("主动公开情况、依申请公开和不予公开情况", merged.Details["parts"]);
    }

    [Fact]
    public void Measures_may_stand_one_rank_lower_and_two_headings_are_too_few_to_judge_by()
    {
        Assert.DoesNotContain(Audit("一、概述\n文。\n二、主动公开情况\n（一）经验和问题\n文。\n三、依申请公开情况\n文。\n"), f => f.Code == ReportCodes.SectionMissing && f.Details["kind"] == "measures");
        Assert.Empty(Of(ReportCodes.SectionMissing, "一、概述\n文。\n二、主动公开情况\n文。\n"));
        Assert.Equal(5, Of(ReportCodes.SectionMissing, "一、概述\n文。\n二、主动公开情况\n文。\n三、依申请公开情况\n文。\n").Count);
    }

    [Theory]
    [InlineData("学校依据清单10大类50项公开信息。", null)]
    [InlineData("学校依据清单十大类五十项公开信息。", null)]
    [InlineData("学校依据清单10大类52项公开信息。", "10大类52项")]
    [InlineData("学校依据清单9大类50项公开信息。", "9大类50项")]
    [InlineData("学校依据清单10个方面49条公开信息。", "10个方面49条")]
    [InlineData("学校结合实际增加内容，清单共10大类62项。", null)]
    [InlineData("学校结合实际增加内容，清单共12大类50项。", null)]
    [InlineData("学校结合实际增加内容，清单共10大类48项。", "10大类48项")]
    [InlineData("学校依据清单4类50项公开信息。", null)]
    [InlineData("学校依据清单21类50项公开信息。", null)]
    [InlineData("学校依据清单10类19项公开信息。", null)]
    [InlineData("学校依据清单5类20项公开信息。", "5类20项")]
    [InlineData("学校依据清单20类20项公开信息。", "20类20项")]
    [InlineData("学校开设课程10类52项。", null)]
    [InlineData("学校开设课程10大类52项。", "10大类52项")]
    public void The_catalogue_has_ten_categories_and_fifty_items_unless_it_is_the_schools_own(string sentence, string? found)
    {
        var findings = Of(ReportCodes.CatalogueCount, sentence + "\n");

        Assert.Equal(found, findings.SingleOrDefault()?.Found);
        Assert.All(findings, f => Assert.Equal((Severity.Error, "catalogue-count.statement", "10 / 50"), (f.Severity, f.WordKey, f.Expected)));
    }

    [Fact]
    public void A_table_of_fifty_whole_rows_is_right()
    {
        Assert.Empty(Table(Rows(50)));
    }

    [Fact]
    public void A_row_that_is_missing_or_stands_twice_is_named()
    {
        var rows = Rows(50);

        var gap = Assert.Single(Table([.. rows[..6], .. rows[7..]]));
        var repeat = Assert.Single(Table([.. rows[..7], rows[6], .. rows[7..]]));

        Assert.Equal((Severity.Error, "catalogue-count.gap", "7"), (gap.Severity, gap.WordKey, gap.Expected));
        Assert.Equal((Severity.Error, "catalogue-count.repeat", "7"), (repeat.Severity, repeat.WordKey, repeat.Found));
    }

    [Fact]
    public void A_table_that_ends_too_early_or_too_late_is_counted()
    {
        var few = Assert.Single(Table(Rows(40)));
        var many = Assert.Single(Table(Rows(53)));

        Assert.Equal((Severity.Error, "catalogue-count.rows", "50", "40", false), (few.Severity, few.WordKey, few.Expected, few.Found, few.ByConversion));
        Assert.Equal(("catalogue-count.rows", "50", "53"), (many.WordKey, many.Expected, many.Found));
    }

    [Fact]
    public void Many_rows_lost_before_the_last_were_lost_in_conversion()
    {
        var rows = Rows(50);

        Assert.Equal(3, Table([.. rows[..10], .. rows[13..]]).Count);
        var lost = Assert.Single(Table([.. rows[..10], .. rows[14..]]));
        Assert.Equal((Severity.Warning, "catalogue-count.rows", true), (lost.Severity, lost.WordKey, lost.ByConversion));
    }

    [Fact]
    public void A_schools_own_longer_catalogue_is_the_measure_of_its_table()
    {
        const string Own = "学校结合实际增加内容，清单共10大类55项。\n";

        Assert.Empty(Table(Rows(55), Own));
        Assert.Equal("55", Assert.Single(Table(Rows(50), Own)).Expected);
    }

    [Fact]
    public void A_row_without_address_or_unit_is_named()
    {
        var rows = Rows(50);
        var withoutLink = rows.ToArray();
        withoutLink[4] = "5\t第五项公开事项\t党政办公室\t";
        var withoutUnit = rows.ToArray();
        withoutUnit[4] = "5\t第五项公开事项\t\thttp://xxgk.lanshan.example.cn/5.htm";

        Assert.Equal(("catalogue-count.no-link", "5"), (Assert.Single(Table(withoutLink)).WordKey, Assert.Single(Table(withoutLink)).Found));
        Assert.Equal(("catalogue-count.no-unit", "5"), (Assert.Single(Table(withoutUnit)).WordKey, Assert.Single(Table(withoutUnit)).Found));
    }

    [Fact]
    public void Where_no_row_has_an_address_there_is_no_such_column()
    {
        Assert.Empty(Table([.. Rows(50).Select(row => row[..row.LastIndexOf('\t')])]));
    }

    [Fact]
    public void A_table_that_is_announced_and_not_there_is_missed()
    {
        Assert.Equal("如下表所示", Assert.Single(Of(ReportCodes.TableAnnouncedMissing, "一、主动公开情况\n各类信息数量如下表所示。\n二、依申请公开情况\n甲\t1\n乙\t2\n")).Found);
        Assert.Empty(Of(ReportCodes.TableAnnouncedMissing, "一、主动公开情况\n各类信息数量如下表所示。\n甲\t1\n乙\t2\n丙\t3\n丁\t4\n二、依申请公开情况\n文。\n"));
        Assert.Empty(Of(ReportCodes.TableAnnouncedMissing, "一、主动公开情况\n各类信息数量如下表所示（附件）。\n二、依申请公开情况\n文。\n"));
        Assert.Empty(Of(ReportCodes.TableAnnouncedMissing, "一、主动公开情况\n各类信息数量如下表所示：http://xxgk.lanshan.example.cn/1.htm。\n二、依申请公开情况\n文。\n"));
    }

    [Fact]
    public void A_table_at_the_end_of_the_report_may_be_announced_anywhere()
    {
        const string Announced = "一、主动公开情况\n各类信息数量见附表。\n二、依申请公开情况\n文。\n";

        Assert.Empty(Of(ReportCodes.TableAnnouncedMissing, Announced + "甲\t1\n乙\t2\n丙\t3\n丁\t4\n"));
        Assert.Single(Of(ReportCodes.TableAnnouncedMissing, Announced));
    }

    [Fact]
    public void The_part_that_is_a_table_has_one()
    {
        const string Part = "一、概述\n文。\n二、清单事项公开情况表\n";

        Assert.Equal("二、清单事项公开情况表", Assert.Single(Of(ReportCodes.TableAnnouncedMissing, Part + "岚山学院\n2022年10月20日\n")).Found);
        Assert.Empty(Of(ReportCodes.TableAnnouncedMissing, Part + "详见学校信息公开网。\n"));
        Assert.Empty(Of(ReportCodes.TableAnnouncedMissing, Part + string.Join('\n', Rows(5)) + "\n"));
    }

    [Theory]
    [InlineData("网站\t500\n微信\t300\n校报\t100\n合计\t900\n", null)]
    [InlineData("网站\t500\n微信\t300\n校报\t100\n合计\t920\n", "900")]
    [InlineData("网站\t1,500条\n微信\t300条\n总计\t1,900条\n", "1800")]
    [InlineData("网站\t500\n微信\t—\n合计\t500\n", null)]
    [InlineData("网站\t500\n微信\t见附件\n合计\t900\n", null)]
    [InlineData("网站\t500\n其中新闻\t300\n微信\t100\n合计\t600\n", null)]
    [InlineData("网站\t500\n合计\t600\n", null)]
    public void A_column_adds_up_to_its_total(string rows, string? expected)
    {
        var findings = Of(ReportCodes.SumMismatch, "渠道\t数量\n" + rows);

        Assert.Equal(expected, findings.SingleOrDefault()?.Expected);
        Assert.All(findings, f => Assert.Equal((Severity.Error, "sum-mismatch.table"), (f.Severity, f.WordKey)));
    }

    [Fact]
    public void A_row_adds_up_to_its_total_where_most_rows_do()
    {
        const string Right = "渠道\t上半年\t下半年\t合计\n网站\t200\t300\t500\n微信\t100\t150\t250\n校报\t20\t30\t50\n";

        Assert.Empty(Of(ReportCodes.SumMismatch, Right));
        var wrong = Assert.Single(Of(ReportCodes.SumMismatch, Right.Replace("\t250", "\t260", StringComparison.Ordinal)));
        Assert.Equal(("250", "260", "100 + 150"), (wrong.Expected, wrong.Found, wrong.Details["parts"]));
        Assert.Empty(Of(ReportCodes.SumMismatch, Right.Replace("\t250", "\t260", StringComparison.Ordinal).Replace("\t500", "\t700", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_table_that_came_out_one_cell_a_line_adds_up_too()
    {
        const string Ladder = "一年来，学校通过各种渠道公开信息。\n网站\n500\n微信\n300\n合计\n{0}\n";

        Assert.Empty(Of(ReportCodes.SumMismatch, string.Format(CultureInfo.InvariantCulture, Ladder, 800)));
        Assert.Equal("800", Assert.Single(Of(ReportCodes.SumMismatch, string.Format(CultureInfo.InvariantCulture, Ladder, 850))).Expected);
    }

    private static string[] Rows(int count) => SampleReport.Rows(count).TrimEnd('\n').Split('\n');

    private static List<ReportFinding> Table(string[] rows, string before = "") =>
        Of(ReportCodes.CatalogueCount, $"{before}一、清单事项公开情况表\n序号\t事项\t责任部门\t网址\n{string.Join('\n', rows)}\n");

    private static List<ReportFinding> Of(string code, string text) => [.. Audit(text).Where(f => f.Code == code)];

    private static IReadOnlyList<ReportFinding> Audit(string text) => ReportAuditor.Audit(ReportText.FromText(text)).Findings;
}
