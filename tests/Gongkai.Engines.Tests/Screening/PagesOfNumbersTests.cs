using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>Pages that hold a table kept by tabs and line ends: cells that are broken over lines, heads that stand far above.</summary>
public sealed class PagesOfNumbersTests
{
    private static readonly Screener Screener = new();

    // The lines of a narrow cell are of one width, the last may be shorter, and there are cells beside it.
    [Theory]
    [InlineData("1\t1380\n0138\n000\t5", true)]
    [InlineData("1\t1380\r0138\r000\t5", true)]
    [InlineData("1\t1380\n0138\n000", true)]
    [InlineData("1380\n0138\n000\t5", true)]
    [InlineData("1380\n0138\n000", false)]
    [InlineData("1 1380\n0138\n000\t5", false)]
    [InlineData("1\t1380\n0138\n000 5", false)]
    [InlineData("1\t1380 0138\n000\t5", false)]
    [InlineData("1\t13800\n13800\n0\t5", true)]
    [InlineData("1\t138\n0013\n8000\t5", true)]
    [InlineData("1\t138\n00138\n000\t5", false)]
    [InlineData("1\t1380\n01\n38000\t5", false)]
    [InlineData("1\t138\n001\n38000\t5", false)]
    [InlineData("1\t138001\n38000\t5", true)]
    [InlineData("1\t1280\n0138\n000\t5", false)]
    [InlineData("1\t1380\n0138\n0001\t5", false)]
    public void A_telephone_in_a_narrow_cell(string page, bool isFound) => Assert.Equal(isFound, Codes(page).Contains("pii.mobile"));

    [Theory]
    [InlineData("138-0013-\n8000\t王验", true)]
    [InlineData("张试\t138-0013-\n8000", true)]
    [InlineData("138-0013-\n8000", false)]
    [InlineData("138-0013-\n8000，王验", false)]
    [InlineData("张试，138-0013-\n8000", false)]
    [InlineData("张试\t138/0013\n8000\t王验", false)]
    [InlineData("张试\t138-0013-8000\t王验", true)]
    [InlineData("张试\t138－0013\r8000", true)]
    public void A_telephone_whose_last_group_stands_below(string page, bool isFound) => Assert.Equal(isFound, Codes(page).Contains("pii.mobile"));

    [Theory]
    [InlineData("手机 1380013\n8000", true)]
    [InlineData("手机 138\n00138000", true)]
    [InlineData("手机 13\n800138000", false)]
    [InlineData("手机 1380013\n80001", false)]
    [InlineData("手机 5\t1380013\n8000", true)]
    [InlineData("手机 5 1380013\n8000", false)]
    [InlineData("手机 1380013\n8000\t5", true)]
    [InlineData("手机 1380013\n8000\n5", true)]
    [InlineData("手机 1380013\n8000 5", false)]
    [InlineData("手机 1280013\n8000", false)]
    [InlineData("号码 1380013\n8000", false)]
    public void A_telephone_that_a_word_names_may_break_anywhere(string page, bool isFound) => Assert.Equal(isFound, Codes(page).Contains("pii.mobile"));

    [Theory]
    [InlineData("1\t62000000\n00000000\n000\t5", "pii.bank-card")]
    [InlineData("1\t6200000000\n000000000\t5", "pii.bank-card")]
    [InlineData("1 62000000\n00000000\n000 5", "")]
    [InlineData("卡号 4111 1111\n1111 1111", "")]
    [InlineData("4111 1111 1111 1111\t5", "pii.bank-card")]
    [InlineData("5\n4111 1111 1111 1111\n5", "pii.bank-card")]
    [InlineData("3000 0000 0000 0004", "pii.bank-card")]
    [InlineData("2000 0000 0000 0006", "")]
    [InlineData("卡号 4 2 2 2 2 2 2 2 2 2 2 2 2", "pii.bank-card")]
    [InlineData("卡号 4111 1111 1111 1111 5", "pii.bank-card")]
    [InlineData("卡号 411 111 111 111 111 1", "")]
    public void A_card_stands_in_its_usual_groups(string page, string codes) => Assert.Equal(codes, string.Join(' ', Codes(page)));

    // Sixteen of nineteen digits can check out as well: the card goes on.
    [Theory]
    [InlineData("卡号 6200 0000 0000 0005 009", "卡号 **** **** **** ***5 009")]
    [InlineData("卡号 6200-0000-0000-0005-009", "卡号 ****-****-****-***5-009")]
    [InlineData("卡号 4111 1111 1111 1129 104", "卡号 **** **** **** ***9 104")]
    public void A_card_does_not_end_where_a_part_of_it_checks_out(string line, string masked) => Assert.Equal(masked, Masking.MaskedFile.Of(line, "a.txt").Text);

