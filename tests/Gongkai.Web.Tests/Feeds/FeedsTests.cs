using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gongkai.Web.Feeds;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Feeds;

/// <summary>What is told without being asked again: feeds, sitemaps, mail.</summary>
public sealed partial class FeedsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_three_forms_of_a_feed_name_the_same_records()
    {
        var (_, _, index) = await site.PublishedAsync("订阅里的通知 <A & B>", f => f with { BodyHtml = "<p>开头的话。</p>" });
        using var reader = site.Visit();
        var address = new Uri(site.Address, $"/records/{index}").ToString();

        var atom = XDocument.Parse(await reader.Client.GetStringAsync("/feeds/item/28.atom"));
        var rss = XDocument.Parse(await reader.Client.GetStringAsync("/feeds/unit/04.rss"));
        using var json = JsonDocument.Parse(await reader.Client.GetStringAsync("/feeds/category/5.json"));

        XNamespace ns = "http://www.w3.org/2005/Atom";
        var entry = atom.Root!.Elements(ns + "entry").First(e => e.Element(ns + "id")!.Value == address);
        Assert.Equal("订阅里的通知 <A & B>", entry.Element(ns + "title")!.Value);
        Assert.Equal("开头的话。", entry.Element(ns + "summary")!.Value);
        var item = rss.Root!.Element("channel")!.Elements("item").First(i => i.Element("guid")!.Value == address);
        Assert.Equal(address, item.Element("link")!.Value);
        Assert.Contains(json.RootElement.GetProperty("items").EnumerateArray(), i => i.GetProperty("url").GetString() == address && i.GetProperty("title").GetString() == "订阅里的通知 <A & B>");
    }

    [Theory]
    [InlineData("/feeds/item/999.atom")]
    [InlineData("/feeds/nothing.atom")]
    [InlineData("/feeds/all.exe")]
    [InlineData("/feeds/unit/..%2F..%2Fetc.atom")]
    [InlineData("/sitemap-99.xml")]
    [InlineData("/sitemap-999999999.xml")]
    public async Task What_is_no_feed_is_not_found(string path)
    {
        using var reader = site.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await reader.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_reader_that_polls_every_second_is_answered_with_nothing_new()
    {
        using var reader = site.Visit();
        var first = await reader.Client.GetAsync("/feeds/all.rss");
        for (var second = 0; second < 20; second++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/feeds/all.rss");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            var answer = await reader.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_sitemap_is_split_where_it_grows_too_long_and_leaves_nothing_out()
    {
        var made = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            made.Add((await site.PublishedAsync($"站点地图里的第{i}条")).Index);
        }

        var whole = await site.WithAsync(give => give.GetRequiredService<Sitemap>().WholeAsync("https://a.example", most: 11));
        Assert.Contains("sitemapindex", System.Text.Encoding.UTF8.GetString(whole), StringComparison.Ordinal);
        var parts = await site.WithAsync(async give => System.Text.Encoding.UTF8.GetString(await give.GetRequiredService<Sitemap>().PartAsync("https://a.example", 1, most: 11) ?? []) + System.Text.Encoding.UTF8.GetString(await give.GetRequiredService<Sitemap>().PartAsync("https://a.example", 2, most: 11) ?? []));

        Assert.All(made, index => Assert.Single(Regex.Matches(parts, Regex.Escape($"/records/{index}<"))));
    }

    [Fact]
    public async Task A_subscription_is_confirmed_by_its_owner_told_once_a_day_and_ended_with_one_click()
    {
        using var reader = site.Visit();
        await reader.OpenAsync("/subscribe?of=item%2F28");
        await reader.SubmitAsync("main form", ("Input.Email", "not an address"));
        Assert.Contains("name@example.com", reader.Page.QuerySelector("[data-valmsg-for='Input.Email']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("not an address", reader.Page.QuerySelector("#Input_Email")!.GetAttribute("value"));
        await reader.SubmitAsync("main form", ("Input.Email", "ｒｅａｄｅｒ@mail.example"));
        Assert.Contains("确认邮件", reader.Text, StringComparison.Ordinal);
        var asked = Assert.Single(await MailsAsync(), m => m.To == "reader@mail.example");
        var confirm = Link(asked.Body);

        // Opening the link confirms nothing; programs that look through mail do that.
        await reader.OpenAsync(confirm);
        Assert.Equal(0, await TellAsync(days: 1));
        await reader.OpenAsync(confirm);
        await reader.SubmitAsync("main form");
        Assert.Contains("订阅已确认", reader.Text, StringComparison.Ordinal);

        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.PublishedAsync("订阅者要知道的通知");
        Assert.Equal(1, await TellAsync(days: 1));
        Assert.Equal(0, await TellAsync(days: 0));
        var mail = (await MailsAsync()).Single(m => m.Body.Contains("订阅者要知道的通知", StringComparison.Ordinal));
        Assert.Equal("reader@mail.example", mail.To);
        Assert.Equal(Link(mail.Body), new Uri(mail.EndLink).PathAndQuery);

        // RFC 8058: the mail program posts to the link, without a form of ours.
        using var program = site.Visit();
        var answer = await program.Client.PostAsync(mail.EndLink, new FormUrlEncodedContent(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" }));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Subscription>().CountAsync(s => s.Email == "reader@mail.example")));
        await site.PublishedAsync("退订之后的通知");
        Assert.Equal(0, await TellAsync(days: 1));
        await reader.OpenAsync(confirm);
        Assert.Contains("已失效", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_fills_a_strangers_mailbox_and_what_is_not_confirmed_is_erased()
    {
        await site.WithAsync(async give =>
        {
            for (var time = 0; time < 5; time++)
            {
                await give.GetRequiredService<SubscriptionDesk>().AskAsync("stranger@mail.example", FeedScope.All, "https://a.example");
            }
        });
        Assert.Single(await MailsAsync(), m => m.To == "stranger@mail.example");

        await TellAsync(days: 8);

        Assert.Equal(0, await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Subscription>().CountAsync(s => s.Email == "stranger@mail.example")));
    }

    [Fact]
    public async Task A_forged_link_confirms_and_ends_nothing()
    {
        using var reader = site.Visit();
        foreach (var path in new[] { "/subscribe/confirm?t=abc", "/subscribe/end?t=%00", "/subscribe/end", $"/subscribe/confirm?t={new string('x', 3000)}" })
        {
            await reader.OpenAsync(path);
            Assert.Contains("已失效", reader.Text, StringComparison.Ordinal);
        }
    }

    private Task<List<OutboxMail>> MailsAsync() => site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<OutboxMail>().AsNoTracking().Where(m => m.To.EndsWith("@mail.example")).OrderBy(m => m.At).ToListAsync());

    private Task<int> TellAsync(int days)
    {
        site.Time.Advance(TimeSpan.FromDays(days));
        return site.WithAsync(give => give.GetRequiredService<SubscriptionDesk>().TellDueAsync());
    }

    private static string Link(string body) => new Uri(Address().Match(body).Value).PathAndQuery;

    [GeneratedRegex(@"http://[^\s]+/subscribe/[^\s]+")]
    private static partial Regex Address();
}
