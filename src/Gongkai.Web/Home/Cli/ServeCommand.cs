using System.CommandLine;

namespace Gongkai.Web.Home.Cli;

/// <summary><c>gongkai serve</c>: runs the site.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var command = new Command("serve", "Run the site on the data folder; an empty one opens the set-up page.");
        CommonOptions.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = CommonOptions.Read(parsed);
            return await CommonOptions.SayAsync(async () =>
            {
                await RunAsync(settings, cancel);
                return 0;
            });
        });
        return command;
    }

    public static async Task RunAsync(HostSettings settings, CancellationToken cancel)
    {
        await using var app = GongkaiHost.Build(settings);
        var behind = await GongkaiHost.OpenAsync(app.Services, cancel);
        if (behind > TimeSpan.FromMinutes(1))
        {
            Console.Error.WriteLine($"The machine's clock lies {behind:d\\.hh\\:mm\\:ss} behind the last act in the database. Set it right: until it has caught up, time stands still here.");
        }

        await app.StartAsync(cancel);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            Console.WriteLine($"Gongkai listens on {string.Join(", ", app.Urls)}");
            if (await scope.ServiceProvider.GetRequiredService<SetUpDesk>().IsOpenAsync(cancel))
            {
                Console.WriteLine($"Nothing is set up yet. Open {app.Urls.First()}/set-up and enter this code: {app.Services.GetRequiredService<SetUpCode>().Show}");
            }
        }

        await app.WaitForShutdownAsync(cancel);
    }
}

/// <summary><c>gongkai migrate</c>: brings the database to this version of the program.</summary>
internal static class MigrateCommand
{
    public static Command Build()
    {
        var command = new Command("migrate", "Bring the database to this version; a SQLite file is copied beside itself first.");
        CommonOptions.AddTo(command);
        command.SetAction(async (parsed, cancel) => await CommonOptions.SayAsync(async () =>
        {
            await using var app = GongkaiHost.Build(CommonOptions.Read(parsed) with { RunsAlarms = false });
            await GongkaiHost.OpenAsync(app.Services, cancel);
            Console.WriteLine("The database is up to date.");
            return 0;
        }));
        return command;
    }
}
