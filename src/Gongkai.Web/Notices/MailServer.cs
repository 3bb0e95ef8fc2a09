using System.Security.Cryptography;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using MailKit.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MimeKit;

namespace Gongkai.Web.Notices;

/// <summary>The mail server a school set for itself; without one the program's own setting counts.</summary>
public sealed class MailServer : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Host name.</summary>
    public required string Host { get; set; }

    /// <summary>Port.</summary>
    public int Port { get; set; }

    /// <summary>How the connection is secured.</summary>
    public MailSecurity Security { get; set; }

    /// <summary>User name; empty for a server that asks for none.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The password, sealed with the keys that lie apart from the data.</summary>
    public string SealedPassword { get; set; } = "";

    /// <summary>The address mail comes from.</summary>
    public required string Sender { get; set; }

    /// <summary>Guards against two people changing it at once.</summary>
    public int Version { get; set; }
}

/// <summary>How a connection to a mail server is secured.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS where the server offers it.</summary>
    WhenOffered,

    /// <summary>TLS from the first byte, mostly on port 465.</summary>
    FromTheStart,

    /// <summary>None; only for a server in the same network.</summary>
    None,
}

/// <summary>All that is needed to hand a mail to a server.</summary>
public sealed record MailRoute(string Host, int Port, MailSecurity Security, string UserName, string Password, string Sender)
{
    /// <summary>The connection's option for the mail library.</summary>
    internal SecureSocketOptions Option => Security switch
    {
        MailSecurity.FromTheStart => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };

    /// <summary>A route as an address, like smtp://user:password@host:25?from=office@school.example.</summary>
    public static MailRoute Of(string address)
    {
        var server = new Uri(address);
        var (user, password) = server.UserInfo.Split(':', 2) is [{ Length: > 0 } name, var secret] ? (Uri.UnescapeDataString(name), Uri.UnescapeDataString(secret)) : ("", "");
        var sender = server.Query.StartsWith("?from=", StringComparison.Ordinal) ? Uri.UnescapeDataString(server.Query[6..]) : $"gongkai@{server.Host}";
        return new MailRoute(server.Host, server.IsDefaultPort ? 25 : server.Port, server.Scheme == "smtps" ? MailSecurity.FromTheStart : MailSecurity.WhenOffered, user, password, sender);
    }

    /// <summary>Checks what a person typed.</summary>
    /// <exception cref="ProblemException"><c>notices.host-missing</c>, <c>notices.port-malformed</c>, <c>notices.sender-malformed</c>.</exception>
    public MailRoute Checked()
    {
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            throw new ProblemException("notices.host-missing");
        }

        if (Port is < 1 or > 65535)
        {
            throw new ProblemException("notices.port-malformed");
        }

        return Sender.Contains('@', StringComparison.Ordinal) && MailboxAddress.TryParse(Sender, out _) ? this : throw new ProblemException("notices.sender-malformed");
    }
}

/// <summary>Keeps the school's mail server and says which way mail goes.</summary>
public sealed class MailServerDesk(GongkaiDb db, HostSettings settings, IDataProtectionProvider protection, AuditTrail audit, CampusClock clock)
{
    private readonly IDataProtector _seal = protection.CreateProtector("gongkai.mail-password");

    /// <summary>The school's own server; null when it set none.</summary>
    public Task<MailServer?> OwnAsync(CancellationToken cancel = default) => db.Set<MailServer>().AsNoTracking().FirstOrDefaultAsync(cancel);

    /// <summary>Which way mail goes: the school's own server, else the program's; null when there is neither.</summary>
    /// <exception cref="ProblemException"><c>notices.password-lost</c>: the keys folder is another one than when the password was typed.</exception>
    public async Task<MailRoute?> RouteAsync(CancellationToken cancel = default) => await OwnAsync(cancel) is { } own
        ? new MailRoute(own.Host, own.Port, own.Security, own.UserName, Open(own.SealedPassword), own.Sender)
        : settings.Smtp is { } address ? MailRoute.Of(address) : null;

    /// <summary>Sets the school's server. An empty password keeps the one that was set, as long as the user name stays.</summary>
    /// <exception cref="ProblemException">See <see cref="MailRoute.Checked"/>.</exception>
    public async Task ChangeAsync(Actor by, MailRoute route, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(route);
        Permit.Require(by.Holds(Role.SystemAdmin) || by == Actor.Program);
        route.Checked();
        var server = await db.Set<MailServer>().FirstOrDefaultAsync(cancel);
        if (server is null)
        {
            server = new MailServer { Id = Guid.CreateVersion7(clock.UtcNow), Host = route.Host, Sender = route.Sender };
            db.Add(server);
        }

        server.SealedPassword = route.UserName.Length == 0 ? ""
            : route.Password.Length > 0 ? _seal.Protect(route.Password)
            : server.UserName == route.UserName ? server.SealedPassword : "";
        (server.Host, server.Port, server.Security, server.UserName, server.Sender) = (route.Host, route.Port, route.Security, route.UserName, route.Sender);
        server.Version++;
        audit.Note(by, "notices.server-changed", server.Id, $"{route.Host}:{route.Port}");
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Forgets the school's server; the program's own setting counts again.</summary>
    public async Task ForgetAsync(Actor by, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.SystemAdmin));
        if (await db.Set<MailServer>().FirstOrDefaultAsync(cancel) is { } server)
        {
            db.Remove(server);
            audit.Note(by, "notices.server-forgotten", server.Id, server.Host);
            await db.SaveChangesAsync(cancel);
        }
    }

    private string Open(string sealedPassword)
    {
        try
        {
            return sealedPassword.Length == 0 ? "" : _seal.Unprotect(sealedPassword);
        }
        catch (CryptographicException)
        {
            throw new ProblemException("notices.password-lost");
        }
    }
}

internal sealed class MailServerMap : IEntityTypeConfiguration<MailServer>
{
    public void Configure(EntityTypeBuilder<MailServer> builder)
    {
        builder.ToTable("mail_servers");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
