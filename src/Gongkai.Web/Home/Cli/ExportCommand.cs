using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home.Cli;

/// <summary><c>gongkai export records|catalogue|ledger|people|units FILE</c>: as CSV, XLSX or JSON by the file's ending.</summary>
internal static class ExportCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Command Build()
    {
        var what = new Argument<string>("what") { Description = "records, catalogue, ledger, people or units." }.AcceptOnlyFromAmong("records", "catalogue", "ledger", "people", "units");
        var file = new Argument<FileInfo>("file") { Description = "A .csv, .xlsx or .json file to write." };
        var command = DeskCommand.Add(new Command("export", "Write a list to a file: records that are public, the catalogue in force, the ledger of this year, people, units.") { what, file });
        command.SetAction((parsed, cancel) => DeskCommand.RunAsync(parsed, async (give, by) =>
        {
            var (kind, target) = (parsed.GetValue(what)!, parsed.GetValue(file)!);
            var ending = target.Extension.ToLowerInvariant();
            if (ending is not (".csv" or ".xlsx" or ".json"))
            {
                throw new ProblemException("cli.export-ending", target.Name);
            }

            var (rows, bytes) = ending == ".json" && kind == "catalogue"
                ? (1, JsonSerializer.SerializeToUtf8Bytes(CatalogueExport.Json(await CatalogueAsync(give, cancel)), Json))
                : Write(await SheetAsync(give, by, kind, cancel), ending);
            await File.WriteAllBytesAsync(target.FullName, bytes, cancel);
            Console.WriteLine($"{rows} rows written to {target.Name}");
            return 0;
        }, cancel));
        return command;
    }

    private static (int Rows, byte[] Bytes) Write(Sheet sheet, string ending)
    {
        var rows = sheet.Rows.ToList();
        var all = sheet with { Rows = rows };
        return (rows.Count, ending switch
        {
            ".csv" => Sheets.Csv(all),
            ".xlsx" => Sheets.Xlsx(all),
            _ => JsonSerializer.SerializeToUtf8Bytes(rows.Select(row => sheet.Heads.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)), Json),
        });
    }

    private static async Task<Sheet> SheetAsync(IServiceProvider give, Actor by, string kind, CancellationToken cancel) => kind switch
    {
        "people" => await PeopleAsync(give, by, cancel),
        "units" => await give.GetRequiredService<UnitSheet>().SheetAsync(cancel),
        "catalogue" => CatalogueExport.Sheet(await CatalogueAsync(give, cancel)),
        "ledger" => await LedgerAsync(give, cancel),
        _ => await RecordsAsync(give, cancel),
    };

    private static async Task<CatalogueEdition> CatalogueAsync(IServiceProvider give, CancellationToken cancel) =>
        await give.GetRequiredService<CatalogueDesk>().InForceAsync(cancel: cancel) ?? throw new ProblemException("ledger.no-catalogue");

    private static async Task<Sheet> PeopleAsync(IServiceProvider give, Actor by, CancellationToken cancel)
    {
        Permit.Require(by == Actor.Program || by.Holds(Role.SystemAdmin) || by.Holds(Role.SecurityAdmin));
        var list = give.GetRequiredService<PeopleList>();
        return await list.SheetAsync(await list.FindAsync(new PeopleList.Filter(), cancel), cancel);
    }

    private static async Task<Sheet> LedgerAsync(IServiceProvider give, CancellationToken cancel)
    {
        var desk = give.GetRequiredService<LedgerDesk>();
        var page = await desk.OfAsync(desk.ThisYear, cancel: cancel) ?? throw new ProblemException("ledger.no-catalogue");
        var colleges = await desk.CollegesAsync(desk.ThisYear, cancel);
        return new Sheet(
            ["目录", "序号", "类别", "公开事项", "承担单位", "公开情况", "应于", "本学年公开数", "最近更新"],
            colleges.Prepend(page).SelectMany(p => p.States, (p, s) => new object?[]
            {
                p.Edition.Title, s.Item.Number, p.Edition.Categories.First(c => c.Id == s.Item.CategoryId).Title, s.Item.Title, string.Join('、', s.Item.Owners.OrderBy(o => o.Order).Select(o => o.Unit!.Name)),
                PageWords.In("zh", $"enum.Coverage.{s.Coverage}"), Day(s.DueOn), s.CountInYear, Day(s.LastOn),
            }));
    }

    private static async Task<Sheet> RecordsAsync(IServiceProvider give, CancellationToken cancel)
    {
        var clock = give.GetRequiredService<CampusClock>();
        var numbers = ((await give.GetRequiredService<CatalogueDesk>().InForceAsync(cancel: cancel))?.Categories ?? []).SelectMany(c => c.Items).ToDictionary(i => i.LineageId, i => i.Number);
        var editions = await give.GetRequiredService<PublicRecords>().For(Actor.Nobody).Include(e => e.Items).Include(e => e.Record!.Unit).Include(e => e.Attachments).AsSplitQuery()
            .OrderByDescending(e => e.PublishedAt).ToListAsync(cancel);
        return new Sheet(
            ["索引号", "标题", "文号", "成文日期", "发布机构", "单位", "事项", "类型", "文件", "正文", "发布日期"],
            editions.Select(e => new object?[]
            {
                e.Record!.IndexNumber, e.Title, e.DocumentNumber, Day(e.ProducedOn), e.Issuer, e.Record.Unit!.Name,
                string.Join('、', e.Items.Where(i => numbers.ContainsKey(i.LineageId)).Select(i => numbers[i.LineageId]).Order()), PageWords.In("zh", $"enum.RecordKind.{e.Kind}"),
                string.Join('；', e.Attachments.Where(a => a.Use == AttachmentUse.Attachment && a.Hold is Hold.Clear or Hold.Released).OrderBy(a => a.Order).Select(a => a.Name)), BodyCleaner.TextOf(e.BodyHtml), Day(clock.DayOf(e.PublishedAt!.Value)),
            }));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
