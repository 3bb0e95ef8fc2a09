using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Portal;

internal sealed class TopicModel(PublicRecords records, TopicDesk topics) : OurPage
{
    public Topic Topic { get; private set; } = null!;

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(string slug, int? p, CancellationToken cancel)
    {
        Topic = (await topics.AllAsync(cancel)).FirstOrDefault(t => t.Slug == slug) ?? throw new NotFoundException(nameof(Topic));
        var visible = records.For(By).Where(e => e.TopicSlug == slug);
        Paging = new Paging(Paging.Sane(p), await visible.CountAsync(cancel));
        Lines = await visible.Lines().Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }
}
