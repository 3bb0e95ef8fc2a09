using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Feeds.Portal;

/// <summary>Ends a subscription with one click, here or in the mail program (RFC 8058), which sends no token of ours: the sealed link is the right to do it.</summary>
[NeverKept]
[IgnoreAntiforgeryToken]
internal sealed class EndModel(SubscriptionDesk desk, FeedDesk feeds) : OurPage
{
    public string? Title { get; private set; }

    public string Token { get; private set; } = "";

    public bool IsDone { get; private set; }

    public async Task OnGetAsync(string? t, CancellationToken cancel)
    {
        Token = t ?? "";
        Title = await desk.FindAsync(t, cancel) is { } found && FeedScope.Read(found.Scope) is { } scope ? await feeds.TitleAsync(scope, cancel) : null;
    }

    public async Task OnPostAsync([FromForm(Name = "t")] string? typed, [FromQuery(Name = "t")] string? linked, CancellationToken cancel)
    {
        await desk.EndAsync(typed ?? linked, cancel);
        IsDone = true;
    }
}
