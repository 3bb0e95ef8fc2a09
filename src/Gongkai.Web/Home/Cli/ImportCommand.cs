using System.CommandLine;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home.Cli;

/// <summary><c>gongkai import catalogue|units|people|records|reports</c>: brings in what a school already has, through the same desks as the pages.</summary>
internal static class ImportCommand
{
    private const int FoundSomething = 1;

    public static Command Build()
    {
        var command = new Command("import", "Bring in what the school already has.");
        command.Subcommands.Add(Catalogue());
        command.Subcommands.Add(Units());
        command.Subcommands.Add(ImportPeopleCommand.Build());
        command.Subcommands.Add(ImportRecordsCommand.Build());
        command.Subcommands.Add(Reports());
        return command;
    }

    private static Command Catalogue()
    {
        var file = new Argument<FileInfo>("file") { Description = "XLSX, CSV, Word, HTML or JSON." };
        var keep = new Option<bool>("--keep") { Description = "Keep it as a draft edition; without this it is only read and reported." };
        var inForce = new Option<bool>("--in-force") { Description = "Keep it and put it in force." };
        var command = DeskCommand.Add(new Command("catalogue", "A catalogue, from the table the school has.") { file, keep, inForce });
        command.SetAction((parsed, cancel) => DeskCommand.RunAsync(parsed, async (give, by) =>
        {
            var import = give.GetRequiredService<ImportDesk>();
            var given = parsed.GetValue(file)!;
            await using var content = given.OpenRead();
            var preview = await import.ReadAsync(by, content, given.Name, cancel: cancel);
            foreach (var odd in preview.ReadOddities)
            {
                await Console.Error.WriteLineAsync($"{(odd.IsError ? "error" : "warning")}: {PageWords.In("en", odd.Code, [.. odd.Arguments])}");
            }

            if (preview.ReadSheet is not { } sheet)
            {
                await import.ForgetAsync(by, preview.Id, cancel);
                return CommonOptions.CouldNot;
            }

            Console.WriteLine($"{sheet.Categories.Count} categories, {sheet.Items.Count()} items, {sheet.UnitNames.Count()} units");
            if (!parsed.GetValue(keep) && !parsed.GetValue(inForce))
            {
                await import.ForgetAsync(by, preview.Id, cancel);
                return preview.ReadOddities.Count > 0 ? FoundSomething : 0;
            }

            var edition = await import.KeepAsync(by, preview.Id, cancel);
            if (parsed.GetValue(inForce))
            {
                await give.GetRequiredService<CatalogueDesk>().PutInForceAsync(by, edition.Id, cancel);
            }

            return 0;
        }, cancel));
        return command;
    }

    private static Command Units()
    {
        var file = new Argument<FileInfo>("file") { Description = "XLSX or CSV with the columns 代码, 名称, 英文名称, 别名, 上级单位, 学院, 电话, 邮箱; only 名称 is required." };
        var command = DeskCommand.Add(new Command("units", "Units, from a spreadsheet.") { file });
        command.SetAction((parsed, cancel) => DeskCommand.RunAsync(parsed, async (give, by) =>
        {
            var given = parsed.GetValue(file)!;
            await using var content = given.OpenRead();
            var sheets = give.GetRequiredService<UnitSheet>();
            var read = await sheets.ReadAsync(content, given.Name, cancel);
            foreach (var problem in read.Problems)
            {
                await Console.Error.WriteLineAsync(problem.In("en"));
            }

            Console.WriteLine($"{await sheets.KeepAsync(by, read, cancel)} units added, {read.Problems.Count} lines passed over");
            return read.Problems.Count > 0 ? FoundSomething : 0;
        }, cancel));
        return command;
    }

    private static Command Reports()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Earlier annual reports: DOCX, PDF, HTML or TXT." };
        var unit = new Option<string>("--unit") { Description = "Code of the unit that owes them.", Required = true };
        var command = DeskCommand.Add(new Command("reports", "Earlier annual reports, as records under item 6; each is submitted for review. Needs --as.") { files, unit });
        command.SetAction((parsed, cancel) => DeskCommand.RunAsync(parsed, async (give, by) =>
        {
            var code = parsed.GetValue(unit);
            var owner = await give.GetRequiredService<GongkaiDb>().Set<Unit>().Where(u => u.Code == code).Select(u => u.Id).FirstOrDefaultAsync(cancel);
            var given = parsed.GetValue(files)!;
            var job = await give.GetRequiredService<ReportImport>().AskAsync(by, owner, [.. given.Select(f => (f.Name, (Func<Stream>)f.OpenRead))], cancel);
            var work = give.GetRequiredService<WorkDesk>();
            while (await work.WorkOnceAsync(cancel))
            {
            }

            var done = await work.Jobs.FirstAsync(j => j.Id == job.Id, cancel);
            Console.Write(done.Log);
            return done.Status == JobStatus.Done ? 0 : FoundSomething;
        }, cancel));
        return command;
    }
}
