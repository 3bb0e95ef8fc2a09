using System.CommandLine;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;

namespace Gongkai.Web.Home.Cli;

/// <summary><c>gongkai import people</c>: accounts from a spreadsheet. Who runs the machine needs nobody's word, so roles count at once; with
/// <c>--as</c> they wait for the security administrator.</summary>
internal static class ImportPeopleCommand
{
    private const int FoundSomething = 1;

    public static Command Build()
    {
        var file = new Argument<FileInfo>("file") { Description = "XLSX or CSV with the columns 姓名, 拼音, 用户名, 单位, 邮箱, 角色, 角色单位." };
        var passwords = new Option<FileInfo?>("--passwords") { Description = "A new .csv or .xlsx file for the first passwords; without it the sheet is only read and reported." };
        var command = DeskCommand.Add(new Command("people", "People and their roles, from a spreadsheet.") { file, passwords });
        command.SetAction((parsed, cancel) => DeskCommand.RunAsync(parsed, async (give, by) =>
        {
            var import = give.GetRequiredService<PeopleImportDesk>();
            var given = parsed.GetValue(file)!;
            SheetImport read;
            await using (var content = given.OpenRead())
            {
                read = await import.ReadAsync(by, content, given.Name, cancel);
            }

            var sheet = read.Read<PeopleSheet>();
            foreach (var problem in sheet.Problems)
            {
                await Console.Error.WriteLineAsync(problem.In("en"));
            }

            var found = sheet.Problems.Count > 0 ? FoundSomething : 0;
            if (parsed.GetValue(passwords) is not { } target)
            {
                await import.ForgetAsync(by, read.Id, cancel);
                Console.WriteLine($"{sheet.People.Count} people found; name a file with --passwords to make their accounts");
                return found;
            }

            if (target.Exists)
            {
                await import.ForgetAsync(by, read.Id, cancel);
                throw new ProblemException("cli.file-exists", target.Name);
            }

            // The file first: accounts whose passwords could be written nowhere would be of no use to anybody.
            await using var output = target.Open(FileMode.CreateNew, FileAccess.Write);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            var slips = PasswordSlips.Sheet(await import.KeepAsync(by, read.Id, cancel));
            await output.WriteAsync(target.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? Sheets.Xlsx(slips) : Sheets.Csv(slips), cancel);
            Console.WriteLine($"{sheet.People.Count} accounts made, first passwords in {target.Name}");
            return found;
        }, cancel));
        return command;
    }
}
