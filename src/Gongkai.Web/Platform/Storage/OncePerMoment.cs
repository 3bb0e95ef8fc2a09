namespace Gongkai.Web.Platform.Storage;

/// <summary>Reads something for everybody, once for each public moment and institution: what the public reads does not change within it. Those who ask while it is
/// being read wait for the same answer.</summary>
/// <param name="moments">Tells the moment.</param>
/// <param name="scopes">Makes the unit of work that reads.</param>
/// <param name="readAsync">Reads it, in a unit of work whose institution is chosen. What it gives is shared: to be read, never to be changed.</param>
public sealed class OncePerMoment<T>(PublicMoments moments, IServiceScopeFactory scopes, Func<IServiceProvider, Task<T>> readAsync)
{
    private readonly Dictionary<Guid, (PublicMoment Moment, Task<T> Reading)> _kept = [];
    private readonly Lock _gate = new();

    /// <summary>What it is now.</summary>
    public async Task<T> NowAsync(Guid institution, CancellationToken cancel = default)
    {
        // The moment is asked for first: what is read after it is as new or newer.
        var moment = await moments.NowAsync(cancel);
        Task<T> reading;
        lock (_gate)
        {
            if (!_kept.TryGetValue(institution, out var kept) || kept.Moment != moment || kept.Reading is { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                _kept[institution] = kept = (moment, Task.Run(() => ReadAsync(institution), CancellationToken.None));
            }

            reading = kept.Reading;
        }

        return await reading.WaitAsync(cancel);
    }

    private async Task<T> ReadAsync(Guid institution)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(institution);
        return await readAsync(scope.ServiceProvider);
    }
}
