using System.CommandLine;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Search;

namespace Gongkai.Web.Home.Cli;

/// <summary><c>gongkai index rebuild</c>: makes the search index anew. A running site does it itself once it is asked to; otherwise it is done here.</summary>
internal static class IndexCommand
{
    public static Command Build()
    {
        var rebuild = DeskCommand.Add(new Command("rebuild", "Make the search index anew from the database, with progress. A running site is asked to do it itself."));
        rebuild.SetAction((parsed, cancel) => DeskCommand.RunAsync(parsed, async (give, _) => await RebuildAsync(give, cancel), cancel));
        return new Command("index", "The search index.") { rebuild };
    }

    private static async Task<int> RebuildAsync(IServiceProvider give, CancellationToken cancel)
    {
        var db = give.GetRequiredService<GongkaiDb>();
        await using (var transaction = await db.BeginOrJoinAsync(cancel))
        {
            // The site looks at its index again when anything has changed.
            await give.GetRequiredService<Numbers>().NextAsync(IndexFeed.Generations, cancel);
            await give.GetRequiredService<Numbers>().NextAsync(PublicCounter.Series, cancel);
            await transaction!.CommitAsync(cancel);
        }

        var indexes = give.GetRequiredService<SearchIndexes>();
        var folder = indexes.FolderOf(db.CurrentInstitution);
        if (IsOpenElsewhere(folder))
        {
            Console.WriteLine("The site is running and makes its index anew; its search page says how far it is.");
            return 0;
        }

        var keeper = indexes.Of(db.CurrentInstitution);
        var said = -1;
        do
        {
            await keeper.BringAsync(TimeSpan.FromMilliseconds(500), cancel);
            if (keeper.Progress is { } progress && 100 * progress.Done / progress.Of is var percent && percent > said)
            {
                said = percent;
                Console.WriteLine($"{percent} % ({progress.Done} of {progress.Of})");
            }
        }
        while (!keeper.IsIdle);

        var count = await keeper.AskAsync(index => index.Count, TimeSpan.Zero, cancel);
        Console.WriteLine($"The search index holds {count} records.");
        return 0;
    }

    private static bool IsOpenElsewhere(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return false;
        }

        using var directory = new Lucene.Net.Store.SimpleFSDirectory(folder);
        using var locked = directory.MakeLock(Lucene.Net.Index.IndexWriter.WRITE_LOCK_NAME);
        return !locked.Obtain();
    }
}
