using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Reports.Office;

internal sealed class HistoryModel(HistoryDesk desk, PageWords words) : OurPage
{
    public IReadOnlyList<ReadReport> Reports { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool MayWrite => ReportPermits.MayWrite(By);

    /// <summary>The reading whose form was refused, and what was typed.</summary>
    public Guid Asked { get; private set; }

    public (string Value, string Reason) Typed { get; private set; } = ("", "");

    public async Task<IActionResult> OnGetAsync(int? p, CancellationToken cancel)
    {
        var page = Paging.Sane(p);
        (Reports, var total) = await desk.PageAsync(By, page, cancel);
        Paging = new Paging(page, total, HistoryDesk.OnAPage);
        return Page();
    }

    public Task<IActionResult> OnPostReadAsync(int? p, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await desk.AskAsync(By, cancel);
            return Go("/office/work", words["reports.history-asked"]);
        },
        () => OnGetAsync(p, cancel));

    public Task<IActionResult> OnPostAcceptAllAsync(Guid edition, int? p, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await desk.AcceptAllAsync(By, edition, cancel);
            return Back(p, $"r{edition}");
        },
        () => OnGetAsync(p, cancel));

    public Task<IActionResult> OnPostAcceptAsync(Guid id, int version, int? p, CancellationToken cancel) => SettleAsync(id, p, () => desk.AcceptAsync(By, id, version, cancel), cancel);

    public Task<IActionResult> OnPostCorrectAsync(Guid id, int version, string? value, string? reason, int? p, CancellationToken cancel)
    {
        Typed = (value ?? "", reason ?? "");
        return SettleAsync(id, p, () => desk.CorrectAsync(By, id, version, value ?? "", reason ?? "", cancel), cancel);
    }

    public Task<IActionResult> OnPostDropAsync(Guid id, int version, string? value, string? reason, int? p, CancellationToken cancel)
    {
        Typed = (value ?? "", reason ?? "");
        return SettleAsync(id, p, () => desk.DropAsync(By, id, version, reason ?? "", cancel), cancel);
    }

    private Task<IActionResult> SettleAsync(Guid id, int? p, Func<Task> act, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await act();
            return Back(p, $"f{id}");
        },
        () =>
        {
            Asked = id;
            return OnGetAsync(p, cancel);
        });

    private IActionResult Back(int? p, string place) => Go($"{ReportLinks.History}?p={Paging.Sane(p)}#{place}", words["reports.saved"]);
}
