using System.Net;

namespace Gongkai.Web.Tests.Records;

/// <summary>Special topics: opened by the office, filled by writers, read by everybody.</summary>
public sealed class TopicsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_office_opens_a_topic_and_what_writers_put_under_it_is_read_at_its_address()
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/topics");
        await office.SubmitAsync("main form", ("Input.Title", "新生入学"), ("Input.Slug", "Xin Sheng"), ("Input.Intro", "报到与缴费"), ("Input.IsListed", "true"));
        Assert.Contains("小写字母", office.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("新生入学", office.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        await office.SubmitAsync("main form", ("Input.Slug", "xinsheng"), ("Input.IsListed", "true"));
        Assert.Contains("新生入学", office.Text, StringComparison.Ordinal);

        await site.PublishedAsync("新生报到须知", f => f with { TopicSlug = "xinsheng" });
        using var reader = site.Visit();
        await reader.OpenAsync("/topics");
        Assert.Equal("/topics/xinsheng", reader.Page.QuerySelector(".cards a")!.GetAttribute("href"));
        Assert.Contains("共 1 条", reader.Page.QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
        await reader.OpenAsync("/topics/xinsheng");
        Assert.Contains("新生报到须知", reader.Text, StringComparison.Ordinal);
        Assert.Contains("报到与缴费", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_nobody_opened_is_not_found_and_only_the_office_opens_one()
    {
        using var reader = site.Visit();
        await reader.OpenAsync("/topics/no-such-topic");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);

        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync("/office/topics");
        Assert.Equal(HttpStatusCode.Forbidden, liaison.Status);
    }
}
