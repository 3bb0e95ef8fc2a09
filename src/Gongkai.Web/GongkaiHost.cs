using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongkai.Web.Audit;
using Gongkai.Web.Calendar;
using Gongkai.Web.Cases;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Feeds;
using Gongkai.Web.Figures;
using Gongkai.Web.Home;
using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Notices;
using Gongkai.Web.OpenData;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;
using Gongkai.Web.Reports;
using Gongkai.Web.Requests;
using Gongkai.Web.Screening;
using Gongkai.Web.Search;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;

namespace Gongkai.Web;

/// <summary>Puts the rooms together into one program.</summary>
public static class GongkaiHost
{
    /// <summary>Makes the program, ready to run.</summary>
    public static WebApplication Build(HostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Directory.CreateDirectory(settings.Data);
        Directory.CreateDirectory(settings.Keys);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(GongkaiHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A long query is cut where it is read, not where it arrives.
            kestrel.Limits.MaxRequestLineSize = 128 * 1024;
            kestrel.Limits.MaxRequestBodySize = FileDesk.LargestForm;
        });
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
        // What is made for every request in case it is logged costs a twentieth of a kept page.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Gongkai", LogLevel.Information);

        builder.Services.AddPlatform(settings)
            .AddInstitutions()
            .AddAudit()
            .AddNotices()
            .AddCalendar()
            .AddCatalogue()
            .AddScreening()
            .AddRecords()
            .AddCases()
            .AddRequests()
            .AddLedger()
            .AddFigures()
            .AddReports()
            .AddSearch()
            .AddFeeds()
            .AddOpenData()
            .AddHome();

        var app = builder.Build();
        app.UsePipeline();
        app.MapRecords();
        app.MapRequests();
        app.MapLedger();
        app.MapReports();
        app.MapSearch();
        app.MapFeeds();
        app.MapOpenData();
        app.MapHome();
        app.MapRazorPages();

        // What no room answers is not found, for everybody: a sign-in page would say that there is something to find.
        app.MapFallback(() => Results.NotFound()).AllowAnonymous();
        return app;
    }

    /// <summary>Brings the database to the program's version, and the clock to the last act that was written down: if the machine's clock was
    /// set back while the program was down, time goes on from there instead of hiding what was published since.</summary>
    /// <returns>How far the machine's clock lies behind; zero when it does not.</returns>
    public static async Task<TimeSpan> OpenAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        await StorageSetup.MigrateAsync(services, cancel);
        await using var scope = services.CreateAsyncScope();
        var machine = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (await AuditTrail.LastAtAsync(scope.ServiceProvider.GetRequiredService<GongkaiDb>(), cancel) is not { } last || last <= machine)
        {
            return TimeSpan.Zero;
        }

        services.GetRequiredService<HighWaterMark>().Raise(last);
        return last - machine;
    }

    private static IServiceCollection AddPlatform(this IServiceCollection services, HostSettings settings)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        services.AddSingleton(settings)
            .AddSingleton(settings.Time)
            .AddSingleton(CampusZone.China)
            .AddSingleton<HighWaterMark>()
            .AddSingleton<CampusClock>()
            .AddSingleton<PageWords>()
            .AddSingleton<IStringLocalizer>(provider => provider.GetRequiredService<PageWords>())
            .AddSingleton<IStringLocalizerFactory, PageWordsFactory>()
            .AddSingleton(new BlobFolder(Path.Combine(settings.Data, "files")))
            .AddScoped<BlobStore>()
            .AddSingleton<PageShelf>()
            .AddStorage(settings.Data, settings.Postgres)
            .AddWork(settings.RunsAlarms);
        services.AddDataProtection().SetApplicationName("gongkai").PersistKeysToFileSystem(new DirectoryInfo(settings.Keys));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/";
            pages.Conventions.AddPages();
        }).AddViewLocalization().AddDataAnnotationsLocalization().AddMvcOptions(mvc =>
        {
            mvc.ModelMetadataDetailsProviders.Add(new EmptyStaysEmpty());
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        });
        services.AddSingleton<CookieTempDataProvider>().AddSingleton<ITempDataProvider, QuietTempData>();
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = FileDesk.LargestForm);
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddHttpContextAccessor();
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Path = "/";
            forgery.Cookie.Name = "gongkai.form";
            forgery.HeaderName = "X-Form-Token";
        });
        return services;
    }

    // What every request goes through before it reaches a room.
    private static void UsePipeline(this WebApplication app)
    {
        app.UseMiddleware<KeptPages>();
        app.UseResponseCompression();
        app.Use(Languages.ChooseAsync);
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Refusals.AnswerAsync,
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = context => Refusals.IsExpected(context.Exception),
        });
        app.UseSecurityHeaders(Headers.Policy());
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(app.Environment.WebRootPath),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        });
        app.UseRouting();
        app.UseCors();
        app.UseMiddleware<InstitutionByHost>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<ActorOfRequest>();
        app.UseMiddleware<KeepingPages>();
        app.UseAntiforgery();
    }
}
