using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Storage;

/// <summary>Many new rows of several tables in one save: each is stored as it is, or none.</summary>
public sealed class ManyRowsTests(Site site) : IClassFixture<Site>
{
    private static readonly DateTime At = new(2026, 3, 4, 1, 2, 3, DateTimeKind.Utc);

    [Fact]
    public async Task Rows_of_two_tables_saved_at_once_are_read_back_as_they_were()
    {
        var reader = (await site.ActorAsync("office")).Id;
        await SaveAsync(Enumerable.Range(0, 120).SelectMany(n => new object[] { NoticeOf(n, reader, $"第{n}件 “𠮷” 'or 1=1"), MailOf(n) }));

        await site.WithAsync(async give =>
        {
            var db = give.GetRequiredService<GongkaiDb>();
            var notices = await db.Set<Notice>().AsNoTracking().Where(n => n.Code == "test.many").OrderBy(n => n.Id).ToListAsync();
            Assert.Equal(Enumerable.Range(0, 120).Select(n => $"第{n}件 “𠮷” 'or 1=1"), notices.Select(n => n.About));
            Assert.All(notices, n => Assert.Equal((site.Institution, At), (n.InstitutionId, n.At)));
            Assert.Equal(40, notices.Count(n => n.ReadAt == At));
            Assert.Equal(80, notices.Count(n => n.ReadAt is null));
            var mails = await db.Set<OutboxMail>().AsNoTracking().Where(m => m.To == "many@test.example").OrderBy(m => m.Id).ToListAsync();
            Assert.Equal(Enumerable.Range(0, 120).Select(n => (n % 2 == 0, $"{n}")), mails.Select(m => (m.IsSealed, m.Subject)));
        });
    }

    [Fact]
    public async Task One_row_that_cannot_be_stored_keeps_all_out_and_is_named()
    {
        var reader = (await site.ActorAsync("office")).Id;
        await SaveAsync([NoticeOf(500, reader, "first")]);

        var error = await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(Enumerable.Range(400, 101).Select(n => NoticeOf(n, reader, "again"))));

        Assert.Contains(error.Entries, e => e.Entity is Notice { About: "again" });
        Assert.Equal(1, await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Notice>().CountAsync(n => n.About == "first")));
        Assert.Equal(0, await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Notice>().CountAsync(n => n.About == "again")));
    }

    private Task SaveAsync(IEnumerable<object> rows) => site.WithAsync(async give =>
    {
        var db = give.GetRequiredService<GongkaiDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    });

    private static Notice NoticeOf(int n, Guid reader, string about) =>
        new() { Id = Key(n), PersonId = reader, Code = "test.many", About = about, Link = "/", At = At, ReadAt = n % 3 == 0 ? At : null };

    private static OutboxMail MailOf(int n) => new() { Id = Key(n), To = "many@test.example", Subject = $"{n}", Body = "", IsSealed = n % 2 == 0, At = At, DueAt = At };

    private static Guid Key(int n) => new(n, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]);
}
