using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Reports of the eight parts, numbered in every way, with two of the parts joined under one heading or the last one gone.</summary>
public sealed class SectionsTests
{
    private static readonly string[] Numbers = ["一", "二", "三", "四", "五", "六", "七", "八"];

    private static readonly string[] Joints = ["及", "和", "与", "、", "以及"];

    public static TheoryData<string, SectionKind, SectionKind, string> Joined
    {
        get
        {
            var data = new TheoryData<string, SectionKind, SectionKind, string>();
            var at = 0;
            foreach (var numbered in new[] { "一、", "（一）", "第一部分　", "1．", "1. ", "【】", "" })
            {
                foreach (var first in SectionKinds.All)
                {
                    foreach (var second in SectionKinds.All.Where(k => k > first))
                    {
                        data.Add(numbered, first, second, Joints[at++ % Joints.Length]);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Joined))]
    public void Two_parts_under_one_heading_are_told_and_neither_is_missing(string numbered, SectionKind first, SectionKind second, string joint)
    {
        var titles = SectionKinds.All.Where(k => k != second).Select(k => k == first ? SectionKinds.Title(first) + joint + SectionKinds.Title(second) : SectionKinds.Title(k));

        var findings = Audit(numbered, titles);

        Assert.Equal($"{SectionKinds.Title(first)}、{SectionKinds.Title(second)}", Assert.Single(findings, f => f.Code == ReportCodes.SectionMerged).Details["parts"]);
        Assert.DoesNotContain(findings, f => f.Code == ReportCodes.SectionMissing);
    }

    [Theory]
    [InlineData("一、")]
    [InlineData("（一）")]
    [InlineData("第一部分　")]
    [InlineData("1．")]
    [InlineData("【】")]
    [InlineData("")]
    public void Eight_headings_are_eight_parts(string numbered)
    {
        var findings = Audit(numbered, SectionKinds.All.Select(SectionKinds.Title));

        Assert.DoesNotContain(findings, f => f.Code is ReportCodes.SectionMerged or ReportCodes.SectionMissing);
    }

    [Theory]
    [InlineData("七、清单事项公开情况表及其他需要说明的事项", "清单事项公开情况表、其他需要报告的事项")]
    [InlineData("七、其他需要报告的事项，清单事项公开情况", "其他需要报告的事项、清单事项公开情况表")]
    [InlineData("七、其它需说明的情况暨清单落实情况表", "其他需要报告的事项、清单事项公开情况表")]
    [InlineData("七、其他清单事项公开情况", "")]
    [InlineData("七、清单及其他信息公开情况", "")]
    [InlineData("七、信息公开清单其他事项", "")]
    public void A_joint_between_two_names_makes_two_parts(string last, string parts)
    {
        var titles = SectionKinds.All.Take(6).Select(SectionKinds.Title).ToList();
        var findings = ReportAuditor.Audit(ReportText.FromText($"{Report("一、", titles)}{last}\n文。\n")).Findings;

        Assert.Equal(parts, findings.FirstOrDefault(f => f.Code == ReportCodes.SectionMerged)?.Details["parts"] ?? "");
    }

    [Theory]
    [InlineData("编制依据为《高等学校信息公开事项清单》。", true)]
    [InlineData("学校按《教育部关于公布〈高等学校信息公开事项清单〉的通知》（教办函〔2014〕23号）编写。", true)]
    [InlineData("学校公开信息900条。", true)]
    [InlineData("学校按清单要求公开10大类50项信息。", false)]
    [InlineData("《高等学校信息公开事项清单》所列50项均已公开。", false)]
    [InlineData("对照《高等学校信息公开事项清单》，十大类信息均有栏目。", false)]
    public void The_last_part_is_missed_unless_the_list_is_spoken_of_elsewhere(string overview, bool isMissed)
    {
        var text = Report("一、", SectionKinds.All.Take(7).Select(SectionKinds.Title)).Replace("\n文。\n二、", $"\n{overview}\n二、", StringComparison.Ordinal);

        var missing = ReportAuditor.Audit(ReportText.FromText(text)).Findings.Where(f => f.Code == ReportCodes.SectionMissing);

        Assert.Equal(isMissed, missing.Any(f => f.Details["kind"] == "catalogue-table"));
    }

    [Theory]
    [InlineData("3. 依申请公开信息以及不予公开信息的有关情况说明如下", 4)]
    [InlineData("3. 依申请公开信息以及不予公开信息的有关情况说明列如下", 0)]
    public void A_numbered_line_of_up_to_twenty_four_characters_may_be_the_name_of_a_part(string third, int count)
    {
        var report = ReportAuditor.Audit(ReportText.FromText($"1. 公开概况\n文。\n2. 主动公开情况\n文。\n{third}\n文。\n4. 校园安全工作情况\n文。\n"));

        Assert.Equal(count, report.Sections.Count);
    }

    [Theory]
    [InlineData("依申请公开信息和不予公开信息的有关情况以及对申请人提出异议的处理过程与答复时限落实结果说明和分析", 4)]
    [InlineData("依申请公开信息和不予公开信息的有关情况以及对申请人提出异议的处理过程与答复时限落实结果的说明和分析", 3)]
    public void A_heading_has_up_to_forty_eight_characters(string third, int count)
    {
        var report = ReportAuditor.Audit(ReportText.FromText($"一、概述\n文。\n二、主动公开情况\n文。\n三、{third}\n文。\n四、存在的问题\n文。\n"));

        Assert.Equal(count, report.Sections.Count);
    }

    [Fact]
    public void A_list_in_a_part_ends_where_the_number_goes_on_that_of_the_part()
    {
        var report = ReportAuditor.Audit(ReportText.FromText("一、概述\n文。\n二、主动公开情况\n一、网站\n文。\n二、新媒体\n文。\n三、依申请公开情况\n文。\n四、存在的问题\n文。\n"));

        Assert.Equal([SectionKind.Overview, SectionKind.Proactive, SectionKind.OnRequest, SectionKind.Measures], report.Sections.Select(s => s.Kind!.Value));
    }

    private static IReadOnlyList<ReportFinding> Audit(string numbered, IEnumerable<string> titles) => ReportAuditor.Audit(ReportText.FromText(Report(numbered, titles))).Findings;

    private static string Report(string numbered, IEnumerable<string> titles) =>
        "岚山学院2021-2022学年信息公开工作年度报告\n岚山学院编制本年度报告。统计时间为2021年9月1日至2022年8月31日。\n"
        + string.Concat(titles.Select((title, at) => $"{Heading(numbered, at, title)}\n文。\n"));

    private static string Heading(string numbered, int at, string title) =>
        numbered == "【】" ? $"【{title}】" : numbered.Replace("一", Numbers[at], StringComparison.Ordinal).Replace("1", $"{at + 1}", StringComparison.Ordinal) + title;
}
