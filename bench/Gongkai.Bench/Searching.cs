using System.Diagnostics;
using System.Globalization;
using Gongkai.Web;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Search;
using Lucene.Net.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench;

/// <summary>The search engine, facets included, against raw Lucene.NET on the same index (the ten best, read, with their number); a page over HTTP against the engine asked for as many; reading in.
/// GONGKAI_BENCH_RECORDS says how many records, 10,000 by default; GONGKAI_BENCH_DATA keeps the corpus for the next time.</summary>
internal static class Searching
{
    private const int Rounds = 200;

    // The runtime compiles what is used often a second time, better; what is measured is a server that has been running for a while.
    private const int WarmUp = 400;

    public static int Records => int.Parse(Environment.GetEnvironmentVariable("GONGKAI_BENCH_RECORDS") ?? "10000", CultureInfo.InvariantCulture);

    public static IEnumerable<Ratio> Measure()
    {
        var (settings, filled) = Prepare();
        using var running = new Running(settings);
        var index = new SearchIndexProbe(running.App);
        if (filled is { } time)
        {
            yield return new Ratio(string.Create(CultureInfo.InvariantCulture, $"500 / records filled and read in a second ({Records} records, {time.TotalSeconds:0} s)"), 500 / (Records / time.TotalSeconds), 1);
            yield return new Ratio("memory of the process after the load (VmRSS less RssFile), MB / 300", Running.PrivateMegabytes() / 300, 1);
        }

        var corpus = new Corpus();
        var rare = Enumerable.Range(0, 2000).Select(i => corpus.Word(20_000 + i)).Where(w => w.Length == 3).First(w => index.Count(w) > 0 && index.Count(w) < Math.Max(200, Records / 100));
        var queries = Queries(corpus, rare);
        foreach (var (what, words) in queries)
        {
            var (own, raw) = index.Compare(words, Rounds);
            yield return new Ratio(string.Create(CultureInfo.InvariantCulture, $"search, {what} ({index.Count(words)} hits): p95 {own:0.00} ms / raw Lucene.NET {raw:0.00} ms"), own / raw, 1);
        }

        // Every page of the first query would be compiled at its cost.
        foreach (var (_, words) in queries)
        {
            index.Http(running.Address, words, 0);
        }

        foreach (var (what, words) in queries)
        {
            var (http, engine) = index.Http(running.Address, words, Rounds);
            yield return new Ratio(string.Create(CultureInfo.InvariantCulture, $"search page, {what}: p95 {http:0.0} ms over HTTP, {engine:0.0} ms engine; more, in units of 10 ms"), (http - engine) / 10, 1);
        }

        yield return new Ratio("memory of the process after all searches (VmRSS less RssFile), MB / 300", Running.PrivateMegabytes() / 300, 1);
    }

    /// <summary>The corpus, made if it is not kept; the time that took, or null.</summary>
    public static (HostSettings Settings, TimeSpan? Filled) Prepare()
    {
        var kept = Environment.GetEnvironmentVariable("GONGKAI_BENCH_DATA");
        var folder = kept ?? Directory.CreateTempSubdirectory("gongkai-bench-").FullName;
        var settings = new HostSettings { Data = Path.Combine(folder, "data"), Keys = Path.Combine(folder, "keys"), Urls = "http://127.0.0.1:0", RunsAlarms = false };
        return File.Exists(Path.Combine(settings.Data, "gongkai.db")) ? (settings, null) : (settings, new Corpus().FillAsync(settings, Records).GetAwaiter().GetResult());
    }

    /// <summary>What is searched for, by name.</summary>
    public static (string What, string Words)[] Queries(Corpus corpus, string rare) =>
    [
        ("a rare word", rare), ("a phrase", corpus.Word(40) + corpus.Word(3)), ("two words", $"{corpus.Word(5)} {corpus.Word(60)}"), ("one character", "的"), ("a word in nearly every record", Corpus.Everywhere),
    ];

    /// <summary>What nineteen of twenty stay below.</summary>
    public static double P95(List<double> times) => times.Count == 0 ? 0 : times.Order().ElementAt((int)(times.Count * 0.95));

    /// <summary>Looks into the index of the only institution.</summary>
    private sealed class SearchIndexProbe
    {
        private readonly SearchIndex _index;
        private readonly IndexFilter _filter;

        public SearchIndexProbe(WebApplication app)
        {
            using var scope = app.Services.CreateScope();
            var id = scope.ServiceProvider.GetRequiredService<GongkaiDb>().Set<Institution>().Select(i => i.Id).First();
            var keeper = app.Services.GetRequiredService<SearchIndexes>().Of(id);
            do
            {
                keeper.BringAsync(TimeSpan.FromSeconds(1)).GetAwaiter().GetResult();
            }
            while (!keeper.IsIdle);
            SearchIndex? index = null;
            keeper.AskAsync(i => index = i, TimeSpan.Zero).GetAwaiter().GetResult();
            (_index, _filter) = (index!, new IndexFilter { Now = DateTimeOffset.UnixEpoch.UtcDateTime.AddYears(56) });
        }

        public int Count(string words) => Own(words).Total;

        // They take turns, so that a noisy moment falls on both.
        public (double Own, double Raw) Compare(string words, int rounds)
        {
            var query = IndexQuery.Read(words).Matching();
            var (own, raw) = (new List<double>(), new List<double>());
            for (var round = -WarmUp; round < rounds; round++)
            {
                var (first, second) = (Time(() => Own(words)), Time(() => _index.Use(searcher => Raw(searcher, query))));
                if (round >= 0)
                {
                    own.Add(first);
                    raw.Add(second);
                }
            }

            return (P95(own), P95(raw));
        }

        public (double Http, double Engine) Http(Uri address, string words, int rounds)
        {
            using var client = new HttpClient { BaseAddress = address };
            var (http, engine) = (new List<double>(), new List<double>());
            for (var round = -WarmUp; round < rounds; round++)
            {
                var (first, second) = (Time(() => client.GetStringAsync($"/search?q={Uri.EscapeDataString(words)}").GetAwaiter().GetResult()), Time(() => Own(words, Paging.Usual)));
                if (round >= 0)
                {
                    http.Add(first);
                    engine.Add(second);
                }
            }

            return (P95(http), P95(engine));
        }

        private IndexAnswer Own(string words, int most = 10) => IndexSearch.Find(_index, IndexQuery.Read(words), _filter, byDate: false, 0, most);

        // Both read the ten they found: nobody searches for numbers of documents.
        private static int Raw(IndexSearcher searcher, Query query)
        {
            var found = searcher.Search(query, 10);
            foreach (var hit in found.ScoreDocs)
            {
                searcher.Doc(hit.Doc);
            }

            return found.TotalHits;
        }

        private static double Time<T>(Func<T> act)
        {
            var from = Stopwatch.GetTimestamp();
            act();
            return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }
    }
}
