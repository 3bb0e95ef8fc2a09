using Gongkai.Engines.Screening;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>What of each kind of datum is kept, and where else in the file it is masked.</summary>
public sealed class MaskedStretchTests
{
    [Theory]
    [InlineData("手机 13800138000 是张试的", "手机 138****8000 是张试的")]
    [InlineData("手机 138-0013-8000", "手机 138-****-8000")]
    [InlineData("手机 138 0013 8000。", "手机 138 **** 8000。")]
    [InlineData("手机：8613800138000", "手机：86138****8000")]
    [InlineData("手机：１３８００１３８０００", "手机：１３８****８０００")]
    [InlineData("手机：一三八零零一三八零零零", "手机：***********")]
    [InlineData("手机：①③⑧⓪⓪①③⑧⓪⓪⓪", "手机：***********")]
    [InlineData("手机：\U0001D7CF\U0001D7D1\U0001D7D6\U0001D7CE\U0001D7CE\U0001D7CF\U0001D7D1\U0001D7D6\U0001D7CE\U0001D7CE\U0001D7CE", "手机：**********************")]
    public void A_telephone_keeps_its_first_three_and_last_four_digits(string line, string masked) => Compare(line, masked);

    [Theory]
    [InlineData("银行卡号：6222000000000001234", "银行卡号：***************1234")]
    [InlineData("银行卡号：4222222222222", "银行卡号：*********2222")]
    [InlineData("卡号 4111 1111 1111 1111", "卡号 **** **** **** 1111")]
    [InlineData("卡号 4111-1111-1111-1111", "卡号 ****-****-****-1111")]
    public void A_card_keeps_its_last_four_digits(string line, string masked) => Compare(line, masked);

    [Theory]
    [InlineData("身份证号：11010519491231002X", "身份证号：******************")]
    [InlineData("身份证号：110105-19491231-002X", "身份证号：********************")]
    [InlineData("身份证号：110105 19491231 002X", "身份证号：****** ******** ****")]
    [InlineData("身份证号：110105194912310021，核", "身份证号：******************，核")]
    [InlineData("身份证号：110105194912******", "身份证号：******************")]
    [InlineData("护照号码：E12345678", "护照号码：*********")]
    [InlineData("出生日期：2003年5月6日。", "出生日期：*********。")]
    [InlineData("家庭住址：云川省安宁市和平路1号", "家庭住址：***********")]
    [InlineData("信箱 zhangshi2003@qq.com", "信箱 *******************")]
    [InlineData("学号：2021010101", "学号：**********")]
    [InlineData("给予张试甲开除学籍处分", "给予*********")]
    public void Of_everything_else_nothing_is_kept(string line, string masked) => Compare(line, masked);

    [Theory]
    [InlineData("机密★5年", "secrecy.mark")]
    [InlineData("会后收回", "secrecy.soft-mark")]
    [InlineData("截止目前，已完成八项")]
    public void What_is_no_personal_datum_is_left_for_a_person_to_decide(string line, params string[] told)
    {
        var masked = MaskedFile.Of(line, "a.txt");

        Assert.Equal((line, 0), (masked.Text, masked.Copy.Masked));
        Assert.Equal(told, masked.Copy.Remaining.Select(f => f.Code));
    }

    [Fact]
    public void Each_stretch_counts_once()
    {
        var masked = MaskedFile.Of("张试 13800138000\n李验 13900139000 和 11010519491231002X\n", "a.txt");

        Assert.Equal("张试 138****8000\n李验 139****9000 和 ******************\n", masked.Text);
        Assert.Equal(3, masked.Copy.Masked);
    }

    [Fact]
    public void A_telephone_torn_over_two_lines_keeps_nothing()
    {
        Assert.Equal("手机 *******\n****\n共 8000 元\n", MaskedFile.Of("手机 1380013\n8000\n共 8000 元\n", "a.txt").Text);
    }

    [Fact]
    public void A_number_over_several_cells_is_masked_in_each()
    {
        Assert.Equal("******,********,****,1949\n", MaskedFile.Of("110105,19491231,002X,1949\n", "a.csv").Text);
    }

    [Fact]
    public void A_number_found_in_one_place_of_a_document_is_masked_in_all()
    {
        var file = new Docx(Docx.Paragraph("编号E12345678之一") + Docx.Paragraph("护照号码：E12345678") + Docx.Paragraph("代号E1234567")).Build();

        Assert.Equal(["paragraph 1: 编号*********之一", "paragraph 2: 护照号码：*********", "paragraph 3: 代号E1234567"], MaskedFile.Of(file, "a.docx").Pieces());
    }

