using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;

namespace Gongkai.Web.Requests.Portal;

[NeverKept]
internal sealed class LoggedModel(PublicAnswers answers, CampusClock clock) : OurPage
{
    public PublicAnswer Answer { get; private set; } = null!;

    public DateOnly On => clock.DayOf(Answer.LoggedAt);

    public async Task OnGetAsync(Guid id, CancellationToken cancel) => Answer = await answers.FindAsync(id, cancel);
}
