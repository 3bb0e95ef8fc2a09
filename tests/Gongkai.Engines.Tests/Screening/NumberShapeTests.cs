using Gongkai.Engines.Screening;
using Gongkai.Engines.Tests.Screening.Masking;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>Where a number begins and ends and what it is, read off a masked copy: a telephone keeps its ends, a card its last four digits,
/// of an identity number nothing is kept.</summary>
public sealed class NumberShapeTests
{
    private static readonly Screener Screener = new();

    public static TheoryData<char> Between =>
        [.. " -._·－—–‐‑−．•/()（）+﹣～~|\u00A0\u3000\u202F\u205F\u00AD\t\n\r", .. Enumerable.Range(0x2000, 11).Select(c => (char)c)];

    public static TheoryData<char> Unseen => [.. "\u200B\u200C\u200D\u2060\uFEFF\u00AD\u200E\u200F"];

    public static TheoryData<char> CheckX => [.. "XxＸｘ×ХхΧ"];

    [Theory]
    [MemberData(nameof(Between))]
    public void Groups_of_a_number_may_stand_apart(char mark) => Assert.Equal(["pii.id-number"], Codes($"110105{mark}19491231{mark}{mark}002X"));

    [Theory]
    [MemberData(nameof(Unseen))]
    public void What_is_not_seen_parts_nothing(char mark) => Assert.Equal(["pii.id-number"], Codes($"1101{mark}{mark}{mark}{mark}{mark}051949{mark}1231002X"));

    [Theory]
    [MemberData(nameof(CheckX))]
    public void Every_letter_that_looks_like_an_X_is_the_check_character(char x)
    {
        Assert.Equal(["pii.id-number"], Codes($"11010519491231002{x}"));
        Assert.Equal(["pii.id-number"], Codes($"110105 19491231 002 {x}"));
    }

    [Theory]
    [InlineData("110105   19491231   002X", true)]
    [InlineData("110105    19491231    002X", false)]
    [InlineData("110105 19491231 002   X", true)]
    [InlineData("110105 19491231 002    X", false)]
    [InlineData("110105 19491231 002 X1", false)]
    [InlineData("110105 19491231 002 Xa", false)]
    [InlineData("110105 19491231 002 X，", true)]
    [InlineData("11010519491231002Xa", false)]
    [InlineData("11010519491231002X是", true)]
    [InlineData("110105年19491231年002X", false)]
    public void A_gap_has_three_characters_at_most(string text, bool isFound) => Assert.Equal(isFound, Codes(text).Contains("pii.id-number"));

    [Theory]
    [InlineData("证明11010519491231002X。", "证明******************。")]
    [InlineData("证明１１０１０５１９４９１２３１００２Ｘ。", "证明******************。")]
    [InlineData("证明110105 19491231 002 X。", "证明****** ******** *** *。")]
    [InlineData("证明(110105)19491231(002X)。", "证明(********************)。")]
    [InlineData("12 11010519491231002X 34", "12 ****************** 34")]
    [InlineData("11010519491231002X13800138000", "******************138****8000")]
    [InlineData("1380013800011010519491231002X。", "138****8000******************。")]
    [InlineData("11010519491231002X11010519491231002X", "************************************")]
    [InlineData("110105194912310046110105194912310046", "************************************")]
    [InlineData("111101051949123100461", "111101051949123100461")]
    [InlineData("证号110105194912310046123", "证号******************123")]
    [InlineData("证号123110105194912310046", "证号123******************")]
    [InlineData("11010519491231002X 13800138000 11010519491231002X", "****************** 138****8000 ******************")]
    public void An_identity_number_ends_where_it_ends(string text, string masked) => Compare(text, masked);

    [Theory]
    [InlineData("110105194912310021", "******************")]
    [InlineData("编号110105194912310021", "编号110105194912310021")]
    [InlineData("身份证编号110105194912310021", "身份证编号******************")]
    [InlineData("110105 19491231 0021 5", "****** ******** **** 5")]
    [InlineData("110105 1949 1231 0021 5", "****** **** **** **** 5")]
    [InlineData("5 110105 19491231 0021", "5 ****** ******** ****")]
    [InlineData("5 110105 1949 1231 0021", "5 ****** **** **** ****")]
    [InlineData("110105 1949123 10021", "110105 1949123 10021")]
    [InlineData("110105194913310021", "110105194913310021")]
    [InlineData("A110105194912310021", "A110105194912310021")]
    [InlineData("110105194912310021B", "110105194912310021B")]
    [InlineData("手机110105194912310021", "手机110105194912310021")]
    [InlineData("税号110105194912310021", "税号110105194912310021")]
    [InlineData("金额110105194912310021", "金额110105194912310021")]
    [InlineData("110105194912310000", "******************")]
    public void A_number_with_a_wrong_check_character_is_one_all_the_same(string text, string masked) => Compare(text, masked);

