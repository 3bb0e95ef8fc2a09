using System.Diagnostics;
using System.Globalization;
using Gongkai.Web;
using Gongkai.Web.Institutions;
using Gongkai.Web.Records;
using Gongkai.Web.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench;

/// <summary>What 1,000,000 records cost more than few: making a page anew against a site of 10,000, searching against an index of 100,000. Takes an hour and twenty gigabytes, so
/// it runs only when it is named. GONGKAI_BENCH_GROWTH keeps what is made for the next time; GONGKAI_BENCH_LARGE says how many are many.</summary>
internal static class Growth
{
    private const int Rounds = 60;

    private static string Folder => Environment.GetEnvironmentVariable("GONGKAI_BENCH_GROWTH") ?? Directory.CreateTempSubdirectory("gongkai-bench-").FullName;

    private static int Large => int.Parse(Environment.GetEnvironmentVariable("GONGKAI_BENCH_LARGE") ?? "1000000", CultureInfo.InvariantCulture);

    public static IEnumerable<Ratio> Pages()
    {
        var folder = Folder;
        using var small = new Running(Filled(folder, Large / 100));
        using var large = new Running(Filled(folder, Large));
        using var fewer = new HttpClient { BaseAddress = small.Address };
        using var more = new HttpClient { BaseAddress = large.Address };
        foreach (var (what, few, many) in new[] { ("home", "/", "/"), ("an item", "/catalogue/28", "/catalogue/28"), ("a record", Newest(small), Newest(large)) })
        {
            var round = 0;
            yield return Ratio.OfTimes($"{what} made anew: {Large} records / {Large / 100}", 1.2, () => Make(more, many, ++round), () => Make(fewer, few, round), Rounds);
        }
    }

    public static IEnumerable<Ratio> Searches()
    {
        var folder = Folder;
        using var small = Index(folder, Large / 10);
        using var large = Index(folder, Large);
        var corpus = new Corpus();
        var filter = new IndexFilter { Now = DateTime.MaxValue.ToUniversalTime() };
        foreach (var (what, words) in Searching.Queries(corpus, corpus.Word(20_000)))
        {
            var (few, many) = (new List<double>(), new List<double>());
            for (var round = -Rounds; round < Rounds; round++)
            {
                var (first, second) = (Time(small, words), Time(large, words));
                if (round >= 0)
                {
                    few.Add(first);
                    many.Add(second);
                }
            }

            yield return new Ratio(string.Create(CultureInfo.InvariantCulture, $"search, {what}: p95 at {Large} records {Searching.P95(many):0.0} ms / at {Large / 10} {Searching.P95(few):0.0} ms"), Searching.P95(many) / Searching.P95(few), 12);
        }

        double Time(SearchIndex index, string words)
        {
            var from = Stopwatch.GetTimestamp();
            IndexSearch.Find(index, IndexQuery.Read(words), filter, byDate: false, 0, 10);
            return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }
    }

    private static HostSettings Filled(string folder, int records)
    {
        var home = Path.Combine(folder, $"site-{records}");
        var settings = new HostSettings { Data = Path.Combine(home, "data"), Keys = Path.Combine(home, "keys"), Urls = "http://127.0.0.1:0", RunsAlarms = false };
        if (!File.Exists(Path.Combine(settings.Data, "gongkai.db")))
        {
            new Corpus().FillAsync(settings, records, withIndex: false).GetAwaiter().GetResult();
        }

        return settings;
    }

    private static SearchIndex Index(string folder, int records)
    {
        var index = new SearchIndex(Path.Combine(folder, $"index-{records}"));
        if (index.Mark is null)
        {
            var corpus = new Corpus();
            for (var done = 0; done < records; done += 1000)
            {
                IndexedRecord[] batch = [.. Enumerable.Range(done, Math.Min(1000, records - done)).Select(corpus.Next)];
                Parallel.ForEach(batch, index.Put);
            }

            index.Refresh();
            index.Commit(new IndexMark(records, DateTime.UnixEpoch, 0));
        }

        return index;
    }

    private static string Newest(Running running)
    {
        using var scope = running.Scope();
        return $"/records/{scope.ServiceProvider.GetRequiredService<PublicRecords>().For(Actor.Nobody).OrderByDescending(e => e.PublishedAt).Select(e => e.Record!.IndexNumber!).First()}";
    }

    // Another query is another page, which nobody has kept.
    private static void Make(HttpClient client, string path, int round) => client.GetStringAsync($"{path}?round={round}").GetAwaiter().GetResult();
}
