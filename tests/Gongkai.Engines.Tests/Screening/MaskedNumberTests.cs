using Gongkai.Engines.Screening;
using Gongkai.Engines.Tests.Screening.Masking;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>Identity numbers that somebody masked, and masked too little. The number meant is 11010519491231002X.</summary>
public sealed class MaskedNumberTests
{
    private static readonly Screener Screener = new();

    public static TheoryData<char> Marks => [.. "*＊●○•■□█◆×✱☆＃#_XxＸ·?？"];

    public static TheoryData<char> LoneMarks => [.. "*＊●○•■□█◆☆＃#?？"];

    [Theory]
    [MemberData(nameof(Marks))]
    public void Any_mark_hides(char mark)
    {
        Assert.Equal(["pii.id-number-partial"], Codes($"身份证号：110105194912{new string(mark, 6)}"));
        Assert.Equal(["pii.id-number-partial"], Codes($"身份证号：110105194912{new string(mark, 2)}002X"));
    }

    [Theory]
    [MemberData(nameof(LoneMarks))]
    public void One_mark_behind_many_digits_hides_one(char mark) => Assert.Equal(["pii.id-number-partial"], Codes($"身份证号：11010519491231002{mark}"));

    // Year, month and day of birth with the region, or twelve characters and more.
    [Theory]
    [InlineData("身份证号：11010519491231****。", "身份证号：******************。")]
    [InlineData("身份证号：110105194912******", "身份证号：******************")]
    [InlineData("身份证号：11010519491*******", "身份证号：11010519491*******")]
    [InlineData("身份证号：110105********002X", "身份证号：110105********002X")]
    [InlineData("身份证号：******19491231****", "身份证号：******************")]
    [InlineData("身份证号：******19491331****", "身份证号：******19491331****")]
    [InlineData("身份证号：******19491231002X", "身份证号：******************")]
    [InlineData("身份证号：1101051949****002X", "身份证号：******************")]
    [InlineData("身份证号：110105****1231002X", "身份证号：******************")]
    [InlineData("身份证号：110105194*****002X", "身份证号：******************")]
    [InlineData("身份证号：11010519******002X", "身份证号：******************")]
    [InlineData("身份证号：1101051*******002X", "身份证号：1101051*******002X")]
    [InlineData("身份证号：１１０１０５１９４９１２＊＊＊＊＊＊", "身份证号：******************")]
    [InlineData("身份证号：110105 194912** ****", "身份证号：****** ******** ****")]
    [InlineData("身份证号：110105-194912**-****", "身份证号：********************")]
    [InlineData("身份证号：11010519491231***", "身份证号：*****************")]
    [InlineData("身份证号：11010519491331***", "身份证号：*****************")]
    [InlineData("身份证号：****19491231002X", "身份证号：****************")]
    [InlineData("身份证号：****194912310021", "身份证号：****************")]
    [InlineData("身份证号：****19491231002XX", "身份证号：****19491231002XX")]
    [InlineData("身份证号：110105491231***", "身份证号：***************")]
    [InlineData("身份证号：11010549123****", "身份证号：11010549123****")]
    [InlineData("身份证号：110105***002X", "身份证号：110105***002X")]
    [InlineData("身份证号：110105***49123102X", "身份证号：******************")]
    [InlineData("身份证号：160105194912******", "身份证号：160105194912******")]
    [InlineData("身份证号：1*****194912310***", "身份证号：******************")]
    public void What_is_left_of_a_named_number_may_be_too_much(string text, string masked) => Compare(text, masked);

    // Without a word for it only the shape of a whole number, its region shown, speaks.
    [Theory]
    [InlineData("张试 11010519491231**** 李验", "张试 ****************** 李验")]
    [InlineData("张试 110105194912******", "张试 ******************")]
    [InlineData("张试 11010519491*******", "张试 11010519491*******")]
    [InlineData("张试 ******19491231****", "张试 ******19491231****")]
    [InlineData("张试 1*****19491231002X", "张试 1*****19491231002X")]
    [InlineData("张试 11****19491231002X", "张试 ******************")]
    [InlineData("张试 11010519491231***", "张试 11010519491231***")]
    [InlineData("张试 16010519491231****", "张试 16010519491231****")]
    [InlineData("手机 11010519491231****", "手机 11010519491231****")]
    [InlineData("卡号 11010519491231****", "卡号 11010519491231****")]
    [InlineData("税号 11010519491231****", "税号 11010519491231****")]
    [InlineData("手机 13800138***", "手机 13800138***")]
    [InlineData("总额 1000 *** 2000", "总额 1000 *** 2000")]
    [InlineData("张** 11010519491231****", "张** ******************")]
    [InlineData("张**-11010519491231****", "张**-******************")]
    [InlineData("*** 11010519491231****", "*** ******************")]
    [InlineData("**** 11010519491231****", "**** 11010519491231****")]
    [InlineData("张**11010519491231****", "张**11010519491231****")]
    public void What_is_left_of_a_number_without_a_name_may_be_too_much(string text, string masked) => Compare(text, masked);

