using System.Net;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Catalogue;

/// <summary>Two tiers: a college lists items of its own below the school's catalogue.</summary>
public sealed class CollegeTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private Unit _college = null!;

    public async ValueTask InitializeAsync()
    {
        _college = await site.WithAsync(async give =>
        {
            var db = give.GetRequiredService<GongkaiDb>();
            if (await db.Set<Unit>().AsNoTracking().FirstOrDefaultAsync(u => u.Code == "61") is { } known)
            {
                return known;
            }

            var college = await give.GetRequiredService<InstitutionDesk>().AddUnitAsync(Actor.Program, "甲学院", "61", "College A", isCollege: true);
            var person = await give.GetRequiredService<PeopleDesk>().AddAsync(Actor.Program, "college", "测试college", Site.Password, college.Id);
            await give.GetRequiredService<PeopleDesk>().GrantAsync(Actor.Program, person.Id, Role.Liaison, college.Id);
            return college;
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_liaison_adds_an_item_and_it_stands_below_the_schools_everywhere()
    {
        using var liaison = await site.VisitAsAsync("college");
        await liaison.OpenAsync("/office/colleges/61/items/new");
        await liaison.SubmitAsync("main form[method=post]", ("Input.Title", ""), ("Input.LegalBasis", "学院规定"));
        Assert.Contains("请填写公开事项的名称", liaison.Text, StringComparison.Ordinal);
        Assert.Equal("学院规定", liaison.Page.QuerySelector("#Input_LegalBasis")!.GetAttribute("value"));
        await liaison.SubmitAsync("main form[method=post]", ("Input.Title", "甲学院教授会章程"), ("Input.Category", "学院治理"));
        Assert.Equal("/office/colleges/61", liaison.Path);

        using var reader = site.Visit();
        await reader.OpenAsync("/catalogue");
        Assert.Equal(50, reader.Page.QuerySelectorAll("section[aria-labelledby^=c] .matrix > li").Length);
        Assert.Contains("甲学院教授会章程", reader.Page.QuerySelector("section[aria-labelledby=u61]")!.TextContent, StringComparison.Ordinal);
        await reader.OpenAsync("/units/61");
        Assert.Contains("甲学院教授会章程", reader.Text, StringComparison.Ordinal);
        await reader.OpenAsync(reader.Page.QuerySelectorAll(".matrix a").First(a => a.TextContent == "甲学院教授会章程").GetAttribute("href")!);
        Assert.Contains("甲学院教授会章程", reader.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await liaison.OpenAsync("/office/ledger");
        Assert.Contains("甲学院教授会章程", liaison.Text, StringComparison.Ordinal);
        await liaison.OpenAsync("/office");
        Assert.Contains("甲学院教授会章程", liaison.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_the_college_fulfils_its_item_and_another_units_editor_does_not_offer_it()
    {
        var item = await AddAsync("甲学院学位论文名单");
        var by = await site.ActorAsync("college");
        var edition = await site.WithAsync(give => give.GetRequiredService<RecordDesk>().StartAsync(by, _college.Id, RecordKind.Notice));
        using var liaison = await site.VisitAsAsync("college");
        await liaison.OpenAsync($"/office/editions/{edition.Id}");
        var other = await site.DraftAsync("别的单位的草稿");
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync($"/office/editions/{other}");

        Assert.NotNull(liaison.Page.QuerySelector($"input[name='Input.Items'][value='{item.LineageId}']"));
        Assert.Null(office.Page.QuerySelector($"input[name='Input.Items'][value='{item.LineageId}']"));
    }

    [Fact]
    public async Task A_retired_item_is_owed_no_more_and_comes_back()
    {
        var item = await AddAsync("甲学院停用事项");
        using var liaison = await site.VisitAsAsync("college");
        await PressAsync(liaison, item.Id, "Retire");
        using var reader = site.Visit();
        await reader.OpenAsync("/units/61");
        var gone = reader.Text;
        await PressAsync(liaison, item.Id, "Restore");
        await reader.OpenAsync("/units/61");

        Assert.DoesNotContain("甲学院停用事项", gone, StringComparison.Ordinal);
        Assert.Contains("甲学院停用事项", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_keeps_a_catalogue_that_is_not_theirs()
    {
        var item = await AddAsync("甲学院的事项");
        var by = await site.ActorAsync("stranger");
        using var stranger = await site.VisitAsAsync("stranger");
        await stranger.OpenAsync("/office/colleges/61");
        var page = stranger.Status;
        await stranger.OpenAsync("/office");
        var college = await site.ActorAsync("college");

        Assert.Equal(HttpStatusCode.Forbidden, page);
        Assert.DoesNotContain("学院目录", stranger.Page.QuerySelector("nav")!.TextContent, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<ItemDesk>().RetireAsync(by, item.Id)));
        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<ItemDesk>().AddToCollegeAsync(by, _college.Id, new ItemForm { Title = "x" })));
        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<ItemDesk>().RetireAsync(college, site.Items[1].Id)));
    }

    [Fact]
    public async Task A_yearly_item_needs_its_day()
    {
        var refused = await Assert.ThrowsAsync<ProblemException>(() => site.WithAsync(give => give.GetRequiredService<ItemDesk>().AddToCollegeAsync(Actor.Program, _college.Id, new ItemForm { Title = "每年的事项", Cadence = Cadence.Yearly, DueMonth = "2", DueDay = "31" })));

        Assert.Equal("catalogue.due-malformed", refused.Code);
    }

    private static async Task PressAsync(Visitor visitor, Guid item, string handler)
    {
        await visitor.OpenAsync($"/office/catalogue/items/{item}");
        Assert.NotNull(visitor.Page.QuerySelector($"button[formaction*='handler={handler}']"));
        var token = visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/office/catalogue/items/{item}?handler={handler}") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) });
    }

    private Task<Item> AddAsync(string title) => site.WithAsync(give => give.GetRequiredService<ItemDesk>().AddToCollegeAsync(Actor.Program, _college.Id, new ItemForm { Title = title }));
}
