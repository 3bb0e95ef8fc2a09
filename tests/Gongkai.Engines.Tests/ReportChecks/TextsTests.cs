using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

public sealed class TextsTests
{
    private const string Title = "岚山学院2021-2022学年信息公开工作年度报告\n";

    [Theory]
    [InlineData("网址为http：//xxgk.lanshan.example.cn。", "malformed-url.wide", "http：//xxgk.lanshan.example.cn")]
    [InlineData("网址为http://xxgk。lanshan.example.cn。", "malformed-url.wide", "http://xxgk。lanshan.example.cn")]
    [InlineData("网址为http:/xxgk.lanshan.example.cn。", "malformed-url.scheme", "http:/xxgk.lanshan.example.cn")]
    [InlineData("网址为htp://xxgk.lanshan.example.cn。", "malformed-url.scheme", "htp://xxgk.lanshan.example.cn")]
    [InlineData("网址为http:///xxgk.lanshan.example.cn。", "malformed-url.scheme", "http:///xxgk.lanshan.example.cn")]
    [InlineData("网址为http://xxgk.lanshan.eud.cn/。", "malformed-url.host", "http://xxgk.lanshan.eud.cn/")]
    [InlineData("网址为http://wwww.lanshan.edu.cn。", "malformed-url.host", "http://wwww.lanshan.edu.cn")]
    [InlineData("网址为http://xxgk.lanshan edu.cn。", "malformed-url.blank", "http://xxgk.lanshan edu.cn")]
    [InlineData("网址为http://a.lanshan.edu.cn/http://b.lanshan.edu.cn。", "malformed-url.doubled", "http://a.lanshan.edu.cn/http://b.lanshan.edu.cn")]
    public void An_address_no_browser_can_open_says_what_is_wrong_with_it(string sentence, string wordKey, string found)
    {
        var text = Title + sentence + "\n";

        var finding = Assert.Single(Of(ReportCodes.MalformedUrl, sentence));

        Assert.Equal((Severity.Warning, wordKey, found, found), (finding.Severity, finding.WordKey, finding.Found, finding.Span.Of(text)));
    }

    [Theory]
    [InlineData("网址为http://xxgk.lanshan.edu.cn。")]
    [InlineData("网址为https://xxgk.lanshan.edu.cn:8080/a/b.htm?c=1#d）。")]
    [InlineData("网址为www.lanshan.edu.cn，欢迎访问。")]
    [InlineData("网址为http://202.38.64.1/xxgk。")]
    [InlineData("网址为http://a.lanshan.edu.cn/go?to=http://b.lanshan.edu.cn。")]
    [InlineData("网址见http://")]
    public void An_address_that_opens_is_left_alone(string sentence)
    {
        Assert.Empty(Of(ReportCodes.MalformedUrl, sentence));
    }

    [Theory]
    [InlineData("学校落实“谁公开、谁负责的要求。", "unpaired-mark.unclosed", "“", "”")]
    [InlineData("学校落实谁公开、谁负责”的要求。", "unpaired-mark.unopened", "”", "“")]
    [InlineData("学校执行《办法（试行》。", "unpaired-mark.unclosed", "（", ")")]
    [InlineData("学校执行办法）。", "unpaired-mark.unopened", "）", "(")]
    [InlineData("学校执行【办法。", "unpaired-mark.unclosed", "【", "】")]
    public void A_mark_without_its_partner_says_which_is_missing(string sentence, string wordKey, string found, string expected)
    {
        var finding = Assert.Single(Of(ReportCodes.UnpairedMark, sentence));

        Assert.Equal((Severity.Warning, wordKey, found, expected), (finding.Severity, finding.WordKey, finding.Found, finding.Expected));
    }

    [Theory]
    [InlineData("学校落实“谁公开、\n谁负责”的要求。")]
    [InlineData("学校落实“谁公开（谁负责）《办法》”的要求。")]
    [InlineData("1）组织领导；2）制度建设。")]
    [InlineData("a）组织领导 b）制度建设。")]
    [InlineData("一）组织领导。二）制度建设。")]
    [InlineData("学校引进Presidents’ Forum项目。")]
    public void A_pair_over_two_lines_a_numbered_item_and_an_apostrophe_are_left_alone(string sentence)
    {
        Assert.Empty(Of(ReportCodes.UnpairedMark, sentence));
    }

    [Fact]
    public void A_mark_is_looked_for_in_the_next_line_only()
    {
        Assert.Equal(2, Of(ReportCodes.UnpairedMark, "学校落实“谁公开、\n谁主管、\n谁负责”的要求。").Count);
        Assert.Equal("“", Assert.Single(Of(ReportCodes.UnpairedMark, "学校落实“谁公开\n")).Found);
    }

    [Fact]
    public void The_stretch_of_a_lost_mark_is_the_words_it_was_to_hold()
    {
        const string Sentence = "一年来学校落实“谁公开谁负责谁主管谁审查谁保密谁存档的要求并开展检查。";
        var text = Title + Sentence + "\n";

        Assert.Equal(Sentence.Substring(Sentence.IndexOf('“', StringComparison.Ordinal), 20), Assert.Single(Of(ReportCodes.UnpairedMark, Sentence)).Span.Of(text));
        var closed = Sentence.Replace("“", "", StringComparison.Ordinal).Replace("存档", "存档”", StringComparison.Ordinal);
        var at = closed.IndexOf('”', StringComparison.Ordinal);
        Assert.Equal(closed[(at - 20)..(at + 1)], Assert.Single(Of(ReportCodes.UnpairedMark, closed)).Span.Of(Title + closed + "\n"));
    }

