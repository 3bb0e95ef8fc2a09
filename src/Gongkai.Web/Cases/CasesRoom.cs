using Gongkai.Web.Platform.Work;

namespace Gongkai.Web.Cases;

/// <summary>What every kind of case shares.</summary>
public static class CasesRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddScoped<CaseNumbers>()
        .AddSingleton<CaseSeal>()
        .AddScoped<SealedFiles>()
        .AddScoped<WaitingFiles>()
        .AddSingleton(new Alarm(TimeSpan.FromHours(12), (provider, cancel) => provider.GetRequiredService<WaitingFiles>().ClearAsync(cancel)))
        .AddSingleton<BotGuard>()
        .AddSingleton<RateGate>();
}
