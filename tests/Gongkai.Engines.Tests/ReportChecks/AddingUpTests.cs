using CsCheck;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

public sealed class AddingUpTests
{
    [Theory]
    [InlineData("全年公开信息900条，其中网站500条，微信300条，校报120条。", "920", "900")]
    [InlineData("办理提案64件，其中教学类30件、后勤类20件、其他13件。", "63", "64")]
    [InlineData("召开常委会21次、办公会17次、专题会9次，合计48次。", "47", "48")]
    [InlineData("印发文件80份（党委文件35份、行政文件44份）。", "79", "80")]
    [InlineData("共推送图文600篇，微信、微博、抖音分别为300篇、200篇、90篇。", "590", "600")]
    [InlineData("共发布信息三十条，其中通知十二条，公告二十条。", "32", "30")]
    [InlineData("累计公开信息2,300条，包括招生信息1,100条，就业信息1,150条。", "2250", "2300")]
    [InlineData("学校共召开各类会议58次，常委会21次，办公会36次，专题会20次，学习会21次。", "98", "58")]
    [InlineData("更新栏目信息120条：部门动态80条，通知公告50条。", "130", "120")]
    [InlineData("全年累计公开信息900条。其中，通过网站公开信息500条。通过微信公开信息450条。", "950", "900")]
    [InlineData("收到来信５０封，其中咨询３０封，建议２５封。", "55", "50")]
    [InlineData("官方微博和官方微信分别发布信息320条和450条，共760条。", "770", "760")]
    public void Parts_that_do_not_make_up_their_total_are_an_error(string sentence, string expected, string found)
    {
        var finding = Assert.Single(Sums(sentence));

        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal((expected, found), (finding.Expected, finding.Found));
    }

    [Theory]
    [InlineData("全年公开信息900条，其中网站500条，微信300条，校报100条。")]
    [InlineData("全年公开信息900条，其中招生信息120条，财务信息60条。")]
    [InlineData("全年公开信息900余条，其中网站500条，微信300条，校报120条。")]
    [InlineData("公开信息500条，其中网站300条（含新闻200条、公告100条），微信200条。")]
    [InlineData("公开信息500条，其中网站300条，其中新闻200条、公告100条，微信200条。")]
    [InlineData("收到申请9件，其中网络申请6件、信函申请3件，予以公开5件、部分公开2件、不予公开2件。")]
    [InlineData("现有教师1200人，其中教授260人，博士860人，45岁以下教师700人。")]
    [InlineData("收到意见300条，其中教学类150条、后勤类150条，采纳200条。")]
    [InlineData("公开信息500条，其中网站300条，微信150条，编发简报80期。")]
    [InlineData("视频总数40个，总阅读量121.7万次，其中10万以上作品3个，点赞数32991个。")]
    [InlineData("公开信息2842条，推送图文2396篇，发布通知707条、文件487个。")]
    [InlineData("建立网站49个，同比增长1个；备案公众号31个。")]
    [InlineData("举办活动4期，每期200人，共800人。")]
    [InlineData("学校网站发布新闻300条，微信发布400条，全年共召开会议50次。")]
    [InlineData("学校设有23个学院，本科专业68个，其中国家级一流专业12个、省级一流专业21个。")]
    public void What_adds_up_or_claims_nothing_is_no_error(string sentence)
    {
        Assert.DoesNotContain(Sums(sentence), f => f.Severity == Severity.Error);
    }

    [Fact]
    public void A_single_part_larger_than_its_total_is_an_error()
    {
        Assert.Equal("sum-mismatch.part-exceeds-total", Assert.Single(Sums("收到提案40件，其中立案45件。")).WordKey);
    }

    [Fact]
    public void Nearly_all_of_a_total_is_worth_a_look()
    {
        Assert.Equal(Severity.Warning, Assert.Single(Sums("全年公开信息900条，其中网站500条，微信300条，校报80条。")).Severity);
    }

    [Theory]
    [InlineData("收到来信120件，办结110件，办结率100%。", true)]
    [InlineData("收到来信120件，办结110件，办结率91.7%。", false)]
    [InlineData("收到意见156条，现场答复110条，会后答复46条，答复率100%。", false)]
    [InlineData("发放问卷1000份，满意856人，基本满意80人，满意率93.6%。", false)]
    [InlineData("发布信息1695条，其中新闻633条，占37.3%。", false)]
    [InlineData("发布信息1695条，其中新闻633条，占47.3%。", true)]
    [InlineData("推送图文由200条增至250条，增长25%。", false)]
    [InlineData("推送图文由200条增至250条，增长35%。", true)]
    [InlineData("刊发稿件250篇，较上一学年200篇增长25%。", false)]
    [InlineData("教学类占40%，科研类占35%，其他类占25%。", false)]
    [InlineData("教学类占46%，科研类占35%，其他类占25%。", true)]
    [InlineData("师生满意率达到108%。", true)]
    [InlineData("毕业生就业率95.2%，其中本科生94.8%，研究生97.1%。", false)]
    public void A_rate_must_fit_the_numbers_it_is_made_of(string sentence, bool wrong)
    {
        var found = ReportAuditor.Audit(ReportText.FromText(sentence)).Findings.Any(f => f.Code == ReportCodes.PercentMismatch);

        Assert.Equal(wrong, found);
    }

    [Fact]
    public void A_table_whose_column_does_not_add_up_is_found()
    {
        var right = "类别\t数量\n招生\t120\n财务\t80\n人事\t40\n合计\t240\n";

        Assert.Empty(Sums(right));
        var finding = Assert.Single(Sums(right.Replace("240", "250", StringComparison.Ordinal)));
        Assert.Equal(("240", "250"), (finding.Expected, finding.Found));
    }

    [Fact]
    public void Any_list_that_adds_up_is_left_alone_and_any_that_exceeds_is_found() =>
        Gen.Select(Gen.Int[1, 900].Array[2, 6], Gen.Int[1, 500]).Sample((parts, more) =>
        {
            var list = string.Join("，", parts.Select((p, i) => $"{"甲乙丙丁戊己"[i]}类{p}条"));
            return Sums($"全年公布信息{parts.Sum()}条，其中{list}。").Count == 0
                && (more >= parts[^1] || Sums($"全年公布信息{parts.Sum() - more}条，其中{list}。").Count == 1);
        }, iter: 300);

    // A digit that was forgotten makes a total ten times too small.
    [Theory]
    [InlineData("全年公布信息25条，其中甲类15条，乙类293条。", 1)]
    [InlineData("全年公布信息25条，包括甲类15条，乙类293条。", 1)]
    [InlineData("主要做了两条：问答由2150条扩充到3000条，新增850条。", 0)]
    public void What_is_among_it_is_never_more_than_it_however_far(string text, int told) => Assert.Equal(told, Sums(text).Count);

    private static List<ReportFinding> Sums(string text) =>
        [.. ReportAuditor.Audit(ReportText.FromText(text)).Findings.Where(f => f.Code == ReportCodes.SumMismatch)];
}
