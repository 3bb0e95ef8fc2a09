using System.Security.Claims;
using Gongkai.Web.Platform.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>Chooses the institution by the host name of the request; a sole institution answers any host. Before there is one, every
/// page leads to the set-up.</summary>
internal sealed class InstitutionByHost(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, GongkaiDb db, InstitutionScope scope)
    {
        var institutions = await db.Set<Institution>().AsNoTracking().OrderBy(i => i.Id).Take(2).ToListAsync(context.RequestAborted);
        if (institutions.Count == 0)
        {
            if (context.Request.Path.StartsWithSegments("/set-up") || context.Request.Path.StartsWithSegments("/error") || context.Request.Path.StartsWithSegments("/health"))
            {
                await next(context);
                return;
            }

            context.Response.Redirect($"{context.Request.PathBase}/set-up");
            return;
        }

        var institution = institutions.Count == 1 ? institutions[0] : await ByHostAsync(db, context.Request.Host.Host, context.RequestAborted);
        if (institution is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        scope.Choose(institution.Id);
        context.Items[nameof(Institution)] = institution;
        await next(context);
    }

    private static async Task<Institution?> ByHostAsync(GongkaiDb db, string host, CancellationToken cancel) =>
        (await db.Set<Institution>().AsNoTracking().ToListAsync(cancel))
            .Find(i => i.Hosts.Split('\n', StringSplitOptions.TrimEntries).Contains(host, StringComparer.OrdinalIgnoreCase));
}

/// <summary>Finds out who is acting. A closed account is signed out at its next request.</summary>
internal sealed class ActorOfRequest(RequestDelegate next)
{
    // All that is open to somebody whose password the program made.
    private static readonly PathString[] BeforePassword = ["/office/password", "/sign-in", "/sign-out", "/look.css", "/logo", "/elder", "/error"];

    public async Task InvokeAsync(HttpContext context, InstitutionScope scope, PeopleDesk people)
    {
        context.SetActor(Actor.Nobody);
        if (scope.IsChosen && context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Guid.TryParse(id, out var personId))
        {
            if (await people.ActorAsync(personId, context.RequestAborted) is { } actor)
            {
                context.SetActor(actor);
                if (actor.MustChangePassword && !BeforePassword.Any(path => context.Request.Path.StartsWithSegments(path)))
                {
                    context.Response.Redirect($"{context.Request.PathBase}/office/password");
                    return;
                }
            }
            else
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            }
        }

        await next(context);
    }
}

/// <summary>Who acts in a request, and for which institution.</summary>
public static class RequestActor
{
    /// <summary>Who is acting.</summary>
    public static Actor Actor(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[nameof(Institutions.Actor)] as Actor ?? Institutions.Actor.Nobody;
    }

    /// <summary>The institution of the request; null only during set-up.</summary>
    public static Institution? Institution(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[nameof(Institutions.Institution)] as Institution;
    }

    internal static void SetActor(this HttpContext context, Actor actor) => context.Items[nameof(Institutions.Actor)] = actor;
}
