using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;

namespace Gongkai.Web.Ledger;

/// <summary>How an obligation stands in an academic year.</summary>
public enum Coverage
{
    /// <summary>覆盖: what is due is public and fresh.</summary>
    Covered,

    /// <summary>待更新: something is public, but older than its cadence allows.</summary>
    Stale,

    /// <summary>逾期: its day has passed and nothing is public.</summary>
    Overdue,

    /// <summary>待公开: its day lies ahead.</summary>
    DueNext,

    /// <summary>本年度无: falls due per event, and none was published this year.</summary>
    NoneThisYear,

    /// <summary>The year lies ahead, or before the catalogue.</summary>
    NotCounted,
}

/// <summary>One item of the ledger in a year: covered or not, by whom, by when, under which rule.</summary>
/// <param name="Item">The obligation.</param>
/// <param name="Coverage">How it stands.</param>
/// <param name="Count">How many public records fulfil it.</param>
/// <param name="CountInYear">How many of them were published in the year.</param>
/// <param name="LastOn">When one was last published or renewed.</param>
/// <param name="DueOn">The day that counts: the last day, or the next one.</param>
/// <param name="RuleCode">The key of the words that say why.</param>
/// <param name="IsProvisional">The holidays of the year are not announced yet, so the day may move.</param>
public sealed record ItemState(Item Item, Coverage Coverage, int Count, int CountInYear, DateOnly? LastOn, DateOnly? DueOn, string RuleCode, bool IsProvisional)
{
    /// <summary>What the words of <see cref="RuleCode"/> need: days to publish, days to renew, days until a standing item asks to be looked at.</summary>
    public object[] RuleArguments { get; init; } = [];

    /// <summary>The college whose own item it is; none for the school's.</summary>
    public Unit? College { get; init; }

    /// <summary>The item's public address, from the root of the site.</summary>
    public string Link => College is null ? $"/catalogue/{Item.Number}" : $"/units/{College.Code}/items/{Item.Number}";
}

/// <summary>What fulfils an item, as known on the last day of a year that counts.</summary>
/// <param name="Count">How many public records do.</param>
/// <param name="InYear">How many of them were first published in the year.</param>
/// <param name="LastOn">When one was last published or renewed; null when there is none.</param>
public sealed record Fulfilment(int Count, int InYear, DateOnly? LastOn)
{
    /// <summary>By nothing.</summary>
    public static Fulfilment None { get; } = new(0, 0, null);
}

/// <summary>Judges an obligation: pure, all that it needs is given.</summary>
public static class Judgement
{
    /// <summary>Days without renewal after which a standing item asks to be looked at.</summary>
    public const int FreshDays = 400;

    /// <summary>How an item stands in a year, as of a day.</summary>
    /// <param name="item">The obligation.</param>
    /// <param name="effectiveOn">From when the catalogue counts.</param>
    /// <param name="fulfilment">What fulfils it, as known on <see cref="LastDay"/>.</param>
    /// <param name="year">The academic year asked for.</param>
    /// <param name="asOf">Today, on campus.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="publication">Within how many days the school publishes; the Measures' own limits by default.</param>
    public static ItemState Of(Item item, DateOnly effectiveOn, Fulfilment fulfilment, AcademicYear year, DateOnly asOf, WorkingDayCalendar calendar, RulePack? publication = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(fulfilment);
        ArgumentNullException.ThrowIfNull(calendar);
        var limits = publication ?? RulePacks.Publication;
        var until = LastDay(year, asOf);
        var (count, inYear, last) = fulfilment;
        ItemState State(Coverage coverage, DateOnly? due, string rule, bool isProvisional = false) =>
            new(item, coverage, count, inYear, last, due, rule, isProvisional) { RuleArguments = [limits.Main.Days, limits.Find(LimitKind.Update)?.Days ?? limits.Main.Days, FreshDays] };

        if (asOf < year.From)
        {
            return State(Coverage.NotCounted, null, "ledger.rule-ahead");
        }

        switch (item.Cadence)
        {
            case Cadence.Yearly:
                var due = DueOn(item, year);
                var coverage = inYear > 0 ? Coverage.Covered
                    : asOf <= due ? Coverage.DueNext
                    : Coverage.Overdue;
                return State(coverage, due, "ledger.rule-yearly");

            case Cadence.PerEvent:
                return State(inYear > 0 ? Coverage.Covered : Coverage.NoneThisYear, null, "ledger.rule-per-event");

            default:
                if (last is { } renewed)
                {
                    return State(until.DayNumber - renewed.DayNumber > FreshDays ? Coverage.Stale : Coverage.Covered, null, "ledger.rule-standing");
                }

                var first = calendar.After(effectiveOn, limits.Main.Days);
                return State(asOf > first.Date ? Coverage.Overdue : Coverage.DueNext, first.Date, "ledger.rule-first", first.Provisional);
        }
    }

    /// <summary>The last day that counts in a year, as of a day.</summary>
    public static DateOnly LastDay(AcademicYear year, DateOnly asOf) => asOf < year.To ? asOf : year.To;

    /// <summary>The last day of a yearly item within an academic year.</summary>
    public static DateOnly DueOn(Item item, AcademicYear year)
    {
        ArgumentNullException.ThrowIfNull(item);
        var month = item.DueMonth is >= 1 and <= 12 ? item.DueMonth : 8;
        var calendarYear = month >= 9 ? year.FirstYear : year.FirstYear + 1;
        return new DateOnly(calendarYear, month, Math.Clamp(item.DueDay, 1, DateTime.DaysInMonth(calendarYear, month)));
    }
}