    [Theory]
    [InlineData("身份证110105491231002。", "身份证***************。")]
    [InlineData("身份证110105 491231 002。", "身份证****** ****** ***。")]
    [InlineData("身份证110 105 491231 002。", "身份证*** *** ****** ***。")]
    [InlineData("身份证110 105 491 231 002。", "身份证*** *** *** *** ***。")]
    [InlineData("身份证1101 05491231 002。", "身份证1101 05491231 002。")]
    [InlineData("身份证110105/491231/002。", "身份证110105/491231/002。")]
    [InlineData("身份证110105|491231|002。", "身份证110105|491231|002。")]
    [InlineData("身份证110105 491331 002。", "身份证110105 491331 002。")]
    [InlineData("身份证110105 491231 0021。", "身份证110105 491231 0021。")]
    [InlineData("身份证110105 491231 002 和 110105 491231 010", "身份证****** ****** *** 和 ****** ****** ***")]
    [InlineData("手机110105491231002", "手机110105491231002")]
    [InlineData("合同110105491231002", "合同110105491231002")]
    [InlineData("X110105491231002", "X110105491231002")]
    [InlineData("本人110105491231002的", "本人***************的")]
    public void A_number_of_the_old_form_ends_where_it_ends(string text, string masked) => Compare(text, masked);

    [Theory]
    [InlineData("+86 13800138000", "+86 138****8000")]
    [InlineData("+8613800138000。", "+86138****8000。")]
    [InlineData("008613800138000", "0086138****8000")]
    [InlineData("0086 138 0013 8000", "0086 138 **** 8000")]
    [InlineData("0-138-0013-8000", "0-138-****-8000")]
    [InlineData("013800138000", "0138****8000")]
    [InlineData("113800138000", "113800138000")]
    [InlineData("8513800138000", "8513800138000")]
    [InlineData("008513800138000", "008513800138000")]
    [InlineData("138-0013-8000", "138-****-8000")]
    [InlineData("1380-0138-000", "138*-***8-000")]
    [InlineData("1380-013-8000", "138*-***-8000")]
    [InlineData("138-001-38000", "138-***-*8000")]
    [InlineData("138-00138-000", "138-****8-000")]
    [InlineData("138-00138000", "138-****8000")]
    [InlineData("1380013-8000", "138****-8000")]
    [InlineData("13800-138000", "138**-**8000")]
    [InlineData("138 00 13 80 00", "138 ** ** 80 00")]
    [InlineData("1 3 8 0 0 1 3 8 0 0 0", "1 3 8 * * * * 8 0 0 0")]
    [InlineData("1 3 8 0 0 1 3 8 0 0 0 1", "1 3 8 0 0 1 3 8 0 0 0 1")]
    [InlineData("5 1 3 8 0 0 1 3 8 0 0 0", "5 1 3 8 0 0 1 3 8 0 0 0")]
    [InlineData("138 0013 80001", "138 0013 80001")]
    [InlineData("38 0013 8000", "38 0013 8000")]
    [InlineData("13800138000 13900139000", "138****8000 139****9000")]
    [InlineData("138-0013-8000 139-0013-9000", "138-****-8000 139-****-9000")]
    [InlineData("138-0013-8000/139-0013-9000", "138-****-8000/139-****-9000")]
    public void A_telephone_ends_where_it_ends(string text, string masked) => Compare(text, masked);

