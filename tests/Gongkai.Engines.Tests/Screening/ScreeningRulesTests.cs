using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

public sealed class ScreeningRulesTests
{
    private static readonly Screener Screener = new();

    // The provinces of GB/T 2260, the residence permits of people from Hong Kong, Macao and Taiwan, and the cards of foreigners.
    private static readonly int[] Regions =
    [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 90, 91, 92, 93, 94,
    ];

    [Fact]
    public void A_number_begins_with_a_province()
    {
        Assert.Equal(Regions, Enumerable.Range(0, 100).Where(region => IdNumber.IsRegion($"{region:D2}")));
    }

    [Theory]
    [InlineData("19000101", true)]
    [InlineData("18991231", false)]
    [InlineData("20391231", true)]
    [InlineData("20400101", false)]
    [InlineData("20000229", true)]
    [InlineData("20010229", false)]
    [InlineData("20010001", false)]
    [InlineData("20011301", false)]
    [InlineData("20011231", true)]
    [InlineData("20010100", false)]
    [InlineData("20010101", true)]
    [InlineData("20010430", true)]
    [InlineData("20010431", false)]
    public void A_birth_date_is_a_day_of_the_calendar_within_living_memory(string day, bool possible)
    {
        Assert.Equal(possible, IdNumber.IsDate(day));
    }

    [Theory]
    [InlineData("11010519491231002X", true, true)]
    [InlineData("110105194912310021", false, true)]
    [InlineData("11010519491231002x", false, false)]
    [InlineData("11010519491231002A", false, false)]
    [InlineData("1101051949123100X2", false, false)]
    [InlineData("1101051949123100X", false, false)]
    [InlineData("11010519491231002X1", false, false)]
    [InlineData("16010519491231002X", false, false)]
    [InlineData("110105194913310021", false, false)]
    public void An_identity_number_has_region_date_and_check_character(string number, bool valid, bool plausible)
    {
        Assert.Equal((valid, plausible), (IdNumber.IsValid(number), IdNumber.IsPlausible(number)));
    }

    [Theory]
    [InlineData("110105491231002", true)]
    [InlineData("110105000229002", false)]
    [InlineData("110105040229002", true)]
    [InlineData("160105491231002", false)]
    [InlineData("110105491331002", false)]
    [InlineData("110105491200002", false)]
    [InlineData("11010549123100", false)]
    [InlineData("1101054912310021", false)]
    [InlineData("11010549123100X", false)]
    public void A_number_of_the_old_form_has_a_date_of_the_last_century(string number, bool old)
    {
        Assert.Equal(old, IdNumber.IsOldForm(number));
    }

    [Theory]
    [InlineData("4222222222222", true)]
    [InlineData("4111111111111111", true)]
    [InlineData("6200000000000000000", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("4111111111111121", false)]
    [InlineData("620000000005", false)]
    [InlineData("62000000000000000005", false)]
    [InlineData("0000000000000000", false)]
    [InlineData("411111111111111X", false)]
    [InlineData("5555555555554444", true)]
    [InlineData("5105105105105100", true)]
    public void A_bank_card_has_thirteen_to_nineteen_digits_and_its_check_digit(string number, bool valid)
    {
        Assert.Equal(valid, BankCard.IsValid(number));
    }

    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("91350100M000000490", true)]
    [InlineData("121100004000000001", true)]
    [InlineData("12100000400000000W", true)]
    [InlineData("N2330100A00000000A", true)]
    [InlineData("A1350100M000100Y42", true)]
    [InlineData("Y1350100M000100Y4D", true)]
    [InlineData("G1350100M000100Y4U", true)]
    [InlineData("H1350100M000100Y4T", true)]
    [InlineData("11350100M000100Y4B", true)]
    [InlineData("21350100M000100Y4A", true)]
    [InlineData("31350100M000100Y49", true)]
    [InlineData("41350100M000100Y48", true)]
    [InlineData("51350100M000100Y47", true)]
    [InlineData("61350100M000100Y46", true)]
    [InlineData("71350100M000100Y45", true)]
    [InlineData("81350100M000100Y44", true)]
    [InlineData("99350100M000100Y4A", true)]
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100M000100Y4", false)]
    [InlineData("91350100M000100Y433", false)]
    [InlineData("B1350100M000100Y41", false)]
    [InlineData("90350100M000100Y46", false)]
    [InlineData("91990100M000100Y4U", false)]
    [InlineData("91350100I000100Y43", false)]
    [InlineData("913A0100M000100Y43", false)]
    public void A_credit_code_has_kind_region_and_check_character(string code, bool valid)
    {
        Assert.Equal(valid, SocialCreditCode.IsValid(code));
    }

    [Theory]
    [InlineData("欧阳试", true)]
    [InlineData("张试", true)]
    [InlineData("张试验", true)]
    [InlineData("张试验甲", false)]
    [InlineData("欧阳", true)]
    [InlineData("张", false)]
    [InlineData("的确良", false)]
    public void Discipline_said_of_a_person_is_told_by_the_name(string name, bool isName)
    {
        Assert.Equal(isName, Codes($"给予{name}（软件2班）记过处分。").Contains("pii.sensitive"));
    }

