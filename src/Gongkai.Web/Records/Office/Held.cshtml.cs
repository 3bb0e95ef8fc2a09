using Gongkai.Engines;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Screening;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Office;

internal sealed class HeldModel(GongkaiDb db, RecordQueue queue, ScreeningDesk screening) : OurPage
{
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public ILookup<Guid, Finding> Found { get; private set; } = Array.Empty<Finding>().ToLookup(_ => Guid.Empty);

    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var readable = queue.Readable(By).Select(e => e.Id);
        var held = db.Set<Attachment>().AsNoTracking().Where(a => a.Hold == Hold.Held && a.Use != AttachmentUse.Source && readable.Contains(a.EditionId));
        Paging = new Paging(Paging.Sane(p), await held.CountAsync(cancel));
        Files = await held.Include(a => a.Edition!.Record!.Unit).OrderByDescending(a => a.Id).Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
        Found = await screening.FoundAsync([.. Files.Select(f => f.Id)], cancel);
    }
}
