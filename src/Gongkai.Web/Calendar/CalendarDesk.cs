using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Engines;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Calendar;

/// <summary>What the office and the system administrator do with working days and limits: load a year's holidays, take them back, choose the
/// school's own limits.</summary>
public sealed partial class CalendarDesk(GongkaiDb db, SchoolCalendar calendar, AuditTrail audit, CampusClock clock, IEnumerable<ScheduleWatcher> watchers, IServiceScopeFactory scopes)
{
    private const int LargestFile = 1024 * 1024;

    /// <summary>Schedules the school loaded, by year.</summary>
    public async Task<IReadOnlyList<HolidaySchedule>> OwnAsync(CancellationToken cancel = default) =>
        await db.Set<HolidaySchedule>().AsNoTracking().OrderBy(s => s.Year).ToListAsync(cancel);

    /// <summary>Choices of limits, the latest first.</summary>
    public async Task<IReadOnlyList<LimitChoice>> ChoicesAsync(CancellationToken cancel = default) =>
        await db.Set<LimitChoice>().AsNoTracking().OrderByDescending(c => c.At).ThenByDescending(c => c.Id).ToListAsync(cancel);

    /// <summary>Loads every year of a schedule file, like <c>{"2027":{"off":["2027-01-01"],"work":[]}}</c>; a year that was loaded before is replaced.</summary>
    /// <returns>The years loaded.</returns>
    /// <exception cref="ProblemException"><c>holidays.refused</c> with what is wrong; <c>holidays.too-large</c>.</exception>
    public async Task<IReadOnlyList<int>> LoadAsync(Actor by, Stream file, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        Permit.Require(MayKeep(by));
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancel);
        if (copy.Length > LargestFile)
        {
            throw new ProblemException("holidays.too-large");
        }

