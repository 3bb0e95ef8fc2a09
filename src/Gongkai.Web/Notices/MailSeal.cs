using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Notices;

/// <summary>Seals mail to people outside while it lies in the outbox, with keys that lie apart from the data.</summary>
public sealed class MailSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("gongkai.private-mail");

    /// <summary>Seals a text.</summary>
    public string Close(string text) => _seal.Protect(text);

    /// <summary>A mail as it is sent. Its key, and with it the Message-ID, stays.</summary>
    /// <exception cref="CryptographicException">The keys folder is another one.</exception>
    public OutboxMail Opened(OutboxMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return new OutboxMail { Id = mail.Id, To = _seal.Unprotect(mail.To), Subject = mail.Subject, Body = _seal.Unprotect(mail.Body), At = mail.At };
    }
}
