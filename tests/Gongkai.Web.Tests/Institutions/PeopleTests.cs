using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Institutions;

public sealed class PeopleTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_time_opens_it()
    {
        await AddAsync("locked");
        using var visitor = site.Visit();
        for (var i = 0; i < 5; i++)
        {
            await visitor.SignInAsync("locked", "wrong");
        }

        await visitor.SignInAsync("locked", Site.Password);
        Assert.Contains("账号已锁定", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_one_person_holds_two_administrators_roles()
    {
        var system = await IdAsync("system");

        var refused = await Assert.ThrowsAsync<ProblemException>(() => site.WithAsync(give => give.GetRequiredService<PeopleDesk>().GrantAsync(Actor.Program, system, Role.SecurityAdmin)));

        Assert.Equal("people.administrators-apart", refused.Code);
    }

    [Fact]
    public async Task An_administrator_reads_no_content_and_grants_no_rights_of_another()
    {
        var draft = await site.DraftAsync("管理员看不到的草稿");
        using var system = await site.VisitAsAsync("system");

        await system.OpenAsync($"/office/editions/{draft}");
        var content = system.Status;
        await system.OpenAsync("/office/people");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, content);
        Assert.Empty(system.Page.QuerySelectorAll("form[action*='handler=Grant']"));
    }

    [Fact]
    public async Task A_delegated_role_ends_by_itself_after_its_last_day()
    {
        var colleague = await AddAsync("colleague");
        var head = await site.ActorAsync("head");
        var unit = site.Units["教务处"].Id;
        await site.WithAsync(give => give.GetRequiredService<PeopleDesk>().DelegateAsync(head, colleague, Role.UnitHead, unit, new DateOnly(2026, 3, 6)));
        Assert.True((await site.ActorAsync("colleague")).Holds(Role.UnitHead, unit));

        site.Time.SetUtcNow(new DateTimeOffset(2026, 3, 6, 16, 0, 0, TimeSpan.Zero));

        Assert.False((await site.ActorAsync("colleague")).Holds(Role.UnitHead, unit));
    }

    [Fact]
    public async Task A_leaver_hands_everything_over_and_signs_in_no_more()
    {
        var (leaver, successor) = (await AddAsync("leaver"), await AddAsync("successor"));
        var security = await site.ActorAsync("security");
        var unit = site.Units["财务处"].Id;
        await site.WithAsync(give => give.GetRequiredService<PeopleDesk>().GrantAsync(security, leaver, Role.Liaison, unit));
        using var visitor = await site.VisitAsAsync("leaver");
        await site.WithAsync(give => give.GetRequiredService<HandOverDesk>().HandOverAsync(security, leaver, successor));

        await visitor.OpenAsync("/office");
        var first = visitor.Path;
        await visitor.OpenAsync("/office");

        Assert.True((await site.ActorAsync("successor")).Holds(Role.Liaison, unit));
        Assert.DoesNotContain("新建公开信息", visitor.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", visitor.Path, StringComparison.Ordinal);
        Assert.NotNull(first);
    }

    [Fact]
    public async Task The_same_user_name_twice_is_refused_within_an_institution()
    {
        var refused = await Assert.ThrowsAsync<ProblemException>(() => AddAsync("office"));

        Assert.Equal("people.DuplicateUserName", refused.Code);
    }

    private Task<Guid> AddAsync(string userName) => site.WithAsync(async give =>
        (await give.GetRequiredService<PeopleDesk>().AddAsync(Actor.Program, userName, $"测试{userName}", Site.Password, site.Units["教务处"].Id)).Id);

    private Task<Guid> IdAsync(string userName) => site.WithAsync(give =>
        give.GetRequiredService<GongkaiDb>().Set<Person>().Where(p => p.UserName == userName).Select(p => p.Id).FirstAsync());
}
