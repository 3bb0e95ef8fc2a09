using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Reports;

namespace Gongkai.Web.Tests.Reports;

/// <summary>Which of our figures the numbers of an older report are. All reports here are invented.</summary>
public sealed class HistoryLabelsTests
{
    [Theory]
    [InlineData(
        "二、主动公开情况\n本学年学校通过各类网站和办公平台主动公开信息累计3120条。其中，通过信息公开网公开目录10大类50项内容共计211条公开信息。通过部门网站主动公开信息2410条。通过学校办公平台主动公开信息150条，其中学校文件61条、校内通知公告89条。",
        "published 3120, oa-files 61, oa-notices 89")]
    [InlineData(
        "二、主动公开情况\n学校现有官方微博1个，拥有粉丝2.3万余名，本年度发布188条信息；官方微信公众号拥有粉丝31250人，本年度发布信息277条，累计阅读量80万余次。“青年测试”微信公众号拥有粉丝70123人，本年度发布信息612条。",
        "weibo-followers 23000~, weibo-posts 188, wechat-followers 31250, wechat-posts 277, wechat-reads 800000~")]
    [InlineData(
        "二、主动公开情况\n通过学校官网、校报等载体对外公布信息共1900余条。学校官网累计发布各类信息777条。本学年通过官方微信发布推文总数233篇，官微粉丝数18011，粉丝净增长900余人。发布官方抖音号视频总数26个，点赞数4120个。党委会14次，校长办公会19次。",
        "published 1900~, wechat-posts 233, wechat-followers 18011, meetings-party 14, meetings-president 19")]
    [InlineData(
        "二、主动公开情况\n学校在规定时间内向校内和社会公开信息987条，微博、微信推送信息654篇，内网办公系统发布通知321条、文件210个。",
        "published 987, media-posts 654, oa-notices 321, oa-files 210")]
    [InlineData(
        "二、主动公开情况\n教代会共收到代表提案33件，经审议，确定立案29件。\n校长信箱共收到各类问题信件86件，其中，通过网站回复21件，线下回复65件。办结86件，办结率100%。",
        "proposals-received 33, proposals-filed 29, letters-received 86, letters-public 21, letters-private 65, letters-closed 86")]
    [InlineData("二、主动公开情况\n通过学校官网主动公开信息700条。学校全年主动公开信息1650条。", "published 1650")]
    [InlineData("三、依申请公开和不予公开情况\n学校共收到社会公众提出的信息公开申请7件，7件申请均已答复。", "requests-received 7")]
    [InlineData("三、依申请公开和不予公开情况\n本学年学校未接到信息公开申请。", "requests-received 0")]
    [InlineData("六、主要经验\n学校组织入学申请450件，召开座谈会5次，接待来访12人。", "")]
    public void A_number_is_the_figure_its_words_say_and_another_is_left_alone(string text, string expected)
    {
        var read = HistoryLabels.Read(ReportAuditor.Audit(ReportText.FromText($"测试大学2016—2017学年信息公开工作年度报告\n{text}\n")));

        Assert.Equal(expected, string.Join(", ", read.Select(r => $"{r.Code} {r.Value:0.##}{(r.IsApproximate ? "~" : "")}")));
    }

    [Fact]
    public void A_reading_gives_its_sentence_its_heading_and_the_number_in_it()
    {
        var report = ReportAuditor.Audit(ReportText.FromText("测试大学2016—2017学年信息公开工作年度报告\n二、主动公开情况\n前一句。本学年学校主动公开信息3120条。后一句。\n"));

        var reading = Assert.Single(HistoryLabels.Read(report));

        Assert.Equal("本学年学校主动公开信息3120条", reading.Excerpt);
        Assert.Equal("3120条", reading.Found.Of(reading.Excerpt));
        Assert.Equal("二、主动公开情况", reading.Section);
    }
}
