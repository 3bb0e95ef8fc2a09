using System.CommandLine;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home.Cli;

/// <summary><c>gongkai import records</c>: drafts from a sheet with the files it names, or from a folder of Word files.</summary>
internal static class ImportRecordsCommand
{
    private const int FoundSomething = 1;

    public static Command Build()
    {
        var source = new Argument<FileSystemInfo>("source") { Description = "A sheet (XLSX or CSV: 标题, 文号, 成文日期, 发布机构, 单位, 事项, 类型, 文件, 正文, 编号; only 标题 is required), or a folder of .docx files." }.AcceptExistingOnly();
        var unit = new Option<string>("--unit") { Description = "Code of the unit that rows without one belong to.", Required = true };
        var files = new Option<DirectoryInfo?>("--files") { Description = "Folder of the files the sheet names; its own folder by default." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only read and report." };
        var command = DeskCommand.Add(new Command("records", "Records from elsewhere, as drafts; the same thing is imported once. Needs --as.") { source, unit, files, dryRun });
        command.SetAction((parsed, cancel) => DeskCommand.RunAsync(parsed, async (give, by) =>
        {
            var code = parsed.GetValue(unit)!;
            var owner = await give.GetRequiredService<GongkaiDb>().Set<Unit>().FirstOrDefaultAsync(u => u.Code == code, cancel) ?? throw new ProblemException("cli.no-unit", code);
            var import = give.GetRequiredService<RecordImport>();
            var read = await import.ReadAsync(by, owner.Id, [.. Given(parsed.GetValue(source)!, parsed.GetValue(files)).Select(f => (f.Name, (Func<Stream>)f.OpenRead))], cancel);
            var sheet = read.Read<RecordSheet>();
            foreach (var problem in sheet.Problems)
            {
                await Console.Error.WriteLineAsync(problem.In("en"));
            }

            if (parsed.GetValue(dryRun) || sheet.Rows.Count == 0)
            {
                await import.ForgetAsync(by, read.Id, cancel);
                Console.WriteLine($"{sheet.Rows.Count} records found");
                return sheet.Problems.Count > 0 ? FoundSomething : 0;
            }

            var job = await import.BeginAsync(by, read.Id, cancel);
            var work = give.GetRequiredService<WorkDesk>();
            while (await work.WorkOnceAsync(cancel))
            {
            }

            var done = await work.Jobs.FirstAsync(j => j.Id == job.Id, cancel);
            Console.Write(done.Log);
            return done.Status == JobStatus.Done && sheet.Problems.Count == 0 && !done.Log.Contains("! ", StringComparison.Ordinal) ? 0 : FoundSomething;
        }, cancel));
        return command;
    }

    private static IEnumerable<FileInfo> Given(FileSystemInfo source, DirectoryInfo? files)
    {
        if (source is DirectoryInfo folder)
        {
            return folder.EnumerateFiles("*.docx", SearchOption.AllDirectories).Where(IsReal).OrderBy(f => f.FullName, StringComparer.Ordinal);
        }

        // Of the folder only what is no sheet: the one sheet is the one that was named.
        var beside = (files ?? ((FileInfo)source).Directory!).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => IsReal(f) && !RecordSheetReader.IsSheet(f.Name));
        return beside.Prepend((FileInfo)source);
    }

    // Word leaves ~$… beside a document that is open.
    private static bool IsReal(FileInfo file) => !file.Name.StartsWith("~$", StringComparison.Ordinal) && !file.Name.StartsWith('.');
}
