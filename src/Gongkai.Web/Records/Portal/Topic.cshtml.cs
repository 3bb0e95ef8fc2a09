using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Portal;

internal sealed class TopicModel(PublicRecords records) : OurPage
{
    public string Slug { get; private set; } = "";

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(string slug, int? p, CancellationToken cancel)
    {
        Slug = slug;
        var visible = records.For(By).Where(e => e.TopicSlug == slug);
        var total = await visible.CountAsync(cancel);
        Paging = total > 0 ? new Paging(Paging.Sane(p), total) : throw new NotFoundException("topic");
        Lines = await visible.Lines().Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }
}
