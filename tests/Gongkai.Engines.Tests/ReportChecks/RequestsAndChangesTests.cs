using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Sums that are no lists: requests and what became of them, what grew or fell, and one thing told twice.</summary>
public sealed class RequestsAndChangesTests
{
    [Theory]
    [InlineData("新收到申请12件，办结10件，结转下年度2件。", null)]
    [InlineData("新收到申请12件，办结10件，结转下年度3件。", "12")]
    [InlineData("上年度结转3件，新收到申请12件，办结13件，正在办理2件。", null)]
    [InlineData("上年度结转3件，新收到申请12件，办结13件，正在办理1件。", "15")]
    [InlineData("新收到申请约12件，办结10件，结转下年度3件。", null)]
    [InlineData("新收到申请12件，办结10件，结转下年度3人。", null)]
    [InlineData("新收到申请12件，办结10件。", null)]
    public void Requests_received_and_carried_in_are_those_answered_and_carried_out(string sentence, string? expected)
    {
        var findings = Sums(sentence);

        Assert.Equal(expected, findings.SingleOrDefault()?.Expected);
        Assert.All(findings, f => Assert.Equal((Severity.Error, "sum-mismatch.balance"), (f.Severity, f.WordKey)));
    }

    [Fact]
    public void The_stretch_of_a_balance_goes_from_its_first_number_to_its_last()
    {
        const string Sentence = "新收到申请12件，办结10件，结转下年度3件。";

        Assert.Equal("12件，办结10件，结转下年度3件", Assert.Single(Sums(Sentence)).Span.Of(Sentence));
    }

    [Theory]
    [InlineData("收到信息公开申请9件。予以公开5件，部分公开2件，不予公开2件。", null, null)]
    [InlineData("收到信息公开申请9件。予以公开5件，部分公开2件，不予公开3件。", "10", Severity.Error)]
    [InlineData("收到信息公开申请9件。予以公开5件，部分公开2件，不予公开1件。", "8", Severity.Warning)]
    [InlineData("收到信息公开申请9件，予以公开5件，部分公开2件，不予公开3件。", "10", Severity.Error)]
    [InlineData("收到信息公开申请9件，上年度结转1件。予以公开5件，部分公开2件，不予公开3件。", null, null)]
    [InlineData("收到信息公开申请9件，上年度结转1件。予以公开5件，部分公开2件，不予公开4件。", "11", Severity.Error)]
    [InlineData("收到信息公开申请9件。予以公开5件，部分公开2件，信息不存在1件，结转下年度1件。", null, null)]
    [InlineData("收到信息公开申请近9件。予以公开5件，部分公开2件，不予公开3件。", null, null)]
    [InlineData("收到信息公开申请9件。予以公开5件，不予公开5人。", null, null)]
    [InlineData("收到信息公开申请9件。会议一。会议二。会议三。予以公开5件，部分公开2件，不予公开3件。", "10", Severity.Error)]
    public void What_became_of_the_requests_is_counted_against_those_received(string text, string? expected, Severity? severity)
    {
        var findings = Sums(text);

        Assert.Equal(severity, findings.Count == 0 ? null : findings.Max(f => f.Severity));
        Assert.All(findings, f => Assert.Equal((expected, "9"), (f.Expected, f.Found)));
    }

    [Theory]
    [InlineData("公开信息7846条，较上年的6538条增加1308条。", null)]
    [InlineData("公开信息7846条，较上年的6538条增加1380条。", "1308")]
    [InlineData("公开信息6538条，较上年的7846条减少1380条。", "1308")]
    [InlineData("关注者7.24万人，新增1.06万人（上年末6.18万人）。", null)]
    [InlineData("关注者7.24万人，新增1.07万人（上年末6.18万人）。", null)]
    [InlineData("关注者7.24万人，新增1.16万人（上年末6.18万人）。", "10600")]
    [InlineData("公开信息近7846条，较上年的6538条增加1380条。", null)]
    [InlineData("公开信息7846条，较上年的6538条增加1380篇。", null)]
    public void What_a_number_grew_or_fell_by_is_the_difference(string sentence, string? expected)
    {
        var findings = Sums(sentence).FindAll(f => f.WordKey == "sum-mismatch.difference");

        Assert.Equal(expected, findings.SingleOrDefault()?.Expected);
        Assert.All(findings, f => Assert.Equal(Severity.Error, f.Severity));
    }

    [Fact]
    public void A_difference_shows_the_larger_number_first()
    {
        Assert.Equal("7846 - 6538", Sums("公开信息6538条，较上年的7846条减少1380条。")[0].Details["parts"]);
    }

    [Theory]
    [InlineData("学校主动公开信息3960条。", "学校主动公开信息3690条。", Severity.Error)]
    [InlineData("学校公开各类材料5500份。", "全年公示各类文件5050份。", Severity.Warning)]
    [InlineData("学校公开各类材料550份。", "全年公示各类文件505份。", null)]
    [InlineData("学校公开各类材料5500份。", "全年公示各类文件5060份。", null)]
    [InlineData("学校公开各类材料5500份。", "全年公示各类文件5050篇。", null)]
    [InlineData("学校主动公开信息3900余条。", "学校主动公开信息3960条。", null)]
    [InlineData("学校主动公开信息3000余条。", "学校主动公开信息3660条。", Severity.Error)]
    public void One_thing_has_one_number(string first, string second, Severity? severity)
    {
        var findings = ReportAuditor.Audit(ReportText.FromText($"{first}\n{second}\n")).Findings.Where(f => f.Code == ReportCodes.ConflictingFigure).ToList();

        Assert.Equal(severity, findings.SingleOrDefault()?.Severity);
    }

    [Theory]
    [InlineData("发布信息1000条，其中新闻125条，占12%。", false)]
    [InlineData("发布信息1000条，其中新闻125条，占13%。", false)]
    [InlineData("发布信息1000条，其中新闻125条，占14%。", true)]
    [InlineData("发布信息1000条，其中新闻126条，占12.6%。", false)]
    [InlineData("发布信息1000条，其中新闻126条，占12.8%。", true)]
    [InlineData("发布信息3000条，其中新闻1000条，占33.33%。", false)]
    [InlineData("发布信息3000条，其中新闻1000条，占33.35%。", true)]
    public void A_rate_may_be_rounded_or_cut_off_at_the_place_it_is_stated_to(string sentence, bool wrong)
    {
        Assert.Equal(wrong, ReportAuditor.Audit(ReportText.FromText(sentence)).Findings.Any(f => f.Code == ReportCodes.PercentMismatch));
    }

    private static List<ReportFinding> Sums(string text) =>
        [.. ReportAuditor.Audit(ReportText.FromText(text)).Findings.Where(f => f.Code == ReportCodes.SumMismatch)];
}
