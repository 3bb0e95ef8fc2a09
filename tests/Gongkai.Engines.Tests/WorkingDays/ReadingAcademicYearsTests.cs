using CsCheck;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.Tests.WorkingDays;

public sealed class ReadingAcademicYearsTests
{
    [Theory]
    [InlineData("2020-2021学年")]
    [InlineData("2020—2021学年度")]
    [InlineData("2020——2021学年")]
    [InlineData("2020～2021")]
    [InlineData("2020~2021 学年度")]
    [InlineData("２０２０－２０２１学年")]
    [InlineData("2020–2021")]
    [InlineData("2020 - 2021 学年")]
    [InlineData("2020/2021")]
    [InlineData("2020至2021学年")]
    [InlineData("2020年-2021年学年")]
    [InlineData("2020年至2021年")]
    [InlineData("2020-21学年")]
    [InlineData("二〇二〇—二〇二一学年")]
    [InlineData("二〇二〇至二〇二一学年")]
    [InlineData("2020一2021学年")]
    [InlineData("2020学年")]
    [InlineData("2020学年度")]
    [InlineData("2020-2021学年第一学期")]
    [InlineData("2020-2021学年第1、2学期")]
    [InlineData(" 2020-2021学年")]
    [InlineData("2020 年 - 2021 年")]
    [InlineData("2020年-2021年度")]
    [InlineData("2020年-2021年学年度")]
    public void A_school_year_is_read_however_it_is_printed(string text)
    {
        Assert.True(AcademicYear.TryParse(text, out var year), text);
        Assert.Equal(new AcademicYear(2020), year);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2020")]
    [InlineData("2020年")]
    [InlineData("2020-2022学年")]
    [InlineData("2021-2020")]
    [InlineData("2020-2020学年")]
    [InlineData("20-21")]
    [InlineData("02020-2021")]
    [InlineData("2020-20211")]
    [InlineData("2020-2021级")]
    [InlineData("0001-0002")]
    [InlineData("1899-1900")]
    [InlineData("2200-2201")]
    [InlineData("2020 2021")]
    [InlineData("2020年 2021年")]
    [InlineData("2020年学年")]
    [InlineData("2020-2021学年工作")]
    [InlineData("2020-2021第一学期")]
    [InlineData("二〇二〇一二〇二一")]
    public void What_is_no_school_year_is_refused(string text)
    {
        Assert.False(AcademicYear.TryParse(text, out _), text);
        Assert.Throws<FormatException>(() => AcademicYear.Parse(text));
    }

    [Theory]
    [InlineData("1999-00学年", 1999)]
    [InlineData("２０１９－２０２０学年", 2019)]
    [InlineData("二○○九—二〇一零学年", 2009)]
    [InlineData("1900-1901", 1900)]
    [InlineData("2199-2200", 2199)]
    public void Turns_of_decade_and_century_are_read_too(string text, int first)
    {
        Assert.Equal(new AcademicYear(first), AcademicYear.Parse(text));
    }

    [Fact]
    public void School_years_are_compared_by_when_they_begin()
    {
        var (earlier, later) = (new AcademicYear(2020), new AcademicYear(2021));

        Assert.True(earlier < later && earlier <= later && later > earlier && later >= earlier);
        Assert.False(later < earlier || later <= earlier || earlier > later || earlier >= later);
        Assert.True(earlier <= earlier.Next.Previous && earlier >= earlier.Next.Previous);
        Assert.False(earlier < earlier.Next.Previous || earlier > earlier.Next.Previous);
    }

    [Fact]
    public void It_runs_from_the_first_of_September_to_the_end_of_August()
    {
        var year = AcademicYear.Of(new DateOnly(2021, 8, 31));

        Assert.Equal(new AcademicYear(2020), year);
        Assert.Equal(new DateOnly(2020, 9, 1), year.From);
        Assert.Equal(new DateOnly(2021, 8, 31), year.To);
        Assert.Equal(new DateOnly(2021, 10, 31), year.ReportDueOn);
        Assert.True(year.Contains(year.From) && year.Contains(year.To));
        Assert.Equal(new AcademicYear(2019), year.Previous);
        Assert.Equal(year.Next, AcademicYear.Of(new DateOnly(2021, 9, 1)));
    }

    [Fact]
    public void Every_day_lies_in_its_own_school_year_only() =>
        Gen.Int[new DateOnly(1901, 1, 1).DayNumber, new DateOnly(2199, 1, 1).DayNumber].Select(DateOnly.FromDayNumber).Sample(day =>
            AcademicYear.Of(day).Contains(day) && !AcademicYear.Of(day).Previous.Contains(day) && !AcademicYear.Of(day).Next.Contains(day));

    [Fact]
    public void What_is_printed_is_read_again() =>
        Gen.Int[1900, 2199].Sample(first =>
            AcademicYear.Parse(new AcademicYear(first).Print("zh")) == new AcademicYear(first)
            && AcademicYear.Parse(new AcademicYear(first).ToString()) == new AcademicYear(first));

    [Fact]
    public void It_prints_in_both_languages()
    {
        Assert.Equal("2020—2021学年", new AcademicYear(2020).Print("zh"));
        Assert.Equal("academic year 2020–2021", new AcademicYear(2020).Print("en"));
    }
}
