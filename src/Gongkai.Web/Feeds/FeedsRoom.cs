using System.Globalization;
using System.Text;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Work;

namespace Gongkai.Web.Feeds;

/// <summary>What is told without being asked again: feeds, mail, sitemaps.</summary>
public static class FeedsRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddScoped<FeedDesk>()
        .AddScoped<SubscriptionDesk>()
        .AddScoped<Sitemap>()
        .AddSingleton(new Alarm(TimeSpan.FromMinutes(10), (provider, cancel) => provider.GetRequiredService<SubscriptionDesk>().TellDueAsync(cancel)));

    /// <summary>Maps feeds, sitemaps and robots.txt.</summary>
    public static void MapFeeds(this WebApplication app)
    {
        app.MapGet("/feeds/{kind}.{form}", (string kind, string form, HttpContext context, FeedDesk desk, CancellationToken cancel) =>
            AnswerAsync(kind == "search" ? $"search?{context.Request.QueryString.Value?.TrimStart('?')}" : kind, form, context, desk, cancel)).AllowAnonymous().WithMetadata(new KeptWhole()).ExcludeFromDescription();
        app.MapGet("/feeds/{kind}/{key}.{form}", (string kind, string key, string form, HttpContext context, FeedDesk desk, CancellationToken cancel) =>
            AnswerAsync($"{kind}/{Uri.EscapeDataString(key)}", form, context, desk, cancel)).AllowAnonymous().WithMetadata(new KeptWhole()).ExcludeFromDescription();
        app.MapGet("/sitemap.xml", async (HttpContext context, Sitemap sitemap, CancellationToken cancel) =>
            Results.Bytes(await sitemap.WholeAsync(context.Request.Site(), cancel: cancel), "application/xml; charset=utf-8")).AllowAnonymous().WithMetadata(new KeptWhole()).ExcludeFromDescription();
        app.MapGet("/sitemap-{number:int}.xml", async (int number, HttpContext context, Sitemap sitemap, CancellationToken cancel) =>
            await sitemap.PartAsync(context.Request.Site(), number, cancel: cancel) is { } part ? Results.Bytes(part, "application/xml; charset=utf-8") : Results.NotFound()).AllowAnonymous().WithMetadata(new KeptWhole()).ExcludeFromDescription();
        app.MapGet("/robots.txt", (HttpContext context) => Results.Text(Robots(context.Request.Site()), "text/plain", Encoding.UTF8)).AllowAnonymous().WithMetadata(new KeptWhole()).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(string path, string form, HttpContext context, FeedDesk desk, CancellationToken cancel)
    {
        if (FeedScope.Read(path) is not { } scope || !FeedWriter.Types.TryGetValue(form, out var type))
        {
            return Results.NotFound();
        }

        // The index may be a moment late, so what it finds is not kept as if it were the whole truth of this moment.
        if (scope.Kind == FeedKind.Search)
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        var school = context.Institution()!;
        var name = school.NameIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en");
        var self = $"{context.Request.Site()}{context.Request.PathBase}{scope.Feed(form)}";
        var title = $"{await desk.TitleAsync(scope, cancel)} - {name}";
        return Results.Bytes(FeedWriter.Write(form, context.Request.Site(), self, title, name, school.CreatedAt, await desk.EntriesAsync(scope, cancel: cancel)), type);
    }

    private static string Robots(string site) => $"""
        User-agent: *
        Disallow: /office
        Disallow: /sign-in
        Disallow: /set-up
        Disallow: /search?
        Disallow: /search/
        Disallow: /subscribe
        Disallow: /en/office
        Disallow: /en/sign-in
        Disallow: /en/search?
        Disallow: /en/search/
        Disallow: /en/subscribe

        Sitemap: {site}/sitemap.xml

        """.ReplaceLineEndings("\n");
}