        return await KeepAsync(by, () => ScheduleFile.Parse(Encoding.UTF8.GetString(copy.ToArray()).TrimStart('\uFEFF')), cancel);
    }

    /// <summary>Loads one year as typed from the notice: days and stretches of days, like 2月5日至2月11日 or 2027-02-05~2027-02-11.</summary>
    /// <exception cref="ProblemException"><c>holidays.refused</c> with what is wrong; <c>holidays.not-a-day</c>.</exception>
    public Task<IReadOnlyList<int>> TypeAsync(Actor by, int year, string off, string work, CancellationToken cancel = default)
    {
        Permit.Require(MayKeep(by));
        return KeepAsync(by, () => Days(year, off) is { Count: > 0 } days ? [YearSchedule.Of(year, days, Days(year, work))] : throw new ProblemException("holidays.none-typed"), cancel);
    }

    /// <summary>Takes a year the school loaded out again; the shipped schedule counts, where there is one.</summary>
    public async Task ForgetAsync(Actor by, int year, CancellationToken cancel = default)
    {
        Permit.Require(MayKeep(by));
        var schedule = await db.Set<HolidaySchedule>().Where(s => s.Year == year).FirstOr404Async(cancel);
        db.Remove(schedule);
        audit.Note(by, "holidays.forgotten", schedule.Id, $"{year}");
        await db.SaveChangesAsync(cancel);
        await TellAsync(cancel);
    }

    /// <summary>Chooses the school's limits. They may be shorter than the Measures', never longer, and then name the document that says so.</summary>
    /// <exception cref="ProblemException"><c>limits.out-of-range</c>, <c>limits.source-missing</c>.</exception>
    public async Task ChooseAsync(Actor by, int publishDays, int updateDays, string source, CancellationToken cancel = default)
    {
        Permit.Require(MayKeep(by));
        var (mostPublish, mostUpdate) = (RulePacks.Publication.Find(LimitKind.Publish)!.Days, RulePacks.Publication.Find(LimitKind.Update)!.Days);
        if (publishDays < 1 || publishDays > mostPublish || updateDays < 1 || updateDays > mostUpdate)
        {
            throw new ProblemException("limits.out-of-range", mostPublish, mostUpdate);
        }

        source = source.Trim().Normalize();
        var isOwn = publishDays != mostPublish || updateDays != mostUpdate;
        if (isOwn && source.Length == 0)
        {
            throw new ProblemException("limits.source-missing");
        }

        var choice = new LimitChoice { Id = Guid.CreateVersion7(clock.UtcNow), PublishDays = publishDays, UpdateDays = updateDays, Source = isOwn ? source : "", At = clock.UtcNow, ByName = by.Name };
        db.Add(choice);
        audit.Note(by, "limits.chosen", choice.Id, $"{publishDays}/{updateDays} {choice.Source}");
        await db.SaveChangesAsync(cancel);
        calendar.Forget();
    }

    private static bool MayKeep(Actor by) => by.Holds(Role.SystemAdmin) || by.Holds(Role.DisclosureOffice) || by == Actor.Program;

    private async Task<IReadOnlyList<int>> KeepAsync(Actor by, Func<IReadOnlyList<YearSchedule>> read, CancellationToken cancel)
    {
        IReadOnlyList<YearSchedule> schedules;
        try
        {
            schedules = read();
        }
        catch (ScheduleException wrong)
        {
            throw new ProblemException("holidays.refused", WordBook.Fill(WordBook.Engines.Find(wrong.Code, PageWords.Language)!, new Dictionary<string, string> { ["detail"] = wrong.Detail }));
        }

        var known = await db.Set<HolidaySchedule>().ToDictionaryAsync(s => s.Year, cancel);
        foreach (var schedule in schedules)
        {
            if (!known.TryGetValue(schedule.Year, out var kept))
            {
                kept = new HolidaySchedule { Id = Guid.CreateVersion7(clock.UtcNow), Year = schedule.Year, Off = "", Work = "", ByName = "" };
                db.Add(kept);
            }

            (kept.Off, kept.Work, kept.At, kept.ByName) = (HolidaySchedule.Lines(schedule.Off), HolidaySchedule.Lines(schedule.Work), clock.UtcNow, by.Name);
            audit.Note(by, "holidays.loaded", kept.Id, $"{schedule.Year}");
        }

        await db.SaveChangesAsync(cancel);
        await TellAsync(cancel);
        return [.. schedules.Select(s => s.Year).Order()];
    }

    private async Task TellAsync(CancellationToken cancel)
    {
        calendar.Forget();
        foreach (var watcher in watchers)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(db.CurrentInstitution);
            await watcher.ChangedAsync(scope.ServiceProvider, cancel);
        }
    }

    private static List<DateOnly> Days(int year, string text)
    {
        var days = new List<DateOnly>();
        var left = Stretch().Replace(text.Normalize(NormalizationForm.FormKC), found =>
        {
            var (from, to) = (Day(year, found, 1), found.Groups[5].Success ? Day(year, found, 4) : Day(year, found, 1));
            for (var day = from; day <= to && days.Count < 400; day = day.AddDays(1))
            {
                days.Add(day);
            }

            return "";
        });
        return Separators().Replace(left, "") is { Length: > 0 } rest ? throw new ProblemException("holidays.not-a-day", rest) : days;
    }

    private static DateOnly Day(int year, Match found, int at)
    {
        var stated = found.Groups[at].Success ? int.Parse(found.Groups[at].Value, CultureInfo.InvariantCulture) : year;
        var (month, day) = (int.Parse(found.Groups[at + 1].Value, CultureInfo.InvariantCulture), int.Parse(found.Groups[at + 2].Value, CultureInfo.InvariantCulture));
        return stated is >= YearSchedule.EarliestYear and <= YearSchedule.LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(stated, month)
            ? new DateOnly(stated, month, day)
            : throw new ProblemException("holidays.not-a-day", found.Value);
    }

    [GeneratedRegex(@"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:\s*(?:至|到|~|—+|–)\s*(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?)?")]
    private static partial Regex Stretch();

    [GeneratedRegex(@"[\s,、;;。]+")]
    private static partial Regex Separators();
}
