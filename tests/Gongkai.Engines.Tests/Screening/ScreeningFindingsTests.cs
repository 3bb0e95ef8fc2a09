using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Screening;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>What a finding says: how bad, where, how many; and what a profile changes about it.</summary>
public sealed class ScreeningFindingsTests
{
    private static readonly Screener Screener = new();

    [Theory]
    [InlineData("身份证号：11010519491231002X", Severity.Error)]
    [InlineData("身份证号：110105194912310021", Severity.Warning)]
    [InlineData("身份证号：110105194912******", Severity.Warning)]
    [InlineData("手机：13800138000", Severity.Error)]
    [InlineData("银行卡号：6222000000000001234", Severity.Error)]
    [InlineData("护照号码：E12345678", Severity.Error)]
    [InlineData("通行证：H12345678", Severity.Error)]
    [InlineData("出生日期：2003年5月6日", Severity.Warning)]
    [InlineData("学号：2021010101", Severity.Warning)]
    [InlineData("机密★5年", Severity.Error)]
    [InlineData("会后收回", Severity.Warning)]
    [InlineData("给予张试甲开除学籍处分", Severity.Warning)]
    public void A_finding_says_how_bad_it_is(string text, Severity severity) => Assert.Equal(severity, Assert.Single(Screener.ScreenText(text)).Severity);

    [Fact]
    public void A_kind_that_a_list_must_not_show_is_an_error()
    {
        var profile = ScreeningProfile.General with { ForbiddenCodes = new HashSet<string> { "pii.student-number" } };

        Assert.Equal(Severity.Error, Assert.Single(new Screener(profile).ScreenText("学号：2021010101")).Severity);
    }

