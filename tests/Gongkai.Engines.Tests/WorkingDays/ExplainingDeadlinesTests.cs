using CsCheck;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.Tests.WorkingDays;

public sealed class ExplainingDeadlinesTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Shipped;

    [Fact]
    public void Every_stretch_of_days_is_accounted_for()
    {
        var said = Explanation.Of(Calendar, new DateOnly(2026, 9, 24), 10, DayUnit.Working).Select(line => Explanation.Say(line, "zh"));

        Assert.Equal(
            """
            2026年9月24日 起算日，当日不计入
            9月25日—9月27日 中秋节，不计入
            9月28日—9月30日 工作日 3 天，累计 3 天
            10月1日—10月7日 国庆节，不计入
            10月8日—10月9日 工作日 2 天，累计 5 天
            10月10日 调休上班，计入 1 天，累计 6 天
            10月11日 周末，不计入
            10月12日—10月15日 工作日 4 天，累计 10 天
            2026年10月15日 期限届满日（第 10 天）
            """.ReplaceLineEndings("\n"),
            string.Join('\n', said));
    }

    [Fact]
    public void English_lines_keep_the_name_the_notice_uses()
    {
        var said = Explanation.Of(Calendar, new DateOnly(2026, 9, 24), 1, DayUnit.Working).Select(line => Explanation.Say(line, "en"));

        Assert.Contains("25 Sept - 27 Sept Mid-Autumn Festival (中秋节), not counted", said);
    }

    [Fact]
    public void A_stretch_over_new_year_says_both_years()
    {
        var said = Explanation.Of(Calendar, new DateOnly(2022, 12, 29), 2, DayUnit.Working).Select(line => Explanation.Say(line, "en")).ToList();

        Assert.Contains("31 Dec 2022 - 2 Jan 2023 New Year (元旦), not counted", said);
    }

    [Fact]
    public void Calendar_days_are_one_stretch_and_a_last_rest_day_moves()
    {
        var said = Explanation.Of(Calendar, new DateOnly(2026, 9, 12), 20, DayUnit.Calendar).Select(line => Explanation.Say(line, "zh"));

        Assert.Equal(
            """
            2026年9月12日 起算日，当日不计入
            9月13日—10月2日 自然日 20 天，累计 20 天（休息日一并计入）
            2026年10月2日—2026年10月7日 期限最后一日是休息日，顺延至其后第一个工作日
            2026年10月8日 期限届满日（第 20 天）
            """.ReplaceLineEndings("\n"),
            string.Join('\n', said));
    }

    [Fact]
    public void Calendar_days_that_end_on_a_working_day_do_not_move()
    {
        var lines = Explanation.Of(Calendar, new DateOnly(2026, 9, 10), 20, DayUnit.Calendar);

        Assert.Equal([DayLineKind.Start, DayLineKind.CalendarDays, DayLineKind.Due], lines.Select(line => line.Kind));
    }

    [Theory]
    [InlineData("zh", "中秋节、国庆节，不计入")]
    [InlineData("en", "Mid-Autumn Festival (中秋节) and National Day (国庆节), not counted")]
    public void Two_festivals_that_were_joined_are_both_said(string language, string words)
    {
        var said = Explanation.Of(Calendar, new DateOnly(2023, 9, 28), 1, DayUnit.Working).Select(line => Explanation.Say(line, language));

        Assert.Contains(said, line => line.EndsWith(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_off_for_no_festival_is_called_declared()
    {
        var schedule = YearSchedule.Of(2027, [new DateOnly(2027, 3, 10)], []);

        var said = Explanation.Of(new WorkingDayCalendar([schedule]), new DateOnly(2027, 3, 9), 1, DayUnit.Working).Select(line => Explanation.Say(line, "zh"));

        Assert.Contains("3月10日 放假，不计入", said);
    }

    [Theory]
    [InlineData(Festival.NewYear, "元旦")]
    [InlineData(Festival.SpringFestival, "春节")]
    [InlineData(Festival.TombSweeping, "清明节")]
    [InlineData(Festival.LabourDay, "劳动节")]
    [InlineData(Festival.DragonBoat, "端午节")]
    [InlineData(Festival.VictoryDay, "抗战胜利纪念日")]
    [InlineData(Festival.MidAutumn, "中秋节")]
    [InlineData(Festival.NationalDay, "国庆节")]
    public void Each_festival_has_its_name(Festival festival, string name)
    {
        Assert.Equal(name, Explanation.Name(festival, "zh"));
    }

    [Fact]
    public void Every_kind_of_line_has_words_of_its_own()
    {
        var said = Enum.GetValues<DayLineKind>().Select(kind => WordBook.Engines.Find(new DayLine(default, default, kind, 0, 0, []).Key, "zh")).ToList();

        Assert.DoesNotContain(null, said);
        Assert.Equal(said.Count, said.Distinct().Count());
    }

    [Fact]
    public void A_missing_schedule_is_the_last_line()
    {
        var last = Explanation.Of(Calendar, new DateOnly(2026, 12, 21), 15, DayUnit.Working)[^1];

        Assert.Equal(DayLineKind.MissingYear, last.Kind);
        Assert.StartsWith("2027 年节假日安排尚未载入", Explanation.Say(last, "zh"));
    }

    [Fact]
    public void The_stretches_join_without_gap_and_add_up_to_the_days_asked() =>
        Gen.Select(Gen.Int[735000, 739000].Select(DateOnly.FromDayNumber), Gen.Int[1, 60]).Sample((start, days) =>
        {
            var lines = Explanation.Of(Calendar, start, days, DayUnit.Working).Where(l => l.Kind is not (DayLineKind.Due or DayLineKind.MissingYear)).ToList();
            var joined = lines.Zip(lines.Skip(1)).All(pair => pair.Second.From == pair.First.To.AddDays(1));
            return joined && lines.Sum(line => line.Days) == days && lines[^1].Total == days;
        });
}
