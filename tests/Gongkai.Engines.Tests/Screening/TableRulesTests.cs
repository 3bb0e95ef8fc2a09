using System.Text;
using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>What the head of a column, the field to the left and the other cells of a row say of a cell.</summary>
public sealed class TableRulesTests
{
    private static readonly Screener Screener = new();

    [Theory]
    [InlineData("姓名,证件号码\n张试,110105491231002\n", "2.2 pii.id-number")]
    [InlineData("姓名,编号\n张试,110105491231002\n", "")]
    [InlineData("证件号码：,110105491231002\n", "1.2 pii.id-number")]
    [InlineData("证件号码,,110105491231002\n", "1.3 pii.id-number")]
    [InlineData("证件号码,甲,110105491231002\n", "1.3 pii.id-number")]
    [InlineData("证件号码,,,,110105491231002\n", "1.5 pii.id-number")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n证件号码,备注\n110105491231002,\n", "9.1 pii.id-number")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n证件号码,备注\n110105491231002,\n", "10.1 pii.id-number-suspect")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n证件号码,姓名,手机\n110105491231002,,\n", "10.1 pii.id-number")]
    [InlineData("证件号码,卡号\n卡号,证件号码\n110105491231002,110105491231002\n", "3.2 pii.id-number")]
    [InlineData("姓名,出生日期\n张试,2003.05\n", "2.2 pii.birth-date")]
    [InlineData("姓名,成立日期\n张试,2003.05\n", "")]
    [InlineData("姓名,家庭住址\n张试,云川省安宁市\n李验,云川省\n", "2.2 pii.home-address")]
    public void A_cell_is_understood_by_the_head_above_it_or_the_field_beside_it(string csv, string found) => Assert.Equal(found, Print(csv));

    [Fact]
    public void Heads_of_one_sheet_say_nothing_of_the_next()
    {
        var file = new Documents.Xlsx()
            .Sheet("一", Rows(["姓名", "证件号码"], ["张试", "110105491231002"]))
            .Sheet("二", Rows(["1", "2"], ["张试", "110105491231002"]))
            .Build();

        Assert.Equal("Sheet 一!B2 pii.id-number; Sheet 二!B2 pii.id-number-suspect", Print(file, "a.xlsx"));
    }

    [Theory]
    [InlineData("110105,19491231,002X\n", "1.1 pii.id-number")]
    [InlineData("姓名,110105,19491231,002X,5\n", "1.2 pii.id-number")]
    [InlineData("5,110105,19491231,002X\n", "1.2 pii.id-number")]
    [InlineData("１１０１０５,１９４９１２３１,００２ｘ\n", "1.1 pii.id-number")]
    [InlineData("110105,,19491231,002X\n", "")]
    [InlineData("110105,甲,19491231,002X\n", "")]
    [InlineData("1,1,0,1,0,5,1,9,4,9,1,2,3,1,0,0,2,X\n", "1.1 pii.id-number")]
    [InlineData("1,1,0,1,0,5,1,9,4,9,1,2,3,1,0,0,2,1\n", "")]
    [InlineData("110,105,194,912,31002X\n", "1.1 pii.id-number")]
    [InlineData("110,105,194,912,310,02X\n", "")]
    [InlineData("1,3,8,0,0,1,3,8,0,0,0\n", "1.1 pii.mobile")]
    [InlineData("1,3,8,0,0,1,3,8,0,0,0,5\n", "")]
    [InlineData("5,1,3,8,0,0,1,3,8,0,0,0\n", "")]
    [InlineData("甲,1,3,8,0,0,1,3,8,0,0,0,乙,5\n", "1.2 pii.mobile")]
    [InlineData("1,2,8,0,0,1,3,8,0,0,0\n", "")]
    [InlineData("138,0013,8000\n", "")]
    [InlineData("手机,138,0013,8000\n", "1.2 pii.mobile")]
    [InlineData("手机,13,80,01,38,000\n", "")]
    [InlineData("卡号,4111,1111,1111,1111\n", "1.2 pii.bank-card")]
    [InlineData("卡号,4111,1111,1111,1112\n", "")]
    [InlineData("甲号,4111,1111,1111,1111\n", "")]
    [InlineData("卡号,6200,0000,0000,0000,000\n", "1.2 pii.bank-card")]
    [InlineData("110105,19491231,002X,,110105,19491231,002X\n", "1.1 pii.id-number; 1.5 pii.id-number")]
    public void A_number_over_several_cells_is_put_together(string csv, string found) => Assert.Equal(found, Print(csv));

