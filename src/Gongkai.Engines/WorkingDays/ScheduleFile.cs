using System.Globalization;
using System.Text.Json;

namespace Gongkai.Engines.WorkingDays;

/// <summary>Reads schedules from JSON: <c>{ "2026": { "off": ["2026-01-01", …], "work": ["2026-01-04", …] } }</c>.</summary>
public static class ScheduleFile
{
    /// <summary>Every year of the file, in its order.</summary>
    /// <exception cref="ScheduleException">The file is not of that shape or its days contradict each other.</exception>
    public static IReadOnlyList<YearSchedule> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            throw new ScheduleException(ScheduleFault.NotJson, broken.Message);
        }
    }

    private static List<YearSchedule> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new ScheduleException(ScheduleFault.NotJson, root.ValueKind.ToString());
        }

        var schedules = new List<YearSchedule>();
        foreach (var entry in root.EnumerateObject())
        {
            if (!int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                throw new ScheduleException(ScheduleFault.YearOutOfRange, entry.Name);
            }

            if (schedules.Exists(s => s.Year == year))
            {
                throw new ScheduleException(ScheduleFault.YearTwice, entry.Name);
            }

            if (entry.Value.ValueKind != JsonValueKind.Object || !entry.Value.TryGetProperty("off", out var off))
            {
                throw new ScheduleException(ScheduleFault.NoDays, entry.Name);
            }

            var work = entry.Value.TryGetProperty("work", out var declared) ? Days(declared, entry.Name) : [];
            schedules.Add(YearSchedule.Of(year, Days(off, entry.Name), work));
        }

        return schedules.Count > 0 ? schedules : throw new ScheduleException(ScheduleFault.NoDays, "{}");
    }

    private static List<DateOnly> Days(JsonElement list, string year)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new ScheduleException(ScheduleFault.NoDays, year);
        }

        var days = new List<DateOnly>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            var text = item.ValueKind == JsonValueKind.String ? item.GetString() : item.GetRawText();
            days.Add(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new ScheduleException(ScheduleFault.NotADate, text ?? ""));
        }

        return days;
    }
}
