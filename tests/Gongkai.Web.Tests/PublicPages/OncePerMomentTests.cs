using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.PublicPages;

/// <summary>What is read once for everybody is never older than the last change.</summary>
public sealed class OncePerMomentTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Who_asks_at_one_moment_shares_a_reading_and_the_next_change_is_read_at_once()
    {
        var readings = 0;
        var titles = Kept(async give =>
        {
            Interlocked.Increment(ref readings);
            await Task.Delay(50);
            return await give.GetRequiredService<PublicRecords>().For(Actor.Nobody).Select(e => e.Title).ToListAsync();
        });
        await site.PublishedAsync("共读之一");

        var together = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => NowAsync(titles)));
        Assert.All(together, seen => Assert.Equal(["共读之一"], seen));
        Assert.Equal(1, readings);

        await site.PublishedAsync("共读之二");
        Assert.Equal(["共读之一", "共读之二"], (await NowAsync(titles)).Order(StringComparer.Ordinal));
        Assert.Equal(2, readings);
    }

    [Fact]
    public async Task A_reading_that_failed_is_not_kept()
    {
        var isBroken = true;
        var answer = Kept(_ => isBroken ? throw new InvalidOperationException("disk") : Task.FromResult("read"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => NowAsync(answer));
        isBroken = false;
        Assert.Equal("read", await NowAsync(answer));
    }

    [Fact]
    public async Task The_counts_of_the_year_follow_a_withdrawal_at_once()
    {
        var (_, record, _) = await site.PublishedAsync("会撤下的一件");
        var before = await PublishedAsync();

        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<EndingDesk>().WithdrawAsync(office, record, "测试：撤回"));

        Assert.Equal(before - 1, await PublishedAsync());
    }

    private OncePerMoment<T> Kept<T>(Func<IServiceProvider, Task<T>> readAsync) =>
        new(site.Services.GetRequiredService<PublicMoments>(), site.Services.GetRequiredService<IServiceScopeFactory>(), readAsync);

    private Task<T> NowAsync<T>(OncePerMoment<T> kept) => site.WithAsync(give => kept.NowAsync(give.GetRequiredService<InstitutionScope>().Id));

    private async Task<int> PublishedAsync() => (await site.WithAsync(give => give.GetRequiredService<LedgerDesk>().ThisYearAsync())).Published;
}
