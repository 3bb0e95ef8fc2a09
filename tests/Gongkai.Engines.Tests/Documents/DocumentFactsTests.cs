using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Documents;

public sealed class DocumentFactsTests
{
    [Fact]
    public void A_document_with_a_red_head_tells_all_its_facts()
    {
        var facts = Read("特急", "云川大学文件", "云川大校〔2023〕 017 号", "云川大学关于印发", "《云川大学学籍管理", "细则》的通知", "各学院、各部门：", "现将细则印发给你们，请遵照执行。", "附件：云川大学学籍管理细则", "云川大学", "2023年4月9日", "附件", "云川大学学籍管理细则", "第一章 总则", "2022年1月1日");

        Assert.Equal(("云川大学关于印发《云川大学学籍管理细则》的通知", "云川大校〔2023〕17号", "云川大校〔2023〕 017 号", new DateOnly(2023, 4, 9), "云川大学"), Tuple(facts));
    }

    [Fact]
    public void A_date_in_chinese_digits_under_a_department_is_the_signature()
    {
        var facts = Read("关于做好夏季防汛工作的紧急通知", "校内各单位：", "请各单位做好准备。", "后勤管理处", "二〇一九年十二月二十一日");

        Assert.Equal(("关于做好夏季防汛工作的紧急通知", null, null, new DateOnly(2019, 12, 21), "后勤管理处"), Tuple(facts));
    }

    [Theory]
    [InlineData("云大教[2020]8号", "云大教〔2020〕8号")]
    [InlineData("云大教【2020】第08号", "云大教〔2020〕8号")]
    [InlineData("云大教（2020）8号", "云大教〔2020〕8号")]
    [InlineData("云大教﹝2020﹞8号", "云大教〔2020〕8号")]
    [InlineData("云大教〔２０２０〕８号", "云大教〔2020〕8号")]
    public void A_number_comes_back_in_its_right_form(string written, string expected) =>
        Assert.Equal(expected, Read("云川大学", written, "关于公布结果的通报").DocumentNumber);

    [Fact]
    public void A_number_that_is_only_cited_is_not_the_documents_own()
    {
        var facts = Read("关于转发上级文件的通知", "根据《教育督导条例》（国令〔2012〕624号），现通知如下。");

        Assert.Null(facts.DocumentNumber);
    }

    [Fact]
    public void Letters_spread_over_a_line_are_read_as_a_name()
    {
        var facts = Read("关于停水的公告", "明日停水。", "后 勤 处", "2024 年 3 月 5 日");

        Assert.Equal(("后勤处", new DateOnly(2024, 3, 5)), (facts.Issuer, facts.ProducedOn));
    }

    [Fact]
    public void A_text_that_says_nothing_of_itself_gives_nothing()
    {
        var facts = Read("今天下雨了。", "明天也会下雨。");

        Assert.Equal((null, null, null, null, null), Tuple(facts));
    }

    private static DocumentFacts Read(params string[] lines) => DocumentFacts.Read(lines.Select((line, i) => new Piece(Place.Paragraph(i + 1), line)));

    private static (string?, string?, string?, DateOnly?, string?) Tuple(DocumentFacts facts) => (facts.Title, facts.DocumentNumber, facts.DocumentNumberAsWritten, facts.ProducedOn, facts.Issuer);
}
