using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>How a finding is said: what is long is shortened, and what there is too much of is left out.</summary>
public sealed class SayingFindingsTests
{
    [Fact]
    public void Of_a_long_sum_the_first_twenty_numbers_are_said()
    {
        var parts = string.Join("、", Enumerable.Range(0, 22).Select(n => $"{"甲乙丙丁戊己庚辛壬癸子"[n % 11]}{"上下"[n / 11]}类10条"));

        var twenty = Assert.Single(Of(ReportCodes.SumMismatch, $"全年公布信息150条，其中{parts[..parts.IndexOf("、癸下", StringComparison.Ordinal)]}。"));
        var more = Assert.Single(Of(ReportCodes.SumMismatch, $"全年公布信息150条，其中{parts}。"));

        Assert.Equal(string.Join(" + ", Enumerable.Repeat("10", 20)), twenty.Details["parts"]);
        Assert.Equal(twenty.Details["parts"] + " + …", more.Details["parts"]);
    }

    [Fact]
    public void A_long_stretch_is_shortened_in_the_middle()
    {
        var address = "http:/xxgk.lanshan.example.cn/" + string.Concat(Enumerable.Range(0, 20).Select(n => $"part{n:00}/"));

        var finding = Assert.Single(Of(ReportCodes.MalformedUrl, $"网址为{address}。"));

        Assert.Equal($"{address[..80]} … {address[^35..]}", finding.Excerpt($"网址为{address}。"));
        Assert.Equal(address[..160] + "…", finding.Found);
        var shorter = address[..120];
        Assert.Equal(shorter, Assert.Single(Of(ReportCodes.MalformedUrl, $"网址为{shorter}。")).Excerpt($"网址为{shorter}。"));
    }

    [Fact]
    public void Of_one_kind_no_more_than_three_hundred_are_said()
    {
        Assert.Equal(300, Of(ReportCodes.Placeholder, string.Concat(Enumerable.Repeat("编印简报XX期。\n", 310))).Count);
        Assert.Equal(299, Of(ReportCodes.Placeholder, string.Concat(Enumerable.Repeat("编印简报XX期。\n", 299))).Count);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void What_a_conversion_did_is_laid_at_its_door_in_words(string language)
    {
        var finding = Assert.Single(Of(ReportCodes.ConversionResidue, "详见&nbsp;附件。"));

        var said = finding.Message(language);

        Assert.EndsWith(WordBook.Engines.Find("report.by-conversion", language)!, said);
        Assert.Equal(said, (finding with { ByConversion = false }).Message(language) + WordBook.Engines.Find("report.by-conversion", language));
    }

    [Fact]
    public void The_place_of_a_finding_is_counted_from_one()
    {
        var finding = Assert.Single(Of(ReportCodes.Placeholder, "编印简报XX期。"));

        Assert.Equal(new Place(Layer.Body, "character 5", "", 4, 3), finding.ToFinding().Where);
    }

    private static List<ReportFinding> Of(string code, string text) => [.. ReportAuditor.Audit(ReportText.FromText(text)).Findings.Where(f => f.Code == code)];
}
