using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Records.Office;

internal sealed class ImportPreviewModel(RecordImport import, PageWords words) : OurPage
{
    public RecordSheet Sheet { get; private set; } = new([], []);

    public string FileName { get; private set; } = "";

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        var read = await import.FindAsync(By, id, cancel);
        (Sheet, FileName) = (read.Read<RecordSheet>(), read.FileName);
    }

    public Task<IActionResult> OnPostBeginAsync(Guid id, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await import.BeginAsync(By, id, cancel);
            return By.Holds(Role.DisclosureOffice) ? Go("/office/work", words["records.import-begun"]) : Go("/office/records?status=Draft", words["records.import-begun"]);
        },
        async () =>
        {
            await OnGetAsync(id, cancel);
            return Page();
        });

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel)
    {
        await import.ForgetAsync(By, id, cancel);
        return Go("/office/records/import", words["sheets.forgotten"]);
    }
}
