using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Catalogue;

public sealed class EditionsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_copy_to_a_new_year_keeps_the_lineage_and_says_what_was_changed_since()
    {
        using var office = await site.VisitAsAsync("office");
        var now = (await site.WithAsync(give => give.GetRequiredService<CatalogueDesk>().InForceAsync()))!;
        await office.OpenAsync($"/office/catalogue/{now.Id}");
        await PostAsync(office, $"/office/catalogue/{now.Id}?handler=Copy", ("year", "２０３０"));
        Assert.Contains("已复制为 2030 年目录草稿", office.Text, StringComparison.Ordinal);
        var copy = await site.WithAsync(give => give.GetRequiredService<CatalogueDesk>().FindAsync(Guid.Parse(office.Path.Split('/')[^1])));
        Item Of(int number) => copy.Categories.SelectMany(c => c.Items).First(i => i.Number == number);
        Assert.Equal(site.Items[28].LineageId, Of(28).LineageId);
        await site.WithAsync(async give =>
        {
            var desk = give.GetRequiredService<ItemDesk>();
            await desk.ChangeAsync(Actor.Program, Of(3).Id, Form(copy, Of(3)) with { Owners = [site.Units["教务处"].Id] });
            await desk.ChangeAsync(Actor.Program, Of(4).Id, Form(copy, Of(4)) with { Category = copy.Categories[^1].Title });
            await desk.RetireAsync(Actor.Program, Of(5).Id);
            await desk.AddAsync(Actor.Program, copy.Id, new ItemForm { Title = "全新的事项" });
        });

        await office.OpenAsync($"/office/catalogue/{copy.Id}/compare");

        var counts = office.Page.QuerySelectorAll("main .tag b").Select(b => b.TextContent).ToList();
        Assert.Equal(["1", "1", "1", "1"], counts);
        Assert.Contains("全新的事项", office.Text, StringComparison.Ordinal);
        Assert.Contains(site.Items[5].Title, office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_cannot_be_copied_to_comes_back_as_typed()
    {
        using var office = await site.VisitAsAsync("office");
        var now = (await site.WithAsync(give => give.GetRequiredService<CatalogueDesk>().InForceAsync()))!;
        await office.OpenAsync($"/office/catalogue/{now.Id}");

        await PostAsync(office, $"/office/catalogue/{now.Id}?handler=Copy", ("year", "明年"));

        Assert.NotNull(office.Page.QuerySelector(".problem"));
        Assert.Equal("明年", office.Page.QuerySelector("#year")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_preview_that_was_left_open_is_found_again_and_can_be_gone_back_from()
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/catalogue");
        await office.SubmitAsync("form[action*='Import']", [("sheet", "留着的目录.csv", A.Bytes("类别,序号,公开事项,责任单位\n基本信息,1,办学规模,学校办公室\n"))]);
        var preview = office.Path;
        await office.OpenAsync("/office/catalogue");
        Assert.Contains("留着的目录.csv", office.Text, StringComparison.Ordinal);
        var editions = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<CatalogueEdition>().CountAsync());

        await office.OpenAsync(preview);
        await PostAsync(office, $"{preview}?handler=Forget");

        Assert.DoesNotContain("留着的目录.csv", office.Text, StringComparison.Ordinal);
        Assert.Equal(editions, await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<CatalogueEdition>().CountAsync()));
    }

    [Fact]
    public async Task A_catalogue_taken_away_reads_back_as_the_same_list()
    {
        using var office = await site.VisitAsAsync("office");
        var now = (await site.WithAsync(give => give.GetRequiredService<CatalogueDesk>().InForceAsync()))!;
        var file = await office.Client.GetByteArrayAsync(new Uri($"/office/catalogue/{now.Id}?handler=Xlsx", UriKind.Relative));

        var read = new SheetReader().Read(new MemoryStream(file), "目录.xlsx", 2026, new List<Oddity>())!;

        Assert.Equal(50, read.Items.Count());
        Assert.Equal(10, read.Categories.Count);
    }

    private static ItemForm Form(CatalogueEdition edition, Item item) => ItemForm.Of(item, edition.Categories.First(c => c.Id == item.CategoryId));

    private static Task PostAsync(Visitor visitor, string path, params (string Name, string Value)[] values) => visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent([.. values.Select(v => KeyValuePair.Create(v.Name, v.Value)), new("__RequestVerificationToken", visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
    });
}
