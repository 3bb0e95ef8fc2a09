using System.Globalization;
using System.Text;
using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>What stands around a number says whose it is: a parameter of an address, the bars of a table, the parts of a file's name, a measure behind it.</summary>
public sealed class SurroundingsTests
{
    private static readonly Screener Screener = new();

    [Theory]
    [InlineData("见 https://gk.example.edu.cn/q?mobile=13800138000&from=oa", "pii.mobile")]
    [InlineData("见 https://gk.example.edu.cn/q?a=1&lxdh=13800138000", "pii.mobile")]
    [InlineData("见 https://gk.example.edu.cn/q?next%3Fphone%3D13800138000", "pii.mobile")]
    [InlineData("见 https://gk.example.edu.cn/bind?bankcard=4111111111111111", "pii.bank-card")]
    [InlineData("见 https://gk.example.edu.cn/q?id=13800138000", "")]
    [InlineData("见 https://gk.example.edu.cn/q?order=4111111111111111", "")]
    [InlineData("DOI: 10.1016/j.gk.2024.13812345678", "")]
    [InlineData("载《学刊》，10.1016/j.gk.2024.13812345678", "")]
    public void An_address_hands_over_what_its_parameter_names(string text, string codes) => Assert.Equal(codes, Codes(text, "a.txt"));

    [Theory]
    [InlineData("<a href=\"/q?idcard=11010519491231002X\">查</a>", "pii.id-number")]
    [InlineData("<a href=\"/q?mobile=13800138000\">查</a>", "pii.mobile")]
    [InlineData("<a href=\"/q?id=1380013800\">查</a>", "")]
    [InlineData("<a href=\"/13800138000/a.htm\">查</a>", "")]
    [InlineData("<script>var list = [{\"phone\":13800138000}];</script>", "pii.mobile")]
    [InlineData("<script>var at = 13800138000.5;</script>", "")]
    [InlineData("<meta name=\"contact\" content=\"手机 13800138000\">", "pii.mobile")]
    [InlineData("<button onclick=\"call('13800138000')\">拨打</button>", "pii.mobile")]
    [InlineData("<iframe srcdoc=\"身份证 11010519491231002X\"></iframe>", "pii.id-number")]
    [InlineData("<p><mobile>13800138000</mobile><bankcard>6222000000000000004</bankcard></p>", "pii.bank-card pii.mobile")]
    [InlineData("<p idcard=\"11010519491231002X\">张试</p>", "pii.id-number")]
    [InlineData("<p><span>手机13800138000</span><span>13900139000</span></p>", "pii.mobile")]
    public void A_page_carries_numbers_in_its_links_and_scripts(string html, string codes) => Assert.Equal(codes, Codes($"<html><body>{html}</body></html>", "a.html"));

    [Theory]
    [InlineData("| 110105 19491231 002X | 138 0013 8000 | 6222 0000 0000 0000 004 |", "pii.bank-card pii.id-number pii.mobile")]
    [InlineData("| 序号 | 姓名 | 卡号 |\n|---|---|---|\n| 1 | 张试 | 4111.1111.1111.1111 |", "pii.bank-card")]
    [InlineData("| 序号 | 姓名 | 单号 |\n|---|---|---|\n| 1 | 张试 | 4111.1111.1111.1111 |", "")]
    public void The_bars_of_a_table_part_numbers(string text, string codes) => Assert.Equal(codes, Codes(text, "a.md"));

