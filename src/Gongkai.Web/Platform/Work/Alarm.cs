using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Platform.Work;

/// <summary>An alarm clock: rings every so often, once per institution; what is due is decided by whoever wakes up. Ringing twice changes nothing.</summary>
/// <param name="Every">How often it rings.</param>
/// <param name="RingAsync">What wakes up, in a unit of work whose institution is chosen.</param>
public sealed record Alarm(TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> RingAsync);

/// <summary>The institutions an alarm rings for.</summary>
public sealed record InstitutionList(Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<Guid>>> AllAsync);

/// <summary>Lets the alarms ring while the program runs.</summary>
internal sealed class Alarms(IServiceScopeFactory scopes, IEnumerable<Alarm> alarms, InstitutionList institutions, TimeProvider time, ILogger<Alarms> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(alarms.Select(alarm => KeepAsync(alarm, stoppingToken)));

    private async Task KeepAsync(Alarm alarm, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(alarm.Every, time);
        do
        {
            try
            {
                await RingAsync(alarm, stopping);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "An alarm failed; it rings again in {Every}", alarm.Every);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task RingAsync(Alarm alarm, CancellationToken stopping)
    {
        IReadOnlyList<Guid> ids;
        await using (var scope = scopes.CreateAsyncScope())
        {
            ids = await institutions.AllAsync(scope.ServiceProvider, stopping);
        }

        foreach (var id in ids)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(id);
            await alarm.RingAsync(scope.ServiceProvider, stopping);
        }
    }
}

/// <summary>Adds long work and alarm clocks.</summary>
internal static class WorkSetup
{
    public static IServiceCollection AddWork(this IServiceCollection services, bool runsAlarms)
    {
        services.AddScoped<WorkDesk>();
        services.AddSingleton(new Alarm(TimeSpan.FromSeconds(2), async (provider, cancel) =>
        {
            while (await provider.GetRequiredService<WorkDesk>().WorkOnceAsync(cancel))
            {
            }
        }));
        if (runsAlarms)
        {
            services.AddHostedService<Alarms>();
        }

        return services;
    }
}
