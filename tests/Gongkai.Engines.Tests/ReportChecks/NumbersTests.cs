using System.Globalization;
using CsCheck;
using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.ReportChecks.Figures;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>How numbers are read, rounded, mistyped and measured, each against a plainer way to say it.</summary>
public sealed class NumbersTests
{
    private static readonly string[] UnitNames = Units.Pattern.Split('|');

    [Fact]
    public void Every_number_up_to_ten_thousand_is_read_as_it_is_said()
    {
        for (var number = 0; number < 10_000; number++)
        {
            Assert.Equal(number, ChineseNumber.Parse(Said(number)));
            Assert.Equal(number, ChineseNumber.Parse(number is >= 10 and < 20 ? Said(number)[1..] : Said(number)));
            Assert.Equal(number, ChineseNumber.ParseAny(number.ToString(CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [InlineData("两百", 200)]
    [InlineData("一千零五", 1005)]
    [InlineData("〇", 0)]
    [InlineData("零", 0)]
    [InlineData("百", null)]
    [InlineData("千五", null)]
    [InlineData("十百", null)]
    [InlineData("一十百", null)]
    [InlineData("二二", null)]
    [InlineData("一百二百", null)]
    [InlineData("五点", null)]
    [InlineData("", null)]
    [InlineData("一千零零零零零零零零", null)]
    public void Odd_numbers_in_characters(string text, int? number) => Assert.Equal(number, ChineseNumber.Parse(text));

    [Theory]
    [InlineData("共12条", "12", "条", false, 1)]
    [InlineData("共12 条", "12", "条", false, 1)]
    [InlineData("共12余条", "12", "条", true, 1)]
    [InlineData("共12条以上", "12", "条", true, 1)]
    [InlineData("共12人次左右", "12", "人次", true, 1)]
    [InlineData("约1,234.5万元", "1234.5", "元", false, 10_000)]
    [InlineData("投入3亿元", "3", "元", false, 100_000_000)]
    [InlineData("投入3千万元", "3", "元", false, 10_000_000)]
    [InlineData("投入1.2百万元", "1.2", "元", false, 1_000_000)]
    [InlineData("投入2百余元", "2", "元", true, 100)]
    [InlineData("占百分之12.5。", "12.5", "", false, 1)]
    [InlineData("降低4个百分点", "4", "个百分点", false, 1)]
    [InlineData("历时7个工作日", "7", "个工作日", false, 1)]
    [InlineData("12分为三组", "12", "", false, 1)]
    [InlineData("12分。", "12", "分", false, 1)]
    [InlineData("12单位", "12", "", false, 1)]
    [InlineData("12单。", "12", "单", false, 1)]
    [InlineData("1首先", "1", "", false, 1)]
    [InlineData("3首歌", "3", "首", false, 1)]
    [InlineData("无数字", null, "", false, 1)]
    public void A_number_is_read_with_its_measure(string text, string? value, string unit, bool approximate, int scale)
    {
        var mention = NumberReader.Next(text, 0);

        Assert.Equal(value is null, mention is null);
        if (mention is { } read)
        {
            Assert.Equal(value, read.Digits.Of(text).Replace(",", "", StringComparison.Ordinal));
            Assert.Equal((unit, approximate, (decimal)scale), (read.Unit, read.Approximate, read.Scale));
            Assert.Equal(text.Contains("百分之", StringComparison.Ordinal) ? "百分之" : "", read.Share);
        }
    }

    // A blank before the measure word sends the same number the long way.
    [Fact]
    public void The_short_way_reads_as_the_long_one() => Gen.Select(Gen.Int[0, 99_999], Gen.Int[0, UnitNames.Length - 1], Gen.Int[0, 6]).Sample((number, unit, tail) =>
    {
        var behind = new[] { "", "以上", "左右", "上下", "有余", "之多", "，其中" }[tail];
        var (near, apart) = ($"共{number}{UnitNames[unit]}{behind}", $"共{number} {UnitNames[unit]}{behind}");

        var (plain, searched) = (NumberReader.Next(near, 0)!.Value, NumberReader.Next(apart, 0)!.Value);

        Assert.Equal((searched.Unit, searched.Approximate, searched.Scale, searched.Digits, searched.Start, searched.End - 1), (plain.Unit, plain.Approximate, plain.Scale, plain.Digits, plain.Start, plain.End));
    }, iter: 500);

    [Fact]
    public void The_next_number_is_the_first_behind_a_place()
    {
        const string Text = "收到12件，办结十件，结转2件。";

        Assert.Equal(2, NumberReader.Next(Text, 0)!.Value.Start);
        Assert.Equal(Text.IndexOf('十', StringComparison.Ordinal), NumberReader.Next(Text, 4)!.Value.Start);
        Assert.Equal(Text.IndexOf("2件。", StringComparison.Ordinal), NumberReader.Next(Text, 10)!.Value.Start);
        Assert.Null(NumberReader.Next(Text, Text.Length - 2));
    }

    // Said of the digits one by one, with leading zeros so that both have as many.
    [Fact]
    public void Slips_are_those_of_one_digit_or_of_two_that_changed_places() => Gen.Select(Gen.Int[10, 99_999], Gen.Int[0, 4], Gen.Int[0, 9]).Sample((number, at, digit) =>
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).ToCharArray();
        at %= digits.Length;
        var other = (char[])digits.Clone();
        other[at] = (char)('0' + digit);
        var swapped = (char[])digits.Clone();
        var next = (at + 1) % digits.Length;
        (swapped[at], swapped[next]) = (swapped[next], swapped[at]);

        if (other[0] != '0')
        {
            Assert.Equal(other[at] != digits[at], Slip.IsOneDigit(number, Value(other)));
            Assert.Equal(other[at] != digits[at], Slip.IsSlip(number, Value(other)));
        }

        if (swapped[0] != '0')
        {
            // Of five digits and more any two may change places.
            Assert.Equal((Math.Abs(next - at) == 1 || digits.Length > 4) && digits[at] != digits[next], Slip.IsSwap(number, Value(swapped)) && number != Value(swapped));
        }

        Assert.False(Slip.IsSlip(number, number));
        Assert.False(Slip.IsSwap(number, number * 10m));
        Assert.False(Slip.IsOneDigit(number, number * 10m));
    }, iter: 500);

    [Theory]
    [InlineData("5.12", "5.21", true, false)]
    [InlineData("5.1", "1.5", true, false)]
    [InlineData("5.1", "5.12", false, true)]
    [InlineData("15.34", "15.84", false, true)]
    [InlineData("0.5", "0.05", false, false)]
    [InlineData("834", "438", false, false)]
    [InlineData("834", "843", true, false)]
    [InlineData("1834", "1843", true, false)]
    [InlineData("8341", "8431", true, false)]
    [InlineData("8341", "8432", false, false)]
    [InlineData("12", "123", false, false)]
    public void Slips_of_decimals(string a, string b, bool isSwap, bool isOneDigit)
    {
        var (one, other) = (decimal.Parse(a, CultureInfo.InvariantCulture), decimal.Parse(b, CultureInfo.InvariantCulture));

        Assert.Equal((isSwap, isOneDigit, isSwap || isOneDigit), (Slip.IsSwap(one, other), Slip.IsOneDigit(one, other), Slip.IsSlip(one, other)));
        Assert.Equal((isSwap, isOneDigit, isSwap || isOneDigit), (Slip.IsSwap(other, one), Slip.IsOneDigit(other, one), Slip.IsSlip(other, one)));
    }

    [Theory]
    [InlineData("12", "12.99", true)]
    [InlineData("12", "13", false)]
    [InlineData("12", "11.01", true)]
    [InlineData("12", "11", false)]
    [InlineData("12.3", "12.399", true)]
    [InlineData("12.3", "12.4", false)]
    [InlineData("12.0", "12.1", false)]
    [InlineData("12.34", "12.349", true)]
    [InlineData("12.34", "12.35", false)]
    [InlineData("12.345", "12.354", true)]
    public void A_rate_may_be_rounded_or_cut_off(string stated, string real, bool fits) =>
        Assert.Equal(fits, Rounding.Fits(decimal.Parse(stated, CultureInfo.InvariantCulture), decimal.Parse(real, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(60, 62, true, true)]
    [InlineData(60, 62.01, true, false)]
    [InlineData(60, 58, true, true)]
    [InlineData(60, 57.9, true, false)]
    [InlineData(60, 61, false, false)]
    [InlineData(60, 60.9, false, true)]
    public void About_so_many_percent_may_be_two_off(int stated, double real, bool approximate, bool fits) =>
        Assert.Equal(fits, Rounding.Fits(new Figure("", stated, "%", approximate, null, new TextSpan(0, 1)), (decimal)real));

    [Fact]
    public void Measures_that_may_be_said_of_one_thing()
    {
        string[][] alike = [["人", "名", "位"], ["人", "人次"], ["件", "份", "宗", "起", "例"], ["条", "篇", "则"], ["次", "场", "期", "场次"], ["家", "所"], ["个", "条", "项", "处"]];
        string[][] added = [["条", "篇", "则", "份", "期", "件"], ["个", "家", "所"], ["人", "名", "位"]];
        string[] rates = ["%", "‰", "倍", "百分点", "个百分点"];
        string[] measures = ["工作日", "个工作日", "天", "小时", "个小时", "分钟", "分", "元", "岁", "个月"];
        string[] people = ["人", "名", "位"];

        foreach (var a in UnitNames)
        {
            foreach (var b in UnitNames)
            {
                Assert.Equal(a == b || alike.Any(k => k.Contains(a) && k.Contains(b)), Units.AreAlike(a, b));
                Assert.Equal(a == b || added.Any(k => k.Contains(a) && k.Contains(b)), Units.MayBeAdded(a, b));
                Assert.Equal(a == b || (people.Contains(a) && people.Contains(b)), Units.Same(a, b));
            }

            Assert.Equal(rates.Contains(a), Units.IsRate(a));
            Assert.Equal(measures.Contains(a), Units.IsMeasure(a));
            Assert.Equal(people.Contains(a) || a == "人次", Units.CountsPeople(a));
        }
    }

    // The longer one must come first wherever one measure word begins another.
    [Fact]
    public void No_measure_word_hides_a_longer_one() => Assert.All(UnitNames, longer =>
        Assert.DoesNotContain(UnitNames.TakeWhile(u => u != longer), shorter => shorter.Length < longer.Length && longer.StartsWith(shorter, StringComparison.Ordinal)));

    private static decimal Value(char[] digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);

    private static string Said(int number)
    {
        if (number < 10)
        {
            return "零一二三四五六七八九"[number].ToString();
        }

        var (weight, name) = number >= 1000 ? (1000, "千") : number >= 100 ? (100, "百") : (10, "十");
        var rest = number % weight;
        return Said(number / weight) + name + (rest == 0 ? "" : rest * 10 < weight ? $"零{Said(rest)}" : Said(rest));
    }
}
