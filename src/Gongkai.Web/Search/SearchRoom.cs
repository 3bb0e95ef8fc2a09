using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;

namespace Gongkai.Web.Search;

/// <summary>Full-text search of what is public.</summary>
public static class SearchRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<SearchIndexes>()
        .AddSingleton<FileTexts>()
        .AddScoped<IndexFeed>()
        .AddScoped<MissedDesk>()
        .AddScoped(give => new SearchDesk(
            give.GetRequiredService<SearchIndexes>(), give.GetRequiredService<GongkaiDb>(), give.GetRequiredService<PublicRecords>(), give.GetRequiredService<OncePerMoment<CatalogueFrame>>(),
            give.GetRequiredService<CampusClock>(), give.GetRequiredService<PageWords>()))
        .AddSingleton(new Alarm(TimeSpan.FromSeconds(2), (provider, cancel) =>
            provider.GetRequiredService<SearchIndexes>().Of(provider.GetRequiredService<InstitutionScope>().Id).BringAsync(TimeSpan.Zero, cancel)));

    /// <summary>Maps what helps while one types.</summary>
    public static void MapSearch(this WebApplication app) => app.MapGet("/search/suggest", async (string? q, HttpContext context, SearchDesk desk, CancellationToken cancel) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(await desk.SuggestAsync(context.Actor(), q ?? "", cancel: cancel));
    }).AllowAnonymous().ExcludeFromDescription();
}
