using System.Security.Claims;
using Gongkai.Web.Platform.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>Chooses the institution by the host name of the request; a sole institution answers any host. Before there is one, every
/// page leads to the set-up.</summary>
internal sealed class InstitutionByHost(RequestDelegate next, KnownInstitutions known)
{
    public async Task InvokeAsync(HttpContext context, InstitutionScope scope)
    {
        var institutions = await known.AllAsync(context);
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

        var host = context.Request.Host.Host;
        var institution = institutions is [var only] ? only : institutions.FirstOrDefault(i => i.Hosts.Split('\n', StringSplitOptions.TrimEntries).Contains(host, StringComparer.OrdinalIgnoreCase));
        if (institution is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        scope.Choose(institution.Id);
        context.Items[nameof(Institution)] = institution;
        await next(context);
    }
}

/// <summary>The institutions of the deployment, read once for each public moment. To be read, never to be changed.</summary>
internal sealed class KnownInstitutions(PublicMoments moments)
{
    private Known? _known;

    public async ValueTask<IReadOnlyList<Institution>> AllAsync(HttpContext context)
    {
        // The moment is asked for first: what is read after it is as new or newer.
        var moment = context.Features.Get<PublicMoment>() ?? await moments.NowAsync(context.RequestAborted);
        if (_known is { } known && known.Version == moment.Version)
        {
            return known.All;
        }

        var all = await context.RequestServices.GetRequiredService<GongkaiDb>().Set<Institution>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(context.RequestAborted);
        _known = new Known(moment.Version, all);
        return all;
    }

    private sealed record Known(long Version, IReadOnlyList<Institution> All);
}

/// <summary>Finds out who is acting. A closed account is signed out at its next request.</summary>
internal sealed class ActorOfRequest(RequestDelegate next)
{
    // All that is open to somebody whose password the program made.
    private static readonly PathString[] BeforePassword = ["/office/password", "/sign-in", "/sign-out", "/look.css", "/logo", "/elder", "/error"];

    public async Task InvokeAsync(HttpContext context, InstitutionScope scope)
    {
        context.SetActor(Actor.Nobody);
        if (scope.IsChosen && context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Guid.TryParse(id, out var personId))
        {
            if (await context.RequestServices.GetRequiredService<PeopleDesk>().ActorAsync(personId, context.RequestAborted) is { } actor)
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
