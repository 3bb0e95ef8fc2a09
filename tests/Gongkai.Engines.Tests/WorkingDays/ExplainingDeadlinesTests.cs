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
    public void A_missing_schedule_is_the_last_line()
    {
        var last = Explanation.Of(Calendar, new DateOnly(2026, 12, 21), 15, DayUnit.Working)[^1];

        Assert.Equal(DayLineKind.MissingYear, last.Kind);
        Assert.Contains("2027", Explanation.Say(last, "zh"));
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
