using System.Net;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Home;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Tests.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Institutions;

/// <summary>The first hour: from an empty folder to a site, and several schools on one.</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-setup-").FullName;
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = GongkaiHost.Build(new HostSettings { Data = Path.Combine(_folder, "data"), Keys = Path.Combine(_folder, "keys"), Postgres = await Site.NewPostgresAsync(), Urls = "http://127.0.0.1:0", RunsAlarms = false });
        await GongkaiHost.OpenAsync(_app.Services);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_empty_folder_leads_to_the_set_up_and_from_there_to_a_working_site()
    {
        using var visitor = new Visitor(new Uri(_app.Urls.First()));
        await visitor.OpenAsync("/");
        Assert.Equal("/set-up", visitor.Path);

        await visitor.SubmitAsync("main form", Answers("WRONGCODE0"));
        Assert.Contains("设置码不对", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("新设大学", visitor.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));

        await visitor.SubmitAsync("main form", Answers(_app.Services.GetRequiredService<SetUpCode>().Show.ToLowerInvariant()));
        Assert.Equal("/sign-in", visitor.Path);
        await visitor.SignInAsync("office", Site.Password);
        await visitor.OpenAsync("/catalogue");
        Assert.Equal(50, visitor.Page.QuerySelectorAll(".matrix > li").Length);
        await visitor.OpenAsync("/set-up");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task A_weak_password_sets_up_nothing_and_says_why()
    {
        using var visitor = new Visitor(new Uri(_app.Urls.First()));
        await visitor.OpenAsync("/set-up");

        await visitor.SubmitAsync("main form", [.. Answers(_app.Services.GetRequiredService<SetUpCode>().Show).Select(a => a.Name.EndsWith("[2].Password", StringComparison.Ordinal) ? (a.Name, "short") : a)]);

        Assert.Contains("密码至少10位", visitor.Page.QuerySelector("[data-valmsg-for='Input.Accounts[2].Password']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector(".problem"));
        await using var scope = _app.Services.CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Set<Institution>().CountAsync());
    }

    [Fact]
    public async Task An_error_loses_nothing_that_was_typed_or_chosen_and_then_all_of_it_is_set_up()
    {
        using var visitor = new Visitor(new Uri(_app.Urls.First()));
        await visitor.OpenAsync("/set-up");
        var good = Answers(_app.Services.GetRequiredService<SetUpCode>().Show);
        var files = new[]
        {
            ("badge", "校徽.png", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")),
            ("units", "单位.csv", A.Bytes("代码,名称,学院\n31,教务处,\n32,甲学院,是\n,,是\n")),
            ("people", "人员.csv", A.Bytes("姓名,用户名,单位,角色\n例甲,s1,教务处,信息员\n例乙,s2,没有的处,信息员\n")),
        };
        await visitor.SubmitAsync("main form", files, [.. good.Where(a => a.Name != "Input.Name"), ("Input.Name", ""), ("Input.Organiser", "主办者"), ("Input.Mail.Host", "mail.test.example"), ("Input.Mail.Sender", "gongkai@test.example"), ("Input.Mail.UserName", "u"), ("Input.Mail.Password", "geheim")]);
        Assert.Contains("请填写学校名称", visitor.Page.QuerySelector("[data-valmsg-for='Input.Name']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("主办者", visitor.Page.QuerySelector("[name='Input.Organiser']")!.GetAttribute("value"));
        Assert.Contains("单位.csv", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        // Only the name is mended: passwords and files are not given a second time.
        await visitor.SubmitAsync("main form", ("Input.Name", "新设大学"));

        Assert.Contains("已登记 2 个单位，建立 1 个人员账号", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("第 3 行", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("没有的处", visitor.Text, StringComparison.Ordinal);
        var password = visitor.Page.QuerySelectorAll("td code")[^1].TextContent;
        await visitor.SignInAsync("s1", password);
        Assert.Equal("/office/password", visitor.Path);
        await visitor.SignInAsync("office", Site.Password);
        Assert.Equal("/office", visitor.Path);
        Assert.Contains("开始使用", visitor.Text, StringComparison.Ordinal);
        using var badge = await visitor.Client.GetAsync(new Uri("/logo", UriKind.Relative));
        Assert.Equal("image/png", badge.Content.Headers.ContentType!.MediaType);
        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(await db.Set<Institution>().Select(i => i.Id).SingleAsync());
        Assert.Equal("geheim", (await scope.ServiceProvider.GetRequiredService<MailServerDesk>().RouteAsync())!.Password);
        Assert.DoesNotContain("geheim", (await scope.ServiceProvider.GetRequiredService<MailServerDesk>().OwnAsync())!.SealedPassword, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "data", "set-up")));
    }

    [Fact]
    public async Task A_sheet_that_cannot_be_read_sets_up_nothing_and_without_the_code_no_file_is_taken()
    {
        using var visitor = new Visitor(new Uri(_app.Urls.First()));
        await visitor.OpenAsync("/set-up");
        await visitor.SubmitAsync("main form", [("units", "单位.csv", A.Bytes("甲\n乙\n"))], Answers("WRONGCODE0"));
        Assert.False(Directory.Exists(Path.Combine(_folder, "data", "set-up")));

        await visitor.SubmitAsync("main form", [("units", "单位.csv", A.Bytes("甲\n乙\n"))], Answers(_app.Services.GetRequiredService<SetUpCode>().Show));

        Assert.Contains("没有找到表头", visitor.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        await using var scope = _app.Services.CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Set<Institution>().CountAsync());
    }

    [Fact]
    public async Task Two_schools_on_one_deployment_never_see_each_other()
    {
        foreach (var (code, name, host) in new[] { ("10001", "东校", "east.example"), ("10002", "西校", "west.example") })
        {
            await using var scope = _app.Services.CreateAsyncScope();
            var give = scope.ServiceProvider;
            await give.GetRequiredService<SetUpDesk>().SetUpAsync(new SetUpPlan { Code = code, Name = name, Accounts = [(new SetUpAccount("office", $"{name}公开办", Site.Password), Role.DisclosureOffice)] });
            await give.GetRequiredService<InstitutionDesk>().ChangeAsync(Actor.Program, school => school.Hosts = host);
            await give.GetRequiredService<InstitutionDesk>().AddUnitAsync(Actor.Program, $"{name}专有单位", "77");
        }

        using var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        var east = await AskAsync(client, "east.example", "/units");
        var west = await AskAsync(client, "west.example", "/units");
        var stranger = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "stranger.example" } });

        Assert.Contains("东校专有单位", east, StringComparison.Ordinal);
        Assert.DoesNotContain("西校", east, StringComparison.Ordinal);
        Assert.Contains("西校专有单位", west, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        await using var foreign = _app.Services.CreateAsyncScope();
        Assert.Throws<InvalidOperationException>(() => foreign.ServiceProvider.GetRequiredService<GongkaiDb>().Set<Item>().Count());
    }

    private static async Task<string> AskAsync(HttpClient client, string host, string path)
    {
        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } });
        return await answer.Content.ReadAsStringAsync();
    }

    private static (string Name, string Value)[] Answers(string code) =>
    [
        ("Input.SetUpCode", code), ("Input.Name", "新设大学"), ("Input.Code", "１０００９"), ("Input.SuperiorBody", "Ministry"),
        .. new[] { "system", "security", "audit", "office" }.SelectMany((who, at) => new[] { ($"Input.Accounts[{at}].Name", $"{who}某"), ($"Input.Accounts[{at}].UserName", who), ($"Input.Accounts[{at}].Password", Site.Password) }),
    ];
}
