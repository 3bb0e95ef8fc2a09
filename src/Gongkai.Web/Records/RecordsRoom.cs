using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Records;

/// <summary>Records, their editions, and their way to the public.</summary>
public static class RecordsRoom
{
    private static readonly Dictionary<string, string> InlineImages = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".bmp"] = "image/bmp",
    };

    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<BodyCleaner>()
        .AddScoped<PublicRecords>()
        .AddScoped<ISavedWith, PublicChanges<Record>>()
        .AddSingleton(new NextTurn((provider, after, cancel) => provider.GetRequiredService<PublicRecords>().NextTurnAsync(after, cancel)))
        .AddScoped<RecordDesk>()
        .AddScoped<ReviewDesk>()
        .AddScoped<BulkDesk>()
        .AddScoped<EndingDesk>()
        .AddScoped<FileDesk>()
        .AddScoped<FeedbackDesk>()
        .AddScoped<Checklist>()
        .AddScoped<RecordQueue>()
        .AddScoped<RouteDesk>()
        .AddScoped<TopicDesk>()
        .AddScoped<ItemSuggestion>()
        .AddScoped<IBelongings, Unfinished>()
        .AddScoped<RecordSheetReader>()
        .AddScoped<RecordImport>()
        .AddScoped<IJobWorker, RecordImportWorker>()
        .AddScoped<Rescan>()
        .AddScoped<IJobWorker, RescanWorker>()
        .AddSingleton(new Alarm(TimeSpan.FromHours(6), (provider, cancel) => provider.GetRequiredService<Rescan>().AskIfDueAsync(cancel)))
        .AddScoped<IndexNumbers>();

    /// <summary>Maps the addresses of files.</summary>
    public static void MapRecords(this WebApplication app) => app.MapGet("/files/{id:guid}/{name?}", FileAsync).AllowAnonymous();

    // Who may have a file is decided before its ETag or a range is looked at, so that no condition reveals that it exists.
    private static async Task<IResult> FileAsync(Guid id, HttpContext context, PublicRecords records, GongkaiDb db, BlobStore blobs, CancellationToken cancel)
    {
        var by = context.Actor();
        var file = await records.Files(by).FirstOrDefaultAsync(a => a.Id == id, cancel);
        var isPublic = file is not null;
        if (file is null && by.IsStaff)
        {
            var found = await db.Set<Attachment>().AsNoTracking().Include(a => a.Edition!.Record).FirstOrDefaultAsync(a => a.Id == id, cancel);
            file = found is not null && RecordPermits.MayRead(by, found.Edition!.Record!.UnitId) ? found : null;
        }

        if (file is null)
        {
            throw new NotFoundException(nameof(Attachment));
        }

        context.Response.Headers.CacheControl = isPublic ? "public, no-cache" : "private, no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var inline = file.Type == "image" && InlineImages.TryGetValue(Path.GetExtension(file.Name), out var type) ? type : null;
        return Results.File(blobs.Open(file.Hash), inline ?? "application/octet-stream", inline is null ? file.Name : null,
            entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }
}