    [Theory]
    [InlineData("张试_13800138000_报名表", "pii.mobile")]
    [InlineData("附件2024_13800138000_", "pii.mobile")]
    [InlineData("IMG_13800138000_", "")]
    [InlineData("phone_13800138000_zhang", "pii.mobile")]
    [InlineData("电话：_13800138000_", "pii.mobile")]
    [InlineData("报名请加V13800138000", "pii.mobile")]
    [InlineData("型号AV13800138000", "")]
    [InlineData("联系人：**13800138000**", "pii.mobile")]
    [InlineData("联系电话：13800138000*", "pii.mobile")]
    [InlineData("*13800138000", "pii.mobile")]
    [InlineData("＊13800138000", "pii.mobile")]
    [InlineData("13800138000*2", "")]
    [InlineData("卡号：622202****13800138000", "")]
    [InlineData("联系电话：#13800138000", "pii.mobile")]
    [InlineData("手机 138\t0013\t8000", "pii.mobile")]
    [InlineData("手机 138 001 380 00", "pii.mobile")]
    [InlineData("合计 138 001 380 00", "")]
    [InlineData("银行卡 4111\t1111\t1111\t1111", "pii.bank-card")]
    [InlineData("手机：138\t00138000", "pii.mobile")]
    [InlineData("合计：138\t00138000", "")]
    public void A_name_of_a_file_or_a_tab_joins(string text, string codes) => Assert.Equal(codes, Codes(text, "a.txt"));

    [Theory]
    [InlineData("首页打开：19870382028次", "")]
    [InlineData("文件大小：13800138000字节", "")]
    [InlineData("文件大小：13800138000 KB。", "")]
    [InlineData("联系：13800138000次日回电", "pii.mobile")]
    [InlineData("张试 13800138000项目负责人", "pii.mobile")]
    [InlineData("手机：13800138000个", "pii.mobile")]
    [InlineData("位于116.13812345678、39.9", "")]
    [InlineData("Contract No. 13812345678-01", "")]
    [InlineData("Page views: 13812345678.", "")]
    [InlineData("会议号：138 1234 5678", "")]
    [InlineData("见第13800138000号", "")]
    [InlineData("市值约13800138000美元", "")]
    [InlineData("见 /info/1021/13800138000.htm", "")]
    [InlineData("见 id=13800138000&page=2", "")]
    [InlineData("点击数：13800138000", "")]
    [InlineData("粤ICP备13800138000号", "")]
    [InlineData("公交卡号：4111111111111111", "")]
    [InlineData("办件编号：110105194912310046123456", "")]
    public void What_is_counted_or_names_a_thing_is_no_telephone(string text, string codes) => Assert.Equal(codes, Codes(text, "a.txt"));

    [Theory]
    [InlineData("身份证号,,,手机,,\n110105,19491231,002X,138,0013,8000\n", "1.1")]
    [InlineData("馆藏号,书名\n13800138000,甲\n", "")]
    [InlineData("参考文献号,书名\n13800138000,甲\n", "")]
    [InlineData("id,views,bytes\n1,13800138000,99\n", "")]
    [InlineData("2023年经费,单位\n13800138000,甲\n", "")]
    [InlineData("题1,题2,题3,题4,题5,题6,题7,题8,题9,题10,题11\n1,3,8,0,0,1,3,8,0,0,0\n", "")]
    [InlineData("姓名,手机号,,,,,,,,,,\n张试,1,3,8,0,0,1,3,8,0,0,0\n", "2.2")]
    [InlineData("序号,部门\n经办：张试 13800138000,财务处\n", "2.1")]
    public void Numbers_stand_side_by_side_in_a_row(string csv, string place)
    {
        var found = Find(csv, "a.csv").Where(f => f.Code == "pii.mobile").Select(f => f.Where.ToString()).ToList();

        Assert.Equal(place.Length == 0 ? 0 : 1, found.Count);
    }

    [Fact]
    public void Figures_of_four_columns_are_no_identity_number()
    {
        Assert.Contains(Find("省份,甲,乙,丙,丁\n北京,110105,1949,1231,002X\n", "a.csv"), f => f.Code == "pii.id-number");
        Assert.DoesNotContain(Find("省份,录取数,年份,人次,得分\n北京,110105,1949,1231,002X\n", "a.csv"), f => f.Code == "pii.id-number");
    }

