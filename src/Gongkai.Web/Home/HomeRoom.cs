using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home;

/// <summary>The first pages of both sides; the only room that looks into all the others.</summary>
public static class HomeRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddScoped<OfficeMenu>()
        .AddScoped<TodayDesk>()
        .AddSingleton<SetUpCode>()
        .AddSingleton<SetUpShelf>()
        .AddScoped<FirstHourDesk>()
        .AddScoped<SetUpDesk>()
        .AddSingleton(new InstitutionList(async (provider, cancel) =>
            await provider.GetRequiredService<GongkaiDb>().Set<Institution>().Select(i => i.Id).ToListAsync(cancel)));

    /// <summary>Maps what is no page: the school's colour and logo, the elder mode, whether the program is well.</summary>
    public static void MapHome(this WebApplication app)
    {
        app.MapGet("/health", async (GongkaiDb db, CancellationToken cancel) => await db.Database.CanConnectAsync(cancel) ? Results.Text("ok") : Results.StatusCode(503)).AllowAnonymous();
        app.MapGet("/look.css", (HttpContext context) =>
        {
            var colour = context.Institution()?.Colour ?? "#0b4f7a";
            context.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Text($":root{{--school:{colour};--tblr-primary:{colour}}}", "text/css");
        }).AllowAnonymous();
        app.MapGet("/logo", (HttpContext context, BlobStore blobs) => context.Institution() is { LogoHash: { } hash, LogoType: { } type }
            ? Results.File(blobs.Open(hash), type)
            : Results.NotFound()).AllowAnonymous();

        // Sets nothing but a preference of the reader, so it needs no form token; portal pages then stay the same for everybody.
        app.MapPost("/elder", (HttpContext context, [FromForm] string? back) =>
        {
            var on = context.Request.Cookies["gongkai.elder"] != "1";
            context.Response.Cookies.Append("gongkai.elder", on ? "1" : "0", new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true });
            return Results.LocalRedirect(back is ['/', not ('/' or '\\'), ..] ? back : "/");
        }).AllowAnonymous().DisableAntiforgery();
        app.MapPost("/sign-out", async (HttpContext context, Microsoft.AspNetCore.Identity.SignInManager<Person> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect($"{context.Request.PathBase}/");
        }).DisableAntiforgery();
    }
}
