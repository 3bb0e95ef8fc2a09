using System.Net;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Institutions;

public sealed class AccountTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_person_is_changed_and_what_is_wrong_is_said_beside_the_field()
    {
        var id = await AddAsync("edited");
        using var system = await site.VisitAsAsync("system");
        await system.OpenAsync($"/office/people/{id}");

        await system.SubmitAsync("form[action*='Save']", ("Input.Name", "改名某"), ("Input.Email", "不完整"));
        var said = system.Page.QuerySelector("[data-valmsg-for='Input.Email']")!.TextContent;
        var kept = system.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value");
        await system.SubmitAsync("form[action*='Save']", ("Input.Name", "曾改名"), ("Input.Pinyin", "Zeng Gaiming"), ("Input.Email", "edited@test.example"), ("Input.IsPartyMember", "true"));

        Assert.Contains("不完整", said, StringComparison.Ordinal);
        Assert.Equal("改名某", kept);
        var person = await PersonAsync(id);
        Assert.Equal(("曾改名", "Zeng Gaiming", "edited@test.example", true), (person.Name, person.PinyinKey, person.Email, person.IsPartyMember));
        Assert.Contains("曾改名", system.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_signs_in_no_more_until_it_is_reopened()
    {
        var id = await AddAsync("closed");
        using var system = await site.VisitAsAsync("system");
        await PressAsync(system, id, "Close");
        using var closed = await site.VisitAsAsync("closed");
        Assert.Equal("/sign-in", closed.Path);

        await PressAsync(system, id, "Reopen");
        using var open = await site.VisitAsAsync("closed");
        Assert.Equal("/office", open.Path);
    }

    [Fact]
    public async Task A_reset_password_is_shown_once_opens_a_locked_account_and_must_be_changed()
    {
        var id = await AddAsync("forgot");
        using var visitor = site.Visit();
        for (var i = 0; i < 5; i++)
        {
            await visitor.SignInAsync("forgot", "wrong");
        }

        using var system = await site.VisitAsAsync("system");
        await system.OpenAsync($"/office/people/{id}");
        Assert.Contains("已锁定", system.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await PressAsync(system, id, "Reset");
        var password = system.Page.QuerySelectorAll("td code")[^1].TextContent;
        await system.OpenAsync($"/office/people/{id}");

        Assert.DoesNotContain(password, system.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await visitor.SignInAsync("forgot", password);
        Assert.Equal("/office/password", visitor.Path);
    }

    [Fact]
    public async Task A_lost_second_factor_is_cleared_and_a_lock_is_taken_off()
    {
        var id = await AddAsync("factor");
        await site.WithAsync(async give =>
        {
            var users = give.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Person>>();
            var person = (await users.FindByIdAsync(id.ToString()))!;
            await users.ResetAuthenticatorKeyAsync(person);
            await users.SetTwoFactorEnabledAsync(person, true);
            await users.SetLockoutEndDateAsync(person, new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        });
        using var system = await site.VisitAsAsync("system");

        await PressAsync(system, id, "Unlock");
        await PressAsync(system, id, "ClearFactor");

        using var visitor = await site.VisitAsAsync("factor");
        Assert.Equal("/office", visitor.Path);
        Assert.Equal(0, await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().CountAsync(t => t.UserId == id)));
    }

    [Theory]
    [InlineData("security")]
    [InlineData("office")]
    [InlineData("audit")]
    public async Task Nobody_but_the_system_administrator_touches_accounts(string who)
    {
        var by = await site.ActorAsync(who);
        var id = await AddAsync($"touched-{who}");

        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<AccountDesk>().CloseAsync(by, id)));
        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<AccountDesk>().ResetPasswordAsync(by, id)));
        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<AccountDesk>().ClearSecondFactorAsync(by, id)));
    }

    [Fact]
    public async Task People_stand_by_pinyin_whether_they_have_a_key_or_not()
    {
        Person Named(string name, string pinyin = "") => new() { Name = name, PinyinKey = pinyin, UserName = name };

        var sorted = PinyinOrder.Sort([Named("张三"), Named("曾四", "Zeng Si"), Named("阿五"), Named("李六", "Li Liu"), Named("刘七"), Named("重八", "Chong Ba")], p => p);

        Assert.Equal(["阿五", "重八", "刘七", "李六", "张三", "曾四"], sorted.Select(p => p.Name));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task The_list_is_filtered_and_taken_away_as_a_sheet_that_reads_back()
    {
        using var security = await site.VisitAsAsync("security");
        await security.OpenAsync("/office/people?role=Liaison&unit=" + site.Units["教务处"].Id);
        var names = security.Page.QuerySelectorAll("#people tbody tr td:nth-child(2)").Select(c => c.TextContent.Trim()).ToList();
        var csv = await security.Client.GetStringAsync(new Uri("/office/people?handler=Csv&q=liaison2", UriKind.Relative));

        Assert.Superset(new HashSet<string>(["liaison", "liaison2"]), new HashSet<string>(names));
        Assert.DoesNotContain("stranger", names);
        Assert.DoesNotContain("head", names);
        Assert.Contains("liaison2,教务处,liaison2@test.example,信息员,教务处", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_a_leaver_owns_is_shown_and_then_handed_over()
    {
        var (leaver, successor, deputy) = (await AddAsync("goes"), await AddAsync("stays"), await AddAsync("deputy"));
        var unit = site.Units["教务处"].Id;
        await site.WithAsync(give => give.GetRequiredService<PeopleDesk>().GrantAsync(Actor.Program, leaver, Role.Liaison, unit));
        var goes = await site.ActorAsync("goes");
        await site.WithAsync(give => give.GetRequiredService<PeopleDesk>().DelegateAsync(goes, deputy, Role.Liaison, unit, new DateOnly(2026, 4, 1)));
        var draft = await site.DraftAsync("要移交的草稿", "goes");
        await site.WithAsync(async give =>
        {
            await give.GetRequiredService<NoticeBoard>().TellAsync(Actor.Program, [leaver], "notices.returned", "要移交的消息", "/office");
            await give.GetRequiredService<GongkaiDb>().SaveChangesAsync();
        });

        using var security = await site.VisitAsAsync("security");
        await security.OpenAsync($"/office/people/{leaver}/hand-over");
        var shown = security.Text;
        await security.SubmitAsync("main form[method=post]", ("successor", successor.ToString()));

        Assert.Contains("要移交的草稿", shown, StringComparison.Ordinal);
        Assert.Contains("要移交的消息", shown, StringComparison.Ordinal);
        Assert.Contains("测试deputy", shown, StringComparison.Ordinal);
        Assert.Equal($"/office/people/{leaver}", security.Path);
        var stays = await site.ActorAsync("stays");
        Assert.True(stays.Holds(Role.Liaison, unit));
        Assert.True((await site.OpenAsync(draft)).WasWrittenBy(successor));
        Assert.True(await site.WithAsync(give => give.GetRequiredService<NoticeBoard>().For(stays).AnyAsync(n => n.About == "要移交的消息")));
        var delegated = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<RoleHolding>().AsNoTracking().Where(h => h.PersonId == deputy && h.DelegatedById == successor).SingleAsync());
        Assert.Equal(new DateOnly(2026, 4, 1), delegated.UntilOn);
        Assert.False((await PersonAsync(leaver)).IsActive);
        await security.OpenAsync($"/office/people/{leaver}/hand-over");
        Assert.Equal(HttpStatusCode.OK, security.Status);
    }

    [Fact]
    public async Task A_delegation_stands_under_ones_own_name_and_is_taken_back()
    {
        await AddAsync("helper");
        using var head = await site.VisitAsAsync("head");
        await head.OpenAsync("/office/me");
        var to = head.Page.QuerySelectorAll("select[name=to] option").First(o => o.TextContent.Contains("helper", StringComparison.Ordinal)).GetAttribute("value")!;
        await head.SubmitAsync("form[action*='Delegate']", ("to", to), ("until", "2026-03-20"));
        Assert.True((await site.ActorAsync("helper")).Holds(Role.UnitHead));

        await head.SubmitAsync("form[action*='TakeBack']");

        Assert.False((await site.ActorAsync("helper")).Holds(Role.UnitHead));
        Assert.Empty(head.Page.QuerySelectorAll("form[action*='TakeBack']"));
    }

    private static async Task PressAsync(Visitor system, Guid id, string handler)
    {
        await system.OpenAsync($"/office/people/{id}");
        Assert.NotNull(system.Page.QuerySelector($"button[formaction*='handler={handler}']"));
        var token = system.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await system.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/office/people/{id}?handler={handler}") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) });
    }

    private Task<Guid> AddAsync(string userName) => site.WithAsync(async give =>
        (await give.GetRequiredService<PeopleDesk>().AddAsync(Actor.Program, userName, $"测试{userName}", Site.Password, site.Units["教务处"].Id)).Id);

    private Task<Person> PersonAsync(Guid id) => site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Person>().AsNoTracking().FirstAsync(p => p.Id == id));
}
