using System.CommandLine;
using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home.Cli;

/// <summary><c>gongkai export records|ledger FILE</c>: what is public, as CSV or XLSX by the file's ending.</summary>
internal static class ExportCommand
{
    public static Command Build()
    {
        var what = new Argument<string>("what") { Description = "records or ledger." }.AcceptOnlyFromAmong("records", "ledger");
        var file = new Argument<FileInfo>("file") { Description = "A .csv or .xlsx file to write; records only, the ledger is always .xlsx." };
        var command = DeskCommand.Add(new Command("export", "Write what is public to a file.") { what, file });
        command.SetAction((parsed, cancel) => DeskCommand.RunAsync(parsed, async (give, _) =>
        {
            var target = parsed.GetValue(file)!;
            if (parsed.GetValue(what) == "ledger")
            {
                var desk = give.GetRequiredService<LedgerDesk>();
                var page = await desk.OfAsync(desk.ThisYear, cancel: cancel) ?? throw new ProblemException("ledger.no-catalogue");
                await using var table = target.Create();
                await give.GetRequiredService<CoverageTable>().WriteXlsxAsync(page, "", table, cancel);
                return 0;
            }

            var clock = give.GetRequiredService<CampusClock>();
            var lines = await give.GetRequiredService<PublicRecords>().For(Actor.Nobody).Lines().ToListAsync(cancel);
            var sheet = new Sheet(["索引号", "标题", "文号", "责任单位", "发布日期"], lines.Select(l => new object?[] { l.IndexNumber, l.Title, l.DocumentNumber, l.UnitName, clock.DayOf(l.PublishedAt).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }));
            await File.WriteAllBytesAsync(target.FullName, target.Extension == ".csv" ? Sheets.Csv(sheet) : Sheets.Xlsx(sheet), cancel);
            Console.WriteLine($"{lines.Count} records written");
            return 0;
        }, cancel));
        return command;
    }
}
