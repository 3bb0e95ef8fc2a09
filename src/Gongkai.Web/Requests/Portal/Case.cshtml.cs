using Gongkai.Web.Calendar;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.Web.Requests.Portal;

[NeverKept]
internal sealed class CaseModel(RequestDesk desk, SealedFiles files, SchoolCalendar calendar, CampusClock clock, RateGate gate, OwnCase own, PageWords words) : OurPage
{
    // Which moves the applicant is told of; what goes on inside the office is not.
    private static readonly RequestVerb[] Inside = [RequestVerb.Assign, RequestVerb.AnswerPart, RequestVerb.Draft, RequestVerb.Screen, RequestVerb.Return, RequestVerb.Approve, RequestVerb.Archive];

    private Guid? _id;

    public InformationRequest Case { get; private set; } = null!;

    public ClockFace Face { get; private set; } = null!;

    public string Typed { get; private set; } = "";

    public Outcome? Outcome => Outcomes.Find(Case.Reason)?.Outcome;

    public bool MayWithdraw => RequestLifecycle.After(Case.Status, RequestVerb.Withdraw, hasParts: true) is not null;

    public IReadOnlyList<RequestFile> Released => [.. Case.Files.Where(f => f.Use == RequestFileUse.Release && !f.IsHeld)];

    public IReadOnlyList<NoticeLetter> Letters => [.. Case.Letters.Where(l => l.IsForApplicant && l.Sealed.Length > 0).OrderBy(l => l.At)];

    public IReadOnlyList<RequestStep> Steps => [.. Case.Steps.Where(s => s.Verb is { } verb ? !Inside.Contains(verb) : s.Told.Length > 0).OrderByDescending(s => s.Number)];

    // Administrative Reconsideration Law Art. 20: 60 days; Administrative Litigation Law Art. 46: six months.
    public DateOnly? ReconsiderUntil => Case.ClosedOn?.AddDays(60);

    public DateOnly? SueUntil => Case.ClosedOn?.AddMonths(6);

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Response.Headers.CacheControl = "private, no-store";
        _id = own.Of(HttpContext);
        if (_id is null)
        {
            context.Result = Go(RequestLinks.Track);
        }
    }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public Task<IActionResult> OnPostClarifyAsync(string? text, List<IFormFile> upload, CancellationToken cancel)
    {
        Typed = text ?? "";
        return DoAsync(async () =>
        {
            var kept = new List<SealedFile>();
            foreach (var file in upload.Where(f => f.FileName.Length > 0).Take(5))
            {
                gate.Pass("upload", RateGate.AddressOf(HttpContext), 120, TimeSpan.FromHours(1));
                await using var content = file.OpenReadStream();
                kept.Add(await files.KeepAsync(content, file.FileName, file.Length, cancel));
            }

            await desk.ClarifyAsync(_id!.Value, Typed, kept, cancel);
        }, "requests.clarified", cancel);
    }

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) => DoAsync(() => desk.WithdrawAsync(_id!.Value, cancel), "requests.withdrawn", cancel);

    public Task<IActionResult> OnPostRateAsync(int rating, string? text, CancellationToken cancel) => DoAsync(() => desk.RateAsync(_id!.Value, rating, text ?? "", cancel), "requests.rating-kept", cancel);

    public IActionResult OnPostLeave()
    {
        OwnCase.Forget(HttpContext);
        return Go(RequestLinks.Front);
    }

    private Task<IActionResult> DoAsync(Func<Task> act, string done, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await act();
            return Go(RequestLinks.Case, words[done]);
        },
        async () =>
        {
            await LoadAsync(cancel);
            return Page();
        });

    private async Task LoadAsync(CancellationToken cancel)
    {
        Case = await desk.OwnAsync(_id!.Value, cancel);
        Face = new ClockFace(Case.Clock.Read(await calendar.OfAsync(cancel), clock.Today), Case.Clock.Rule, Case.IsClosed);
    }
}
