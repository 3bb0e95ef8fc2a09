using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;

namespace Gongkai.Web.Feeds.Portal;

/// <summary>Opened from the mail. A link alone confirms nothing: programs that look through mail open links.</summary>
[NeverKept]
internal sealed class ConfirmModel(SubscriptionDesk desk, FeedDesk feeds) : OurPage
{
    public string? Title { get; private set; }

    public string Token { get; private set; } = "";

    public bool IsDone { get; private set; }

    public async Task OnGetAsync(string? t, CancellationToken cancel)
    {
        Token = t ?? "";
        Title = await desk.FindAsync(t, cancel) is { } found && FeedScope.Read(found.Scope) is { } scope ? await feeds.TitleAsync(scope, cancel) : null;
    }

    public async Task OnPostAsync(string? t, CancellationToken cancel) => IsDone = await desk.ConfirmAsync(t, cancel);
}
