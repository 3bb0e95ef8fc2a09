using System.Net;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Institutions;

public sealed class PeopleImportTests(Site site) : IClassFixture<Site>
{
    private const string Heads = "姓名,拼音,用户名,单位,邮箱,角色,角色单位\n";

    [Fact]
    public async Task A_sheet_is_looked_at_first_and_its_odd_lines_are_named()
    {
        using var system = await site.VisitAsAsync("system");
        await ReadAsync(system, "曾例,Zeng Li,p-zeng,教务处,zeng@test.example,信息员,\n无名,,,教务处,,,\n李例,,p-li,没有的处,,,\n王例,,p-wang,财务处,不是邮箱,大王,\n重例,,office,教务处,,,\n");

        var problems = system.Page.QuerySelectorAll(".checks li").Select(l => l.TextContent).ToList();

        Assert.StartsWith("/office/people/import/", system.Path, StringComparison.Ordinal);
        Assert.Contains(problems, p => p.Contains("第 3 行", StringComparison.Ordinal) && p.Contains("用户名", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("第 4 行", StringComparison.Ordinal) && p.Contains("没有的处", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("第 5 行", StringComparison.Ordinal) && p.Contains("大王", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("第 6 行", StringComparison.Ordinal) && p.Contains("office", StringComparison.Ordinal));
        Assert.False(await IsKnownAsync("p-zeng"));

        await PostAsync(system, system.Path + "?handler=Forget");
        Assert.False(await IsKnownAsync("p-zeng"));
    }

    [Fact]
    public async Task Accounts_begin_with_a_password_shown_once_that_must_be_changed_first()
    {
        using var system = await site.VisitAsAsync("system");
        await ReadAsync(system, "首例,Shou Li,p-first,教务处,first@test.example,信息员,\n");
        await KeepAsync(system);
        var password = system.Page.QuerySelectorAll("td code")[^1].TextContent;
        var slips = await system.Client.GetAsync(new Uri(system.Path, UriKind.Relative));

        using var first = site.Visit();
        await first.SignInAsync("p-first", password);
        Assert.Equal("/office/password", first.Path);
        await first.OpenAsync("/office/me");
        Assert.Equal("/office/password", first.Path);
        await first.SubmitAsync("main form", ("old", password), ("chosen", password), ("again", password));
        Assert.Contains("不能与原密码相同", first.Text, StringComparison.Ordinal);
        await first.SubmitAsync("main form", ("old", password), ("chosen", "Quite-new-77"), ("again", "Quite-new-77"));
        Assert.Equal("/office", first.Path);
        await first.OpenAsync("/office/me");
        Assert.Equal("/office/me", first.Path);
        Assert.Equal(HttpStatusCode.NotFound, slips.StatusCode);
    }

    [Fact]
    public async Task Roles_of_a_sheet_wait_for_the_security_administrator()
    {
        using var system = await site.VisitAsAsync("system");
        await ReadAsync(system, "角例,Jue Li,p-role,教务处,,信息员、单位负责人,\n角例,,p-role,,,监督员,全校\n");
        await KeepAsync(system);
        Assert.Empty((await site.ActorAsync("p-role")).Roles);
        await system.OpenAsync("/office/people/proposals");
        Assert.Equal(HttpStatusCode.Forbidden, system.Status);

        using var security = await site.VisitAsAsync("security");
        await security.OpenAsync("/office/people/proposals");
        var all = security.Page.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains("p-role", StringComparison.Ordinal)).Select(r => r.QuerySelector("input")!.GetAttribute("value")!).ToList();
        Assert.Equal(3, all.Count);
        await PostAsync(security, "/office/people/proposals?handler=Confirm", [.. all.Select(id => ("chosen", id))]);

        var by = await site.ActorAsync("p-role");
        Assert.True(by.Holds(Role.Liaison, site.Units["教务处"].Id));
        Assert.True(by.Holds(Role.UnitHead, site.Units["教务处"].Id));
        Assert.False(by.Holds(Role.Liaison, site.Units["财务处"].Id));
        Assert.Null(by.UnitsFor(Role.Supervisor));
        Assert.Equal(0, await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<RoleProposal>().CountAsync(p => p.Person!.UserName == "p-role")));
    }

    [Fact]
    public async Task Who_runs_the_machine_grants_at_once()
    {
        var slips = await site.WithAsync(async give =>
        {
            var import = give.GetRequiredService<PeopleImportDesk>();
            var read = await import.ReadAsync(Actor.Program, new MemoryStream(A.Bytes(Heads + "机例,,p-machine,财务处,,信息员,\n")), "people.csv");
            return await import.KeepAsync(Actor.Program, read.Id);
        });

        Assert.Single(slips);
        Assert.True((await site.ActorAsync("p-machine")).Holds(Role.Liaison, site.Units["财务处"].Id));
    }

    [Fact]
    public async Task The_template_has_the_heads_that_are_read_and_an_explanation_of_each()
    {
        using var system = await site.VisitAsAsync("system");
        var template = await system.Client.GetByteArrayAsync(new Uri("/office/people?handler=Template", UriKind.Relative));

        var empty = await HeadedSheet.ReadAsync(new MemoryStream(template), "t.xlsx", PeopleSheetReader.Columns);
        var tables = Engines.Documents.TableReader.Read(new MemoryStream(template), "t.xlsx");

        Assert.Empty(empty);
        Assert.Contains(tables[1].Rows, r => r[0].Text == "角色单位" && r[1].Text.Length > 5);
    }

    [Fact]
    public async Task A_file_that_is_no_sheet_is_refused_in_a_sentence()
    {
        using var system = await site.VisitAsAsync("system");
        await system.OpenAsync("/office/people");
        await system.SubmitAsync("form[action*='Import']", [("sheet", "人员.xlsx", A.Bytes("不是表格"))]);
        var broken = system.Page.QuerySelector(".problem")!.TextContent;
        await system.SubmitAsync("form[action*='Import']", [("sheet", "人员.csv", A.Bytes("甲,乙\n1,2\n"))]);
        var headless = system.Page.QuerySelector(".problem")!.TextContent;

        Assert.Contains("无法读取", broken, StringComparison.Ordinal);
        Assert.Contains("姓名、用户名", headless, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_left_open_is_forgotten_after_a_week()
    {
        async Task<Guid> LeaveAsync(string user) => await site.WithAsync(async give =>
            (await give.GetRequiredService<PeopleImportDesk>().ReadAsync(Actor.Program, new MemoryStream(A.Bytes(Heads + $"留例,,{user},,,,\n")), "people.csv")).Id);
        var left = await LeaveAsync("p-left");
        site.Time.Advance(TimeSpan.FromDays(8));
        var fresh = await LeaveAsync("p-fresh");

        var kept = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<SheetImport>().Select(i => i.Id).ToListAsync());

        Assert.Contains(fresh, kept);
        Assert.DoesNotContain(left, kept);
    }

    [Fact]
    public async Task Rights_alone_bring_nobody_in()
    {
        var security = await site.ActorAsync("security");

        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<PeopleImportDesk>().ReadAsync(security, new MemoryStream(A.Bytes(Heads)), "people.csv")));
    }

    private static async Task ReadAsync(Visitor system, string rows)
    {
        await system.OpenAsync("/office/people");
        await system.SubmitAsync("form[action*='Import']", [("sheet", "人员.csv", A.Bytes(Heads + rows))]);
    }

    private static Task KeepAsync(Visitor system) => PostAsync(system, system.Path + "?handler=Keep");

    private static Task PostAsync(Visitor visitor, string path, params (string Name, string Value)[] values)
    {
        var content = new FormUrlEncodedContent([.. values.Select(v => KeyValuePair.Create(v.Name, v.Value)), new("__RequestVerificationToken", visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        return visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
    }

    private Task<bool> IsKnownAsync(string userName) => site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Person>().AnyAsync(p => p.UserName == userName));
}
