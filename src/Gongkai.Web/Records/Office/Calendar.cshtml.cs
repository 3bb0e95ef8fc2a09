using System.Globalization;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Office;

internal sealed class CalendarModel(RecordQueue queue, CampusClock clock) : OurPage
{
    private const int Most = 50;

    public IReadOnlyList<Edition> Ahead { get; private set; } = [];

    public IReadOnlyList<Edition> Ending { get; private set; } = [];

    public IReadOnlyList<Edition> Behind { get; private set; } = [];

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public string TimeOf(DateTime at) => clock.ToCampus(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var all = queue.Readable(By).Include(e => e.Record!.Unit);
        Ahead = await all.Where(e => e.PublishedAt > now).OrderBy(e => e.PublishedAt).Take(Most).ToListAsync(cancel);
        Ending = await all.Where(e => e.PublishedAt <= now && e.ReplacedAt == null && e.Record!.End == RecordEnd.None && e.ExpiresAt > now).OrderBy(e => e.ExpiresAt).Take(Most).ToListAsync(cancel);
        Behind = await all.Where(e => e.PublishedAt <= now).OrderByDescending(e => e.PublishedAt).Take(20).ToListAsync(cancel);
    }
}
