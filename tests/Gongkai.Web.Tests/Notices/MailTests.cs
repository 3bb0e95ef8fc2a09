using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Notices;

/// <summary>A site with a real mail server beside it.</summary>
public sealed class SiteWithMail : Site
{
    // Where Debian puts the interpreter that has its packages; another one may stand before it on the path.
    private const string Python = "/usr/bin/python3";

    private readonly int _port = FreePort();

    protected override string Smtp => $"smtp://127.0.0.1:{_port}?from=gongkai@test.example";

    /// <summary>Starts the mail server; what it takes is printed by it, a mail after the other.</summary>
    public Process StartMailServer()
    {
        var server = Process.Start(new ProcessStartInfo(File.Exists(Python) ? Python : "python3", ["-u", "-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{_port}", "-c", "aiosmtpd.handlers.Debugging", "stdout"]) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("No mail server could be started: install python3-aiosmtpd.");
        for (var tries = 0; tries < 100 && !server.HasExited; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                probe.Connect(IPAddress.Loopback, _port);
                return server;
            }
            catch (SocketException)
            {
                Thread.Sleep(100);
            }
        }

        throw new InvalidOperationException($"The mail server did not start: {server.StandardError.ReadToEnd()}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

public sealed class MailTests(SiteWithMail site) : IClassFixture<SiteWithMail>
{
    [Fact]
    public async Task A_mail_survives_a_dead_server_and_arrives_once_when_it_is_back()
    {
        var draft = await site.DraftAsync("等待审核的邮件通知");
        await site.MoveAsync(draft, "liaison", EditionVerb.Submit);
        Assert.Equal(0, await SendAsync());
        var waiting = await MailAsync();
        Assert.Null(waiting.SentAt);
        Assert.NotNull(waiting.LastError);

        using var server = site.StartMailServer();
        Assert.Equal(0, await SendAsync());
        site.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await SendAsync());
        Assert.Equal(0, await SendAsync());
        server.Kill();
        var taken = await server.StandardOutput.ReadToEndAsync();

        Assert.Contains("To: head@test.example", taken, StringComparison.Ordinal);
        Assert.Contains($"Message-Id: <{waiting.Id:N}@gongkai>", taken, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull((await MailAsync()).SentAt);
    }

    private Task<int> SendAsync() => site.WithAsync(give => give.GetRequiredService<MailDesk>().SendDueAsync());

    private Task<OutboxMail> MailAsync() => site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<OutboxMail>().AsNoTracking().SingleAsync());
}
