using System.Diagnostics;
using System.Globalization;
using Gongkai.Web;
using Gongkai.Web.Demo;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench;

/// <summary>Cases of three years made through the desks on a moved clock: their table against one count, the last cases against the first, and 200 people who send
/// at once against one alone. GONGKAI_BENCH_CASES says how many, 1,000 by default.</summary>
internal static class Requests
{
    private const int Years = 3;
    private const int Senders = 200;
    private static readonly DateOnly Today = new(2026, 6, 30);

    public static IEnumerable<Ratio> Measure()
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable("GONGKAI_BENCH_CASES") ?? "1000", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-").FullName;
        var time = new SteeredTime(new DateTimeOffset(Today.AddYears(-Years - 1), TimeOnly.MinValue, TimeSpan.Zero));
        var settings = new HostSettings { Data = Path.Combine(folder, "data"), Keys = Path.Combine(folder, "keys"), Urls = "http://127.0.0.1:0", RunsAlarms = false, Time = time };
        using var running = new Running(settings);
        var marks = new List<TimeSpan>();
        var from = Stopwatch.GetTimestamp();
        new DemoBuilder(running.App.Services, time, Today).BuildRequestsAsync(cases, Years, (done, all) =>
        {
            if (done % Math.Max(1, all / 10) == 0)
            {
                marks.Add(Stopwatch.GetElapsedTime(from));
            }
        }).GetAwaiter().GetResult();
        var took = Stopwatch.GetElapsedTime(from);

        // The first tenth warms up; the last one is mostly waiting to be archived.
        yield return new Ratio(string.Create(CultureInfo.InvariantCulture, $"{cases} cases in {took.TotalSeconds:0} s through the desks: the eighth tenth of what is done / the second"), (marks[7] - marks[6]) / (marks[1] - marks[0]), 1.5);

        using var scope = running.Scope();
        var statistics = scope.ServiceProvider.GetRequiredService<RequestStatistics>();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var received = 0;
        for (var year = Today.Year - Years; year <= Today.Year; year++)
        {
            var table = statistics.TableAsync(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)).GetAwaiter().GetResult();
            received += table["1"].Total;
            Require(table.AddsUp && table["1"].Total > 0, $"The table of {year} does not add up.");
        }

        Require(received == cases + 6, $"{received} requests are in the tables; {cases + 6} were made.");
        var (start, end) = (new DateOnly(Today.Year - 1, 1, 1), new DateOnly(Today.Year - 1, 12, 31));
        yield return Ratio.OfTimes(
            "the 25 x 7 table of a year / one count by outcome and kind",
            20,
            () => statistics.TableAsync(start, end).GetAwaiter().GetResult(),
            () => db.Set<InformationRequest>().GroupBy(r => new { r.Outcome, r.ApplicantKind }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync().GetAwaiter().GetResult());
        yield return AtOnce("who send at once through the desk", time, n => ReceiveAsync(running, n));
        using var door = new Door(running);
        yield return AtOnce("who press the button at once over HTTP", time, door.SendAsync);
    }

    // Both are measured warm: the first sends, alone and together, pay for the compiler. The middle one of several rounds counts, since the machine is shared. Time goes on
    // with each sender, as it does in life: keys that bear it lie beside each other.
    private static Ratio AtOnce(string what, SteeredTime time, Func<int, Task> sendAsync)
    {
        const int WarmUp = 60;
        const int Rounds = 11;
        var next = 0;
        for (var round = 0; round < WarmUp; round++)
        {
            Alone(10);
            Together();
        }

        var (alone, together, cpu) = (new List<double>(), new List<double>(), TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            alone.AddRange(Alone(15));
            var before = Environment.CpuUsage.TotalTime;
            together.Add(Together()[(int)(Senders * 0.95)]);
            cpu += Environment.CpuUsage.TotalTime - before;
        }

        var (one, many, each) = (Middle(alone), Middle(together), cpu.TotalMilliseconds / Rounds / Senders);
        return new Ratio(string.Create(CultureInfo.InvariantCulture, $"{Senders} {what}: p95 {many:0} ms, {each:0.0} ms of CPU each / alone {one:0.0} ms"), many / one, 20);

        static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);

        List<double> Alone(int count) => [.. Enumerable.Range(0, count).Select(_ => TimeAsync(next++, Stopwatch.GetTimestamp()).GetAwaiter().GetResult()).Order()];

        // All press the button at one instant: who waits for a thread waits too.
        List<double> Together()
        {
            var pressed = Stopwatch.GetTimestamp();
            var senders = Enumerable.Range(next, Senders).Select(n => Task.Run(() => TimeAsync(n, pressed))).ToList();
            next += Senders;
            return [.. Task.WhenAll(senders).GetAwaiter().GetResult().Order()];
        }

        async Task<double> TimeAsync(int n, long pressed)
        {
            time.GoTo(time.GetUtcNow().AddMilliseconds(1));
            await sendAsync(n);
            return Stopwatch.GetElapsedTime(pressed).TotalMilliseconds;
        }
    }

    private static async Task ReceiveAsync(Running running, int n)
    {
        using var scope = running.Scope();
        var kept = await scope.ServiceProvider.GetRequiredService<RequestDesk>().ReceiveAsync(Actor.Nobody, new RequestForm
        {
            Key = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(n)),
            Applicant = new Applicant { Name = "测某某", DocumentKind = "演示证件", DocumentNumber = $"DEMO-{n}", Email = "bench@yunting.example" },
            Matter = $"同时发送的申请{n}",
            Description = "申请公开最近一个年度的有关数据和依据。",
        });
        Require(kept is not null, "A request was not kept.");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
