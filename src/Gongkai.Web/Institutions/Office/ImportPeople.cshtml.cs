using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Institutions.Office;

internal sealed class ImportPeopleModel(PeopleImportDesk import, PageWords words) : OurPage
{
    public PeopleSheet Sheet { get; private set; } = new([], []);

    public string FileName { get; private set; } = "";

    public IReadOnlyList<PasswordSlip> Slips { get; private set; } = [];

    public int Proposed { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        var read = await import.FindAsync(By, id, cancel);
        (Sheet, FileName) = (read.Read<PeopleSheet>(), read.FileName);
    }

    // Shown in the answer itself, not after a redirect: the passwords are kept nowhere.
    public Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await OnGetAsync(id, cancel);
            Slips = await import.KeepAsync(By, id, cancel);
            Proposed = Sheet.People.Sum(p => p.Roles.Count);
            Response.Headers.CacheControl = "no-store";
            return Page();
        },
        async () =>
        {
            await OnGetAsync(id, cancel);
            return Page();
        });

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel)
    {
        await import.ForgetAsync(By, id, cancel);
        return Go("/office/people", words["sheets.forgotten"]);
    }
}
