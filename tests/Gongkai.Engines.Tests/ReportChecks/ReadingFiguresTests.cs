using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

public sealed class ReadingFiguresTests
{
    [Theory]
    [InlineData("官方微博粉丝5.1万余名。", 51000, "名", true)]
    [InlineData("公开信息1,234条。", 1234, "条", false)]
    [InlineData("公开信息1 234条。", 1234, "条", false)]
    [InlineData("公开信息１２３４条。", 1234, "条", false)]
    [InlineData("发布文件三百二十份。", 320, "份", false)]
    [InlineData("发布信息一万二千三百条。", 12300, "条", false)]
    [InlineData("发布信息三万余条。", 30000, "条", true)]
    [InlineData("捐赠收入1234.5万元。", 12345000, "元", false)]
    [InlineData("专任教师占百分之三十五点五。", 35.5, "%", false)]
    [InlineData("按时办结率为百分之百。", 100, "%", false)]
    [InlineData("人口出生率12‰。", 12, "‰", false)]
    [InlineData("接待来访约300人次。", 300, "人次", true)]
    [InlineData("接待来访近300人次。", 300, "人次", true)]
    [InlineData("接待来访超过300人次。", 300, "人次", true)]
    [InlineData("接待来访不足300人次。", 300, "人次", true)]
    [InlineData("接待来访300人次以上。", 300, "人次", true)]
    [InlineData("接待来访300多人次。", 300, "人次", true)]
    [InlineData("收到申请0件。", 0, "件", false)]
    public void A_number_is_read_however_it_is_written(string sentence, double value, string unit, bool approximate)
    {
        var figure = Assert.Single(Figures(sentence));

        Assert.Equal(((decimal)value, unit, approximate), (figure.Value, figure.Unit, figure.Approximate));
    }

    [Theory]
    [InlineData("件")]
    [InlineData("条")]
    [InlineData("个")]
    [InlineData("人")]
    [InlineData("名")]
    [InlineData("份")]
    [InlineData("项")]
    [InlineData("次")]
    [InlineData("篇")]
    [InlineData("场")]
    public void What_cannot_be_divided_is_counted_behind_the_number_of_its_paragraph(string unit)
    {
        Assert.Equal([12], Figures($"3.12{unit}为新增。").Select(f => f.Value));
        Assert.Equal([15], Figures($"11.15{unit}为新增。").Select(f => f.Value));
    }

    [Theory]
    [InlineData("111.15件为新增。", 111.15)]
    [InlineData("3.1件为新增。", 3.1)]
    [InlineData("3.12万件为新增。", 31200)]
    [InlineData("3.12元为工本费。", 3.12)]
    [InlineData("共计3.12件为新增。", 3.12)]
    public void Other_decimals_are_read_whole(string sentence, double value) => Assert.Equal([(decimal)value], Figures(sentence).Select(f => f.Value));

    [Theory]
    [InlineData("根据教办函〔2014〕23号，见附件2。")]
    [InlineData("2021年9月1日至2022年8月31日，电话0532-88886666。")]
    [InlineData("一个中心、四个意识、第一责任人。")]
    [InlineData("统计时间为202191日至2022831，如上。")]
    public void What_is_no_figure_is_not_read_as_one(string sentence) => Assert.Empty(Figures(sentence));

    private static IReadOnlyList<Figure> Figures(string sentence) => ReportAuditor.Audit(ReportText.FromText(sentence)).Figures;
}
