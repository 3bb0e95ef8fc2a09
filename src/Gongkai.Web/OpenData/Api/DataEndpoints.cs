using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Web.OpenData.Api;

/// <summary>The read API, version 1. Published shapes never change; new ones are added.</summary>
internal static class DataEndpoints
{
    private const int DeepestRow = 1_000_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AllowAnonymous().WithMetadata(new KeptWhole()).RequireCors(OpenDataRoom.EverySite).WithTags("v1").AddEndpointFilter((context, next) =>
        {
            // An answer is kept for everybody, whether or not the first who asked came from another site.
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            context.HttpContext.Response.Headers.AccessControlExposeHeaders = "ETag";
            return next(context);
        });
        api.MapGet("/catalogue", async (HttpContext context, DataDesk desk, CancellationToken cancel) => Found(await desk.CatalogueAsync(context.Request.Site(), cancel)))
            .Produces<CatalogueData>().Produces<Mistake>(404).WithName("catalogue").WithSummary("The catalogue in force: categories and items.");
        api.MapGet("/items", async (string? category, HttpContext context, DataDesk desk, CancellationToken cancel) =>
            Number("category", category) is { Mistake: { } mistake } ? Wrong(mistake) : All(await desk.ItemsAsync(context.Request.Site(), Number("category", category).Value, cancel)))
            .Produces<PageOf<ItemData>>().Produces<Mistake>(400).WithName("items").WithSummary("Items, all or those of a category.");
        api.MapGet("/coverage", async (string? year, DataDesk desk, CancellationToken cancel) => Number("year", year) is { Mistake: { } mistake } ? Wrong(mistake)
                : Number("year", year).Value is < 2000 or > 2100 ? Wrong(new Mistake("year", Say("open-data.wrong-year"))) : Found(await desk.CoverageAsync(Number("year", year).Value, cancel)))
            .Produces<CoverageData>().Produces<Mistake>(400).WithName("coverage").WithSummary("How every item stands in an academic year.");
        api.MapGet("/units", async (HttpContext context, DataDesk desk, CancellationToken cancel) => All(await desk.UnitsAsync(context.Request.Site(), cancel)))
            .Produces<PageOf<UnitData>>().WithName("units").WithSummary("Units in their official order.");
        api.MapGet("/records", RecordsAsync).Produces<PageOf<RecordRow>>().Produces<Mistake>(400).WithName("records").WithSummary("Public records, newest first, filtered and paged.");
        api.MapGet("/records/{indexNumber}", async (string indexNumber, HttpContext context, DataDesk desk, CancellationToken cancel) => Found(await desk.RecordAsync(context.Request.Site(), indexNumber, cancel)))
            .Produces<RecordData>().Produces<Mistake>(404).WithName("record").WithSummary("One record with its text, files and editions.");
        api.MapGet("/records/{indexNumber}/editions/{number:int}", async (string indexNumber, int number, HttpContext context, DataDesk desk, CancellationToken cancel) => Found(await desk.EditionAsync(context.Request.Site(), indexNumber, number, cancel)))
            .Produces<EditionData>().Produces<Mistake>(404).WithName("edition").WithSummary("One edition of a record.");
        api.MapGet("/attachments", FilesAsync).Produces<PageOf<AttachmentData>>().Produces<Mistake>(400).WithName("attachments").WithSummary("Files of public records, newest first.");
    }

    private static async Task<IResult> RecordsAsync(string? category, string? item, string? unit, string? kind, string? from, string? to, string? page, string? size, HttpContext context, DataDesk desk, CancellationToken cancel)
    {
        var (c, i, p, s, f, t) = (Number("category", category), Number("item", item), Page(page), Size(size), Day("from", from), Day("to", to));
        var known = Enum.TryParse<RecordKind>(kind, ignoreCase: true, out var k) && Enum.IsDefined(k) && !char.IsDigit(kind![0]);
        var mistake = c.Mistake ?? i.Mistake ?? p.Mistake ?? s.Mistake ?? f.Mistake ?? t.Mistake
            ?? (kind is null || known ? null : new Mistake("kind", Say("open-data.wrong-kind", string.Join(", ", Enum.GetNames<RecordKind>()))))
            ?? ((long)p.Value!.Value * s.Value!.Value > DeepestRow ? new Mistake("page", Say("open-data.wrong-page")) : null);
        if (mistake is not null)
        {
            return Wrong(mistake);
        }

        var filter = new RecordFilter { Category = c.Value, Item = i.Value, Unit = unit, Kind = known ? k : null, From = f.Value, To = t.Value, Page = p.Value!.Value, Size = s.Value!.Value };
        var (total, rows) = await desk.RecordsAsync(context.Request.Site(), filter, cancel);
        return Page(context, total, filter.Page, filter.Size, rows);
    }

    private static async Task<IResult> FilesAsync(string? type, string? page, string? size, HttpContext context, DataDesk desk, CancellationToken cancel)
    {
        var (p, s) = (Page(page), Size(size));
        if ((p.Mistake ?? s.Mistake ?? ((long)p.Value!.Value * s.Value!.Value > DeepestRow ? new Mistake("page", Say("open-data.wrong-page")) : null)) is { } mistake)
        {
            return Wrong(mistake);
        }

        var (total, rows) = await desk.FilesAsync(context.Request.Site(), type, p.Value!.Value, s.Value!.Value, cancel);
        return Page(context, total, p.Value.Value, s.Value.Value, rows);
    }

    private static JsonHttpResult<PageOf<T>> Page<T>(HttpContext context, int total, int page, int size, IReadOnlyList<T> rows)
    {
        var query = context.Request.Query.Where(q => q.Key != "page").ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        query["page"] = (page + 1).ToString(CultureInfo.InvariantCulture);
        var next = (long)page * size < total ? QueryHelpers.AddQueryString($"{context.Request.Site()}{context.Request.Path}", query) : null;
        return TypedResults.Json(new PageOf<T>(total, page, size, next, DataDesk.Licence, rows), Json);
    }

    private static IResult All<T>(IReadOnlyList<T> rows) => TypedResults.Json(new PageOf<T>(rows.Count, 1, Math.Max(1, rows.Count), null, DataDesk.Licence, rows), Json);

    private static IResult Found<T>(T? found)
        where T : class => found is null ? TypedResults.Json(new Mistake("", Say("open-data.not-found")), Json, statusCode: StatusCodes.Status404NotFound) : TypedResults.Json(found, Json);

    private static IResult Wrong(Mistake mistake) => TypedResults.Json(mistake, Json, statusCode: StatusCodes.Status400BadRequest);

    private static (int? Value, Mistake? Mistake) Page(string? typed) => Number("page", typed) switch
    {
        { Mistake: null, Value: null } => (1, null),
        { Value: < 1 } => (null, new Mistake("page", Say("open-data.wrong-number"))),
        var given => given,
    };

    private static (int? Value, Mistake? Mistake) Size(string? typed) => Number("size", typed) switch
    {
        { Mistake: null, Value: null } => (20, null),
        { Value: < 1 or > DataDesk.MostRows } => (null, new Mistake("size", Say("open-data.wrong-size", DataDesk.MostRows))),
        var given => given,
    };

    private static (int? Value, Mistake? Mistake) Number(string name, string? typed) =>
        string.IsNullOrEmpty(typed) ? (null, null)
        : int.TryParse(typed.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, null)
        : (null, new Mistake(name, Say("open-data.wrong-number")));

    private static (DateOnly? Value, Mistake? Mistake) Day(string name, string? typed) =>
        string.IsNullOrEmpty(typed) ? (null, null)
        : DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999 ? (day, null)
        : (null, new Mistake(name, Say("open-data.wrong-day")));

    private static string Say(string key, params object[] arguments) => new PageWords()[key, arguments].Value;
}
