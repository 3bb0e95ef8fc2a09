using System.Text;
using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>Masked copies of web pages.</summary>
public sealed class MaskedPageTests
{
    [Theory]
    [InlineData("<!-- 经办人留言 -->")]
    [InlineData("<script>var secret = 1;</script>")]
    [InlineData("<input type=\"hidden\" name=\"draft\" value=\"secret\">")]
    [InlineData("<p style=\"display:none\">secret</p>")]
    [InlineData("<p hidden>secret</p>")]
    [InlineData("<font color=\"white\">secret</font>")]
    [InlineData("<p style=\"color:#fff\">secret</p>")]
    [InlineData("<template><p>secret</p></template>")]
    [InlineData("<noscript><p>secret</p></noscript>")]
    [InlineData("<object data=\"a.bin\">secret</object>")]
    [InlineData("<embed src=\"a.bin\">")]
    public void What_a_reader_does_not_see_is_gone(string hidden) => Compare($"<p>公示</p>{hidden}<p>正文</p>", "<p>公示</p><p>正文</p>");

    [Fact]
    public void Words_in_the_colour_of_the_ground_around_them_are_gone() => Compare(
        "<div style=\"background-color:#c00000\"><span style=\"color:rgb(192,0,0)\">secret</span></div>",
        "<div style=\"background-color:#c00000\"></div>");

    [Theory]
    [InlineData("<input type=\"text\" name=\"word\">")]
    [InlineData("<p style=\"color:red\">红字</p>")]
    [InlineData("<img src=\"a13800138000.png\" class=\"n1380013\">")]
    [InlineData("<iframe src=\"a.html\"></iframe>")]
    [InlineData("<table><tbody><tr style=\"background:#003366\"><th style=\"color:white\">项目</th></tr></tbody></table>")]
    [InlineData("<a href=\"list.html\" target=\"_blank\" title=\"全文\">全文</a>")]
    public void What_a_reader_sees_stays(string seen) => Compare(seen, seen);

    [Fact]
    public void The_head_keeps_its_encoding_its_title_and_its_looks_and_loses_its_remarks()
    {
        const string Looks = "<meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"600\"><title>公示</title><style>p{color:#13800138}.a::before{content:\"试行\"}</style>";

        var masked = MaskedFile.Of($"<!DOCTYPE html><html><head>{Looks}<meta name=\"author\" content=\"张试\"><meta name=\"x\"></head><body><p>正文</p></body></html>", "a.html");

        Assert.Equal($"<!DOCTYPE html><html><head>{Looks}</head><body><p>正文</p></body></html>", masked.Text);
        Assert.Equal(FileType.Html, masked.Copy.Type);
    }

    [Theory]
    [InlineData("p{color:#13800138000}.a::before{content:\"张试 13800138000\"}", "p{color:#13800138000}.a::before{content:\"张试 138****8000\"}")]
    [InlineData("/* 张试 13800138000 */ p{}", "/* 张试 138****8000 */ p{}")]
    public void What_a_style_sheet_says_is_masked_and_its_rules_stay(string style, string masked) =>
        Compare($"<style>{style}</style><p>正文</p>", $"<style>{masked}</style><p>正文</p>");

    [Theory]
    [InlineData("onclick=\"call(1)\"")]
    [InlineData("ONLOAD=\"call(1)\"")]
    [InlineData("data-note=\"备忘\"")]
    [InlineData("DATA-id=\"7\"")]
    public void What_waits_for_a_script_is_gone(string attribute) => Compare($"<p class=\"a\" {attribute} lang=\"zh\">正文</p>", "<p class=\"a\" lang=\"zh\">正文</p>");

    [Theory]
    [InlineData("title")]
    [InlineData("alt")]
    [InlineData("value")]
    [InlineData("placeholder")]
    [InlineData("aria-label")]
    [InlineData("name")]
    [InlineData("id")]
    public void An_attribute_that_is_read_is_masked(string name)
    {
        Compare($"<p {name}=\"张试 13800138000\">正文</p>", $"<p {name}=\"张试 138****8000\">正文</p>");
        Compare($"<p {name}=\"正文第138页\">正文</p>", $"<p {name}=\"正文第138页\">正文</p>");
    }

    [Theory]
    [InlineData("<p id=\"u13800138000\" class=\"c13900139000\">文</p>", "<p id=\"u138****8000\" class=\"c139****9000\">文</p>")]
    [InlineData("<a href=\"mailto:jw@x.edu.cn?subject=13800138000\" download=\"13900139000.pdf\">文</a>", "<a href=\"mailto:jw@x.edu.cn?subject=138****8000\" download=\"139****9000.pdf\">文</a>")]
    [InlineData("<a href=\"q?id=%31%33%38%30%30%31%33%38%30%30%30\">文</a>", "<a href=\"q?id=138****8000\">文</a>")]
    [InlineData("<a href=\"q?name=%E5%BC%A0%31\">文</a>", "<a href=\"q?name=%E5%BC%A0%31\">文</a>")]
    [InlineData("<p style=\"--x: '手机13800138000'\">文</p>", "<p style=\"--x: '手机138****8000'\">文</p>")]
    [InlineData("<meta itemprop=\"phone\" content=\"手机13800138000\"><p>文</p>", "<meta itemprop=\"phone\" content=\"手机138****8000\"><p>文</p>")]
    [InlineData("<style>p{background:url(/q?m=13800138000);--y: 手机13800138000}</style>", "<style>p{background:url(/q?m=138****8000);--y: 手机138****8000}</style>")]
    public void What_only_programs_read_is_masked(string written, string masked) => Compare(written, masked);

