using System.Collections.Concurrent;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Search;

/// <summary>The indexes of this node, one for each institution; opened when first asked for, by the running site and by the command that makes one anew.</summary>
internal sealed class SearchIndexes(IServiceScopeFactory scopes, HostSettings settings, PublicMoments moments, ILogger<SearchIndexes> log) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Lazy<IndexKeeper>> _keepers = [];

    /// <summary>How long a search waits for what is new. Where no alarm reads it in meanwhile, whoever searches waits for it.</summary>
    public TimeSpan Patience { get; } = settings.RunsAlarms ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromMinutes(1);

    public IndexKeeper Of(Guid institution) => _keepers.GetOrAdd(institution, id => new Lazy<IndexKeeper>(() => new IndexKeeper(id, FolderOf(id), scopes, moments, log))).Value;

    /// <summary>Where the first node's index of an institution lies.</summary>
    public string FolderOf(Guid institution) => Path.Combine(settings.Index ?? Path.Combine(settings.Data, "search"), institution.ToString("N"));

    public void Dispose()
    {
        foreach (var keeper in _keepers.Values.Where(k => k.IsValueCreated))
        {
            keeper.Value.Dispose();
        }
    }
}
