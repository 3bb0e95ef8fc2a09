using System.Net;
using Gongkai.Web.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Records;

/// <summary>Drafts save themselves, two writers are told of each other, and bad input loses nothing.</summary>
public sealed class WritingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_draft_saves_itself_and_says_when()
    {
        var edition = await site.DraftAsync("会自动保存的草稿");
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync($"/office/editions/{edition}");

        var answer = await AutosaveAsync(liaison, edition, "<p>写到一半的文字</p>");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("写到一半的文字", (await site.OpenAsync(edition)).BodyHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told_who_was_first_and_keeps_the_text()
    {
        var edition = await site.DraftAsync("两人同时编辑的通知");
        using var first = await site.VisitAsAsync("liaison");
        using var second = await site.VisitAsAsync("liaison2");
        await first.OpenAsync($"/office/editions/{edition}");
        await second.OpenAsync($"/office/editions/{edition}");
        await first.SubmitAsync("#edition", ("Input.BodyHtml", "<p>第一位的文字</p>"));

        await second.SubmitAsync("#edition", ("Input.BodyHtml", "<p>第二位的文字</p>"));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("测试liaison 在您编辑期间保存了新内容", second.Text, StringComparison.Ordinal);
        Assert.Contains("第二位的文字", second.Page.QuerySelector("textarea[name='Input.BodyHtml']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第二位的文字", second.Page.QuerySelector("main details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第一位的文字", (await site.OpenAsync(edition)).BodyHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_approvals_is_told_who_was_first()
    {
        var edition = await site.ReadyAsync(await site.DraftAsync("两人同时公开的通知"));
        using var first = await site.VisitAsAsync("office");
        using var second = await site.VisitAsAsync("office2");
        await first.OpenAsync($"/office/editions/{edition}");
        await second.OpenAsync($"/office/editions/{edition}");
        await first.SubmitAsync("form:has(input[name=verb][value=Publish])");

        await second.SubmitAsync("form:has(input[name=verb][value=Publish])");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("测试office 已先办理：立即公开", second.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_publications_in_the_same_instant_publish_once()
    {
        var edition = await site.ReadyAsync(await site.DraftAsync("并发公开的通知"));
        var version = (await site.OpenAsync(edition)).Version;
        var actors = new[] { await site.ActorAsync("office"), await site.ActorAsync("office2") };

        var outcomes = await Task.WhenAll(actors.Select(by => site.WithAsync(async give =>
        {
            try
            {
                await give.GetRequiredService<ReviewDesk>().PublishAsync(by, edition, version);
                return "published";
            }
            catch (Platform.Storage.ConflictException)
            {
                return "second";
            }
        })));

        Assert.Equal(["published", "second"], outcomes.Order());
        Assert.Single((await site.OpenAsync(edition)).Steps, s => s.Verb == EditionVerb.Publish);
    }

    [Theory]
    [InlineData("corrupt.docx", "用办公软件打开后另存为 docx")]
    [InlineData("empty.docx", "是空的")]
    [InlineData("program.docx", "用办公软件打开后另存为 docx")]
    [InlineData("macros.docx", "不带宏的 docx")]
    [InlineData("bomb.docx", "超出可处理的大小")]
    [InlineData("closed.docx", "设有打开密码")]
    [InlineData("huge.docx", "文件超过 100 MB")]
    public async Task A_bad_word_file_is_refused_with_what_to_do(string name, string said)
    {
        var bytes = name switch
        {
            "corrupt.docx" => A.Word("x", "", "", new DateOnly(2026, 1, 1))[..900],
            "empty.docx" => [],
            "macros.docx" => A.WordWith("word/vbaProject.bin", part => part.Write([0xD0, 0xCF, 0x11, 0xE0])),
            "bomb.docx" => A.WordWith("word/document.xml", A.Bomb),
            "closed.docx" => A.ClosedWithPassword(),
            "huge.docx" => new byte[200 * 1024 * 1024],
            _ => [.. "MZ"u8, .. new byte[2000]],
        };
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync("/office/records/new");

        await liaison.SubmitAsync("main form", [("word", name, bytes)], ("unit", site.Units["教务处"].Id.ToString()), ("kind", "Notice"));

        Assert.Equal(HttpStatusCode.BadRequest, liaison.Status);
        Assert.Contains(said, liaison.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_program_is_refused_as_attachment_and_nothing_is_kept()
    {
        var edition = await site.DraftAsync("附件是程序的通知");
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync($"/office/editions/{edition}");

        await liaison.SubmitAsync("form[action*='handler=Attach']", [("upload", "说明.pdf", [.. "MZ"u8, .. new byte[4000]])]);

        Assert.Contains("不是可公开的文档类型", liaison.Text, StringComparison.Ordinal);
        Assert.Empty((await site.OpenAsync(edition)).Attachments);
    }

    [Fact]
    public async Task A_title_of_ten_thousand_characters_comes_back_untouched_with_a_sentence()
    {
        var edition = await site.DraftAsync("标题待改");
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync($"/office/editions/{edition}");
        var title = new string('长', 10_000);

        await liaison.SubmitAsync("#edition", ("Input.Title", title));

        Assert.Contains("标题超过 300 个字", liaison.Text, StringComparison.Ordinal);
        Assert.Equal(title, liaison.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        Assert.Equal("标题待改", (await site.OpenAsync(edition)).Title);
    }

    [Fact]
    public async Task A_title_of_spaces_blocks_submission()
    {
        var edition = await site.DraftAsync("　 ");
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync($"/office/editions/{edition}");

        await liaison.SubmitAsync("form:has(input[name=verb][value=Submit])");

        Assert.Equal(HttpStatusCode.BadRequest, liaison.Status);
        Assert.Contains("没有标题。请填写标题。", liaison.Text, StringComparison.Ordinal);
        Assert.Equal(EditionStatus.Draft, (await site.OpenAsync(edition)).Status);
    }

    [Fact]
    public async Task Script_in_every_field_never_runs_on_the_public_page()
    {
        const string attack = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        var (_, _, index) = await site.PublishedAsync($"标题{attack}", f => f with
        {
            DocumentNumber = attack,
            Issuer = attack,
            BodyHtml = $"<p onclick=\"alert(3)\">正文{attack}<a href=\"javascript:alert(4)\">链接</a><iframe src=\"http://evil.example\"></iframe></p><style>body{{display:none}}</style>",
        });
        using var reader = site.Visit();

        await reader.OpenAsync($"/records/{index}");

        // The page's own: its script, its facts for machines, its QR code.
        Assert.Empty(reader.Page.QuerySelectorAll("script:not([src^='/portal.']):not([type='application/ld+json']), iframe, main img:not([src^='data:image/']), main style, [onclick], [onerror], a[href^='javascript']"));
        Assert.DoesNotContain("<", reader.Page.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("正文", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_data_in_the_text_blocks_and_is_never_repeated()
    {
        var edition = await site.DraftAsync("资助名单", change: f => f with { BodyHtml = "<p>某甲，身份证号11010519491231002X，电话13800138000。</p>" });
        using var liaison = await site.VisitAsAsync("liaison");
        await liaison.OpenAsync($"/office/editions/{edition}");

        await liaison.SubmitAsync("form:has(input[name=verb][value=Submit])");

        var checks = liaison.Page.QuerySelector("#checks")!.TextContent;
        Assert.Contains("pii.id-number", checks, StringComparison.Ordinal);
        Assert.DoesNotContain("11010519491231002X", checks, StringComparison.Ordinal);
        Assert.Equal(EditionStatus.Draft, (await site.OpenAsync(edition)).Status);
    }

    [Fact]
    public async Task A_guessed_or_foreign_id_is_not_found()
    {
        var edition = await site.DraftAsync("教务处的草稿");
        using var stranger = await site.VisitAsAsync("stranger");

        await stranger.OpenAsync($"/office/editions/{edition}");
        var foreign = stranger.Status;
        await stranger.OpenAsync($"/office/editions/{Guid.Parse("00000000-0000-0000-0000-00000000abcd")}");

        Assert.Equal(HttpStatusCode.NotFound, foreign);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    private static async Task<HttpResponseMessage> AutosaveAsync(Visitor visitor, Guid edition, string body)
    {
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Version"] = visitor.Page.QuerySelector("[name=Version]")!.GetAttribute("value")!,
            ["Input.Title"] = "会自动保存的草稿",
            ["Input.BodyHtml"] = body,
        };
        return await visitor.Client.PostAsync($"/office/editions/{edition}?handler=Autosave", new FormUrlEncodedContent(fields));
    }
}
