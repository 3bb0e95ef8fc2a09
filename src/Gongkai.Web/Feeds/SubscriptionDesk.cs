using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Records;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Gongkai.Web.Feeds;

/// <summary>Takes subscriptions by mail, confirms them, tells what is new once a day, ends them with one click.</summary>
public sealed class SubscriptionDesk(GongkaiDb db, CampusClock clock, NoticeBoard notices, FeedDesk feeds, IDataProtectionProvider keys)
{
    /// <summary>How many subscriptions one address may have.</summary>
    public const int MostOfOne = 20;

    /// <summary>From which hour of the campus day mail is written.</summary>
    public const int FromHour = 8;

    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan WaitForConfirmation = TimeSpan.FromDays(7);
    private readonly IDataProtector _seal = keys.CreateProtector("gongkai.subscription");

    /// <summary>Takes a subscription and mails its address for confirmation. What is answered is the same whether there was one already, so that nobody learns
    /// from it who reads what; and nobody's mailbox is filled: an address is asked once an hour at most for one thing.</summary>
    /// <exception cref="ProblemException"><c>feeds.email-malformed</c>.</exception>
    /// <exception cref="NotFoundException">There is nothing such to subscribe to.</exception>
    public async Task AskAsync(string email, FeedScope scope, string site, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        email = Folded(email);
        if (email.Length > 200 || !email.Contains('@', StringComparison.Ordinal) || !MailboxAddress.TryParse(email, out var parsed) || parsed.Address != email)
        {
            throw new ProblemException("feeds.email-malformed");
        }

        var title = await feeds.TitleAsync(scope, cancel);
        var now = clock.UtcNow;
        var subscription = await db.Set<Subscription>().FirstOrDefaultAsync(s => s.Email == email && s.Scope == scope.Path, cancel);
        if (subscription is { ConfirmedAt: not null } || (subscription is not null && subscription.AskedAt > now - AskAgainAfter)
            || (subscription is null && await db.Set<Subscription>().CountAsync(s => s.Email == email, cancel) >= MostOfOne))
        {
            return;
        }

        if (subscription is null)
        {
            subscription = new Subscription { Id = Guid.CreateVersion7(now), Email = email, Scope = scope.Path, Language = PageWords.Language, Site = site, CreatedAt = now, ToldUntil = now };
            db.Add(subscription);
        }

        subscription.AskedAt = now;
        notices.Mail(email, PageWords.In(subscription.Language, "feeds.confirm-subject", title), PageWords.In(subscription.Language, "feeds.confirm-body", title, Link(subscription, "confirm")));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The subscription a mail's link speaks of; null when the link is not ours or it was ended.</summary>
    public async Task<Subscription?> FindAsync(string? token, CancellationToken cancel = default) =>
        Open(token) is { } id ? await db.Set<Subscription>().FirstOrDefaultAsync(s => s.Id == id, cancel) : null;

    /// <summary>Confirms.</summary>
    public async Task<bool> ConfirmAsync(string? token, CancellationToken cancel = default)
    {
        if (await FindAsync(token, cancel) is not { } subscription)
        {
            return false;
        }

        subscription.ToldUntil = subscription.ConfirmedAt is null ? clock.UtcNow : subscription.ToldUntil;
        subscription.ConfirmedAt ??= clock.UtcNow;
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Ends, and erases the address.</summary>
    public async Task EndAsync(string? token, CancellationToken cancel = default)
    {
        if (Open(token) is { } id)
        {
            await db.Set<Subscription>().Where(s => s.Id == id).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>Writes the mail of the day to everybody for whom something is new; erases what was never confirmed. Ringing twice changes nothing.</summary>
    /// <returns>How many mails were written.</returns>
    public async Task<int> TellDueAsync(CancellationToken cancel = default)
    {
        var now = clock.UtcNow;
        var (before, from) = (now - WaitForConfirmation, clock.StartOf(clock.Today).AddHours(FromHour));
        await db.Set<Subscription>().Where(s => s.ConfirmedAt == null && s.AskedAt < before).ExecuteDeleteAsync(cancel);
        if (now < from)
        {
            return 0;
        }

        var due = await db.Set<Subscription>().Where(s => s.ConfirmedAt != null && s.ToldUntil < from).OrderBy(s => s.Id).Take(200).ToListAsync(cancel);
        var written = 0;
        foreach (var subscription in due)
        {
            written += await TellAsync(subscription, now, cancel) ? 1 : 0;
        }

        return written;
    }

    private async Task<bool> TellAsync(Subscription subscription, DateTime now, CancellationToken cancel)
    {
        var (title, entries) = ("", (IReadOnlyList<FeedEntry>)[]);
        try
        {
            var scope = FeedScope.Read(subscription.Scope) ?? throw new NotFoundException(nameof(FeedScope));
            (title, entries) = (await feeds.TitleAsync(scope, cancel), await feeds.EntriesAsync(scope, subscription.ToldUntil, cancel));
        }
        catch (NotFoundException)
        {
            // The item, unit or topic is no more; the subscription waits until it is again, or ends.
        }

        subscription.ToldUntil = now;
        if (entries.Count > 0)
        {
            var list = string.Join("\n\n", entries.Select(e => $"{e.Title}\n{clock.DayOf(e.UpdatedAt):yyyy-MM-dd}  {e.Unit}\n{subscription.Site}{RecordLinks.Show(e.IndexNumber)}"));
            var end = Link(subscription, "end");
            notices.Mail(subscription.Email, PageWords.In(subscription.Language, "feeds.mail-subject", title, entries.Count), PageWords.In(subscription.Language, "feeds.mail-body", list, end), end);
        }

        await db.SaveChangesAsync(cancel);
        return entries.Count > 0;
    }

    private string Link(Subscription subscription, string act) =>
        $"{subscription.Site}{(subscription.Language == "en" ? "/en" : "")}/subscribe/{act}?t={_seal.Protect(subscription.Id.ToString("N"))}";

    private Guid? Open(string? token)
    {
        try
        {
            return token is { Length: > 0 and < 500 } && Guid.TryParseExact(_seal.Unprotect(token), "N", out var id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    // Full-width letters are typed where an address is meant.
    private static string Folded(string typed) => typed.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
}
