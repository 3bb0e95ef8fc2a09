using System.CommandLine;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home.Cli;

/// <summary>Runs a command through the desks: opens the database, chooses the institution, finds out who acts.</summary>
internal static class DeskCommand
{
    public static readonly Option<string?> School = new("--institution") { Description = "School code; needed only where there are several." };
    public static readonly Option<string?> As = new("--as") { Description = "User name of the person in whose name it is done." };

    public static Command Add(Command command)
    {
        CommonOptions.AddTo(command);
        command.Options.Add(School);
        command.Options.Add(As);
        return command;
    }

    public static Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, Actor, Task<int>> act, CancellationToken cancel) => CommonOptions.SayAsync(async () =>
    {
        await using var app = GongkaiHost.Build(CommonOptions.Read(parsed) with { RunsAlarms = false });
        await GongkaiHost.OpenAsync(app.Services, cancel);
        await using var scope = app.Services.CreateAsyncScope();
        var give = scope.ServiceProvider;
        give.GetRequiredService<InstitutionScope>().Choose(await InstitutionAsync(give, parsed.GetValue(School), cancel));
        return await act(give, await ActorAsync(give, parsed.GetValue(As), cancel));
    });

    private static async Task<Guid> InstitutionAsync(IServiceProvider give, string? code, CancellationToken cancel)
    {
        var all = await give.GetRequiredService<GongkaiDb>().Set<Institution>().Where(i => code == null || i.Code == code).OrderBy(i => i.Id).Select(i => i.Id).Take(2).ToListAsync(cancel);
        return all.Count == 1 ? all[0] : throw new ProblemException(all.Count == 0 ? "cli.no-institution" : "cli.which-institution");
    }

    private static async Task<Actor> ActorAsync(IServiceProvider give, string? userName, CancellationToken cancel)
    {
        if (userName is null)
        {
            return Actor.Program;
        }

        var id = await give.GetRequiredService<GongkaiDb>().Set<Person>().Where(p => p.UserName == userName).Select(p => p.Id).FirstOrDefaultAsync(cancel);
        return await give.GetRequiredService<PeopleDesk>().ActorAsync(id, cancel) ?? throw new ProblemException("cli.no-person", userName);
    }
}
