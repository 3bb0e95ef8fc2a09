using System.CommandLine;
using Gongkai.Engines;
using Gongkai.Web.Calendar.Cli;
using Gongkai.Web.Demo.Cli;
using Gongkai.Web.Home.Cli;
using Gongkai.Web.Platform.Commands;
using Gongkai.Web.Reports.Cli;
using Gongkai.Web.Screening.Cli;

var program = new RootCommand("Gongkai 公开: information disclosure for universities.");
program.Subcommands.Add(ServeCommand.Build());
program.Subcommands.Add(DemoCommand.Build());
program.Subcommands.Add(MigrateCommand.Build());
program.Subcommands.Add(ImportCommand.Build());
program.Subcommands.Add(ExportCommand.Build());
program.Subcommands.Add(UserCommand.Build());
program.Subcommands.Add(IndexCommand.Build());
program.Subcommands.Add(DeadlineCommand.Build());
program.Subcommands.Add(AuditCommand.Build());
program.Subcommands.Add(ScreenCommand.Build());
program.Subcommands.Add(MaskCommand.Build());

var parsed = program.Parse(args);
try
{
    // 1 says that something was found; a command line that cannot be understood is 2.
    var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    return parsed.Errors.Count > 0 ? Refusal.CouldNot : code;
}
catch (OperationCanceledException)
{
    return Refusal.Interrupted;
}
catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
{
    return Refusal.Say(Console.Error, WordBook.DefaultLanguage, "cli.output", unwritable.Message);
}
