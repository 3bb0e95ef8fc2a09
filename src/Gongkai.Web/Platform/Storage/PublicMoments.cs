using Gongkai.Web.Platform.Time;
using Microsoft.Data.Sqlite;

namespace Gongkai.Web.Platform.Storage;

/// <summary>How long what the public reads stays as it is, if nobody changes it: until the next instant at which something appears or ends by itself.</summary>
/// <param name="Version">All public changes so far.</param>
/// <param name="Until">The instant from which it is another moment, though nothing was changed.</param>
public sealed record PublicMoment(long Version, DateTime Until);

/// <summary>Says, in a unit of work whose institution is chosen, when the next thing appears or ends by itself after an instant; null when nothing will.</summary>
public sealed record NextTurn(Func<IServiceProvider, DateTime, CancellationToken, Task<DateTime?>> AfterAsync);

/// <summary>Tells which moment it is for the public, exactly: an answer is read from the database after it was asked for, so what was withdrawn a moment ago
/// by whatever process is never taken for public. On SQLite that costs a look at the file's change mark; on PostgreSQL everybody who asks while a question is
/// on its way shares the next one.</summary>
public sealed class PublicMoments : IDisposable
{
    private readonly IServiceScopeFactory _scopes;
    private readonly CampusClock _clock;
    private readonly Work.InstitutionList _institutions;
    private readonly NextTurn _turns;
    private readonly SqliteConnection? _connection;
    private readonly SqliteCommand? _mark;
    private readonly Lock _gate = new();
    private long _seen = long.MinValue;
    private PublicMoment _moment = new(-1, DateTime.MinValue);
    private Task<PublicMoment>? _running;
    private Task<PublicMoment>? _following;

    /// <summary>Makes it for the database of the program.</summary>
    public PublicMoments(IServiceScopeFactory scopes, CampusClock clock, Work.InstitutionList institutions, NextTurn turns, HostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_scopes, _clock, _institutions, _turns) = (scopes, clock, institutions, turns);
        if (settings.Postgres is null)
        {
            _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(settings.Data, "gongkai.db"), DefaultTimeout = 30, Pooling = false }.ToString());
            _mark = _connection.CreateCommand();
            _mark.CommandText = "PRAGMA data_version";
        }
    }

    /// <summary>The moment it is now.</summary>
    public ValueTask<PublicMoment> NowAsync(CancellationToken cancel = default)
    {
        if (_mark is not null)
        {
            lock (_gate)
            {
                if (_connection!.State != System.Data.ConnectionState.Open)
                {
                    _connection.Open();
                }

                var mark = PublicCounter.DataVersion(_mark);
                if (mark == _seen && _clock.UtcNow < _moment.Until)
                {
                    return ValueTask.FromResult(_moment);
                }
            }

            return new ValueTask<PublicMoment>(Shared().WaitAsync(cancel));
        }

        return new ValueTask<PublicMoment>(Shared().WaitAsync(cancel));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mark?.Dispose();
        _connection?.Dispose();
    }

    // What is on its way may have been read before this question was asked, so it is the one after it that answers.
    private Task<PublicMoment> Shared()
    {
        lock (_gate)
        {
            if (_running is null or { IsCompleted: true })
            {
                return _running = Task.Run(ReadAsync);
            }

            if (_following is null or { IsCompleted: true })
            {
                var before = _running;
                _following = Task.Run(async () =>
                {
                    await before.ContinueWith(static _ => { }, TaskScheduler.Default);
                    lock (_gate)
                    {
                        _running = _following!;
                        _following = null;
                    }

                    return await ReadAsync();
                });
            }

            return _following;
        }
    }

    private async Task<PublicMoment> ReadAsync()
    {
        var mark = 0L;
        if (_mark is not null)
        {
            lock (_gate)
            {
                mark = PublicCounter.DataVersion(_mark);
            }
        }

        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var version = await db.AllChangesAsync();
        var (moment, now) = (_moment, _clock.UtcNow);
        if (version != moment.Version || now >= moment.Until)
        {
            moment = new PublicMoment(version, await UntilAsync(now));
        }

        lock (_gate)
        {
            (_seen, _moment) = (mark, moment);
        }

        return moment;
    }

    private async Task<DateTime> UntilAsync(DateTime now)
    {
        // What is due, late or next is said by the day.
        var until = _clock.StartOf(_clock.DayOf(now).AddDays(1));
        IReadOnlyList<Guid> ids;
        await using (var scope = _scopes.CreateAsyncScope())
        {
            ids = await _institutions.AllAsync(scope.ServiceProvider, CancellationToken.None);
        }

        foreach (var id in ids)
        {
            await using var scope = _scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(id);
            if (await _turns.AfterAsync(scope.ServiceProvider, now, CancellationToken.None) is { } next && next < until)
            {
                until = next;
            }
        }

        return until;
    }
}
