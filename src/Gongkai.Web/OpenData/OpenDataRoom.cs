using Gongkai.Web.OpenData.Api;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Work;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Gongkai.Web.OpenData;

/// <summary>What is public, as data: an API to read it, and files that hold all of it.</summary>
public static class OpenDataRoom
{
    internal const string EverySite = "every site";

    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddOpenData(this IServiceCollection services)
    {
        services.AddCors(cors => cors.AddPolicy(EverySite, policy => policy.AllowAnyOrigin().WithMethods("GET", "HEAD").WithExposedHeaders("ETag")));
        services.AddOpenApi("v1", openApi =>
        {
            openApi.ShouldInclude = api => api.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            openApi.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "Gongkai open data", Version = "v1", Description = "What a university discloses, as data. Published shapes never change; new ones are added.", License = new OpenApiLicense { Name = "CC BY 4.0", Url = new Uri(DataDesk.Licence) } };
                document.Servers = [new OpenApiServer { Url = "/" }];
                return Task.CompletedTask;
            });
        });
        return services.AddScoped<DataDesk>()
            .AddScoped<BulkDesk>()
            .AddSingleton<BulkGate>()
            .AddSingleton(new Alarm(TimeSpan.FromMinutes(15), (provider, cancel) => provider.GetRequiredService<BulkDesk>().MakeIfDueAsync(cancel)));
    }

    /// <summary>Maps the API, its description and the files.</summary>
    public static void MapOpenData(this WebApplication app)
    {
        DataEndpoints.Map(app);
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous().WithMetadata(new KeptWhole()).RequireCors(EverySite);
        app.MapGet("/open-data/records.{form}", async (string form, HttpContext context, BulkDesk desk, CancellationToken cancel) =>
        {
            if (!BulkDesk.Forms.TryGetValue(form, out var type))
            {
                return Results.NotFound();
            }

            var file = await desk.OpenAsync(form, context.Request.Site(), cancel);
            context.Response.Headers.CacheControl = "public, no-cache";
            return Results.Stream(file.Content, type, $"records.{form}", file.MadeAt, new EntityTagHeaderValue($"\"{file.Version}-{form}\""), enableRangeProcessing: true);
        }).AllowAnonymous().RequireCors(EverySite).ExcludeFromDescription();
    }
}
