using System.Diagnostics;
using Gongkai.Web.Platform.Storage;
using Lucene.Net.Store;

namespace Gongkai.Web.Search;

/// <summary>Keeps one institution's index in step with the database, and makes it anew when it is missing, damaged, of an older form, or when that was asked for.
/// What is public no longer leaves at once; what is new is read in beside.</summary>
internal sealed class IndexKeeper : IDisposable
{
    private const int Many = 200;
    private const int Batch = 200;

    // So many leave behind what the collector would not look for until memory is short.
    private const int VeryMany = 5_000;
    private static readonly TimeSpan CommitEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(10);

    private readonly Guid _institution;
    private readonly string _folder;
    private readonly IServiceScopeFactory _scopes;
    private readonly PublicMoments _moments;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private SearchIndex? _index;
    private IndexMark _mark = IndexFeed.Nothing;
    private Task _feeding = Task.CompletedTask;
    private PublicMoment? _seen;
    private long _committed = Stopwatch.GetTimestamp();
    private bool _isDirty;

    public IndexKeeper(Guid institution, string folder, IServiceScopeFactory scopes, PublicMoments moments, ILogger log) =>
        (_institution, _folder, _scopes, _moments, _log) = (institution, folder, scopes, moments, log);

    /// <summary>How many of how many records are read in, while many are; null otherwise.</summary>
    public (int Done, int Of)? Progress { get; private set; }

    /// <summary>Whether nothing is being read in.</summary>
    public bool IsIdle => _feeding.IsCompleted;

    /// <summary>Brings the index up to date: what may not be found any more has left when this returns; for what is new it waits so long at most.</summary>
    public async Task BringAsync(TimeSpan patience, CancellationToken cancel = default)
    {
        var moment = await _moments.NowAsync(cancel);
        if (moment == _seen && !IsCommitDue && _index is { } open && IsThere(open))
        {
            return;
        }

        await _gate.WaitAsync(cancel);
        Task feeding;
        var isJoining = false;
        try
        {
            await MendAsync(async () =>
            {
                var index = Open();
                await using var scope = Scope();
                var feed = scope.ServiceProvider.GetRequiredService<IndexFeed>();
                var standing = await feed.StandingAsync(cancel);
                if (standing.Generation > _mark.Generation)
                {
                    index.Clear();
                    (_mark, _isDirty) = (IndexFeed.Nothing with { Generation = standing.Generation }, true);
                }

                var hasMoved = await feed.HasMovedAsync(_mark, standing, cancel);
                if (hasMoved && await feed.GoneAsync(_mark, standing, cancel) is { Count: > 0 } gone)
                {
                    gone.ForEach(index.Remove);
                    index.Refresh();
                    _isDirty = true;
                }

                _seen = hasMoved ? null : moment;
                isJoining = !_feeding.IsCompleted;
                if (!isJoining && hasMoved)
                {
                    _feeding = Task.Run(() => FeedAsync(standing), CancellationToken.None);
                }
            });
            feeding = _feeding;
            CommitIfDue();
        }
        finally
        {
            _gate.Release();
        }

        await Task.WhenAny(feeding, Task.Delay(patience, cancel));

        // What was on its way began before what was asked for now.
        if (isJoining && feeding.IsCompleted && patience > TimeSpan.Zero)
        {
            await BringAsync(patience / 2, cancel);
        }
    }

    /// <summary>Asks the index; a damaged one is made anew and asked again.</summary>
    public async Task<T> AskAsync<T>(Func<SearchIndex, T> ask, TimeSpan patience, CancellationToken cancel = default)
    {
        await BringAsync(patience, cancel);
        try
        {
            return ask(_index!);
        }
        catch (Exception error) when (IsDamage(error))
        {
            Discard(error);
            await BringAsync(patience, cancel);
            return ask(_index!);
        }
    }

    public void Dispose()
    {
        try
        {
            _feeding.Wait(TimeSpan.FromSeconds(10));
        }
        catch (AggregateException)
        {
            // It was said when it happened.
        }

        if (_isDirty && _index is not null)
        {
            try
            {
                _index.Commit(_mark);
            }
            catch (Exception error) when (IsDamage(error))
            {
                // The next start finds it and makes it anew.
            }
        }

        _index?.Dispose();
        _gate.Dispose();
    }

