using System.Collections.Concurrent;
using Gongkai.Web.Platform.Time;
using Microsoft.Data.Sqlite;
using SQLitePCL;

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
    private readonly ConcurrentBag<Look> _looks = [];
    private readonly string? _file;
    private readonly Lock _gate = new();
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
            _file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(settings.Data, "gongkai.db"), DefaultTimeout = 30, Pooling = false }.ToString();
        }
    }

    /// <summary>The moment it is now.</summary>
    public ValueTask<PublicMoment> NowAsync(CancellationToken cancel = default)
    {
        if (_file is null)
        {
            return new ValueTask<PublicMoment>(Shared().WaitAsync(cancel));
        }

        var look = _looks.TryTake(out var free) ? free : new Look(_file);
        var (mark, seen) = (look.Mark(), look.Seen);
        _looks.Add(look);
        return seen?.Mark == mark && _clock.UtcNow < seen.Moment.Until ? ValueTask.FromResult(seen.Moment) : new ValueTask<PublicMoment>(LookAsync(look, mark, cancel));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_looks.TryTake(out var look))
        {
            look.Dispose();
        }
    }

    // The mark was read before the moment: if something is changed in between, the next look finds another mark.
    private async Task<PublicMoment> LookAsync(Look look, long mark, CancellationToken cancel)
    {
        var moment = await Shared().WaitAsync(cancel);
        look.Seen = new Sight(mark, moment);
        return moment;
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
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var version = await db.AllChangesAsync();
        var (moment, now) = (_moment, _clock.UtcNow);
        if (version != moment.Version || now >= moment.Until)
        {
            moment = new PublicMoment(version, await UntilAsync(now));
        }

        return _moment = moment;
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

    private sealed record Sight(long Mark, PublicMoment Moment);

    // As many as look at the same time: readers that came to one connection in turns would wait for each other at every page.
    private sealed class Look : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly sqlite3_stmt _mark;

        public Look(string file)
        {
            _connection = new SqliteConnection(file);
            _connection.Open();

            // As every other connection waits for whoever holds the file.
            raw.sqlite3_busy_timeout(_connection.Handle, 30_000);
            Check(raw.sqlite3_prepare_v2(_connection.Handle, "PRAGMA data_version", out _mark), raw.SQLITE_OK);
        }

        /// <summary>What was seen last: the file's change mark, and the moment read after it.</summary>
        public Sight? Seen { get; set; }

        // Asked at every page, so without the reader that a query is worth: a number that is another after every write to the file by whoever.
        public long Mark()
        {
            var answer = raw.sqlite3_step(_mark);
            var mark = raw.sqlite3_column_int64(_mark, 0);
            raw.sqlite3_reset(_mark);
            Check(answer, raw.SQLITE_ROW);
            return mark;
        }

        public void Dispose()
        {
            _mark.Dispose();
            _connection.Dispose();
        }

        private void Check(int answer, int expected)
        {
            if (answer != expected)
            {
                throw new SqliteException(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), answer);
            }
        }
    }
}
