using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Gongkai.Web.Notices;

/// <summary>Sends what waits in the outbox. A mail is claimed before it is sent, and a repeat bears the same Message-ID, so that a
/// mail server that took it twice can tell.</summary>
public sealed class MailDesk(GongkaiDb db, CampusClock clock, MailServerDesk servers, MailSeal seal, ILogger<MailDesk> log)
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>Sends every mail that is due.</summary>
    /// <returns>How many the mail server took.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel = default)
    {
        if (await servers.RouteAsync(cancel) is not { } route)
        {
            return 0;
        }

        var now = clock.UtcNow;
        var due = await db.Set<OutboxMail>().AsNoTracking().Where(m => m.SentAt == null && m.DueAt <= now && m.Attempts < 30).OrderBy(m => m.DueAt).Take(100).ToListAsync(cancel);
        var sent = 0;
        foreach (var mail in due)
        {
            var again = now + Claim;
            var mine = await db.Set<OutboxMail>().Where(m => m.Id == mail.Id && m.SentAt == null && m.Attempts == mail.Attempts)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.DueAt, again), cancel);
            if (mine == 1 && await TrySendAsync(mail, route, cancel))
            {
                sent++;
            }
        }

        return sent;
    }

    /// <summary>Tries whether the mail server answers, with a mail to this address.</summary>
    /// <exception cref="ProblemException"><c>notices.no-mail-server</c>, <c>notices.test-failed</c>, <c>notices.address-malformed</c>.</exception>
    public async Task TestAsync(string to, string subject, CancellationToken cancel = default) =>
        await TestAsync(await servers.RouteAsync(cancel) ?? throw new ProblemException("notices.no-mail-server"), to, subject, cancel);

    /// <summary>Tries whether a mail server that is not set yet answers.</summary>
    /// <exception cref="ProblemException"><c>notices.test-failed</c>, <c>notices.address-malformed</c>.</exception>
    public async Task TestAsync(MailRoute route, string to, string subject, CancellationToken cancel = default)
    {
        if (!to.Contains('@', StringComparison.Ordinal) || !MailboxAddress.TryParse(to, out _))
        {
            throw new ProblemException("notices.address-malformed");
        }

        try
        {
            await SendAsync(new OutboxMail { Id = Guid.CreateVersion7(clock.UtcNow), To = to, Subject = subject, Body = subject, At = clock.UtcNow }, route, cancel);
        }
        catch (Exception error) when (error is not (ProblemException or OperationCanceledException))
        {
            throw new ProblemException("notices.test-failed", error.Message);
        }
    }

    private async Task<bool> TrySendAsync(OutboxMail mail, MailRoute route, CancellationToken cancel)
    {
        try
        {
            await SendAsync(mail.IsSealed ? seal.Opened(mail) : mail, route, cancel);
            var now = clock.UtcNow;
            await db.Set<OutboxMail>().Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, now).SetProperty(m => m.LastError, (string?)null), cancel);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogWarning("Mail {Id} was not taken: {Reason}", mail.Id, error.Message);
            var reason = error.Message.Length > 300 ? error.Message[..300] : error.Message;
            var later = clock.UtcNow + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, mail.Attempts)));
            await db.Set<OutboxMail>().Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.LastError, reason).SetProperty(m => m.DueAt, later), cancel);
            return false;
        }
    }

    private static async Task SendAsync(OutboxMail mail, MailRoute route, CancellationToken cancel)
    {
        var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(route.Sender));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Subject = mail.Subject;
        message.MessageId = $"{mail.Id:N}@gongkai";
        if (mail.EndLink.Length > 0)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{mail.EndLink}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        message.Body = new TextPart("plain") { Text = mail.Body };

        using var client = new SmtpClient { Timeout = 20_000 };
        await client.ConnectAsync(route.Host, route.Port, route.Option, cancel);
        if (route.UserName.Length > 0)
        {
            await client.AuthenticateAsync(route.UserName, route.Password, cancel);
        }

        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }
}

/// <summary>Notices and mail.</summary>
public static class NoticesRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<MailSeal>()
        .AddScoped<NoticeBoard>()
        .AddScoped<MailDesk>()
        .AddScoped<MailServerDesk>()
        .AddScoped<Institutions.IBelongings, UnreadNotices>()
        .AddSingleton(new Platform.Work.Alarm(TimeSpan.FromSeconds(15), (provider, cancel) => provider.GetRequiredService<MailDesk>().SendDueAsync(cancel)));
}
