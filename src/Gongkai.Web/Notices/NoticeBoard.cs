using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Notices;

/// <summary>Tells people what waits for them. Everything is a row written with the change it speaks of; nothing is sent before the save.</summary>
public sealed class NoticeBoard(GongkaiDb db, CampusClock clock, MailSeal seal)
{
    /// <summary>Writes a notice to everybody who holds a role for a unit today, and a mail to those with an address, except to the one who acts.</summary>
    public async Task TellAsync(Actor by, Role role, Guid unitId, string code, string about, string link, CancellationToken cancel = default) =>
        Tell(by, await HoldersAsync(role, unitId, cancel), code, about, link);

    /// <summary>Writes a notice to these people.</summary>
    public async Task TellAsync(Actor by, IReadOnlyCollection<Guid> people, string code, string about, string link, CancellationToken cancel = default) =>
        Tell(by, await db.Set<Person>().AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(cancel), code, about, link);

    /// <summary>Writes a notice to these people, read before: for many notices at once.</summary>
    public void Tell(Actor by, IEnumerable<Person> people, string code, string about, string link)
    {
        ArgumentNullException.ThrowIfNull(by);
        var now = clock.UtcNow;
        foreach (var person in people.Where(p => p.Id != by.Id && p.IsActive))
        {
            db.Add(new Notice { Id = Guid.CreateVersion7(now), PersonId = person.Id, Code = code, About = about, Link = link, At = now });
            if (!string.IsNullOrWhiteSpace(person.Email))
            {
                Mail(person.Email, PageWords.In(person.Language, code, about), PageWords.In(person.Language, "notices.mail-body", person.Name, PageWords.In(person.Language, code, about)));
            }
        }
    }

    /// <summary>Everybody who holds a role for a unit today.</summary>
    public async Task<IReadOnlyList<Person>> HoldersAsync(Role role, Guid unitId, CancellationToken cancel = default)
    {
        var today = clock.Today;
        var chain = await ChainAsync(unitId, cancel);
        var holders = db.Set<RoleHolding>()
            .Where(h => h.Role == role && h.FromOn <= today && (h.UntilOn == null || h.UntilOn >= today) && (h.UnitId == null || chain.Contains(h.UnitId.Value)))
            .Select(h => h.PersonId);
        return await db.Set<Person>().AsNoTracking().Where(p => holders.Contains(p.Id)).ToListAsync(cancel);
    }

    /// <summary>Puts a mail into the outbox; of a subscription, with the link that ends it.</summary>
    public void Mail(string to, string subject, string body, string endLink = "")
    {
        var now = clock.UtcNow;
        db.Add(new OutboxMail { Id = Guid.CreateVersion7(now), To = to, Subject = subject, Body = body, EndLink = endLink, At = now, DueAt = now });
    }

    /// <summary>Puts a mail into the outbox whose address and text are sealed until it is sent: for people outside, who gave them for one matter.</summary>
    public void MailPrivately(string to, string subject, string body)
    {
        var now = clock.UtcNow;
        db.Add(new OutboxMail { Id = Guid.CreateVersion7(now), To = seal.Close(to), Subject = subject, Body = seal.Close(body), IsSealed = true, At = now, DueAt = now });
    }

    /// <summary>A person's notices, newest first.</summary>
    public IQueryable<Notice> For(Actor by) => db.Set<Notice>().AsNoTracking().Where(n => n.PersonId == by.Id).OrderByDescending(n => n.At);

    /// <summary>Marks all notices of a person as seen.</summary>
    public Task SeenAsync(Actor by, CancellationToken cancel = default)
    {
        var now = clock.UtcNow;
        return db.Set<Notice>().Where(n => n.PersonId == by.Id && n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancel);
    }

    private async Task<List<Guid>> ChainAsync(Guid unitId, CancellationToken cancel)
    {
        var parents = await db.Set<Unit>().Select(u => new { u.Id, u.ParentId }).ToDictionaryAsync(u => u.Id, u => u.ParentId, cancel);
        var chain = new List<Guid>();
        for (Guid? unit = unitId; unit is { } id && !chain.Contains(id); unit = parents.GetValueOrDefault(id))
        {
            chain.Add(id);
        }

        return chain;
    }
}
