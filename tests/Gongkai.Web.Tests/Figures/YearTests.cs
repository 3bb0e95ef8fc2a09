using Gongkai.Web.Records;
using Gongkai.Web.Requests;
using Gongkai.Web.Tests.Records;
using Gongkai.Web.Tests.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Figures;

/// <summary>The year so far, for the office and for the public: one counting for both.</summary>
public sealed class YearTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_year_counts_what_is_public_for_everybody_and_tells_the_public_no_more()
    {
        var gone = await site.PublishedAsync("测试：将要撤回的通知");
        await site.PublishedAsync("测试：第二项通知", f => f with { Items = [site.Items[1].LineageId] });
        await site.PublishedAsync("测试：限校内的通知", f => f with { Audience = Audience.Campus, AttributeBasis = "测试：校内事务" });
        await site.DraftAsync("测试：草稿");
        await site.StandingAsync(RequestStatus.Answered, "测试：已经答复的申请");
        using var office = await site.VisitAsAsync("office");
        using var stranger = site.Visit();

        await office.OpenAsync("/office/figures/year");
        Assert.Equal("2", Mark(office, "主动公开信息"));
        Assert.Equal("1", Mark(office, "收到信息公开申请"));
        Assert.Contains("财务处", office.Page.QuerySelector("#silent")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("教务处", office.Page.QuerySelector("#silent")!.TextContent, StringComparison.Ordinal);

        // Every chart's first number opens as many rows as it says.
        var links = office.Page.QuerySelectorAll("[data-chart]").Select(c => c.QuerySelector("a[data-figure]")!).Select(a => (Link: a.GetAttribute("href")!, Shown: a.TextContent)).ToList();
        Assert.True(links.Count >= 5, $"{links.Count}");
        foreach (var (link, shown) in links)
        {
            await office.OpenAsync(link);
            Assert.True(shown == office.Page.QuerySelector("[data-value]")!.TextContent, link);
        }

        await stranger.OpenAsync("/figures");
        Assert.Equal("2", Mark(stranger, "主动公开信息"));
        Assert.Equal(["published-month", "published-category", "published-unit", "requests-received-month", "requests-closed-month"], stranger.Page.QuerySelectorAll("[data-chart]").Select(c => c.GetAttribute("data-chart")));
        Assert.Equal("教务处 2", string.Join(' ', stranger.Page.QuerySelectorAll("[data-chart=published-unit] tbody tr").Select(r => $"{r.Children[0].TextContent} {r.Children[1].TextContent.Trim()}")));
        Assert.Equal("3月", stranger.Page.QuerySelector("[data-chart=published-month] tbody tr:last-child th")!.TextContent);
        Assert.DoesNotContain(R.Person, stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("财务处", stranger.Text, StringComparison.Ordinal);
        Assert.Empty(stranger.Page.QuerySelectorAll("main a[href*='/office']"));

        var by = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<EndingDesk>().WithdrawAsync(by, gone.Record, "测试：撤回"));
        await stranger.OpenAsync("/figures");
        Assert.Equal("1", Mark(stranger, "主动公开信息"));
        await stranger.OpenAsync("/office/figures/year");
        Assert.StartsWith("/sign-in", stranger.Path, StringComparison.Ordinal);
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync("/office/figures/year");
        Assert.Equal(403, (int)liaison.Status);
    }

    private static string Mark(Visitor visitor, string name) =>
        visitor.Page.QuerySelectorAll(".marks dt").First(t => t.TextContent == name).NextElementSibling!.TextContent.Trim().Split(' ')[0];
}
