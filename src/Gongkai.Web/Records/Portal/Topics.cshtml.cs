using Gongkai.Web.Institutions;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Portal;

internal sealed class TopicsModel(PublicRecords records, TopicDesk topics) : OurPage
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var counts = await records.For(By).Where(e => e.TopicSlug != "").GroupBy(e => e.TopicSlug).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Rows = [.. (await topics.AllAsync(cancel)).Where(t => t.IsListed).Select(t => new Row(t, counts.GetValueOrDefault(t.Slug)))];
    }

    internal sealed record Row(Topic Topic, int Records);
}
