using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Requests.Office;

internal sealed class TemplatesModel(LetterDesk desk, PageWords words) : OurPage
{
    public IReadOnlyList<LetterTemplate> Templates { get; private set; } = [];

    public LetterKind? Tried { get; private set; }

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public Task<IActionResult> OnPostAsync(LetterKind kind, string? title, string? body, CancellationToken cancel)
    {
        (Tried, Title, Body) = (kind, title ?? "", body ?? "");
        return TryAsync(
            async () =>
            {
                await desk.SetTemplateAsync(By, kind, Title, Body, cancel);
                return Go("/office/requests/templates", words["shared.saved"]);
            },
            async () =>
            {
                await LoadAsync(cancel);
                return Page();
            });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Permit.Require(RequestPermits.MayHandle(By));
        Templates = await desk.TemplatesAsync(cancel);
    }
}
