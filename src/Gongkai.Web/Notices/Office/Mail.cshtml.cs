using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Notices.Office;

internal sealed class MailModel(GongkaiDb db, MailDesk desk, PageWords words) : OurPage
{
    public int Waiting { get; private set; }

    public int Sent { get; private set; }

    public IReadOnlyList<OutboxMail> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin));
        var mails = db.Set<OutboxMail>().AsNoTracking();
        Waiting = await mails.CountAsync(m => m.SentAt == null, cancel);
        Sent = await mails.CountAsync(m => m.SentAt != null, cancel);
        Rows = await mails.OrderBy(m => m.SentAt != null).ThenByDescending(m => m.At).Take(50).ToListAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync(string? to, CancellationToken cancel) => TryAsync(
        async () =>
        {
            Permit.Require(By.Holds(Role.SystemAdmin));
            await desk.TestAsync(to ?? "", words["notices.test-subject"], cancel);
            return Go("/office/mail", words["notices.test-done"]);
        },
        async () =>
        {
            await OnGetAsync(cancel);
            return Page();
        });
}