    [Fact]
    public void A_finding_counts_what_stands_in_one_place_and_names_the_place()
    {
        var findings = Screener.ScreenText("13800138000，13900139000，学号：2021010101", Place.Paragraph(3));

        Assert.Equal(["pii.mobile paragraph 3 2 count", "pii.student-number paragraph 3 1 count"], findings.Select(f => $"{f.Code} {f.Where} {f.Details["count"]} {string.Join(' ', f.Details.Keys)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Text_that_is_shown_on_purpose_is_no_finding()
    {
        var screener = new Screener(ScreeningProfile.General with { AllowedTexts = new HashSet<string> { "13800138000" } });

        Assert.Empty(screener.ScreenText("值班手机13800138000"));
        Assert.Equal("1", Assert.Single(screener.ScreenText("值班手机13800138000，13900139000")).Details["count"]);
    }

    [Fact]
    public void A_mark_that_is_shown_on_purpose_is_no_finding() =>
        Assert.Empty(new Screener(ScreeningProfile.General with { AllowedTexts = new HashSet<string> { "机密" } }).ScreenText("甲\n【机密】"));

    [Fact]
    public void Every_kind_of_list_is_known_by_its_name()
    {
        Assert.Equal(["admission", "aid", "award", "general", "recruitment"], ScreeningProfile.Names.Order(StringComparer.Ordinal));
        Assert.All(ScreeningProfile.Names, n => Assert.Equal(n, ScreeningProfile.Named(n).Name));
        Assert.Equal("general", ScreeningProfile.General.Name);
        Assert.Throws<KeyNotFoundException>(() => ScreeningProfile.Named("other"));
    }

    // A long text is looked at in parts, and no number is lost between two of them.
    [Theory]
    [InlineData("某", "", 1)]
    [InlineData("某某某某某某某某某\n", "", 1)]
    [InlineData("某某某某某某某某某。", "", 1)]
    [InlineData("12 ", " ", 7)]
    public void A_long_text_loses_nothing_between_its_parts(string filling, string apart, int step)
    {
        for (var shift = 0; shift < 22; shift += step)
        {
            var before = string.Concat(Enumerable.Repeat(filling, (8180 + shift) / filling.Length));

            Assert.Contains("pii.mobile", Screener.ScreenText($"{before}{apart}13800138000{apart}{new string('某', 3000)}").Select(f => f.Code));
        }
    }

    [Fact]
    public void However_long_a_text_is_each_of_its_numbers_counts_once()
    {
        var text = string.Concat(Enumerable.Range(0, 2000).Select(i => $"第{i}人手机1380013{8000 + i}\n"));

        Assert.Equal("2000", Screener.ScreenText(text).Single(f => f.Code == "pii.mobile").Details["count"]);
        Assert.Equal("2000", Screener.ScreenText(text.Replace('\n', '。')).Single(f => f.Code == "pii.mobile").Details["count"]);
    }

    [Fact]
    public void A_long_cell_is_looked_at_in_parts_as_well()
    {
        var cell = string.Concat(Enumerable.Repeat("某某某某某某某某某某", 7000)) + "手机13800138000";

        Assert.Equal(["pii.mobile"], Screener.Screen(new MemoryStream(Encoding.UTF8.GetBytes($"备注\n{cell}\n")), "a.csv", TestContext.Current.CancellationToken).Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_text_without_a_value_is_refused() => Assert.Throws<ArgumentNullException>(() => Screener.ScreenText(null!));

    [Fact]
    public void A_file_says_what_it_is_and_whether_it_was_read_to_its_end()
    {
        var whole = Screener.Screen(new MemoryStream(Encoding.UTF8.GetBytes("一,二\n")), "a.csv", TestContext.Current.CancellationToken);
        var broken = Screener.Screen(new MemoryStream([.. "PK\u0003\u0004"u8, 1, 2, 3]), "a.zip", TestContext.Current.CancellationToken);

        Assert.Equal((FileType.Csv, false), (whole.Type, whole.IsIncomplete));
        Assert.Equal((FileType.Zip, true), (broken.Type, broken.IsIncomplete));
    }

    [Fact]
    public void A_screening_can_be_ended()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Screener.Screen(new MemoryStream(Encoding.UTF8.GetBytes("一,二\n")), "a.csv", source.Token));
    }

    // Files within a file start their lines and columns anew.
    [Fact]
    public void Each_file_of_an_archive_is_looked_at_for_itself()
    {
        var zip = new ZipBuilder()
            .Add("1.txt", "证号1101051949\n姓名\t学号\t电话")
            .Add("2.txt", "1231002X\n张试\t2021010101\t")
            .Add("3.txt", string.Concat(Enumerable.Repeat("某\n", 12)) + "机密")
            .Add("4.txt", "机密")
            .Build();

        Assert.Equal(["secrecy.mark a.zip/4.txt!line 1"], Screener.Screen(zip, "a.zip", TestContext.Current.CancellationToken).Findings.Select(f => $"{f.Code} {f.Where}"));
    }

    [Fact]
    public void A_bare_level_is_a_mark_within_the_first_ten_lines()
    {
        static string Lines(int before) => string.Concat(Enumerable.Repeat("某\n", before)) + "机密";

        Assert.Single(Screener.Screen(new MemoryStream(Encoding.UTF8.GetBytes(Lines(9))), "a.txt", TestContext.Current.CancellationToken).Findings);
        Assert.Empty(Screener.Screen(new MemoryStream(Encoding.UTF8.GetBytes(Lines(10))), "a.txt", TestContext.Current.CancellationToken).Findings);
    }

    // The rows of a table are lines, its cells are not; a head or a remark is none.
    [Theory]
    [InlineData(9, "", true)]
    [InlineData(10, "", false)]
    public void The_rows_of_a_table_are_its_lines(int rows, string between, bool isMark)
    {
        var table = $"<w:tbl>{string.Concat(Enumerable.Repeat($"<w:tr><w:tc>{Docx.Paragraph("甲")}</w:tc><w:tc>{Docx.Paragraph("乙")}</w:tc></w:tr>", rows))}</w:tbl>";
        var file = new Docx(table + between + Docx.Paragraph("机密")).Part("header", "header1.xml", Docx.Wrap("hdr", Docx.Paragraph("页眉"))).Build();

        Assert.Equal(isMark, Screener.Screen(file, "a.docx", TestContext.Current.CancellationToken).Findings.Count > 0);
    }

    [Fact]
    public void A_mark_in_the_head_of_the_last_page_counts() => Assert.Equal(
        ["secrecy.mark header 1"],
        Screener.Screen(
            new Docx(string.Concat(Enumerable.Repeat(Docx.Paragraph("正文"), 20))).Part("header", "header1.xml", Docx.Wrap("hdr", Docx.Paragraph("机密"))).Build(), "a.docx", TestContext.Current.CancellationToken)
            .Findings.Select(f => $"{f.Code} {f.Where}"));

    [Fact]
    public void A_file_put_into_a_document_is_told() => Assert.Equal(
        ["hidden.embedded embedded a.txt", "pii.mobile a.docx/a.txt!line 1"],
        Screener.Screen(new Docx(Docx.Paragraph("正文")).Raw("word/embeddings/a.txt", "手机13800138000").Build(), "a.docx", TestContext.Current.CancellationToken)
            .Findings.Select(f => $"{f.Code} {f.Where}").Order(StringComparer.Ordinal));

    [Fact]
    public void A_tracked_insertion_is_told_and_its_text_counts_once()
    {
        var file = new Docx("""<w:p><w:ins w:author="a"><w:r><w:t>手机13800138000</w:t></w:r></w:ins><w:del><w:r><w:delText>手机13900139000</w:delText></w:r></w:del></w:p>""").Build();

        Assert.Equal(
            ["hidden.tracked-change paragraph 1 deletion", "hidden.tracked-change paragraph 1 insertion", "pii.mobile paragraph 1", "pii.mobile paragraph 1 deletion"],
            Screener.Screen(file, "a.docx", TestContext.Current.CancellationToken).Findings.Select(f => $"{f.Code} {f.Where}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_number_torn_by_a_table_is_no_number() => Assert.Empty(
        Screener.Screen(
            new Docx($"{Docx.Paragraph("证号1101051949")}<w:tbl><w:tr><w:tc>{Docx.Paragraph("甲")}</w:tc></w:tr></w:tbl>{Docx.Paragraph("1231002X")}").Build(), "a.docx", TestContext.Current.CancellationToken).Findings);
}