    [Theory]
    [InlineData("002X", "****")]
    [InlineData("02X", "02X")]
    [InlineData("9", "9")]
    public void Of_a_number_in_parts_only_a_part_that_tells_something_is_masked_elsewhere(string elsewhere, string masked)
    {
        var boxes = string.Concat(new[] { "110105", "19491231", "002X" }.Select(t => $"<w:tc>{Docx.Paragraph(t)}</w:tc>"));

        var file = new Docx($"<w:tbl><w:tr>{boxes}</w:tr></w:tbl>{Docx.Paragraph(elsewhere)}").Build();

        Assert.Equal(
            ["table 1, row 1, column 1: ******", "table 1, row 1, column 2: ********", "table 1, row 1, column 3: ****", $"paragraph 1: {masked}"],
            MaskedFile.Of(file, "a.docx").Pieces());
    }

    [Fact]
    public void What_two_sheets_give_away_together_is_masked()
    {
        var file = new Xlsx()
            .Sheet("一", Rows(["姓名", "身份证号"], ["张试", "110105********002X"], ["李验", "3301**********1234"]))
            .Sheet("二", Rows(["姓名", "出生日期"], ["张试", "1990-03-07"]))
            .Build();

        var masked = MaskedFile.Of(file, "a.xlsx");

        Assert.Contains("Sheet 一!B2: ******************", masked.Pieces());
        Assert.Contains("Sheet 一!B3: 3301**********1234", masked.Pieces());
        Assert.Contains("Sheet 二!B2: **********", masked.Pieces());
        Assert.Empty(masked.Copy.Remaining);
    }

    [Fact]
    public void What_the_cells_of_a_row_give_away_together_is_masked_where_it_is_told() => Assert.Equal(
        "姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,**********,****\n",
        MaskedFile.Of("姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,1990-03-07,002X\n", "a.csv").Text);

    [Fact]
    public void What_a_file_within_the_file_holds_is_not_masked_at_the_same_place_outside()
    {
        var within = new Xlsx().Sheet("表", Rows(["11010519491231002X"])).Build().ToArray();
        var zip = new ZipBuilder();
        using (var whole = new System.IO.Compression.ZipArchive(new Xlsx().Sheet("表", Rows(["公示对象共有二十余人，名单见学院公告栏"])).Build()))
        {
            foreach (var entry in whole.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                zip.Add(entry.FullName, reader.ReadToEnd());
            }
        }

        var masked = MaskedFile.Of(zip.Add("xl/embeddings/inner.xlsx", within).Build(), "a.xlsx");

        Assert.Equal(["Sheet 表: 表", "Sheet 表!A1: 公示对象共有二十余人，名单见学院公告栏"], masked.Pieces());
        Assert.Empty(masked.Copy.Remaining);
    }

    [Fact]
    public void A_list_keeps_what_its_kind_may_show()
    {
        var masked = MaskedFile.Of("姓名,学号,手机\n张试,2021010101,13800138000\n", "a.csv", ScreeningProfile.Named("award"));

        Assert.Equal("姓名,学号,手机\n张试,2021010101,138****8000\n", masked.Text);
        Assert.Empty(masked.Copy.Remaining);
    }

    [Fact]
    public void A_file_that_cannot_be_read_to_its_end_is_not_masked()
    {
        var file = new Xlsx().Sheet("表", Rows(["13800138000"]))
            .Raw("xl/worksheets/_rels/sheet1.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/comments" Target="../comments1.xml"/></Relationships>""")
            .Raw("xl/comments1.xml", "<comments><commentList><comment ref=\"A1\">")
            .Build();

        var refused = Assert.Throws<Gongkai.Engines.Documents.DocumentException>(() => MaskedFile.Of(file, "a.xlsx"));

        Assert.Equal(Gongkai.Engines.Documents.DocumentProblem.Broken, refused.Problem);
    }

    private static string Rows(params string[][] rows) => "<sheetData>" + string.Concat(rows.Select((cells, r) =>
        $"<row r=\"{r + 1}\">" + string.Concat(cells.Select((text, c) => $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")) + "</row>")) + "</sheetData>";

    private static void Compare(string line, string masked)
    {
        var copy = MaskedFile.Of(line, "a.txt");

        Assert.Equal(masked, copy.Text);
        Assert.Empty(copy.Copy.Remaining);
    }
}
