using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Notices.Office;

internal sealed class MailSettingsModel(MailServerDesk servers, MailDesk mail, HostSettings settings, PageWords words) : OurPage
{
    [BindProperty]
    public MailForm Input { get; set; } = new();

    public MailServer? Own { get; private set; }

    public bool HasProgram => settings.Smtp is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin));
        Own = await servers.OwnAsync(cancel);
        if (Own is { } own && !Request.HasFormContentType)
        {
            Input = new MailForm { Host = own.Host, Port = $"{own.Port}", Security = own.Security, UserName = own.UserName, Sender = own.Sender };
        }
    }

    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancel) => DoAsync(async () =>
    {
        await servers.ChangeAsync(By, Input.Route(), cancel);
        return Go("/office/settings/mail", words["notices.server-saved"]);
    }, cancel);

    /// <summary>Sends a mail with what is typed, before it is saved; a password left empty is the one that was saved.</summary>
    public Task<IActionResult> OnPostTestAsync(CancellationToken cancel) => DoAsync(async () =>
    {
        Permit.Require(By.Holds(Role.SystemAdmin));
        var route = Input.Route();
        if (route.Password.Length == 0 && await servers.RouteAsync(cancel) is { } saved && saved.UserName == route.UserName && saved.Host == route.Host)
        {
            route = route with { Password = saved.Password };
        }

        await mail.TestAsync(route.Checked(), Input.To.Trim(), words["notices.test-subject"], cancel);
        await OnGetAsync(cancel);
        Done = words["notices.test-done"];
        TempData["Done"] = Done;
        return Page();
    }, cancel);

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken cancel)
    {
        await servers.ForgetAsync(By, cancel);
        return Go("/office/settings/mail", words["notices.server-forgotten-said"]);
    }

    private Task<IActionResult> DoAsync(Func<Task<IActionResult>> act, CancellationToken cancel) => TryAsync(act, async () =>
    {
        await OnGetAsync(cancel);
        return Page();
    });
}
