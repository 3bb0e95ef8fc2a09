using System.Net;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Institutions;

public sealed class UnitTests(Site site) : IClassFixture<Site>
{
    private const string Heads = "代码,名称,英文名称,别名,上级单位,学院\n";

    [Fact]
    public async Task A_unit_is_changed_with_parent_aliases_and_college_mark()
    {
        var id = await AddAsync("待改学院");
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/units/{id}");
        await office.SubmitAsync("main form", ("Input.Name", "已改学院"), ("Input.Aliases", "改院、老名字"), ("Input.Parent", site.Units["教务处"].Id.ToString()), ("Input.IsCollege", "true"));
        var unit = await UnitAsync(id);

        Assert.Equal("/office/units", office.Path);
        Assert.Equal(("已改学院", "改院\n老名字", site.Units["教务处"].Id, true, true), (unit.Name, unit.Aliases, unit.ParentId, unit.IsCollege, unit.IsActive));

        await office.OpenAsync($"/office/units/{site.Units["教务处"].Id}");
        await office.SubmitAsync("main form", ("Input.Parent", id.ToString()), ("Input.NameEn", "Kept as typed"));
        Assert.Contains("不能是本单位或它的下级", office.Text, StringComparison.Ordinal);
        Assert.Equal("Kept as typed", office.Page.QuerySelector("#Input_NameEn")!.GetAttribute("value"));
        Assert.Null((await UnitAsync(site.Units["教务处"].Id)).ParentId);
    }

    [Fact]
    public async Task Units_move_up_and_down_among_their_siblings()
    {
        var (first, second) = (await AddAsync("先列处"), await AddAsync("后列处"));
        using var system = await site.VisitAsAsync("system");
        await system.OpenAsync("/office/units");
        var token = system.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await system.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/office/units?handler=Up") { Content = new FormUrlEncodedContent([new("id", second.ToString()), new("__RequestVerificationToken", token)]) });
        var order = (await site.WithAsync(give => give.GetRequiredService<InstitutionDesk>().UnitsAsync())).Select(u => u.Id).ToList();

        Assert.True(order.IndexOf(second) < order.IndexOf(first));
    }

    [Fact]
    public async Task A_sheet_of_units_is_looked_at_before_anything_is_saved()
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/units");
        await office.SubmitAsync("form[action*='Import']", [("sheet", "单位.csv", A.Bytes(Heads + "81,表格学院,,表院,,是\n82,表格系,,,表格学院,\n04,撞码处,,,,\n,教务处,,,,\n83,孤儿科,,,没有的处,\n"))]);
        var problems = office.Page.QuerySelectorAll(".checks li").Select(l => l.TextContent).ToList();
        Assert.False(await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Unit>().AnyAsync(u => u.Name == "表格学院")));
        var token = office.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await office.SendAsync(new HttpRequestMessage(HttpMethod.Post, office.Path + "?handler=Keep") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) });
        var made = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Unit>().AsNoTracking().Where(u => u.Code == "81" || u.Code == "82").ToDictionaryAsync(u => u.Code));
        var csv = await office.Client.GetStringAsync(new Uri("/office/units?handler=Csv", UriKind.Relative));

        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, p => p.Contains("第 4 行", StringComparison.Ordinal) && p.Contains("04", StringComparison.Ordinal));
        Assert.True(made["81"].IsCollege);
        Assert.Equal(made["81"].Id, made["82"].ParentId);
        Assert.Contains("81,表格学院,,表院,,是", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dissolved_unit_is_no_longer_listed_to_the_public()
    {
        var id = await AddAsync("将撤处");
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/units/{id}");
        await site.WithAsync(give => give.GetRequiredService<UnitDesk>().ChangeAsync(Actor.Program, id, u => u.IsActive = false));
        using var reader = site.Visit();
        await reader.OpenAsync("/units");

        Assert.DoesNotContain("将撤处", reader.Text, StringComparison.Ordinal);
        await office.OpenAsync("/office/units");
        Assert.Contains("已撤销", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_opens_or_changes_units()
    {
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync("/office/units");
        var by = await site.ActorAsync("liaison");

        Assert.Equal(HttpStatusCode.Forbidden, liaison.Status);
        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<UnitDesk>().MoveAsync(by, site.Units["教务处"].Id, true)));
    }

    private Task<Guid> AddAsync(string name) => site.WithAsync(async give => (await give.GetRequiredService<InstitutionDesk>().AddUnitAsync(Actor.Program, name)).Id);

    private Task<Unit> UnitAsync(Guid id) => site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Unit>().AsNoTracking().FirstAsync(u => u.Id == id));
}
