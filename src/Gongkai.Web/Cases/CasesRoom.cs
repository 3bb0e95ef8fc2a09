namespace Gongkai.Web.Cases;

/// <summary>What every kind of case shares.</summary>
public static class CasesRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddScoped<CaseNumbers>()
        .AddSingleton<CaseSeal>()
        .AddScoped<SealedFiles>()
        .AddSingleton<BotGuard>()
        .AddSingleton<RateGate>();
}