    // A word anywhere on a page of some length speaks for its numbers, unless a nearer one says otherwise.
    [Theory]
    [InlineData("卡号", "4111111111111111", "pii.bank-card")]
    [InlineData("银行", "5000000000000009", "pii.bank-card")]
    [InlineData("账号", "6000000000000007", "pii.bank-card")]
    [InlineData("卡号", "9000000000000001", "pii.bank-card")]
    [InlineData("卡号", "3000000000000004", "")]
    [InlineData("卡号", "4222222222222", "")]
    [InlineData("卡号", "编号4111111111111111", "")]
    [InlineData("卡号", "学号4111111111111111", "")]
    [InlineData("户名", "4111111111111111", "")]
    [InlineData("身份证", "110105491231002", "pii.id-number")]
    [InlineData("证件号", "110105491231002", "pii.id-number")]
    [InlineData("证明", "110105491231002", "pii.id-number-suspect")]
    [InlineData("身份证", "手机110105491231002", "")]
    [InlineData("身份证", "合计110105491231002", "")]
    public void A_word_far_above_speaks_for_a_page(string word, string number, string codes)
    {
        Assert.Equal(codes, string.Join(' ', Codes($"{word}\n{new string('某', 60)}\n{number}")));
    }

    [Fact]
    public void A_paragraph_is_no_page()
    {
        Assert.Empty(Codes($"卡号{new string('某', 60)}4111111111111111"));
        Assert.Empty(Codes($"卡号\n{new string('某', 30)}\n4111111111111111"));
    }

    // Department, kind and region of a code can pass for the region of a number, and its date for a date.
    [Theory]
    [InlineData("111101195001010000", "")]
    [InlineData("身份证111101195001010000", "pii.id-number")]
    [InlineData("111101195001010026", "pii.id-number")]
    [InlineData("信用代码111101195001010026", "")]
    [InlineData("911101195001010738", "")]
    [InlineData("身份证911101195001010738", "pii.id-number")]
    [InlineData("911101195001010031", "")]
    public void A_code_of_an_organisation_is_public(string text, string codes) => Assert.Equal(codes, string.Join(' ', Codes(text)));

    [Theory]
    [InlineData("110105 1949 12 31 00 2X", "pii.id-number")]
    [InlineData("11 0105 1949 12 31 00 2X", "")]
    [InlineData("1280013800011010519491231002X", "pii.id-number")]
    [InlineData("身份证110 105 4 912 31 002", "")]
    [InlineData("身份证5 110105 491231 002", "pii.id-number")]
    [InlineData("身份证号和姓名 110105491231002", "pii.id-number")]
    [InlineData("13800138000，110105,19491231,002X", "pii.id-number pii.mobile")]
    [InlineData("１１０１０５,１９４９１２３１,００４６", "pii.id-number")]
    [InlineData("11010519491231002X@qq.com", "pii.personal-email")]
    [InlineData("13800138000，zhangshi@qq.com", "pii.mobile pii.personal-email")]
    [InlineData("zhangshi@qq.com，13800138000", "pii.mobile pii.personal-email")]
    [InlineData("zhangshi@vip.qq.com 13800138000", "pii.mobile pii.personal-email")]
    [InlineData("QQ13800138000", "")]
    [InlineData("张试，身份证：110105********002X，手机13800138000", "pii.mobile")]
    [InlineData("110105********002X\n出生日期：1949-12-31", "pii.birth-date pii.id-number-partial")]
    public void Each_character_belongs_to_one_number(string text, string codes) => Assert.Equal(codes, string.Join(' ', Codes(text).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("张试，男，学号2021010101，无故旷课，对张试同学给予记过处分", "pii.sensitive 1; pii.student-number 1")]
    [InlineData("张试，男，给予记过处分。李验，男，给予警告处分。", "pii.sensitive 2")]
    [InlineData("对张试同学给予记过处分，对李验同学给予警告处分", "pii.sensitive 2")]
    [InlineData("张试患有白血病，13800138000", "pii.mobile 1; pii.sensitive 1")]
    [InlineData("张试患有白血病，李验确诊", "pii.sensitive 2")]
    [InlineData("对万学者同志给予警告处分", "")]
    [InlineData("对甘愿员老师给予警告处分", "")]
    [InlineData("对施害人同志给予警告处分", "")]
    public void What_is_said_of_each_person_counts_once(string text, string found) =>
        Assert.Equal(found, string.Join("; ", Screener.ScreenText(text).Select(f => $"{f.Code} {f.Details["count"]}").Order(StringComparer.Ordinal)));

    private static IEnumerable<string> Codes(string text) => Screener.ScreenText(text).Select(f => f.Code);
}