    [Theory]
    [InlineData("13800138000", true)]
    [InlineData("12800138000", false)]
    [InlineData("19900138000", true)]
    [InlineData("23800138000", false)]
    [InlineData("13888888888", false)]
    [InlineData("013800138000", true)]
    [InlineData("8613800138000", true)]
    [InlineData("138001380001", false)]
    [InlineData("1380013800", false)]
    [InlineData("13800138000人", false)]
    [InlineData("13800138000万元", false)]
    [InlineData("13800138000%", false)]
    [InlineData("13800138000亿", false)]
    [InlineData("A13800138000B", false)]
    [InlineData("138 00138000", true)]
    [InlineData("138001 38000", false)]
    [InlineData("13800 138000", true)]
    [InlineData("138 00 13 80 00", true)]
    [InlineData("1380 013 8000", false)]
    [InlineData("1380-013-8000", true)]
    [InlineData("电话 1380 013 8000", true)]
    [InlineData("1 3 8 0 0 1 3 8 0 0 0", true)]
    [InlineData("138/0013/8000", false)]
    [InlineData("138 0013 8000 12", false)]
    public void A_mobile_number_has_eleven_digits_in_its_usual_groups_and_stands_alone(string text, bool mobile)
    {
        Assert.Equal(mobile, Codes(text).Contains("pii.mobile"));
    }

    [Theory]
    [InlineData("11010519491231004613800138000", "pii.id-number pii.mobile")]
    [InlineData("1380013800011010519491231002X", "pii.id-number pii.mobile")]
    [InlineData("11010519491231002X11010519491231002X", "pii.id-number")]
    [InlineData("身份证号 110105 491231 002", "pii.id-number")]
    [InlineData("110105 491231 002", "")]
    [InlineData("编号110105491231002", "")]
    [InlineData("110105491231002", "pii.id-number-suspect")]
    public void Numbers_that_are_glued_or_of_the_old_form_are_told_apart(string text, string codes)
    {
        Assert.Equal(codes, string.Join(' ', Codes(text).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("生日：2003年5月6日", "pii.birth-date")]
    [InlineData("出生年月：2003年5月", "pii.birth-date")]
    [InlineData("出生：20030506", "pii.birth-date")]
    [InlineData("2003年5月6日生", "pii.birth-date")]
    [InlineData("2003年5月6日生效", "")]
    [InlineData("2003年5月6日", "")]
    [InlineData("台湾居民来往大陆通行证 12345678", "pii.permit")]
    [InlineData("通行证 12345678", "")]
    [InlineData("证件号 C12345678", "pii.permit")]
    [InlineData("证件号 E12345678", "pii.passport")]
    [InlineData("passport no. AB123456", "pii.passport")]
    [InlineData("编码 E12345678", "")]
    [InlineData("zhang.shi+1@vip.163.com", "pii.personal-email")]
    [InlineData("ｚ２００３@qq.com", "pii.personal-email")]
    [InlineData("office@example.edu.cn", "")]
    [InlineData("a@qq.com.example.org", "")]
    [InlineData("@qq.com", "")]
    [InlineData("住址：云川省安宁市", "pii.home-address")]
    [InlineData("住址：不详不详不", "")]
    public void What_only_the_words_around_it_betray_is_found(string text, string codes)
    {
        Assert.Equal(codes, string.Join(' ', Codes(text).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("机密★", "secrecy.mark")]
    [InlineData("秘密 3年", "secrecy.mark")]
    [InlineData("密级：秘密", "secrecy.mark")]
    [InlineData("【绝密】", "secrecy.mark")]
    [InlineData("甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬\n机密", "secrecy.mark")]
    [InlineData("甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬\n癸\n机密", "")]
    [InlineData("国家秘密★", "")]
    [InlineData("内部资料", "secrecy.soft-mark")]
    [InlineData("（内部资料）请核对后再行使用，谢谢合作与支持", "secrecy.soft-mark")]
    [InlineData("内部资料管理办法", "")]
    [InlineData("学院应当整理内部资料并归档保存多年", "")]
    [InlineData("（送审稿）", "secrecy.soft-mark")]
    [InlineData("送审稿", "")]
    [InlineData("敏感", "secrecy.soft-mark")]
    [InlineData("（敏感）信息", "")]
    [InlineData("（内部）信息", "secrecy.soft-mark")]
    [InlineData("内部信息", "")]
    [InlineData("本稿严禁扩散到校外", "secrecy.soft-mark")]
    public void A_mark_of_secrecy_stands_where_marks_stand(string text, string codes)
    {
        Assert.Equal(codes, string.Join(' ', Codes(text)));
    }

    private static List<string> Codes(string text) => [.. Screener.ScreenText(text).Select(f => f.Code)];
}