    [Theory]
    [InlineData("tel13800138000wx ID11010519491231002X号", "pii.id-number pii.mobile")]
    [InlineData("张试 wx13800138000", "pii.mobile")]
    [InlineData("张试 13800138000wx", "pii.mobile")]
    [InlineData("编号 13800138000AB", "")]
    [InlineData("编号 grid13800138000", "")]
    [InlineData("张试，手机：+86.13800138000", "pii.mobile")]
    [InlineData("手机：138/0013/8000", "pii.mobile")]
    [InlineData("页码：138/0013/8000", "")]
    [InlineData("手机：138・0013・8000", "pii.mobile")]
    [InlineData("身份证 11010519491231002Ⅹ", "pii.id-number")]
    [InlineData("合计 RMB 13800138000", "")]
    [InlineData("合同价人民币13800138000，", "")]
    [InlineData("样本量 13800138000", "")]
    [InlineData("We sampled n = 13800138000 in all", "")]
    [InlineData("We sampled (seed 13800138000, run 2)", "")]
    [InlineData("where p = 0.13800138000, and", "")]
    [InlineData("in total 138 0013 8000 counts; then", "")]
    [InlineData("in total 138 0013 8000", "pii.mobile")]
    [InlineData("距今13800138000年", "")]
    [InlineData("第138-0013-8000号决议", "")]
    [InlineData("考场代码13800138000", "")]
    [InlineData("手机号码:1|3|8|0|0|1|3|8|0|0|0|", "pii.mobile")]
    [InlineData("得分:1|3|8|0|0|1|3|8|0|0|0|", "")]
    [InlineData("(身份证号15010219970\n1203145)应补发", "pii.id-number pii.mobile")]
    public void Letters_and_measures_beside_a_number_say_what_it_is(string text, string codes) => Assert.Equal(codes, Codes(text, "a.txt"));

    [Theory]
    [InlineData("儲蓄卡 4111111111111111", "pii.bank-card")]
    [InlineData("VISA 4111111111111111", "pii.bank-card")]
    [InlineData("社保卡 4111111111111111", "pii.bank-card")]
    [InlineData("Account No. 4111111111111111", "pii.bank-card")]
    [InlineData("Credit card used for the application fee: 4111111111111111.", "pii.bank-card")]
    [InlineData("Number of the record used for the application fee: 4111111111111111.", "")]
    [InlineData("1. 银行卡 4111111111111111\n2. 银行卡 5105105105105100\n3. 无", "pii.bank-card pii.bank-card")]
    public void Words_of_banks_are_known_in_other_tongues_and_at_a_distance(string text, string codes) => Assert.Equal(codes, string.Join(' ', Listed(text, "a.txt")));

    [Theory]
    [InlineData("银行卡号,4111111111111111,5105105105105100,4222222222222\n姓名,张试,李试,王试", "pii.bank-card pii.bank-card pii.bank-card")]
    [InlineData("设备编号,4111111111111111,6222000000000000004,4222222222222\n名称,甲,乙,丙", "")]
    [InlineData("银行卡号,4111111111111111,备注事项说明,4222222222222", "pii.bank-card")]
    public void The_first_cell_heads_a_row_of_a_table_laid_on_its_side(string text, string codes) => Assert.Equal(codes, string.Join(' ', Listed(text, "a.csv")));

    [Theory]
    [InlineData("胡试（430104199611027745）银行信息退回", "pii.id-number-suspect")]
    [InlineData("银行卡号：621001199611027742", "")]
    [InlineData("身份证 43010419961102-7745", "pii.id-number-suspect")]
    [InlineData("档案 43010419961102-7745", "")]
    [InlineData("编码 824877201102038900", "")]
    [InlineData("证件号码 810000199001010010", "pii.id-number-suspect")]
    public void A_number_with_a_wrong_check_character_is_told_where_nothing_else_explains_it(string text, string codes) => Assert.Equal(codes, Codes(text, "a.txt"));

    private static string Codes(string text, string name) => string.Join(' ', Find(text, name).Select(f => f.Code).Where(c => c.StartsWith("pii.", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Listed(string text, string name) => Find(text, name).SelectMany(f => Enumerable.Repeat(f.Code, int.Parse(f.Details.GetValueOrDefault("count", "1"), CultureInfo.InvariantCulture)));

    private static IReadOnlyList<Finding> Find(string text, string name) => Screener.Screen(new MemoryStream(Encoding.UTF8.GetBytes(text)), name).Findings;
}