    private static bool IsDamage(Exception error) => error is IOException or ObjectDisposedException or ArgumentException or FormatException or IndexOutOfRangeException or KeyNotFoundException;

    // Somebody may have deleted it under the running program.
    private static bool IsThere(SearchIndex index) => System.IO.Directory.EnumerateFiles(index.Folder, "segments*").Any();

    private SearchIndex Open()
    {
        if (_index is not null && !IsThere(_index))
        {
            Discard(new DirectoryNotFoundException("The index is gone."));
        }

        if (_index is null)
        {
            _index = OpenFree();
            _mark = _index.Mark ?? IndexFeed.Nothing;
            if (_index.Mark is null)
            {
                _index.Clear();
                _index.Commit(_mark);
            }
        }

        return _index;
    }

    // One index for each node: where a data folder is shared, whoever comes second takes the next.
    private SearchIndex OpenFree()
    {
        for (var number = 1; ; number++)
        {
            var folder = number == 1 ? _folder : $"{_folder}.{number}";
            try
            {
                return new SearchIndex(folder);
            }
            catch (LockObtainFailedException) when (number < 10)
            {
                continue;
            }
            catch (Exception error) when (error is not LockObtainFailedException && IsDamage(error))
            {
                _log.LogWarning("The search index in {Folder} cannot be read ({Reason}); it is made anew", folder, error.Message);
                System.IO.Directory.Delete(folder, recursive: true);
                return new SearchIndex(folder);
            }
        }
    }

    private void Discard(Exception error)
    {
        _log.LogWarning("The search index of {Institution} cannot be used ({Reason}); it is made anew", _institution, error.Message);
        var folder = _index?.Folder;
        try
        {
            _index?.Dispose();
        }
        catch (Exception second) when (IsDamage(second))
        {
            // It is thrown away.
        }

        (_index, _mark, _seen) = (null, IndexFeed.Nothing, null);
        if (folder is not null && System.IO.Directory.Exists(folder))
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private async Task MendAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception error) when (IsDamage(error))
        {
            Discard(error);
            await act();
        }
    }

    private async Task FeedAsync(IndexStanding standing)
    {
        try
        {
            var index = _index!;
            var touched = await WithFeedAsync(feed => feed.TouchedAsync(_mark, standing, CancellationToken.None));
            Progress = touched.Count > Many ? (0, touched.Count) : null;
            var refreshed = Stopwatch.GetTimestamp();
            var (done, next) = (0, Task.FromResult<IReadOnlyList<IndexedRecord>>([]));
            foreach (var ids in touched.Chunk(Batch).Append([]))
            {
                // The next are read while these are written.
                var read = await next;
                next = Task.Run(() => WithFeedAsync(feed => feed.ReadAsync(ids, standing, index, CancellationToken.None)));
                foreach (var record in read)
                {
                    index.Put(record);
                }

                // Each refresh writes a piece of index that must be merged later: many records are shown every few seconds, not every batch.
                if (Stopwatch.GetElapsedTime(refreshed) > RefreshEvery)
                {
                    index.Refresh();
                    refreshed = Stopwatch.GetTimestamp();
                }

                Progress = touched.Count > Many ? (done, touched.Count) : null;
                done += ids.Length;
            }

            index.Refresh();
            (_mark, _isDirty) = (standing.Mark, true);
            if (touched.Count >= VeryMany)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
        catch (Exception error) when (IsDamage(error))
        {
            _log.LogWarning("Reading into the search index of {Institution} stopped ({Reason}); it goes on at the next search", _institution, error.Message);
        }
        finally
        {
            Progress = null;
        }
    }

    private async Task<T> WithFeedAsync<T>(Func<IndexFeed, Task<T>> ask)
    {
        await using var scope = Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<IndexFeed>());
    }

    private bool IsCommitDue => _isDirty && _feeding.IsCompleted && Stopwatch.GetElapsedTime(_committed) > CommitEvery;

    private void CommitIfDue()
    {
        if (IsCommitDue)
        {
            _index!.Commit(_mark);
            (_isDirty, _committed) = (false, Stopwatch.GetTimestamp());
        }
    }

    private AsyncServiceScope Scope()
    {
        var scope = _scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(_institution);
        return scope;
    }
}
