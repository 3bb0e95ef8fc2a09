using System.CommandLine;
using Gongkai.Web.Home.Cli;
using Gongkai.Web.Platform.Time;

namespace Gongkai.Web.Demo.Cli;

/// <summary><c>gongkai demo</c>: an invented university, filled and running.</summary>
internal static class DemoCommand
{
    private const string Finished = "demo-complete";

    public static Command Build()
    {
        var command = new Command("demo", "Make an invented university with two years of records, then run the site on it.");
        CommonOptions.AddTo(command);
        command.SetAction(async (parsed, cancel) => await CommonOptions.SayAsync(async () =>
        {
            var settings = CommonOptions.Read(parsed, "./demo-data") with { IsDemo = true };
            await PrepareAsync(settings, cancel);
            await ServeCommand.RunAsync(settings, cancel);
            return 0;
        }));
        return command;
    }

    /// <summary>Makes the demo's data unless they are there already. What was cut off half way is begun anew.</summary>
    internal static async Task PrepareAsync(HostSettings settings, CancellationToken cancel)
    {
        var marker = Path.Combine(settings.Data, Finished);
        if (File.Exists(marker))
        {
            return;
        }

        if (settings.Postgres is null && File.Exists(Path.Combine(settings.Data, "gongkai.db")))
        {
            foreach (var file in Directory.GetFiles(settings.Data, "gongkai.db*"))
            {
                File.Delete(file);
            }
        }

        var now = settings.Time.GetUtcNow();
        var time = new SteeredTime(now.AddYears(-4));
        await using (var app = GongkaiHost.Build(settings with { Time = time, RunsAlarms = false }))
        {
            await GongkaiHost.OpenAsync(app.Services, cancel);
            var today = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);
            var said = -1;
            await new DemoBuilder(app.Services, time, today).BuildAsync((done, all) =>
            {
                var percent = 100 * done / Math.Max(1, all);
                if (percent / 10 > said)
                {
                    said = percent / 10;
                    Console.WriteLine($"Making the demo university: {percent} %");
                }
            }, cancel);
        }

        await File.WriteAllTextAsync(marker, "", cancel);
    }
}
