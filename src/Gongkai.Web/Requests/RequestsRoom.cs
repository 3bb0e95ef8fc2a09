using Gongkai.Engines.Documents;
using Gongkai.Web.Calendar;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Paper;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>Requests for information (依申请公开), from the first word to the closed file.</summary>
public static class RequestsRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddScoped<RequestPolicyDesk>()
        .AddScoped<RequestMoves>()
        .AddScoped<RequestDesk>()
        .AddScoped<RequestRegister>()
        .AddSingleton(provider => new Intake<SentForm, RequestReceipt>(
            provider.GetRequiredService<IServiceScopeFactory>(), (give, sent) => give.GetRequiredService<RequestRegister>().EnterAsync(sent)))
        .AddScoped<HandlingDesk>()
        .AddScoped<WaitingDesk>()
        .AddScoped<DecisionDesk>()
        .AddScoped<AfterDesk>()
        .AddScoped<PersonDesk>()
        .AddScoped<Office.MoveForms>()
        .AddScoped<LetterDesk>()
        .AddScoped<RequestQueue>()
        .AddScoped<RequestStatistics>()
        .AddScoped<RequestReminders>()
        .AddScoped<PublicAnswers>()
        .AddScoped<SuggestionDesk>()
        .AddSingleton<OwnCase>()
        .AddSingleton(new CaseFiles((provider, hashes, cancel) =>
            provider.GetRequiredService<GongkaiDb>().Set<InformationRequest>().SelectMany(r => r.Files).Where(f => hashes.Contains(f.Hash)).Select(f => f.Hash).ToListAsync(cancel)))
        .AddSingleton(new ScheduleWatcher((provider, cancel) => provider.GetRequiredService<RequestReminders>().RecomputeAsync(cancel)))
        .AddSingleton(new Alarm(TimeSpan.FromMinutes(30), async (provider, cancel) =>
        {
            // Recomputing again is for the night a program died between loading a schedule and telling the cases.
            await provider.GetRequiredService<RequestReminders>().RecomputeAsync(cancel);
            await provider.GetRequiredService<RequestReminders>().RemindAsync(cancel);
        }))
        .AddSingleton(new Alarm(TimeSpan.FromHours(12), (provider, cancel) => provider.GetRequiredService<PersonDesk>().PurgeDueAsync(cancel)));

    /// <summary>Maps what is no page: the form on paper, and the files of an opened case.</summary>
    public static void MapRequests(this WebApplication app)
    {
        app.MapGet("/requests/form.docx", (HttpContext context, PageWords words) => Results.File(
            LetterDocument.Form(words["requests.paper-title", context.Institution()!.Name].Value, [.. PaperHeads.Select(h => words[h].Value)], [words["requests.paper-note"].Value]),
            OfficialPaper.DocxType, "request-form.docx")).AllowAnonymous();
        app.MapGet("/requests/files/{id:guid}", FileAsync).AllowAnonymous();
        app.MapGet("/requests/letters/{id:guid}/{kind}", LetterAsync).AllowAnonymous();
    }

    private static readonly string[] PaperHeads =
    [
        "requests.applicant-kind", "requests.name", "requests.organisation", "requests.document", "requests.telephone", "requests.email", "requests.address", "requests.matter", "requests.description",
        "requests.purpose", "requests.form", "requests.way", "requests.waiver", "requests.signed",
    ];

    // A released file, to whoever opened the case, once it is answered; anything else is not found.
    private static async Task<IResult> FileAsync(Guid id, HttpContext context, OwnCase own, RequestDesk desk, BlobStore blobs, CancellationToken cancel)
    {
        var request = own.Of(context) is { } caseId ? await desk.OwnAsync(caseId, cancel) : null;
        var file = request is { Status: RequestStatus.Answered or RequestStatus.Archived } ? request.Files.FirstOrDefault(f => f.Id == id && f.Use == RequestFileUse.Release && !f.IsHeld) : null;
        if (file is null)
        {
            throw new NotFoundException(nameof(RequestFile));
        }

        Private(context);
        return Results.File(blobs.Open(file.Hash), "application/octet-stream", file.Name);
    }

    private static async Task<IResult> LetterAsync(Guid id, string kind, HttpContext context, OwnCase own, RequestDesk desk, LetterDesk letters, CancellationToken cancel)
    {
        var request = own.Of(context) is { } caseId ? await desk.OwnAsync(caseId, cancel) : null;
        var text = request?.Letters.FirstOrDefault(l => l.Id == id && l.IsForApplicant) is { } letter ? letters.TextOf(letter) : null;
        if (text is null)
        {
            throw new NotFoundException(nameof(NoticeLetter));
        }

        Private(context);
        var (bytes, type, name) = await AsFileAsync(text, kind, cancel);
        return Results.File(bytes, type, name);
    }

    /// <summary>A letter as a file to take away.</summary>
    /// <exception cref="ProblemException"><c>requests.no-pdf</c>.</exception>
    internal static async Task<(byte[] Bytes, string Type, string Name)> AsFileAsync(LetterText text, string kind, CancellationToken cancel)
    {
        switch (kind)
        {
            case "docx":
                return (LetterDocument.Docx(text), OfficialPaper.DocxType, $"{text.Title}.docx");
            case "pdf" when LetterDocument.MakesPdf:
                try
                {
                    return (await Task.Run(() => LetterDocument.Pdf(text, cancel)!, cancel), "application/pdf", $"{text.Title}.pdf");
                }
                catch (DocumentException)
                {
                    throw new ProblemException("requests.no-pdf");
                }

            default:
                throw new NotFoundException(nameof(NoticeLetter));
        }
    }

    private static void Private(HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
    }
}
