using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Diagnostics;

namespace Gongkai.Web.Platform.Web;

/// <summary>Turns what desks throw into answers: 404, 409, 403, 400, with a page that says what to do.</summary>
internal static class Refusals
{
    public static bool IsExpected(Exception error) => error is NotFoundException or ConflictException or RefusedException or ProblemException or BadHttpRequestException;

    public static Task AnswerAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.Response.StatusCode = error switch
        {
            NotFoundException => 404,
            ConflictException => 409,
            RefusedException => 403,
            ProblemException => 400,
            BadHttpRequestException bad => bad.StatusCode,
            _ => 500,
        };
        if (error is ConflictException or RefusedException or ProblemException)
        {
            context.Items[nameof(Refusals)] = Say(error);
        }

        // Without a body the status code page is shown, in the reader's language.
        return Task.CompletedTask;
    }

    /// <summary>What was refused, in words, for the error page.</summary>
    public static string? Said(HttpContext context) => context.Items[nameof(Refusals)] as string;

    /// <summary>What a problem, a conflict or a refusal says, in words.</summary>
    public static string Say(Exception error)
    {
        IReadOnlyList<object> arguments = error switch { ConflictException c => c.Arguments, ProblemException p => p.Arguments, _ => [] };
        return new PageWords()[error.Message, [.. arguments.Select(Say)]].Value;
    }

    // A key of the word book is said in words.
    private static object Say(object argument) => argument is string key && key.StartsWith("enum.", StringComparison.Ordinal) ? new PageWords()[key].Value : argument;
}
