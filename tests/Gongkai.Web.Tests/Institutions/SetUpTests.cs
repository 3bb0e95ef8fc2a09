using System.Net;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Home;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
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
        await StorageSetup.MigrateAsync(_app.Services);
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
