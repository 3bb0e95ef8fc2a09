using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Paper;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Work;

namespace Gongkai.Web.Reports;

/// <summary>Annual reports.</summary>
public static class ReportsRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<ReportImport>()
        .AddScoped<IJobWorker, ReportImportWorker>()
        .AddScoped<HistoryReader>()
        .AddScoped<IJobWorker, HistoryWorker>()
        .AddScoped<HistoryDesk>()
        .AddScoped<TrendDesk>()
        .AddScoped<CommentDesk>()
        .AddScoped<PdfDesk>()
        .AddScoped<ReportDesk>()
        .AddScoped<ReportComposer>()
        .AddScoped<ReportChecker>()
        .AddSingleton<LinkTrials>()
        .AddScoped<ReleaseDesk>();

    /// <summary>Maps the files of a report: of a public one for everybody who may read its record, of one in the making for the office.</summary>
    public static void MapReports(this WebApplication app)
    {
        app.MapGet("/reports/{year:int}/{name}", async (int year, string name, HttpContext context, ReleaseDesk desk, PdfDesk pdf, CancellationToken cancel) =>
            await desk.PublicAsync(context.Actor(), year, cancel) is { } release && ReportPaper.File(release, name, ReportPaper.HoldsPdf(name) ? await pdf.OfAsync(release, cancel) : null) is { } file
                ? Results.File(file.Bytes, file.Type, $"{year}-{name}")
                : throw new NotFoundException(nameof(ReportRelease))).AllowAnonymous();
        app.MapGet("/office/reports/{id:guid}/draft.docx", async (Guid id, HttpContext context, ReportDesk desk, ReportComposer composer, CancellationToken cancel) =>
        {
            var report = await desk.OpenAsync(context.Actor(), id, cancel);
            var composed = await composer.ComposeAsync(report, context.Request.Site(), cancel);
            return Results.File(ReportPaper.Docx(composed), OfficialPaper.DocxType, $"{composed.Title}.docx");
        });
        app.MapGet("/office/reports/{id:guid}/draft.pdf", async (Guid id, HttpContext context, ReportDesk desk, ReportComposer composer, CancellationToken cancel) =>
        {
            var composed = await composer.ComposeAsync(await desk.OpenAsync(context.Actor(), id, cancel), context.Request.Site(), cancel);
            return Results.File(await PdfDesk.DrawAsync(ReportPaper.Docx(composed), cancel), "application/pdf", $"{composed.Title}.pdf");
        });
    }
}
