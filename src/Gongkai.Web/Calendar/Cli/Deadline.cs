using System.Globalization;
using System.Text.Json.Serialization;
using Gongkai.Engines;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Web.Calendar.Cli;

/// <summary>One answer of <c>gongkai deadline</c>, in the shape it is printed as JSON.</summary>
internal sealed record Deadline(
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("days")] int Days,
    [property: JsonPropertyName("rule")] string? Rule,
    [property: JsonPropertyName("due")] string Due,
    [property: JsonPropertyName("provisional")] bool Provisional,
    [property: JsonPropertyName("missingYears")] IReadOnlyList<int> MissingYears,
    [property: JsonPropertyName("explanation")] IReadOnlyList<string> Explanation)
{
    public static Deadline Of(WorkingDayCalendar calendar, DateOnly from, int days, RulePack? rule, string language)
    {
        var unit = rule?.Main.Unit ?? DayUnit.Working;
        var due = calendar.After(from, days, unit);
        var lines = Engines.WorkingDays.Explanation.Of(calendar, from, days, unit)
            .Select(line => Engines.WorkingDays.Explanation.Say(line, language));
        return new Deadline(
            Iso(from), days, rule?.Id, Iso(due.Date), due.Provisional, due.MissingYears, [.. Notes(from, days, rule, language), .. lines]);
    }

    private static IEnumerable<string> Notes(DateOnly from, int days, RulePack? rule, string language)
    {
        if (rule is null)
        {
            yield break;
        }

        var details = new Dictionary<string, string>
        {
            ["rule"] = rule.Title(language),
            ["source"] = rule.Main.Source,
            ["date"] = Iso(from),
            ["days"] = days.ToString(CultureInfo.InvariantCulture),
            ["rule-days"] = rule.Main.Days.ToString(CultureInfo.InvariantCulture),
        };
        if (days == rule.Main.Days)
        {
            yield return Say("calendar.rule.source", language, details);
        }
        else
        {
            yield return Say("calendar.rule.other-days", language, details);
        }

        if (!rule.IsInForceOn(from))
        {
            yield return Say("calendar.rule.not-in-force", language, details);
        }
    }

    private static string Say(string key, string language, Dictionary<string, string> details) =>
        WordBook.Fill(WordBook.Engines.Find(key, language)!, details);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
