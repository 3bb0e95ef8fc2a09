using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Notices;

/// <summary>The notices a leaver has not seen: the successor gets them.</summary>
internal sealed class UnreadNotices(GongkaiDb db, CampusClock clock) : IBelongings
{
    public async Task<IReadOnlyList<Belonging>> OfAsync(Guid personId, CancellationToken cancel) =>
        [.. (await Of(personId).AsNoTracking().OrderByDescending(n => n.At).ToListAsync(cancel)).Select(n => new Belonging("belongings.notice", n.About))];

    public async Task HandOverAsync(Actor by, Guid leaverId, Guid successorId, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        foreach (var notice in await Of(leaverId).ToListAsync(cancel))
        {
            db.Add(new Notice { Id = Guid.CreateVersion7(now), PersonId = successorId, Code = notice.Code, About = notice.About, Link = notice.Link, At = now });
            notice.ReadAt = now;
        }
    }

    private IQueryable<Notice> Of(Guid personId) => db.Set<Notice>().Where(n => n.PersonId == personId && n.ReadAt == null);
}
