using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Office;

internal sealed class ManageModel(GongkaiDb db, EndingDesk desk, CampusClock clock, PageWords words) : OurPage
{
    public Record Record { get; private set; } = null!;

    public string? Successor { get; private set; }

    public string? Notice { get; private set; }

    public DateTime Now => clock.UtcNow;

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public bool MayEnd => RecordPermits.MayEnd(By, Record.UnitId);

    public Task OnGetAsync(Guid id, CancellationToken cancel) => LoadAsync(id, cancel);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, string? notice, CancellationToken cancel)
    {
        Notice = notice;
        return DoAsync(id, () => desk.WithdrawAsync(By, id, notice ?? "", cancel), cancel);
    }

    public Task<IActionResult> OnPostSupersedeAsync(Guid id, string? successor, CancellationToken cancel) =>
        DoAsync(id, () => desk.SupersedeAsync(By, id, successor ?? "", cancel), cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, string? reason, CancellationToken cancel) =>
        DoAsync(id, () => desk.RemoveAsync(By, id, reason ?? "", cancel), cancel);

    public Task<IActionResult> OnPostRestoreAsync(Guid id, string? reason, CancellationToken cancel) =>
        DoAsync(id, () => desk.RestoreAsync(By, id, reason ?? "", cancel), cancel);

    public Task<IActionResult> OnPostTakeOutAsync(Guid id, Guid edition, string? reason, CancellationToken cancel) =>
        DoAsync(id, () => desk.TakeOutAsync(By, id, edition, reason ?? "", cancel), cancel);

    private Task<IActionResult> DoAsync(Guid id, Func<Task> act, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await act();
            return Go(RecordLinks.Manage(id), words["shared.saved"]);
        },
        async () =>
        {
            await LoadAsync(id, cancel);
            return Page();
        });

    private async Task LoadAsync(Guid id, CancellationToken cancel)
    {
        var record = await db.Set<Record>().AsNoTracking().Include(r => r.Editions).Include(r => r.Unit).AsSplitQuery().Where(r => r.Id == id).FirstOr404Async(cancel);
        Record = RecordPermits.MayRead(By, record.UnitId) ? record : throw new NotFoundException(nameof(Record));
        Successor = await db.Set<Record>().Where(r => r.Id == record.SupersededById).Select(r => r.IndexNumber).FirstOrDefaultAsync(cancel);
    }
}
