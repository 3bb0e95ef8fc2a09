using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Calendar;

/// <summary>Working days and limits of the institution of this unit of work. Everything that computes a due date asks here, when it is read:
/// a date that was provisional becomes final by itself once the year's schedule is loaded.</summary>
public sealed class SchoolCalendar(GongkaiDb db)
{
    private WorkingDayCalendar? _calendar;
    private RulePack? _publication;

    /// <summary>The shipped calendar with the school's own schedules in place of the shipped ones of the same year.</summary>
    public async Task<WorkingDayCalendar> OfAsync(CancellationToken cancel = default)
    {
        if (_calendar is null)
        {
            var own = await db.Set<HolidaySchedule>().AsNoTracking().ToListAsync(cancel);
            _calendar = own.Count == 0 ? WorkingDayCalendar.Shipped : WorkingDayCalendar.Shipped.With(own.Select(s => s.ToSchedule()));
        }

        return _calendar;
    }

    /// <summary>The rule of proactive publication with the limits the school chose.</summary>
    public async Task<RulePack> PublicationAsync(CancellationToken cancel = default) => _publication ??= Rule(await ChoiceAsync(cancel));

    /// <summary>The latest choice of limits; null when none was made.</summary>
    public Task<LimitChoice?> ChoiceAsync(CancellationToken cancel = default) => db.Set<LimitChoice>().AsNoTracking().OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Forgets what was read, after a change in the same unit of work.</summary>
    internal void Forget() => (_calendar, _publication) = (null, null);

    private static RulePack Rule(LimitChoice? choice)
    {
        var rule = RulePacks.Publication;
        if (choice is null)
        {
            return rule;
        }

        rule = Own(rule, LimitKind.Publish, choice.PublishDays, choice.Source);
        return Own(rule, LimitKind.Update, choice.UpdateDays, choice.Source);
    }

    private static RulePack Own(RulePack rule, LimitKind kind, int days, string source) => rule.Find(kind)?.Days == days ? rule : rule.With(kind, days, source);
}
