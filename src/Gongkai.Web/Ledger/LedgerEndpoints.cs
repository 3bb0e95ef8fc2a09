using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;

namespace Gongkai.Web.Ledger;

/// <summary>The addresses of the ledger's files.</summary>
public static class LedgerEndpoints
{
    /// <summary>Maps the table to download, open to everybody as the matrix is.</summary>
    public static void MapLedger(this WebApplication app)
    {
        app.MapGet("/catalogue/table.xlsx", async (HttpContext context, LedgerDesk desk, CoverageTable table, int? year, CancellationToken cancel) =>
        {
            var page = await PageAsync(desk, year, cancel);
            var file = new MemoryStream();
            await table.WriteXlsxAsync(page, context.Request.Site(), file, cancel);
            return Results.File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"清单事项公开情况表-{page.Year}.xlsx");
        }).AllowAnonymous();
        app.MapGet("/catalogue/table.docx", async (HttpContext context, LedgerDesk desk, CoverageTable table, int? year, CancellationToken cancel) =>
        {
            var page = await PageAsync(desk, year, cancel);
            var file = new MemoryStream();
            table.WriteDocx(page, context.Institution()!.Name, context.Request.Site(), file);
            return Results.File(file.ToArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"清单事项公开情况表-{page.Year}.docx");
        }).AllowAnonymous();
    }

    private static async Task<LedgerPage> PageAsync(LedgerDesk desk, int? year, CancellationToken cancel) =>
        await desk.OfAsync(year is { } first and > 2000 and < 2100 ? new AcademicYear(first) : desk.ThisYear, cancel: cancel) ?? throw new NotFoundException("catalogue");
}
