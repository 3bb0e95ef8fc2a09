using Gongkai.Web.Records;
using Gongkai.Web.Tests;
using Gongkai.Web.Tests.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Gongkai.Browser.Tests;

/// <summary>From a word to what says it, in a real browser.</summary>
public sealed class SearchJourneyTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_goes_from_a_word_in_a_pdf_to_that_pdf(bool scripts)
    {
        var pdf = Pdf("Laboratory equipment inventory", "Cryostat maintenance ledger");
        var draft = await site.DraftAsync("实验设备清单");
        var by = await site.ActorAsync("liaison");
        await site.WithAsync(give => give.GetRequiredService<FileDesk>().AttachAsync(by, draft, new MemoryStream(pdf), "设备.pdf"));
        await site.MoveAsync(await site.ReadyAsync(draft), "office", EditionVerb.Publish);
        var reader = await chromium.NewPageAsync(site.Address, width: 360, scripts: scripts);
        await reader.GotoAsync("/");
        await reader.FillAsync("main input[name=q]", "cryostat");
        await reader.ClickAsync("main form.search button");

        var file = reader.Locator(".in-file").First;
        await Assertions.Expect(file.Locator("mark")).ToHaveTextAsync("Cryostat");
        await Assertions.Expect(file).ToContainTextAsync("第 2 页");
        var download = await reader.RunAndWaitForDownloadAsync(() => file.Locator("a").ClickAsync());

        Assert.Equal("设备.pdf", download.SuggestedFilename);
        Assert.Equal(pdf, await File.ReadAllBytesAsync(await download.PathAsync()));
        await reader.ClickAsync(".hit");
        await Assertions.Expect(reader.Locator("h1")).ToHaveTextAsync("实验设备清单");
        await Assertions.Expect(reader.Locator("#citation")).ToContainTextAsync("测试大学教务处. 实验设备清单[EB/OL].");
    }

    [Fact]
    public async Task Titles_are_suggested_while_one_types_but_not_in_the_middle_of_a_composition()
    {
        await site.PublishedAsync("图书借阅规则说明");
        var reader = await chromium.NewPageAsync(site.Address);
        await reader.GotoAsync("/");
        var asked = new List<string>();
        reader.Request += (_, request) =>
        {
            if (request.Url.Contains("/search/suggest", StringComparison.Ordinal))
            {
                asked.Add(Uri.UnescapeDataString(request.Url));
            }
        };

        var input = reader.Locator("main input[name=q]");
        await input.EvaluateAsync("e => { e.value = 'tu shu'; e.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true })); }");
        await reader.WaitForTimeoutAsync(400);
        Assert.Empty(asked);
        await input.EvaluateAsync("e => { e.value = '图书'; e.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })); }");

        await Assertions.Expect(reader.Locator("#suggested option")).ToHaveAttributeAsync("value", "图书借阅规则说明");
        Assert.EndsWith("q=图书", Assert.Single(asked), StringComparison.Ordinal);
    }

    private static byte[] Pdf(params string[] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var text in pages)
        {
            builder.AddPage(PageSize.A4).AddText(text, 14, new PdfPoint(60, 760), font);
        }

        return builder.Build();
    }
}