    [Theory]
    [InlineData("姓名,身份证号\n张试,110105194912\n,31002X\n", "2.2 pii.id-number")]
    [InlineData("姓名,身份证号\n张试,110105194912\n李验,31002X\n", "2.2 pii.id-number")]
    [InlineData("姓名,身份证号\n张试,110105-\n,19491231-\n,002X\n", "2.2 pii.id-number")]
    [InlineData("姓名,身份证号\n张试,110105194912\n李验,无\n王测,31002X\n", "")]
    [InlineData("姓名,身份证号\n张试,110105194912\n李验,11010519491231002X\n王测,31002X\n", "3.2 pii.id-number")]
    [InlineData("姓名,学号\n张试,110105194912\n,31002X\n", "2.2 pii.student-number")]
    [InlineData("身份证号,110105194912\n甲,31002X\n", "")]
    public void A_number_torn_over_the_cells_of_a_column_is_put_together(string csv, string found) => Assert.Equal(found, Print(csv));

    // Region, birth date and tail: each harmless, together the number.
    [Theory]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,1990-03-07,002X\n", "2.3 pii.birth-date; 2.4 pii.id-number-partial")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,160105,1990-03-07,002X\n", "2.3 pii.birth-date")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,11010,1990-03-07,002X\n", "2.3 pii.birth-date")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,1101051,1990-03-07,002X\n", "2.3 pii.birth-date")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,1990-03,002X\n", "2.3 pii.birth-date")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,1990-3-7,02X\n", "2.3 pii.birth-date; 2.4 pii.id-number-partial")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,1990-03-07,2X\n", "2.3 pii.birth-date")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后六位\n张试,110105,19900307,31002X\n", "2.3 pii.birth-date; 2.4 pii.id-number-partial")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,1990-03-07,无\n", "2.3 pii.birth-date")]
    [InlineData("姓名,身份证号,出生日期,身份证号\n张试,110105,1990-03-07,002X\n", "2.3 pii.birth-date; 2.4 pii.id-number-partial")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,1990-03-07,\n张试,,,002X\n", "2.3 pii.birth-date; 3.4 pii.id-number-partial")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,1990-03-07,\n李验,,,002X\n", "2.3 pii.birth-date")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,,\n李验,,,002X\n张试,,1990-03-07,\n张试,,,102X\n", "4.3 pii.birth-date; 5.4 pii.id-number-partial")]
    [InlineData("身份证前六位,出生日期,身份证后四位\n110105,1990-03-07,002X\n", "2.2 pii.birth-date; 2.3 pii.id-number-partial")]
    [InlineData("姓名,身份证号,身份证前六位,出生日期,身份证后四位\n张试,11010519491231002X,110105,1949-12-31,002X\n", "2.2 pii.id-number; 2.4 pii.birth-date")]
    [InlineData("人员,身份证前六位,出生日期,身份证后四位\n张试,110105,1990-03-07,\n张试,,,002X\n", "2.3 pii.birth-date; 3.4 pii.id-number-partial")]
    [InlineData("人员,身份证前六位,出生日期,身份证后四位\n第一,110105,1990-03-07,\n第一,,,002X\n", "2.3 pii.birth-date")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n买买提·阿不都,110105,1990-03-07,\n买买提·阿不都,,,002X\n", "2.3 pii.birth-date; 3.4 pii.id-number-partial")]
    [InlineData("姓名,身份证前六位,出生日期,身份证后四位\n姓名过长的人不算在内共一二三,110105,1990-03-07,\n姓名过长的人不算在内共一二三,,,002X\n", "2.3 pii.birth-date")]
    public void What_the_cells_of_a_person_give_away_together_is_told(string csv, string found) => Assert.Equal(found, Print(csv));

    [Theory]
    [InlineData("姓名,困难类型\n张试,单亲家庭\n", "2.2 pii.sensitive")]
    [InlineData("学院,困难类型\n外国语,单亲家庭\n", "")]
    [InlineData("学院,学生,困难类型\n外国语,张试,单亲家庭\n", "2.3 pii.sensitive")]
    [InlineData("姓名,困难类型\n张试,家庭经济困难\n", "2.2 pii.sensitive")]
    [InlineData("姓名,困难类型\n张试,手机\n", "")]
    [InlineData("姓名,健康状况\n张试,健康\n李验,良好\n王测,正常\n赵样,哮喘\n", "5.2 pii.sensitive")]
    [InlineData("姓名,是否低保\n张试,否\n李验,不是\n王测,没有\n赵样,是\n", "5.2 pii.sensitive")]
    [InlineData("姓名,是否低保\n张试,无\n李验,无。\n王测,暂无\n赵样,0\n", "")]
    [InlineData("姓名,是否低保\n张试,-\n李验,—\n王测,/\n赵样,\\\n", "")]
    [InlineData("姓名,是否低保\n张试,***\n李验,* *\n", "")]
    [InlineData("姓名,说明\n张试,肺结核住院\n", "2.2 pii.sensitive")]
    [InlineData("姓名,研究方向\n张试,肺结核住院\n", "")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n姓名,研究方向\n张试,肺结核住院\n", "")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n姓名,研究方向\n张试,肺结核住院\n", "10.2 pii.sensitive")]
    [InlineData("姓名,最感兴趣的研究方向\n张试,肺结核住院\n", "2.2 pii.sensitive")]
    public void Hardship_and_illness_count_beside_a_name(string csv, string found) => Assert.Equal(found, Print(csv));

    [Theory]
    [InlineData("项目,负债（元）\n甲,13812345678\n", "")]
    [InlineData("项目,决算数（万元）\n甲,13812345678\n", "")]
    [InlineData("地区,产值\n甲,13812345678\n", "")]
    [InlineData("页面,访问量\n首页,13812345678\n", "")]
    [InlineData("地区,人口\n甲,13812345678\n", "")]
    [InlineData("指标,2022年,2023年\n甲,13812345678,13912345678\n", "")]
    [InlineData("指标,2022,2023\n甲,13812345678,13912345678\n", "")]
    [InlineData("产值,一季度,上半年\n甲,13812345678,13912345678\n", "")]
    [InlineData("姓名,入学,手机\n张试,2019,13812345678\n李验,2019年,13912345678\n", "2.3 pii.mobile; 3.3 pii.mobile")]
    [InlineData("张试,2019,13812345678\n", "1.3 pii.mobile")]
    [InlineData("收费金额（元）,联系人\n13812345678,13912345678\n", "2.2 pii.mobile")]
    [InlineData("姓名,值班\n张试,13812345678\n", "2.2 pii.mobile")]
    [InlineData("姓名,联系方式（手机）\n张试,13812345678\n", "2.2 pii.mobile")]
    [InlineData("成额,13812345678\n", "1.2 pii.mobile")]
    public void Figures_of_a_table_are_no_telephones(string csv, string found) => Assert.Equal(found, Print(csv));

    [Fact]
    public void A_list_of_aid_may_show_hardship() => Assert.Empty(
        new Screener(ScreeningProfile.General with { AllowedCodes = new HashSet<string> { "pii.sensitive" } })
            .Screen(new MemoryStream(Encoding.UTF8.GetBytes("姓名,困难类型\n张试,单亲家庭\n")), "a.csv", TestContext.Current.CancellationToken).Findings);

    [Theory]
    [InlineData("姓名\t护照号\t学号\n张试\tE12345678\t2021010101", "pii.passport pii.student-number")]
    [InlineData("姓名\t学号\n张试\t2021010101", "pii.student-number")]
    [InlineData("姓名\t学号\t电话\n张试\t2021010101", "")]
    [InlineData("甲\t乙\t学号\n张试\t\t2021010101", "")]
    [InlineData("甲\t电话\t学号\n张试\t\t2021010101", "pii.student-number")]
    [InlineData("姓名\t电话\t学号\n说明\n张试\t\t2021010101", "pii.student-number")]
    [InlineData("姓名\t学号\t电话\n项目\t住址\t电话\n张试\t2021010101\t", "")]
    [InlineData("姓名\t证件号\t学号\n张试\t110105491231002\t2021010101", "pii.id-number-suspect pii.student-number")]
    public void A_table_of_tabs_is_understood_by_its_heads(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', Screener.ScreenText(text).Select(f => f.Code).Order(StringComparer.Ordinal)));

    [Fact]
    public void A_field_of_a_table_of_tabs_counts_once_and_in_its_place()
    {
        Assert.Equal("姓名\t学号\t手机\n张试\t**********\t138****8000\n李验\t**********\t139****9000\n", Masking.MaskedFile.Of("姓名\t学号\t手机\n张试\t2021010101\t13800138000\n李验\t2021010102\t13900139000\n", "a.txt").Text);
        Assert.Equal(["2", "2"], Screener.ScreenText("姓名\t学号\t手机\n张试\t2021010101\t13800138000\n李验\t2021010102\t13900139000").Select(f => f.Details["count"]));
    }

    private static string Rows(params string[][] rows) => "<sheetData>" + string.Concat(rows.Select((cells, r) =>
        $"<row r=\"{r + 1}\">" + string.Concat(cells.Select((text, c) => $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")) + "</row>")) + "</sheetData>";

    private static string Print(string csv) =>
        Print(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "a.csv").Replace("row ", "", StringComparison.Ordinal).Replace(", column ", ".", StringComparison.Ordinal);

    private static string Print(MemoryStream file, string name) =>
        string.Join("; ", Screener.Screen(file, name, TestContext.Current.CancellationToken).Findings.Select(f => $"{f.Where} {f.Code}").Order(StringComparer.Ordinal));
}
