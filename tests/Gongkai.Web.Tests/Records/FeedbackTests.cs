using System.Net;

namespace Gongkai.Web.Tests.Records;

public sealed class FeedbackTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_reader_says_what_is_wrong_and_the_unit_answers_by_its_day()
    {
        var (_, _, index) = await site.PublishedAsync("有错字的通知");
        using var reader = site.Visit();
        await reader.OpenAsync($"/records/{index}/feedback");

        await reader.SubmitAsync("main form", ("Input.Kind", "Wrong"), ("Input.Text", "第二段日期有误"));

        // Said on Wednesday 4 March 2026: three working days end on Monday the 9th.
        Assert.Contains("2026年3月9日", reader.Text, StringComparison.Ordinal);
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync("/office");
        Assert.Contains("第二段日期有误", liaison.Text, StringComparison.Ordinal);
        await liaison.OpenAsync(liaison.Page.Links.First(l => l.TextContent.Contains("第二段日期有误", StringComparison.Ordinal)).GetAttribute("href")!);
        await liaison.SubmitAsync("main form", ("answer", "已更正，谢谢。"));
        Assert.Contains("已答复", liaison.Text, StringComparison.Ordinal);
        using var stranger = await site.VisitAsAsync("stranger");
        await stranger.OpenAsync("/office/feedback");
        Assert.DoesNotContain("第二段日期有误", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_word_the_form_comes_back_saying_so_with_the_address_still_in_it()
    {
        var (_, _, index) = await site.PublishedAsync("另一份通知");
        using var reader = site.Visit();
        await reader.OpenAsync($"/records/{index}/feedback");

        await reader.SubmitAsync("main form", ("Input.Text", ""), ("Input.Email", "reader@test.example"));

        Assert.Contains("请说明哪里有问题", reader.Page.QuerySelector("[data-valmsg-for='Input.Text']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("reader@test.example", reader.Page.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task On_what_is_not_public_nothing_can_be_said()
    {
        using var reader = site.Visit();

        await reader.OpenAsync("/records/19998-04-05-2026-9998/feedback");

        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }
}
