using System.Globalization;
using System.Text;

namespace Gongkai.Web.Notices;

/// <summary>A mail server as a form asks for it, in the settings and at the set-up alike; what is typed full-width is taken as meant.</summary>
public sealed class MailForm
{
    /// <summary>Host name of the server; empty for none.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port, as typed.</summary>
    public string Port { get; set; } = "25";

    /// <summary>How the line is secured.</summary>
    public MailSecurity Security { get; set; }

    /// <summary>User name; empty where the server asks for none.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Password; never shown again.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address mails come from.</summary>
    public string Sender { get; set; } = "";

    /// <summary>Where a test goes.</summary>
    public string To { get; set; } = "";

    /// <summary>The server it names; a port that is no number becomes 0, which the desk refuses.</summary>
    public MailRoute Route() => new(
        Host.Normalize(NormalizationForm.FormKC).Trim(),
        int.TryParse(Port.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0,
        Security, UserName.Trim(), Password, Sender.Normalize(NormalizationForm.FormKC).Trim());
}
