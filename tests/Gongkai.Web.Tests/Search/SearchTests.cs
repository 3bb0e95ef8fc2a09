using System.IO.Compression;
using System.Text;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Search;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Search;

/// <summary>What people type and what they find.</summary>
public sealed class SearchTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("课程库建设", "pair by pair in its wording")]
    [InlineData("課程庫建設", "traditional characters")]
    [InlineData("测大教〔２０２６〕３１号", "full-width digits")]
    [InlineData("测大教[2026]31号", "other brackets")]
    [InlineData("测大教 2026 31", "a number in its parts")]
    [InlineData("gb/t 7714", "case")]
    [InlineData("2026-02-27", "a day as machines write it")]
    [InlineData("2026年2月27日", "a day in the text")]
    [InlineData("2026/2/27", "a day with strokes")]
    [InlineData("20260227", "a day without marks")]
    [InlineData("2026年2月", "a month")]
    [InlineData("库", "one character")]
    [InlineData("\"课程库建设办法\" -考试", "quotes and what is unwanted")]
    [InlineData("建设 课程库", "two words in any order")]
    public async Task A_record_is_found_by(string typed, string how)
    {
        await MakeAsync();
        var found = await FindAsync(typed);

        Assert.True(found.Contains("课程库建设办法"), $"{how}: {typed} found {string.Join("、", found)}");
    }

    [Theory]
    [InlineData("课库程")]
    [InlineData("建课")]
    [InlineData("课程库建设办法 -课程")]
    [InlineData("2026-02-28")]
    [InlineData("测大教〔2026〕32号")]
    public async Task A_record_is_not_found_by_what_it_does_not_say(string typed)
    {
        await MakeAsync();
        var result = await ResultAsync(typed);

        Assert.True(result.IsRelaxed || result.Hits.All(h => h.Line.Title != "课程库建设办法"), typed);
    }

    [Fact]
    public async Task A_title_stands_before_a_text_and_a_text_before_a_file()
    {
        var inFile = await PublishAsync("甲类通知", attach: ("说明.txt", Encoding.UTF8.GetBytes("这里写到青铜鼎陈列。")));
        var inText = await PublishAsync("乙类通知", f => f with { BodyHtml = "<p>这里写到青铜鼎陈列。</p>" });
        var inTitle = await PublishAsync("青铜鼎陈列开放通知");

        var found = await FindAsync("青铜鼎陈列");

        Assert.Equal(["青铜鼎陈列开放通知", "乙类通知", "甲类通知"], found);
        Assert.NotEqual(inFile, inText);
        Assert.NotEqual(inText, inTitle);
    }

    [Fact]
    public async Task Two_words_by_date_are_found_where_both_stand_one_of_them_in_a_file()
    {
        await PublishAsync("釉里单记", f => f with { BodyHtml = "<p>只写到汝瓷。</p>" });
        await PublishAsync("窑址双记", f => f with { BodyHtml = "<p>这里写到汝瓷。</p>" }, attach: ("说明.txt", Encoding.UTF8.GetBytes("文件写到匣钵。")));
        await PublishAsync("窑炉双记", f => f with { BodyHtml = "<p>汝瓷与匣钵。</p>" });

        var result = await site.WithAsync(give => give.GetRequiredService<SearchDesk>().FindAsync(Actor.Nobody, new SearchWish { Words = "汝瓷 匣钵", ByDate = true }));

        Assert.Equal(["窑址双记", "窑炉双记"], result.Hits.Select(h => h.Line.Title).Order(StringComparer.Ordinal));
        Assert.Equal(2, result.Total);
    }

    [Fact]
    public async Task A_word_in_a_file_in_an_archive_names_the_file_and_the_place()
    {
        await PublishAsync("带压缩包的公告", attach: ("材料.zip", Zip(("工作总结.txt", "第一行\n第二行提到琉璃瓦修缮\n"))));
        using var reader = site.Visit();

        await reader.OpenAsync("/search?q=琉璃瓦修缮");

        var file = reader.Page.QuerySelector(".in-file")!;
        Assert.Equal("材料.zip", file.QuerySelector("a")!.TextContent);
        Assert.Contains("工作总结.txt", file.TextContent, StringComparison.Ordinal);
        Assert.Equal("琉璃瓦修缮", file.QuerySelector("mark")!.TextContent);
        Assert.StartsWith("/files/", file.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_may_be_found_by_others_and_what_somebody_searched_for_may_not()
    {
        using var reader = site.Visit();
        await reader.OpenAsync("/search");
        Assert.Null(reader.Page.QuerySelector("meta[name=robots]"));
        Assert.Contains("检索学校已公开的全部信息", reader.Page.QuerySelector("meta[name=description]")!.GetAttribute("content"), StringComparison.Ordinal);
        await reader.OpenAsync("/search?q=砚台");
        Assert.StartsWith("noindex", reader.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Contains("Disallow: /search?\n", await reader.Client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_count_and_narrow()
    {
        await PublishAsync("砚台收藏说明一");
        await PublishAsync("砚台收藏说明二", f => f with { Kind = RecordKind.Report });
        await PublishAsync("砚台收藏说明三", f => f with { Kind = RecordKind.Report });
        using var reader = site.Visit();

        await reader.OpenAsync("/search?q=砚台收藏");
        Assert.Contains("报告2", Kinds(), StringComparison.Ordinal);
        await reader.OpenAsync(reader.Page.QuerySelectorAll(".facets a").First(a => a.TextContent.Contains("报告", StringComparison.Ordinal)).GetAttribute("href")!);

        Assert.Equal(2, reader.Page.QuerySelectorAll(".hits > li").Length);
        Assert.Contains("通知公告1", Kinds(), StringComparison.Ordinal);
        Assert.Contains("报告", reader.Page.QuerySelector(".chosen")!.TextContent, StringComparison.Ordinal);

        string Kinds() => string.Concat(reader.Page.QuerySelectorAll(".facets a").Select(a => string.Concat(a.TextContent.Where(c => !char.IsWhiteSpace(c))) + " "));
    }

    [Fact]
    public async Task What_was_likely_meant_is_offered_and_what_is_missed_is_kept_without_the_person()
    {
        await PublishAsync("珐琅彩工艺展公告");
        using var reader = site.Visit();

        await reader.OpenAsync("/search?q=珐琅采工艺展");
        Assert.Equal("珐琅彩工艺展", reader.Page.QuerySelector(".meant a")!.TextContent);

        await reader.OpenAsync("/search?q=谁都没写过的物事");
        await reader.OpenAsync("/search?q=谁都没写过的物事");
        await reader.OpenAsync("/search?q=11010519491231002X");
        Assert.NotNull(reader.Page.QuerySelector("a[href='/contact'].button"));
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/missed");
        var row = office.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("谁都没写过的物事", StringComparison.Ordinal));
        Assert.Equal("2", row.QuerySelectorAll("td")[1].TextContent);
        Assert.DoesNotContain("110105", office.Text, StringComparison.Ordinal);

        await office.SubmitAsync("tbody form");
        Assert.DoesNotContain(office.Page.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("谁都没写过的物事", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Titles_are_suggested_from_what_is_public()
    {
        await PublishAsync("紫砂壶鉴赏课安排");
        await site.DraftAsync("紫砂壶采购草稿");
        using var reader = site.Visit();

        var answer = await reader.Client.GetStringAsync("/search/suggest?q=紫砂");

        Assert.Equal("""["紫砂壶鉴赏课安排"]""", System.Text.RegularExpressions.Regex.Unescape(answer));
    }

    [Fact]
    public async Task A_change_is_found_at_once_and_what_is_withdrawn_is_gone_at_once()
    {
        var (_, record, index) = await site.PublishedAsync("竹简整理进展", f => f with { BodyHtml = "<p>本期整理三百枚。</p>" });
        Assert.Equal(["竹简整理进展"], await FindAsync("三百枚"));

        var next = await site.NextAsync(record, f => f with { BodyHtml = "<p>本期整理五百枚。</p>" });
        await site.MoveAsync(await site.ReadyAsync(next), "office", EditionVerb.Publish);
        Assert.Empty(await FindAsync("三百枚"));
        Assert.Equal(["竹简整理进展"], await FindAsync("五百枚"));

        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<EndingDesk>().WithdrawAsync(office, record, "数字有误"));
        var result = await ResultAsync("五百枚");
        Assert.Equal(0, result.Total);
        Assert.Empty(result.Facets);
        Assert.NotEmpty(index);
    }

    [Fact]
    public async Task What_is_scheduled_is_found_from_its_minute_on()
    {
        var edition = await site.ReadyAsync(await site.DraftAsync("定时出现的漆器目录"));
        var office = await site.ActorAsync("office");
        await site.WithAsync(async give => await give.GetRequiredService<ReviewDesk>().ScheduleAsync(office, edition, (await give.GetRequiredService<RecordDesk>().OpenAsync(office, edition)).Version, site.Time.GetUtcNow().UtcDateTime.AddMinutes(30)));

        Assert.Empty(await FindAsync("漆器目录"));
        site.Time.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(["定时出现的漆器目录"], await FindAsync("漆器目录"));
    }

    [Theory]
    [InlineData("cut off")]
    [InlineData("deleted")]
    [InlineData("older")]
    public async Task An_index_that_is_hurt_is_made_anew(string how)
    {
        var title = $"修复之后仍能找到{how}";
        await PublishAsync(title);
        Assert.Equal([title], await FindAsync($"\"{title}\""));
        var folder = Path.Combine(site.Settings.Data, "search", site.Institution.ToString("N"));
        if (how == "deleted")
        {
            Directory.Delete(folder, recursive: true);
            Assert.Equal([title], await FindAsync($"\"{title}\""));
            return;
        }

        await site.StopAsync();
        if (how == "cut off")
        {
            foreach (var file in Directory.GetFiles(folder).Where(f => f.EndsWith(".cfs", StringComparison.Ordinal) || f.EndsWith(".pos", StringComparison.Ordinal) || f.Contains("segments_", StringComparison.Ordinal)))
            {
                using var stream = File.OpenWrite(file);
                stream.SetLength(stream.Length / 2);
            }
        }
        else
        {
            AsOlder(folder);
        }

        await site.StartAsync();

        Assert.Equal([title], await FindAsync($"\"{title}\""));
    }

    [Theory]
    [InlineData("+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /")]
    [InlineData("\"")]
    [InlineData("-")]
    [InlineData("%00%01")]
    [InlineData("😀👍🏽 𠮷野家")]
    [InlineData("AND OR NOT")]
    public async Task Nothing_that_is_typed_is_an_error(string typed)
    {
        using var reader = site.Visit();

        await reader.OpenAsync($"/search?q={Uri.EscapeDataString(typed)}");

        Assert.Equal(System.Net.HttpStatusCode.OK, reader.Status);
        Assert.NotNull(reader.Page.QuerySelector("h1"));
    }

    [Fact]
    public async Task A_query_of_ten_thousand_characters_lone_surrogates_and_pages_without_end_are_answered()
    {
        using var reader = site.Visit();
        foreach (var query in new[] { $"q={Uri.EscapeDataString(new string('学', 10_000))}", "q=%ED%A0%80%ED%B0%80", "q=%FF%FE", "q=学&p=2147483647", "q=学&p=-5", "q=学&year=99999999999", "q=学&kind=Nonsense&unit=%00&item=x", "p=51", "sort=", "q=" })
        {
            await reader.OpenAsync($"/search?{query}");
            Assert.Equal(System.Net.HttpStatusCode.OK, reader.Status);
        }

        await reader.OpenAsync("/search?p=51");
        Assert.Contains("只能翻到第 50 页", reader.Text, StringComparison.Ordinal);
    }

    private static void AsOlder(string folder)
    {
        using var directory = Lucene.Net.Store.FSDirectory.Open(folder);
        using var writer = new Lucene.Net.Index.IndexWriter(directory, new Lucene.Net.Index.IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, new NoAnalyzer()));
        writer.DeleteAll();
        writer.SetCommitData(new Dictionary<string, string> { ["form"] = "0", ["change"] = "999999", ["at"] = "0", ["generation"] = "0" });
        writer.Commit();
    }

    private Task<SearchResult> ResultAsync(string typed) => site.WithAsync(give => give.GetRequiredService<SearchDesk>().FindAsync(Actor.Nobody, new SearchWish { Words = typed }));

    private async Task<IReadOnlyList<string>> FindAsync(string typed)
    {
        var result = await ResultAsync(typed);
        return result.IsRelaxed ? [] : [.. result.Hits.Select(h => h.Line.Title)];
    }

    private async Task MakeAsync()
    {
        if (await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Edition>().AnyAsync(e => e.Title == "课程库建设办法")))
        {
            return;
        }

        await site.PublishedAsync("课程库建设办法", f => f with { DocumentNumber = "测大教〔2026〕31号", ProducedOn = new DateOnly(2026, 2, 25), BodyHtml = "<p>自2026年2月27日起施行，文献著录依 GB/T 7714。</p>" });
    }

    private async Task<string> PublishAsync(string title, Func<EditionForm, EditionForm>? change = null, (string Name, byte[] Bytes)? attach = null)
    {
        var draft = await site.DraftAsync(title, change: change);
        if (attach is { } file)
        {
            var by = await site.ActorAsync("liaison");
            await site.WithAsync(give => give.GetRequiredService<FileDesk>().AttachAsync(by, draft, new MemoryStream(file.Bytes), file.Name));
        }

        await site.MoveAsync(await site.ReadyAsync(draft), "office", EditionVerb.Publish);
        return (await site.OpenAsync(draft)).Record!.IndexNumber!;
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
