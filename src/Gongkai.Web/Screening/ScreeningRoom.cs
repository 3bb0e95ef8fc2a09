namespace Gongkai.Web.Screening;

/// <summary>Screening before publication.</summary>
public static class ScreeningRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddScreening(this IServiceCollection services) => services.AddScoped<ScreeningDesk>().AddScoped<ScreeningRulesDesk>();
}
