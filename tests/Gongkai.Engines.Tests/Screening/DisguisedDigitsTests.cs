using System.Text;
using Gongkai.Engines.Screening;
using Gongkai.Engines.Tests.Screening.Masking;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>Numbers in other digits, parted by marks, broken over lines.</summary>
public sealed class DisguisedDigitsTests
{
    private static readonly Screener Screener = new();

    [Theory]
    [InlineData("〇一二三四五六七八九")]
    [InlineData("零幺贰叁肆伍陆柒捌玖")]
    [InlineData("零壹貳參四五陸七八九")]
    [InlineData("⓪①②③④⑤⑥⑦⑧⑨")]
    [InlineData("₀₁₂₃₄₅₆₇₈₉")]
    [InlineData("٠١٢٣٤٥٦٧٨٩")]
    public void Each_digit_has_its_value(string digits)
    {
        string Written(string number) => string.Concat(number.Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));

        Assert.Equal(["pii.id-number"], Codes($"证号{Written("110105194912310046")}"));
        Assert.Equal(["pii.id-number"], Codes($"证号{Written("130203196708290012")}"));
        Assert.Equal("手机" + new string('*', 11), MaskedFile.Of($"手机{Written("13876549210")}", "a.txt").Text);
    }

    [Theory]
    [InlineData(0x1D7CE)]
    [InlineData(0x1D7D8)]
    [InlineData(0x1D7E2)]
    [InlineData(0x1D7EC)]
    [InlineData(0x1D7F6)]
    public void Each_bold_digit_of_mathematics_has_its_value(int zero)
    {
        static string Written(string number, int zero) => string.Concat(number.Select(c => char.ConvertFromUtf32(zero + c - '0')));

        Assert.Equal(["pii.id-number"], Codes($"证号{Written("110105194912310046", zero)}"));
        Assert.Equal($"证号{new string('*', 36)}。", MaskedFile.Of($"证号{Written("130203196708290012", zero)}。", "a.txt").Text);
    }

    // Six odd ones and eleven together make a number in disguise.
    [Theory]
    [InlineData("手机一三八零零一3800０", true)]
    [InlineData("手机一三八零零一38000", true)]
    [InlineData("手机一三八零0138000", false)]
    [InlineData("手机一三八零零138000", false)]
    [InlineData("手机一三八零零一3800", false)]
    [InlineData("手机一三八-零零一三-八零零零", true)]
    [InlineData("手机一三八 零零一三 八零零零", true)]
    [InlineData("手机一三八—零零一三－八零零零", true)]
    [InlineData("手机一三八\u3000零零一三\u00A0八零零零", true)]
    [InlineData("手机一三八\u200B零零\u200C一三\u200D八零\u2060零\uFEFF零", true)]
    [InlineData("手机一三八--零零一三--八零零零", false)]
    [InlineData("手机一三八，零零一三，八零零零", false)]
    [InlineData("一二三四五，手机一三八零零一三八零零零", true)]
    [InlineData("手机一三八零零一三八零零零和李验", true)]
    public void Only_a_long_row_of_odd_digits_is_a_number(string text, bool isFound) => Assert.Equal(isFound, Codes(text).Contains("pii.mobile"));

    [Theory]
    [InlineData('\uD835')]
    [InlineData('\uDFCE')]
    public void Half_a_character_is_no_digit(char half) => Assert.Empty(Codes($"手机{new string(half, 12)}"));

    // Marks that else divide numbers from one another.
    [Theory]
    [InlineData("110105,19491231,002X", "******************")]
    [InlineData("110105，19491231，002X。", "********************。")]
    [InlineData("110105:19491231:002x", "********************")]
    [InlineData("1101051949,1231002X，", "*****************，")]
    [InlineData("110105194,912310046", "*******************")]
    [InlineData("1101,0519,4912,3100,46", "**********************")]
    [InlineData("110,105,194,912,310,046", "110,105,194,912,310,046")]
    [InlineData("110105,19491231、002X", "110105,19491231、002X")]
    [InlineData("11010,519491231,002X", "11010,519491231,002X")]
    [InlineData("110105,19491231,002X,5", "110105,19491231,002X,5")]
    [InlineData("110105,19491231,002XA", "110105,19491231,002XA")]
    [InlineData("110105,,19491231,002X", "110105,,19491231,002X")]
    [InlineData("110105,19491231,0021", "110105,19491231,0021")]
    [InlineData("5，110105,19491231,002X", "5，********************")]
    [InlineData("手机138,0013,8000", "手机138,****,8000")]
    [InlineData("138,0013,8000", "138,0013,8000")]
    [InlineData("手机1380,013,8000", "手机1380,013,8000")]
    [InlineData("手机138,00138000", "手机138,00138000")]
    [InlineData("手机128,0013,8000", "手机128,0013,8000")]
    public void A_number_parted_by_one_mark(string text, string masked)
    {
        var copy = MaskedFile.Of(text, "a.txt").Text;

        Assert.Equal(masked.Replace("*", "", StringComparison.Ordinal), copy.Replace("*", "", StringComparison.Ordinal));
        Assert.Equal(text.Length, copy.Length);
    }

    [Theory]
    [InlineData(",")]
    [InlineData("，")]
    [InlineData("、")]
    [InlineData(":")]
    [InlineData("：")]
    [InlineData(";")]
    [InlineData("；")]
    [InlineData("#")]
    [InlineData("'")]
    [InlineData("’")]
    [InlineData("\"")]
    [InlineData("~")]
    public void Every_such_mark_may_part_a_number(string mark) => Assert.Equal(["pii.id-number"], Codes($"号 110105{mark}19491231{mark}002X"));

    // Lines of a file; what is told is where the number begins.
    [Theory]
    [InlineData("证号1101051949\n1231002X\n", "line 1 pii.id-number")]
    [InlineData("证号1101051949-\n 1231002X\n", "line 1 pii.id-number")]
    [InlineData("证号1101051949\n1231002X是\n", "line 1 pii.id-number")]
    [InlineData("证号1101051949\n1231002Xa\n", "")]
    [InlineData("证号1101051949\n是1231002X\n", "")]
    [InlineData("证号1101051949\n\n1231002X\n", "line 1 pii.id-number")]
    [InlineData("证号1\n1010519491231002X\n", "")]
    [InlineData("证号11\n010519491231002X\n", "line 1 pii.id-number")]
    [InlineData("证号11010519491231002\nX\n", "line 1 pii.id-number")]
    [InlineData("证号１１０１０５１９４９\n１２３１００２ｘ\n", "line 1 pii.id-number")]
    [InlineData("说明\n证号110105\n19491231\n002X\n", "line 2 pii.id-number")]
    [InlineData("110\n105\n194\n912\n310\n02X\n", "line 1 pii.id-number")]
    [InlineData("110\n105\n194\n912\n310\n02\nX\n", "")]
    [InlineData("110105\n194912\n310021\n", "")]
    [InlineData("5\n6\n证号1101051949\n1231002X\n", "line 3 pii.id-number")]
    [InlineData("手机1380013\n8000\n", "line 1 pii.mobile")]
    [InlineData("号码1380013\n8000\n", "")]
    [InlineData("手机1280013\n8000\n", "")]
    [InlineData("手机1380013\n80005\n", "")]
    [InlineData("卡号41111111\n11111111\n", "line 1 pii.bank-card")]
    [InlineData("号码41111111\n11111111\n", "")]
    [InlineData("卡号41111111\n11111112\n", "")]
    [InlineData("卡号620000000000\n0000000\n", "line 1 pii.bank-card")]
    [InlineData("卡号4222222\n222222\n", "")]
    [InlineData("证号1101051949\n1231002X\n证号1101051949\n1231002X\n", "line 1 pii.id-number; line 3 pii.id-number")]
    public void A_number_torn_over_lines_is_put_together(string text, string found) => Assert.Equal(
        found,
        string.Join("; ", Screener.Screen(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.txt", TestContext.Current.CancellationToken).Findings.Select(f => $"{f.Where} {f.Code}")));

    [Fact]
    public void A_number_torn_over_lines_is_masked_in_each() =>
        Assert.Equal("证号******** -\n ******\n****是\n", MaskedFile.Of("证号11010519 -\n 491231\n002X是\n", "a.txt").Text);

    // Inside an address of the web only a true identity number counts.
    [Theory]
    [InlineData("http://example.edu.cn/13800138000", "")]
    [InlineData("www.example.edu.cn/13800138000", "")]
    [InlineData("WWW.example.edu.cn/13800138000", "")]
    [InlineData("doi.org/10/13800138000", "")]
    [InlineData("http://example.edu.cn/a 13800138000", "pii.mobile")]
    [InlineData("http://example.edu.cn/张13800138000", "pii.mobile")]
    [InlineData("example.edu.cn/13800138000", "pii.mobile")]
    [InlineData("http://example.edu.cn/11010519491231002X", "pii.id-number")]
    [InlineData("http://example.edu.cn/110105194912310021", "")]
    [InlineData("http://example.edu.cn/11010519491231004613800138000", "pii.id-number")]
    public void In_an_address_of_the_web(string text, string codes) => Assert.Equal(codes, string.Join(' ', Codes(text)));

    // A letter or two before the digits belong to a student's number.
    [Theory]
    [InlineData("学号M202301234。", "学号**********。")]
    [InlineData("学号：MS202301234", "学号：***********")]
    [InlineData("学号：ABCD202301234", "学号：ABCD202301234")]
    [InlineData("学号：1M202301234", "学号：1M202301234")]
    [InlineData("学号：2021010101，手机13800138000", "学号：**********，手机138****8000")]
    [InlineData("学号：202101", "学号：******")]
    [InlineData("学号：20210", "学号：20210")]
    [InlineData("学号：20210101012345", "学号：**************")]
    [InlineData("学号：2021010101A", "学号：2021010101A")]
    [InlineData("学号2021010101", "学号**********")]
    [InlineData("学号 2021010101", "学号 **********")]
    [InlineData("学号为2021010101", "学号为**********")]
    [InlineData("学号(2021010101)", "学号(**********)")]
    [InlineData("学号是2021010101", "学号是2021010101")]
    public void A_student_number(string text, string masked) => Assert.Equal(masked, MaskedFile.Of(text, "a.txt").Text);

    [Theory]
    [InlineData("S2021a01 与 xS2021a01、S2021a012", "******** 与 xS2021a01、S2021a012")]
    [InlineData("（S2021a01）", "（********）")]
    [InlineData("S2021a01", "********")]
    public void A_student_number_of_the_schools_own_form(string text, string masked) =>
        Assert.Equal(masked, MaskedFile.Of(text, "a.txt", ScreeningProfile.General with { StudentNumber = new System.Text.RegularExpressions.Regex(@"S\d{4}[a-z]\d{2}") }).Text);

    [Fact]
    public void What_is_more_telling_comes_before_the_schools_own_form()
    {
        var profile = ScreeningProfile.General with { StudentNumber = new System.Text.RegularExpressions.Regex(@"\d{11}|x*") };

        Assert.Equal(["pii.mobile"], new Screener(profile).ScreenText("手机13800138000").Select(f => f.Code));
        Assert.Equal(["pii.student-number"], new Screener(profile).ScreenText("号码20210101011").Select(f => f.Code));
    }

    private static List<string> Codes(string text) => [.. Screener.ScreenText(text).Select(f => f.Code)];
}
