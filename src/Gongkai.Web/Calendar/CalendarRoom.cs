namespace Gongkai.Web.Calendar;

/// <summary>Working days and limits as a school counts them.</summary>
public static class CalendarRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services.AddScoped<SchoolCalendar>().AddScoped<CalendarDesk>();
}
