using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Records.Office;

internal sealed class AnswerModel(FeedbackDesk desk, CampusClock clock, PageWords words) : OurPage
{
    public Feedback Said { get; private set; } = null!;

    public string? Typed { get; private set; }

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(Guid id, CancellationToken cancel) => Said = await desk.For(By).Where(f => f.Id == id).FirstOr404Async(cancel);

    public Task<IActionResult> OnPostAsync(Guid id, string? answer, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await desk.AnswerAsync(By, id, answer ?? "", cancel);
            return Go("/office/feedback", words["shared.saved"]);
        },
        async () =>
        {
            Typed = answer;
            await OnGetAsync(id, cancel);
            return Page();
        });
}