    [Fact]
    public void Each_masked_number_of_a_text_is_looked_at() => Compare(
        "身份证号：110105********002X，身份证号：110105194912******，身份证号：11010519491231****",
        "身份证号：110105********002X，身份证号：******************，身份证号：******************");

    [Fact]
    public void The_head_of_its_column_names_a_masked_number() =>
        Assert.Equal("姓名,身份证号\n张试,******************\n", MaskedFile.Of("姓名,身份证号\n张试,******19491231****\n", "a.csv").Text);

    // Region, birth date and tail: within one paragraph they belong together.
    [Theory]
    [InlineData("张试，身份证：110105********002X，出生日期：1949-12-31", true)]
    [InlineData("张试，身份证：110105********002X，1949年12月31日出生", true)]
    [InlineData("张试，身份证：110105********002X，1949年12月", false)]
    [InlineData("张试，身份证：110105************，出生日期：1949-12-31", false)]
    [InlineData("张试，身份证：**************002X，出生日期：1949-12-31", false)]
    [InlineData("张试|110105********002X\n出生|张试|1949/12/31", true)]
    [InlineData("张试|110105********002X\n出生|李验|1949/12/31", false)]
    [InlineData("出生 张试|110105********002X|1949/12/31", true)]
    public void What_a_paragraph_shows_of_a_person_is_put_together(string text, bool isTold) => Assert.Equal(isTold, Codes(text).Contains("pii.id-number-partial"));

    // Over lines of a file they belong together where they stand by the same name; what is told is where the number stands.
    [Theory]
    [InlineData("张试 110105********002X\n张试 出生 1949-12-31\n", "line 1")]
    [InlineData("张试 身份证110105************\n张试 身份证**************002X\n张试 出生 19491231\n", "line 2")]
    [InlineData("张试 出生 19491231\n身份证110105************ 张试\n张试 身份证**************002X\n", "line 3")]
    [InlineData("张试 身份证110105********002X\n李验 出生 1949-12-31\n", "")]
    [InlineData("张试 110105********002X\n李验 出生 1949-12-31\n张试 出生1949.12.31\n", "line 1")]
    [InlineData("张试 110105********002X\n张试 于1949.12.31\n", "")]
    [InlineData("110105********002X\n1949-12-31出生\n", "")]
    [InlineData("张试 110105********002X 出生 1949-12-31\n", "line 1")]
    [InlineData("张试 11010519491231002X\n张试 出生 1949-12-31\n", "")]
    public void What_lines_show_of_one_person_is_put_together(string text, string where) => Assert.Equal(
        where,
        string.Join(' ', Screener.Screen(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "a.txt", TestContext.Current.CancellationToken).Findings.Where(f => f.Code == "pii.id-number-partial").Select(f => f.Where)));

    [Theory]
    [InlineData("，")]
    [InlineData(",")]
    [InlineData("、")]
    [InlineData("：")]
    [InlineData(":")]
    [InlineData("（")]
    [InlineData("(")]
    [InlineData("；")]
    [InlineData("|")]
    [InlineData("\t")]
    [InlineData(" ")]
    public void A_name_stands_between_marks(string mark) =>
        Assert.Contains("pii.id-number-partial", Codes($"人员{mark}张试{mark}110105********002X\n人员{mark}张试{mark}出生{mark}1949-12-31"));

    private static void Compare(string text, string masked) => Assert.Equal(masked, MaskedFile.Of(text, "a.txt").Text);

    private static List<string> Codes(string text) => [.. Screener.ScreenText(text).Select(f => f.Code)];
}
