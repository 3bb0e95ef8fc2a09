using System.CommandLine;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home.Cli;

/// <summary><c>gongkai user add|grant</c>: accounts and roles, for whoever runs the machine.</summary>
internal static class UserCommand
{
    public static Command Build()
    {
        var command = new Command("user", "Make accounts and give roles.");
        command.Subcommands.Add(Add());
        command.Subcommands.Add(Grant());
        return command;
    }

    private static Command Add()
    {
        var userName = new Argument<string>("user-name");
        var name = new Argument<string>("name") { Description = "The name people call them by." };
        var command = DeskCommand.Add(new Command("add", "Make an account; the password is read from the standard input.") { userName, name });
        command.SetAction((parsed, cancel) => DeskCommand.RunAsync(parsed, async (give, by) =>
        {
            var password = (await Console.In.ReadLineAsync(cancel))?.Trim() ?? "";
            await give.GetRequiredService<PeopleDesk>().AddAsync(by, parsed.GetValue(userName)!, parsed.GetValue(name)!, password);
            return 0;
        }, cancel));
        return command;
    }

    private static Command Grant()
    {
        var userName = new Argument<string>("user-name");
        var role = new Argument<Role>("role");
        var unit = new Option<string?>("--unit") { Description = "Code of the unit; without it, the whole school." };
        var command = DeskCommand.Add(new Command("grant", "Give a person a role.") { userName, role, unit });
        command.SetAction((parsed, cancel) => DeskCommand.RunAsync(parsed, async (give, by) =>
        {
            var db = give.GetRequiredService<GongkaiDb>();
            var (who, code) = (parsed.GetValue(userName), parsed.GetValue(unit));
            var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.UserName == who, cancel) ?? throw new ProblemException("cli.no-person", who!);
            var owner = code is null ? null : await db.Set<Unit>().FirstOrDefaultAsync(u => u.Code == code, cancel) ?? throw new ProblemException("cli.no-unit", code);
            await give.GetRequiredService<PeopleDesk>().GrantAsync(by, person.Id, parsed.GetValue(role), owner?.Id, cancel: cancel);
            return 0;
        }, cancel));
        return command;
    }
}
