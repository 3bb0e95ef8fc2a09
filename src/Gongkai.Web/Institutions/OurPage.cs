using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Institutions;

/// <summary>What every page knows: who acts, for which institution, in which language; and how it goes on.</summary>
public abstract class OurPage : PageModel
{
    /// <summary>Who is acting.</summary>
    public Actor By => HttpContext.Actor();

    /// <summary>The institution.</summary>
    public Institution School => HttpContext.Institution() ?? throw new NotFoundException(nameof(Institution));

    /// <summary>What the last act on this page did, told once after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>What spoke against the act, said at the top of the form.</summary>
    public string? Problem { get; set; }

    /// <summary>What is sent to a page under a name it does not know is not found, never an error page.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.HandlerMethod is null && HttpMethods.IsPost(Request.Method))
        {
            context.Result = NotFound();
        }
    }

    /// <summary>Goes to an address of ours, in the reader's language.</summary>
    protected IActionResult Go(string link, string? done = null)
    {
        Done = done ?? Done;
        return LocalRedirect($"{Request.PathBase}{link}");
    }

    /// <summary>Does something; a judgement against it or a race is said on this page with what was typed still in place.</summary>
    protected async Task<IActionResult> TryAsync(Func<Task<IActionResult>> act, Func<Task<IActionResult>> again)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(again);
        try
        {
            return await act();
        }
        catch (Exception error) when (error is ProblemException or ConflictException)
        {
            Problem = Refusals.Say(error);
            Response.StatusCode = error is ConflictException ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return await again();
        }
    }
}
