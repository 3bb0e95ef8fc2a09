using System.Globalization;

namespace Gongkai.Engines.WorkingDays;

/// <summary>The festivals for which the State Council declares days off (全国年节及纪念日放假办法).</summary>
public enum Festival
{
    /// <summary>元旦, 1 January.</summary>
    NewYear,

    /// <summary>春节, the first day of the first lunar month.</summary>
    SpringFestival,

    /// <summary>清明节, between 4 and 6 April.</summary>
    TombSweeping,

    /// <summary>劳动节, 1 May.</summary>
    LabourDay,

    /// <summary>端午节, the fifth day of the fifth lunar month.</summary>
    DragonBoat,

    /// <summary>抗战胜利纪念日, 3 September; a day off in 2015 only.</summary>
    VictoryDay,

    /// <summary>中秋节, the fifteenth day of the eighth lunar month.</summary>
    MidAutumn,

    /// <summary>国庆节, 1 October.</summary>
    NationalDay,
}

/// <summary>Finds which festival a day off belongs to. The schedules give days only; the names follow from the calendar.</summary>
internal static class Festivals
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The festivals that fall on this very day: two on 1 October 2020.</summary>
    public static IEnumerable<Festival> On(DateOnly day) => new[] { OnSolar(day), OnLunar(day) }.OfType<Festival>();

    private static Festival? OnSolar(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => Festival.NewYear,
        (4, >= 4 and <= 6) => Festival.TombSweeping,
        (5, 1) => Festival.LabourDay,
        (9, 3) => Festival.VictoryDay,
        (10, 1) => Festival.NationalDay,
        _ => null,
    };

    private static Festival? OnLunar(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        if (at < Lunar.MinSupportedDateTime || at > Lunar.MaxSupportedDateTime)
        {
            return null;
        }

        var leap = Lunar.GetLeapMonth(Lunar.GetYear(at));
        var month = Lunar.GetMonth(at);
        if (month == leap)
        {
            return null;
        }

        var ordinal = leap > 0 && month > leap ? month - 1 : month;
        return (ordinal, Lunar.GetDayOfMonth(at)) switch
        {
            (1, 1) => Festival.SpringFestival,
            (5, 5) => Festival.DragonBoat,
            (8, 15) => Festival.MidAutumn,
            _ => null,
        };
    }
}
