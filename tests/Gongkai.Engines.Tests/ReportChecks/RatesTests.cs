using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Each rate with what its numbers give; null where it fits or where nothing can be said.</summary>
public sealed class RatesTests
{
    [Theory]
    [InlineData("收到来信120件，办结110件，办结率91.7%。", null)]
    [InlineData("收到来信120件，办结110件，办结率97.1%。", "91.67%")]
    [InlineData("收到来信120件，办结110件，办结率97%。", "91.7%")]
    [InlineData("收到来信120件，办结90件，办结率100.5%。", "≤ 100%")]
    [InlineData("收到来信约120件，办结110件，办结率97.1%。", null)]
    [InlineData("收到来信120件，未办结10件，办结率97.1%。", null)]
    [InlineData("项目预算120万元，成交110万元，节约率15%。", null)]
    [InlineData("收到申请15件。按时答复13件，答复率86.7%。", null)]
    [InlineData("收到申请15件。按时答复13件，答复率76.7%。", "86.67%")]
    [InlineData("及时率98%（应更新200条，及时更新196条）。", null)]
    [InlineData("及时率89%（应更新200条，及时更新196条）。", "98%")]
    public void A_rate_is_measured_by_the_figures_that_carry_its_word(string sentence, string? expected) => Assert.Equal(expected, Expected(sentence));

    [Theory]
    [InlineData("发布信息1695条，其中新闻633条，占37.3%。", null)]
    [InlineData("发布信息1695条，其中新闻633条，占47.3%。", "37.35%")]
    [InlineData("发布信息1695条，其中新闻633条（47.3%）。", "37.35%")]
    [InlineData("发布信息约1695条，其中新闻633条，占47.3%。", null)]
    [InlineData("发布信息1695条，其中新闻约633条，占47.3%。", null)]
    [InlineData("发布信息1695条，其中新闻633篇，占47.3%。", null)]
    [InlineData("公开信息5460条。其中，学校主页2730条，占总量的50%。", null)]
    [InlineData("公开信息5460条。其中，学校主页2730条，占总量的60%。", "50%")]
    public void A_share_is_measured_by_the_whole_before_it(string sentence, string? expected) => Assert.Equal(expected, Expected(sentence));

    [Theory]
    [InlineData("推送图文由200条增至250条，增长25%。", null)]
    [InlineData("推送图文由200条增至250条，增长35%。", "25%")]
    [InlineData("推送图文由250条降至200条，下降20%。", null)]
    [InlineData("推送图文由250条降至200条，下降30%。", "20%")]
    [InlineData("刊发稿件250篇，较上一学年200篇增长35%。", "25%")]
    [InlineData("推送图文412篇，同比增长3%（上学年400篇）。", null)]
    [InlineData("推送图文412篇，同比增长30%（上学年400篇）。", "3%")]
    [InlineData("收到来信48件，比上一学年的40件增加8件，增长20%。", null)]
    [InlineData("收到来信48件，比上一学年的40件增加8件，增长30%。", "20%")]
    [InlineData("推送图文由约200条增至250条，增长35%。", null)]
    public void Growth_is_measured_by_the_number_before(string sentence, string? expected) => Assert.Equal(expected, Expected(sentence));

    [Theory]
    [InlineData("教学类占40%，科研类占35%，其他类占25%。", null)]
    [InlineData("教学类占46%，科研类占35%，其他类占25%。", "100%")]
    [InlineData("教学类占36%，科研类占35%，其他类占25%。", "100%")]
    [InlineData("教学类占40.5%，科研类占35.2%，其他类占24.5%。", null)]
    [InlineData("三类分别占40%、40%和20%。", null)]
    [InlineData("三类分别占40%、40%和30%。", "100%")]
    [InlineData("三类分别占40%、30%和20%。", "100%")]
    [InlineData("教学类占40%，科研类占35%。", null)]
    public void Shares_of_one_whole_make_a_hundred(string sentence, string? expected) => Assert.Equal(expected, Expected(sentence));

    [Theory]
    [InlineData("差错率1000‰。", null)]
    [InlineData("差错率1001‰。", "≤ 1000‰")]
    public void Nothing_is_more_than_all_of_it(string sentence, string? expected) => Assert.Equal(expected, Expected(sentence));

    [Fact]
    public void A_rate_that_a_slip_explains_is_only_worth_a_look()
    {
        var finding = Assert.Single(Rates("大会有87名代表投票，满意票80张，占90.2%。"), f => f.WordKey == "percent-mismatch.slip");

        Assert.Equal((Severity.Warning, "92%"), (finding.Severity, finding.Expected));
    }

    [Fact]
    public void A_total_that_a_slip_explains_is_only_worth_a_look()
    {
        const string Text = "听课412人次。领导干部参加96人次，信息专员参加208人次，学生助理参加180人次。";

        var finding = Assert.Single(ReportAuditor.Audit(ReportText.FromText(Text)).Findings, f => f.Code == ReportCodes.SumMismatch);

        Assert.Equal((Severity.Warning, "412"), (finding.Severity, finding.Found));
        Assert.DoesNotContain(ReportAuditor.Audit(ReportText.FromText(Text.Replace("208", "136", StringComparison.Ordinal))).Findings, f => f.Code == ReportCodes.SumMismatch);
    }

    private static string? Expected(string sentence) => Rates(sentence).SingleOrDefault(f => f.Severity == Severity.Error)?.Expected;

    private static List<ReportFinding> Rates(string sentence) =>
        [.. ReportAuditor.Audit(ReportText.FromText(sentence)).Findings.Where(f => f.Code == ReportCodes.PercentMismatch)];
}
