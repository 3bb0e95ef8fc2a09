using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Reports.Office;

internal sealed class PartModel(ReportDesk desk, PageWords words) : OurPage
{
    public ReportPart Part { get; private set; } = null!;

    public string Typed { get; private set; } = "";

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        Part = await desk.PartAsync(By, id, cancel);
        Typed = Part.Text;
    }

    public Task<IActionResult> OnPostAsync(Guid id, int version, string? text, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await desk.AnswerAsync(By, id, version, text ?? "", cancel);
            return Go("/office/reports/parts", words["reports.part-sent"]);
        },
        async () =>
        {
            await OnGetAsync(id, cancel);
            Typed = text ?? "";
            return Page();
        });
}