    [Theory]
    [InlineData("138/0013/8000")]
    [InlineData("138|0013|8000")]
    [InlineData("138~0013~8000")]
    [InlineData("138～0013～8000")]
    [InlineData("13800.138000")]
    [InlineData("138.00138000")]
    [InlineData("1380 013 8000")]
    [InlineData("5 138 0013 8000")]
    [InlineData("138 0013 8000 5")]
    [InlineData("5.13800138000")]
    [InlineData("55.13800138000")]
    [InlineData("13800138000.5")]
    [InlineData("13800138000.55")]
    [InlineData("13800138000 元")]
    [InlineData("13800138000亿")]
    [InlineData("13800138000％")]
    [InlineData("13800138000=")]
    [InlineData("13800138000@qqq.com")]
    [InlineData("13800138000kg")]
    [InlineData("¥13800138000")]
    [InlineData("￥13800138000")]
    [InlineData("$13800138000")]
    [InlineData("#13800138000")]
    [InlineData("_13800138000")]
    [InlineData("No13800138000")]
    [InlineData("订单13800138000")]
    [InlineData("合计13800138000")]
    [InlineData("税号13800138000")]
    public void A_figure_of_eleven_digits_is_left_alone(string text) => Compare(text, text);

    [Theory]
    [InlineData("555.13800138000", "555.138****8000")]
    [InlineData("13800138000.555", "138****8000.555")]
    [InlineData("tel13800138000", "tel138****8000")]
    [InlineData("Phone13800138000", "Phone138****8000")]
    [InlineData("MOBILE13800138000", "MOBILE138****8000")]
    [InlineData("Mob13800138000", "Mob138****8000")]
    [InlineData("电话13800138000人", "电话138****8000人")]
    [InlineData("手机 1380 013 8000", "手机 138* *** 8000")]
    [InlineData("手机 138 0013 8000 5", "手机 138 **** 8000 5")]
    [InlineData("订单电话13800138000", "订单电话138****8000")]
    public void A_word_or_the_form_makes_it_a_telephone(string text, string masked) => Compare(text, masked);

    [Theory]
    [InlineData("6200000000000000000", "***************0000")]
    [InlineData("卡号4222222222222", "卡号*********2222")]
    [InlineData("卡号 6200 0000 0000 0000 000。", "卡号 **** **** **** ***0 000。")]
    [InlineData("卡号 620000 0000000000000", "卡号 ****** *********0000")]
    [InlineData("卡号 62000000 00000000 000", "卡号 ******** *******0 000")]
    [InlineData("卡号 4111.1111.1111.1111", "卡号 ****.****.****.1111")]
    [InlineData("卡号 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "卡号 * * * * * * * * * * * * 1 1 1 1")]
    [InlineData("4111 1111 1111 1111", "**** **** **** 1111")]
    [InlineData("卡号 4111111111111100", "卡号 ************1100")]
    [InlineData("卡号 4000000000000000", "卡号 ************0000")]
    [InlineData("卡号 9000000000000000", "卡号 ************0000")]
    public void A_card_ends_where_it_ends(string text, string masked) => Compare(text, masked);

    [Theory]
    [InlineData("4222222222222")]
    [InlineData("4111111111111111")]
    [InlineData("4111.1111.1111.1111")]
    [InlineData("卡号 41111 11111 11111 1")]
    [InlineData("卡号 4111/1111/1111/1111")]
    [InlineData("卡号 4111(1111)1111(1111)")]
    [InlineData("订单卡号 6200000000000000000")]
    [InlineData("学号 6200000000000000000")]
    [InlineData("3 4111 1111 1111 1111")]
    [InlineData("2111 1111 1111 1113")]
    [InlineData("卡号 411111111111")]
    [InlineData("卡号 41111111111111111111")]
    [InlineData("卡号 4111111111111101")]
    [InlineData("卡号 3000000000000000")]
    public void Figures_that_check_out_by_chance_are_no_card(string text) => Compare(text, text);

    [Fact]
    public void However_many_numbers_stand_in_one_text_each_is_found()
    {
        foreach (var mark in new[] { " ", "\n", "\t", "，" })
        {
            var finding = Assert.Single(Screener.ScreenText(string.Join(mark, Enumerable.Range(0, 200).Select(i => $"1380013{8000 + i}"))));

            Assert.Equal(("pii.mobile", "200"), (finding.Code, finding.Details["count"]));
        }
    }

    [Fact]
    public void A_row_of_digits_without_end_is_no_number() => Assert.Empty(Screener.ScreenText(new string('1', 1000)));

    private static void Compare(string text, string masked) => Assert.Equal(masked, MaskedFile.Of(text, "a.txt").Text);

    private static List<string> Codes(string text) => [.. Screener.ScreenText(text).Select(f => f.Code)];
}
