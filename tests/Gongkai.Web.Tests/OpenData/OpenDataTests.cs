using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Gongkai.Web.Records;
using Gongkai.Web.Tests.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.OpenData;

/// <summary>What is public, as data.</summary>
public sealed class OpenDataTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_api_is_described_as_it_was_published()
    {
        using var reader = site.Visit();
        using var described = JsonDocument.Parse(await reader.Client.GetStringAsync("/api/v1/openapi.json"));
        var now = JsonSerializer.Serialize(described.RootElement, Indented).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(Repository.Root, "docs", "api", "openapi-v1.json");
        if (Environment.GetEnvironmentVariable("GONGKAI_REGENERATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, now);
        }

        // Published shapes never change; what is added is kept with GONGKAI_REGENERATE=1 and looked at.
        Assert.Equal(await File.ReadAllTextAsync(path), now);
    }

    [Fact]
    public async Task Every_example_of_the_reference_page_runs()
    {
        await site.PublishedAsync("供示例用的通知");
        using var reader = site.Visit();
        await reader.OpenAsync("/open-data");
        var examples = reader.Page.QuerySelectorAll("td a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.Equal(8, examples.Count);
        foreach (var example in examples)
        {
            var answer = await reader.Client.GetAsync(example);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var data = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal("https://creativecommons.org/licenses/by/4.0/", data.RootElement.GetProperty("licence").GetString());
        }
    }

    [Fact]
    public async Task Records_are_filtered_paged_and_followed_to_their_text_files_and_editions()
    {
        var draft = await site.DraftAsync("接口里的办法", change: f => f with { Kind = RecordKind.Regulation, BodyHtml = "<p>第一条。</p>" });
        var by = await site.ActorAsync("liaison");
        await site.WithAsync(give => give.GetRequiredService<FileDesk>().AttachAsync(by, draft, new MemoryStream(A.Bytes("附件的内容")), "附件.txt"));
        await site.MoveAsync(await site.ReadyAsync(draft), "office", EditionVerb.Publish);
        await site.PublishedAsync("接口里的第二个办法", f => f with { Kind = RecordKind.Regulation });
        var record = (await site.OpenAsync(draft)).Record!;
        await site.MoveAsync(await site.ReadyAsync(await site.NextAsync(record.Id, f => f with { BodyHtml = "<p>改后的第一条。</p>" })), "office", EditionVerb.Publish);
        using var reader = site.Visit();

        using var first = await JsonAsync(reader, "/api/v1/records?kind=Regulation&unit=04&item=28&size=1");
        Assert.Equal(2, first.RootElement.GetProperty("total").GetInt32());
        using var second = await JsonAsync(reader, new Uri(first.RootElement.GetProperty("next").GetString()!).PathAndQuery);
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("next").ValueKind);
        var indexes = new[] { first, second }.Select(page => page.RootElement.GetProperty("rows")[0].GetProperty("indexNumber").GetString()).ToList();
        Assert.Equal(2, indexes.Distinct().Count());

        using var one = await JsonAsync(reader, $"/api/v1/records/{record.IndexNumber}");
        Assert.Equal("改后的第一条。", one.RootElement.GetProperty("text").GetString());
        Assert.Equal(2, one.RootElement.GetProperty("editions").GetArrayLength());
        using var before = await JsonAsync(reader, $"/api/v1/records/{record.IndexNumber}/editions/1");
        Assert.Equal("第一条。", before.RootElement.GetProperty("text").GetString());
        Assert.Equal("附件的内容", await reader.Client.GetStringAsync(new Uri(before.RootElement.GetProperty("attachments")[0].GetProperty("url").GetString()!).PathAndQuery));
        using var none = await JsonAsync(reader, "/api/v1/records?from=2030-01-01");
        Assert.Equal(0, none.RootElement.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/api/v1/records?size=1000", "size")]
    [InlineData("/api/v1/records?page=0", "page")]
    [InlineData("/api/v1/records?page=x", "page")]
    [InlineData("/api/v1/records?page=2147483647&size=100", "page")]
    [InlineData("/api/v1/records?kind=Poem", "kind")]
    [InlineData("/api/v1/records?from=yesterday", "from")]
    [InlineData("/api/v1/records?to=0001-01-01", "to")]
    [InlineData("/api/v1/items?category=-1", "category")]
    [InlineData("/api/v1/coverage?year=1", "year")]
    [InlineData("/api/v1/attachments?size=0", "size")]
    public async Task A_question_that_means_nothing_is_answered_with_how_to_mend_it(string path, string parameter)
    {
        using var reader = site.Visit();
        var answer = await reader.Client.GetAsync("/en" + path);
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, said.RootElement.GetProperty("parameter").GetString());
        Assert.NotEmpty(said.RootElement.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Pages_of_every_site_may_ask_and_what_is_unchanged_is_not_sent_again()
    {
        using var reader = site.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/units");
        request.Headers.Add("Origin", "https://elsewhere.example");
        var answer = await reader.Client.SendAsync(request);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/units");
        again.Headers.Add("Origin", "https://elsewhere.example");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        var unchanged = await reader.Client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal("*", unchanged.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task The_whole_in_one_file_agrees_with_the_site_and_runs_no_formula()
    {
        var (_, record, index) = await site.PublishedAsync("=HYPERLINK(\"http://x\")整体下载里的一条");
        using var reader = site.Visit();
        var csv = await reader.Client.GetByteArrayAsync("/open-data/records.csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Contains("'=HYPERLINK", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        Assert.Contains(index, await SheetAsync(reader), StringComparison.Ordinal);
        var lines = (await reader.Client.GetStringAsync("/open-data/records.ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, l => JsonDocument.Parse(l).RootElement.GetProperty("record").GetProperty("indexNumber").GetString() == index);

        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<EndingDesk>().WithdrawAsync(office, record, "有误"));

        foreach (var form in new[] { "csv", "ndjson" })
        {
            Assert.DoesNotContain(index, await reader.Client.GetStringAsync($"/open-data/records.{form}"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(index, await SheetAsync(reader), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Client.GetAsync("/open-data/records.exe")).StatusCode);
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<JsonDocument> JsonAsync(Visitor reader, string path) => JsonDocument.Parse(await reader.Client.GetStringAsync(path));

    private static async Task<string> SheetAsync(Visitor reader)
    {
        using var zip = new ZipArchive(await reader.Client.GetStreamAsync("/open-data/records.xlsx"));
        return string.Concat(zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }
}