    [Fact]
    public void A_page_within_the_page_is_cleaned_as_well() => Compare(
        "<iframe srcdoc=\"<p onclick='a()'>手机13800138000</p><!-- 备忘 -->\"></iframe>",
        "<iframe srcdoc=\"&lt;html&gt;&lt;head&gt;&lt;/head&gt;&lt;body&gt;&lt;p&gt;手机138****8000&lt;/p&gt;&lt;/body&gt;&lt;/html&gt;\"></iframe>");

    [Fact]
    public void A_number_with_one_digit_in_each_cell_is_masked() => Compare(
        "<table><tbody><tr><th>手机</th><td>1</td><td>3</td><td>8</td><td>0</td><td>0</td><td>1</td><td>3</td><td>8</td><td>0</td><td>0</td><td>0</td></tr></tbody></table>",
        "<table><tbody><tr><th>手机</th>" + string.Concat(Enumerable.Repeat("<td>*</td>", 11)) + "</tr></tbody></table>");

    [Fact]
    public void A_link_to_a_telephone_is_masked() => Compare("<a href=\"tel:13800138000\">拨打</a>", "<a href=\"tel:138****8000\">拨打</a>");

    [Theory]
    [InlineData("<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"图\">", "<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"图\">")]
    [InlineData("<img src=\"DATA:image/png;base64,iVBORw0KGgo=\" alt=\"图\">", "<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"图\">")]
    [InlineData("<img src=\"data:image/jpeg;base64,/9j/4QAEQUH/2Q==\">", "<img src=\"data:image/jpeg;base64,/9j/2Q==\">")]
    [InlineData("<img src=\"data:image/png;base64,5omL5py6\" alt=\"图\">", "<img alt=\"图\">")]
    [InlineData("<img src=\"data:image/svg+xml,%3Csvg/%3E\" alt=\"图\">", "<img alt=\"图\">")]
    [InlineData("<a href=\"data:text/plain;base64,MTM4MDAxMzgwMDA=\">文</a>", "<a>文</a>")]
    [InlineData("<p style=\"background:url(data:text/plain,13800138000)\">文</p>", "<p style=\"background:url()\">文</p>")]
    [InlineData("<img src=\"a/data.png\" alt=\"图\">", "<img src=\"a/data.png\" alt=\"图\">")]
    public void Of_files_within_the_page_only_pictures_stay_and_lose_their_notes(string picture, string left) => Compare(picture, left);

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("em")]
    [InlineData("i")]
    [InlineData("span")]
    [InlineData("strong")]
    [InlineData("u")]
    [InlineData("font")]
    [InlineData("sup")]
    public void A_number_goes_on_through_elements_within_the_line(string tag) => Compare(
        $"<p>手机 138<{tag}>0013</{tag}><b><{tag}>80</{tag}></b>00，联系</p>",
        $"<p>手机 138<{tag}>****</{tag}><b><{tag}>80</{tag}></b>00，联系</p>");

    [Theory]
    [InlineData("<p>合计 1380013</p><p>8000 元</p>")]
    [InlineData("<ul><li>1380013</li><li>8000</li></ul>")]
    [InlineData("<table><tbody><tr><td>1380013</td><td>8000</td></tr></tbody></table>")]
    [InlineData("<div>1380013<p>8000</p></div>")]
    public void A_number_does_not_go_on_in_the_next_paragraph_or_cell(string body) => Compare(body, body);

    [Fact]
    public void Within_a_paragraph_only_the_number_changes() => Compare(
        "<p>第1项<b>（一）</b>手机 <i>13800138000</i>，第2项</p><p>第3项</p>",
        "<p>第1项<b>（一）</b>手机 <i>138****8000</i>，第2项</p><p>第3项</p>");

    [Fact]
    public void A_number_told_by_its_column_is_masked_wherever_it_stands() => Compare(
        "<table><tbody><tr><td>姓名</td><td>学号</td></tr><tr><td>张试</td><td>2021010101</td></tr></tbody></table><p>2021010101</p>",
        "<table><tbody><tr><td>姓名</td><td>学号</td></tr><tr><td>张试</td><td>**********</td></tr></tbody></table><p>**********</p>");

    [Fact]
    public void A_character_that_the_encoding_lacks_is_written_as_a_reference()
    {
        var chosen = Encoding.GetEncoding("big5");
        const string Body = "<p>聯絡人與地址如下，請各位同學詳細核對，如有錯誤請聯絡學務處辦理更正手續</p>";
        byte[] Bytes(string number) => chosen.GetBytes($"<html><head><meta charset=\"big5\"></head><body>{Body}<p>&#8226;手機 {number}&#128512;&#1114109;&#20070;記</p></body></html>");

        var masked = MaskedFile.Of(new MemoryStream(Bytes("13800138000")), "a.html");

        Assert.Equal(chosen.GetString(Bytes("138****8000")).Replace("&#8226;", "•", StringComparison.Ordinal), chosen.GetString(masked.Bytes).Replace("&#8226;", "•", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void A_page_keeps_its_encoding_and_its_mark(string encoding, bool hasMark)
    {
        var chosen = Encoding.GetEncoding(encoding);
        byte[] mark = hasMark ? chosen.GetPreamble() : [];
        byte[] Bytes(string number) => [.. mark, .. chosen.GetBytes($"<html><head></head><body><p>手机 {number}</p></body></html>")];

        Assert.Equal(Bytes("138****8000"), MaskedFile.Of(new MemoryStream(Bytes("13800138000")), "a.html").Bytes);
    }

    private static void Compare(string body, string masked)
    {
        var copy = MaskedFile.Of($"<html><head></head><body>{body}</body></html>", "a.html");

        Assert.Equal($"<html><head></head><body>{masked}</body></html>", copy.Text);
        Assert.Empty(copy.Copy.Remaining);
    }
}
