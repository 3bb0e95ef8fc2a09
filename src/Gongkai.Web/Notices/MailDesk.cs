using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Gongkai.Web.Notices;

/// <summary>Sends what waits in the outbox. A mail is claimed before it is sent, and a repeat bears the same Message-ID, so that a
/// mail server that took it twice can tell.</summary>
public sealed class MailDesk(GongkaiDb db, CampusClock clock, HostSettings settings, ILogger<MailDesk> log)
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>Sends every mail that is due.</summary>
    /// <returns>How many the mail server took.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel = default)
    {
        if (settings.Smtp is null)
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
            if (mine == 1 && await TrySendAsync(mail, cancel))
            {
                sent++;
            }
        }

        return sent;
    }

    /// <summary>Tries whether the mail server answers, with a mail to this address.</summary>
    public async Task TestAsync(string to, string subject, CancellationToken cancel = default) =>
        await SendAsync(new OutboxMail { Id = Guid.CreateVersion7(clock.UtcNow), To = to, Subject = subject, Body = subject, At = clock.UtcNow }, cancel);

    private async Task<bool> TrySendAsync(OutboxMail mail, CancellationToken cancel)
    {
        try
        {
            await SendAsync(mail, cancel);
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

    private async Task SendAsync(OutboxMail mail, CancellationToken cancel)
    {
        var server = new Uri(settings.Smtp ?? throw new ProblemException("notices.no-mail-server"));
        var message = new MimeMessage();
        var from = server.Query.StartsWith("?from=", StringComparison.Ordinal) ? Uri.UnescapeDataString(server.Query[6..]) : $"gongkai@{server.Host}";
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Subject = mail.Subject;
        message.MessageId = $"{mail.Id:N}@gongkai";
        message.Body = new TextPart("plain") { Text = mail.Body };

        using var client = new SmtpClient { Timeout = 20_000 };
        await client.ConnectAsync(server.Host, server.IsDefaultPort ? 25 : server.Port, server.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable, cancel);
        if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password])
        {
            await client.AuthenticateAsync(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password), cancel);
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
        .AddScoped<NoticeBoard>()
        .AddScoped<MailDesk>()
        .AddSingleton(new Platform.Work.Alarm(TimeSpan.FromSeconds(15), (provider, cancel) => provider.GetRequiredService<MailDesk>().SendDueAsync(cancel)));
}
