using System.CommandLine;
using Gongkai.Web.Calendar.Cli;
using Gongkai.Web.Demo.Cli;
using Gongkai.Web.Home.Cli;
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

return await program.Parse(args).InvokeAsync();
