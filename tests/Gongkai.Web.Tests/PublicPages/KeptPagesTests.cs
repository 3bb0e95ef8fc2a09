using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Tests.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.PublicPages;

/// <summary>Public pages are kept whole, and nothing kept outlives what it shows.</summary>
public sealed class KeptPagesTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Pages = ["/", "/catalogue", "/catalogue/28", "/rules", "/topics", "/reports", "/units", "/units/04", "/guide", "/contact", "/accessibility", "/open-data", "/search?q=x", "/feeds/all.atom", "/sitemap.xml", "/robots.txt", "/api/v1/records", "/look.css"];

    [Fact]
    public async Task A_public_page_sets_no_cookie_and_holds_no_token_and_no_inline_script()
    {
        var (_, _, index) = await site.PublishedAsync("没有令牌的页面");
        using var client = Bare();
        foreach (var path in Pages.Append($"/records/{index}").Append($"/en/records/{index}"))
        {
            for (var time = 0; time < 2; time++)
            {
                var answer = await client.GetAsync(path);
                var text = await answer.Content.ReadAsStringAsync();

                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.False(answer.Headers.Contains("Set-Cookie"), path);
                Assert.DoesNotContain("RequestVerificationToken", text, StringComparison.Ordinal);
                Assert.DoesNotMatch(new Regex("<script(?![^>]*(src=|application/ld))|\\son[a-z]+=\"", RegexOptions.IgnoreCase), text);
                Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
                Assert.DoesNotContain("nonce", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_is_published_or_withdrawn_stands_on_every_page_at_once_and_its_mark_is_another()
    {
        using var client = Bare();
        var before = await client.GetAsync("/catalogue/28");
        Assert.DoesNotContain("刚刚公开的安排", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var (_, record, index) = await site.PublishedAsync("刚刚公开的安排");
        var after = await Asked(client, "/catalogue/28", before.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("刚刚公开的安排", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("刚刚公开的安排", await client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("刚刚公开的安排", await client.GetStringAsync("/feeds/item/28.atom"), StringComparison.Ordinal);
        var page = await client.GetAsync($"/records/{index}");
        Assert.Equal(HttpStatusCode.NotModified, (await Asked(client, $"/records/{index}", page.Headers.ETag)).StatusCode);

        await EndAsync(record);
        foreach (var path in new[] { "/", "/catalogue/28", "/feeds/item/28.atom", "/sitemap.xml", "/api/v1/records" })
        {
            Assert.DoesNotContain(path == "/sitemap.xml" ? index : "刚刚公开的安排", await client.GetStringAsync(path), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Gone, (await Asked(client, $"/records/{index}", page.Headers.ETag)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Asked(client, $"/api/v1/records/{index}", null)).StatusCode);
    }

    [Fact]
    public async Task What_another_process_changes_is_seen_at_the_next_request()
    {
        using var client = Bare();
        await client.GetStringAsync("/catalogue/28");

        // A command of its own: another host on the same data, as `gongkai import` is.
        await using var other = GongkaiHost.Build(site.Settings with { Urls = "http://127.0.0.1:0" });
        await using (var scope = other.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(site.Institution);
            await scope.ServiceProvider.GetRequiredService<InstitutionDesk>().ChangeAsync(Actor.Program, school => school.Organiser = "别的进程改的主办单位");
        }

        Assert.Contains("别的进程改的主办单位", await client.GetStringAsync("/catalogue/28"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_ends_with_the_instant_at_which_something_appears_or_ends()
    {
        var edition = await site.ReadyAsync(await site.DraftAsync("到点才出现的通知"));
        var office = await site.ActorAsync("office");
        await site.WithAsync(async give => await give.GetRequiredService<ReviewDesk>().ScheduleAsync(office, edition, (await give.GetRequiredService<RecordDesk>().OpenAsync(office, edition)).Version, site.Time.GetUtcNow().UtcDateTime.AddMinutes(10)));
        var until = DateOnly.FromDateTime(site.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(1);
        await site.PublishedAsync("到期就消失的公示", f => f with { Kind = RecordKind.PublicityNotice, PublicityUntilOn = until });
        using var client = Bare();
        var first = await client.GetStringAsync("/");
        Assert.DoesNotContain("到点才出现的通知", first, StringComparison.Ordinal);
        Assert.Contains("到期就消失的公示", first, StringComparison.Ordinal);

        site.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains("到点才出现的通知", await client.GetStringAsync("/"), StringComparison.Ordinal);

        site.Time.Advance(TimeSpan.FromDays(2));
        Assert.DoesNotContain("到期就消失的公示", await client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_signed_in_neither_gets_nor_fills_what_is_kept()
    {
        var (_, _, index) = await site.PublishedAsync("只给校内的安排", f => f with { Audience = Audience.Campus, AttributeBasis = "限校内" });
        using var student = await site.VisitAsAsync("reader");
        using var client = Bare();

        var own = await student.Client.GetAsync("/catalogue/28");
        Assert.Contains("只给校内的安排", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store, private", own.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("只给校内的安排", await client.GetStringAsync("/catalogue/28"), StringComparison.Ordinal);
        Assert.Contains("只给校内的安排", await (await student.Client.GetAsync("/catalogue/28")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/records/{index}")).StatusCode);
    }

    [Fact]
    public async Task Heads_ranges_and_conditions_nobody_can_read_are_answered()
    {
        using var client = Bare();
        var whole = await client.GetAsync("/guide");
        var length = (await whole.Content.ReadAsByteArrayAsync()).Length;

        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/guide"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());

        foreach (var (name, value) in new[] { ("If-None-Match", "not a tag, \"unclosed"), ("If-None-Match", "\u0001"), ("If-Modified-Since", "yesterday"), ("Range", "bytes=0-3"), ("Range", "bytes=zz"), ("If-Range", "?") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/guide");
            request.Headers.TryAddWithoutValidation(name, value);
            HttpResponseMessage answer;
            try
            {
                answer = await client.SendAsync(request);
            }
            catch (HttpRequestException)
            {
                // What cannot be a header is not sent.
                continue;
            }

            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{name}: {value}: {answer.StatusCode}");
        }

        using var all = new HttpRequestMessage(HttpMethod.Get, "/guide");
        all.Headers.TryAddWithoutValidation("If-None-Match", "*");
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(all)).StatusCode);
    }

    [Fact]
    public async Task A_page_is_packed_as_the_browser_asks_and_reads_the_same()
    {
        using var client = Bare();
        var plain = await client.GetStringAsync("/guide");
        foreach (var encoding in new[] { "br", "gzip" })
        {
            using var unpacking = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = site.Address };
            using var request = new HttpRequestMessage(HttpMethod.Get, "/guide");
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            Assert.Equal(plain, await (await unpacking.SendAsync(request)).Content.ReadAsStringAsync());
            using var again = new HttpRequestMessage(HttpMethod.Get, "/guide");
            again.Headers.AcceptEncoding.ParseAdd(encoding);
            Assert.Equal(encoding, (await client.SendAsync(again)).Content.Headers.ContentEncoding.Single());
        }
    }

    [Fact]
    public async Task A_held_file_answers_no_condition_and_no_range()
    {
        var by = await site.ActorAsync("liaison");
        var draft = await site.DraftAsync("附件要查的名单");
        var file = await site.WithAsync(give => give.GetRequiredService<FileDesk>().AttachAsync(by, draft, new MemoryStream(A.Bytes("姓名,身份证号\n某甲,11010519491231002X\n")), "名单.csv"));
        using var client = Bare();
        foreach (var (name, value) in new[] { ("If-None-Match", $"\"{file.Hash}\""), ("If-None-Match", "*"), ("Range", "bytes=0-10"), ("If-Range", $"\"{file.Hash}\"") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/files/{file.Id}/x");
            request.Headers.TryAddWithoutValidation(name, value);
            Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(request)).StatusCode);
        }
    }

    private HttpClient Bare() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };

    private static async Task<HttpResponseMessage> Asked(HttpClient client, string path, EntityTagHeaderValue? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await client.SendAsync(request);
    }

    private async Task EndAsync(Guid record)
    {
        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<EndingDesk>().WithdrawAsync(office, record, "有误"));
    }
}
