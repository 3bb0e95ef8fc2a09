using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>How far what is told may stand from what it is compared with.</summary>
public sealed class ReachTests
{
    private const string Filling = "本学年主动公开工作还包括栏目维护、咨询答复和意见收集。";

    [Theory]
    [InlineData(1, true)]
    [InlineData(65, false)]
    public void Batches_told_far_behind_are_not_those_that_were_announced(int sentences, bool told)
    {
        var filling = string.Concat(Enumerable.Repeat(Filling, sentences));
        var findings = ReportAuditor.Audit(ReportText.FromText($"岚山学院2021-2022学年信息公开工作年度报告\n培训分两批进行，第一批面向机关，第二批面向学院。{filling}第三批教材已经付印。\n")).Findings;

        Assert.Equal(told ? ["第三批"] : [], findings.Select(f => f.Found == "3批" ? "第三批" : f.Code));
    }
}
