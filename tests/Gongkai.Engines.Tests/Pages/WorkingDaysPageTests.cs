using System.Globalization;
using System.Text;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.Tests.Pages;

public sealed class WorkingDaysPageTests
{
    [Fact]
    public void The_page_of_working_days_says_what_the_code_does() => EnginePage.MustBe("working-days.md", Page());

    private static string Page()
    {
        var page = new StringBuilder("""
            # Working days

            Knows working days with State Council holidays and make-up weekends, school years, and statutory clocks that say how they were
            computed. This page is made from the code by a test; to change it, change the code and run the engine tests with
            `GONGKAI_REGENERATE=1`.

            ```
            gongkai deadline 2026-09-24 15 [--rule RULE] [--format text|json] [--lang zh|en] [--schedule FILE.json]
            gongkai deadline --batch FILE.csv [--rule RULE]
            ```

            JSON: `{"from","days","rule","due","provisional","missingYears","explanation"}`. A batch has the columns `from,days` and gives
            `from,days,due,provisional`; a bad row keeps its place with an empty `due`, its reason goes to standard error with the line number.
            Exit codes: 0 all answered, 1 bad rows, 2 could not.

            ## How days are counted

            - The start day is not counted (Civil Code, Article 201).
            - A working day is Monday to Friday without declared holidays, or a declared make-up day. School vacations are working days.
            - A calendar-day limit whose last day is a rest day ends on the next working day (Civil Code, Article 203).
            - A year without a published schedule is reckoned by weekends alone; the answer is provisional and names the year. Load the schedule and ask again.
            - The day of an event belongs to what was before it: the day a third party was asked is counted, the day its answer came is not.
            - Zero days lead to the start day itself.


            """);
        page.Append(CultureInfo.InvariantCulture, $"Schedules shipped: {WorkingDayCalendar.Shipped.Years[0]} to {WorkingDayCalendar.Shipped.Years[^1]}.\n\n");
        page.Append("## Rules\n\nThe first limit of a rule is the one used when none is named.\n");
        foreach (var pack in RulePacks.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### `{pack.Id}` (version {pack.Version})\n\n{pack.Title("zh")} / {pack.Title("en")}. In force from {Day(pack.InForceFrom)} to {Day(pack.InForceTo)}.\n\n");
            page.Append("| limit | days | unit | source | how sure |\n|---|---|---|---|---|\n");
            foreach (var limit in pack.Limits)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {limit.Kind} | {limit.Days} | {limit.Unit} | {limit.Source} | {limit.Confidence} |\n");
            }
        }

        page.Append("\n## An explanation\n\nTen working days from 2026-09-24:\n\n```\n");
        foreach (var line in Explanation.Of(WorkingDayCalendar.Shipped, new DateOnly(2026, 9, 24), 10, DayUnit.Working))
        {
            page.Append(CultureInfo.InvariantCulture, $"{Explanation.Say(line, "zh")} / {Explanation.Say(line, "en")}\n");
        }

        page.Append("```\n\n## Words\n\n| key | zh | en |\n|---|---|---|\n");
        foreach (var key in WordBook.Engines.Keys.Where(k => k.StartsWith("calendar.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{key}` | {WordBook.Engines.Find(key, "zh")} | {WordBook.Engines.Find(key, "en")} |\n");
        }

        return page.ToString();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "(open)";
}