    [Fact]
    public void Full_width_digits_among_as_many_half_width_ones_are_mixed()
    {
        Assert.Equal("１２", Assert.Single(Of(ReportCodes.MixedWidth, "编印简报１２期，公开信息36条。", "岚山学院信息公开报告\n")).Found);
        Assert.Equal(5, Of(ReportCodes.MixedWidth, "简报１期、２期、３期、４期、５期、６期，公开信息123456条。").Count);
        Assert.Empty(Of(ReportCodes.MixedWidth, "编印简报１２期，公开信息６３条。", "岚山学院信息公开报告\n"));
        Assert.Empty(Of(ReportCodes.MixedWidth, "编印简报１２３期，公开信息36条。", "岚山学院信息公开报告\n"));
    }

    [Theory]
    [InlineData("学校公开信息，召开会议，编印简报,开展检查，组织培训。", ",")]
    [InlineData("学校公开信息；召开会议；编印简报;开展检查；组织培训。", ";")]
    [InlineData("领导：校长；成员：处长；秘书：科长；地点:会议室。", ":")]
    [InlineData("学校（本部）公开信息（一批），召开会议（两次），编印简报(一期）。", "(")]
    [InlineData("学校公开信息，召开会议，编印简报,开展检查。学校组织培训。", ",")]
    [InlineData("学校公开信息。召开会议。编印简报.开展检查。组织培训。", ".")]
    public void A_half_width_mark_among_many_full_width_ones_is_mixed(string sentence, string found)
    {
        Assert.Equal(found, Assert.Single(Of(ReportCodes.MixedWidth, sentence)).Found);
    }

    [Theory]
    [InlineData("学校公开信息，召开会议,编印简报,开展检查，组织培训。")]
    public void A_text_of_half_width_marks_was_converted_as_a_whole(string sentence)
    {
        Assert.Empty(Of(ReportCodes.MixedWidth, sentence));
    }

    [Theory]
    [InlineData("编印简报XX期。", "XX期")]
    [InlineData("编印简报  期。", "期")]
    [InlineData("编印简报□期。", "□期")]
    [InlineData("公开信息**条。", "**条")]
    [InlineData("公开信息（待补充）条。", "(待补充)")]
    [InlineData("公开信息{{count}}条。", "{{count}}")]
    [InlineData("某某大学公开信息。", "某某")]
    [InlineData("编印简报____期。", "____期")]
    public void A_place_left_to_be_filled_in_is_an_error(string sentence, string found)
    {
        var finding = Of(ReportCodes.Placeholder, sentence)[0];

        Assert.Equal((Severity.Error, found), (finding.Severity, finding.Found));
    }

    [Theory]
    [InlineData("网址为http://xxgk.lanshan.example.cn/a__b.htm。")]
    [InlineData("邮箱为a__b@lanshan.example.cn。")]
    public void What_stands_in_an_address_was_not_left_to_be_filled_in(string sentence)
    {
        Assert.Empty(Of(ReportCodes.Placeholder, sentence));
    }

    [Theory]
    [InlineData("详见[bookmark: _Toc99]附件。", "[bookmark: _Toc99]")]
    [InlineData("详见&nbsp;附件。", "&nbsp;")]
    [InlineData("详见<br/>附件。", "<br/>")]
    [InlineData("详见\uFFFD\uFFFD附件。", "\uFFFD\uFFFD")]
    [InlineData("详见\uE004附件。", "\uE004")]
    [InlineData("详见\u0003附件。", "\u0003")]
    [InlineData("详见\u001F附件。", "\u001F")]
    public void What_a_conversion_left_is_found_and_laid_at_its_door(string sentence, string found)
    {
        var finding = Assert.Single(Of(ReportCodes.ConversionResidue, sentence));

        Assert.Equal((Severity.Warning, true, found), (finding.Severity, finding.ByConversion, finding.Found));
    }

    [Fact]
    public void A_run_of_broken_characters_is_one_finding()
    {
        Assert.Single(Of(ReportCodes.ConversionResidue, "详见\uFFFD甲\uFFFD乙\uFFFD附件。"));
        Assert.Equal(2, Of(ReportCodes.ConversionResidue, "详见\uFFFD附件一和\uFFFD附件二。").Count);
    }

    [Fact]
    public void A_wrong_word_says_the_right_one()
    {
        var finding = Assert.Single(Of(ReportCodes.WrongWord, "截止目前，学校公开信息20条。"));

        Assert.Equal((Severity.Warning, "截止"), (finding.Severity, finding.Found?[..2]));
        Assert.Contains("截至", finding.Expected);
    }

    [Theory]
    [InlineData("南屿大学高度重视信息公开工作。", "南屿大学")]
    [InlineData("欢迎访问南屿大学信息公开网。", "南屿大学")]
    [InlineData("一年来，南屿师范学院认真落实要求。", "南屿师范学院")]
    public void Another_schools_name_where_the_own_belongs_is_worth_a_look(string sentence, string found)
    {
        var finding = Assert.Single(Of(ReportCodes.ForeignName, sentence));

        Assert.Equal((Severity.Warning, found, "岚山学院"), (finding.Severity, finding.Found, finding.Expected));
    }

    [Theory]
    [InlineData("学校赴南屿大学信息公开办公室调研。")]
    [InlineData("学校与南屿大学联合举办论坛。")]
    [InlineData("计算机学院认真落实要求。")]
    [InlineData("岚山学院认真落实要求。")]
    [InlineData("岚山学院信息工程学院认真落实要求。")]
    public void Partners_faculties_and_the_own_name_are_named_rightly(string sentence)
    {
        Assert.Empty(Of(ReportCodes.ForeignName, sentence));
    }

    private static List<ReportFinding> Of(string code, string sentence, string title = Title) =>
        [.. ReportAuditor.Audit(ReportText.FromText($"{title}{sentence}\n")).Findings.Where(f => f.Code == code)];
}
