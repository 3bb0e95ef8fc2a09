using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Reports.Office;

internal sealed class TemplateModel(ReportDesk desk, PageWords words) : OurPage
{
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    public string? Key { get; private set; }

    public string Typed { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(ReportPermits.MayWrite(By));
        Texts = await desk.TemplateAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync(string? key, string? text, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await desk.ChangeTemplateAsync(By, key ?? "", text ?? "", cancel);
            return Go("/office/reports/template", words["reports.saved"]);
        },
        async () =>
        {
            (Key, Typed) = (key, text ?? "");
            await OnGetAsync(cancel);
            return Page();
        });
}
