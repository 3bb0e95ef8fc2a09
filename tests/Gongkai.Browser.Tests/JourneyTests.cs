using System.Text.RegularExpressions;
using Gongkai.Web.Tests;
using Gongkai.Web.Tests.Catalogue;
using Gongkai.Web.Tests.Records;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>What people do, in a real browser, one test a journey.</summary>
public sealed partial class JourneyTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>
{
    [Fact]
    public async Task A_liaison_drops_a_word_file_and_the_public_reads_it()
    {
        var word = new FilePayload { Name = "安排.docx", MimeType = "application/octet-stream", Buffer = A.Word("关于公布实验教学安排的通知", "测大教〔2026〕21号", "教务处", new DateOnly(2026, 3, 3)) };
        var liaison = await SignInAsync("liaison");
        await liaison.GotoAsync("/office/records/new");
        await liaison.SetInputFilesAsync("#word", word);
        await liaison.ClickAsync("text=开始");
        await Assertions.Expect(liaison.Locator("#Title")).ToHaveValueAsync("关于公布实验教学安排的通知");
        await Assertions.Expect(liaison.Locator(".jodit-wysiwyg table")).ToBeVisibleAsync();

        // The draft saves itself and the checklist follows without a reload; what is still unsaved when somebody submits is saved first.
        // Items are checked rather than clicked: one of them may have been suggested already.
        await liaison.Locator(".items label", new() { HasText = "28." }).Locator("input").CheckAsync();
        await liaison.FillAsync("#DocumentNumber", "测大教〔2026〕22号");
        await Assertions.Expect(liaison.Locator("[data-saved]")).ToContainTextAsync("已于");
        await liaison.FillAsync("#Issuer", "教务处实践教学科");
        await liaison.ClickAsync("text=提交审核");
        await Assertions.Expect(liaison.Locator("h1")).ToContainTextAsync("单位审核");
        var editor = EditorPath().Match(liaison.Url).Value;

        await DoAsync("head", editor, "审核通过");
        await DoAsync("secrecy", editor, "保密审查签署");
        await DoAsync("office", editor, "立即公开");

        var reader = await chromium.NewPageAsync(site.Address, width: 360);
        await reader.GotoAsync("/");
        await reader.ClickAsync("text=关于公布实验教学安排的通知");
        await Assertions.Expect(reader.Locator(".crumbs a[href='/catalogue/28']")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Locator("h1")).ToHaveTextAsync("关于公布实验教学安排的通知");
        await Assertions.Expect(reader.Locator(".meta")).ToContainTextAsync("测大教〔2026〕22号");
        await Assertions.Expect(reader.Locator(".meta")).ToContainTextAsync("教务处实践教学科");
        await Assertions.Expect(reader.Locator("td[rowspan='2']")).ToBeVisibleAsync();
        Assert.True(await FitsAsync(reader), "The record page is wider than a phone.");
    }

    [Fact]
    public async Task The_office_imports_the_word_table_it_has_looks_at_it_goes_back_and_keeps_it()
    {
        var table = new FilePayload { Name = "公开事项清单.docx", MimeType = "application/octet-stream", Buffer = WordCatalogue.Make() };
        var office = await SignInAsync("office");
        await office.GotoAsync("/office/catalogue");
        await office.SetInputFilesAsync("input[name=sheet]", table);
        await office.ClickAsync("text=读取并预览");
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync("读到 10 个类别、50 个事项");
        var third = office.Locator("tbody tr").Nth(2).Locator("td").Nth(2);
        await Assertions.Expect(third).ToHaveTextAsync("单位1乙");
        await Assertions.Expect(office.Locator("tbody tr").Nth(3).Locator("td").Nth(2)).ToHaveTextAsync("单位1乙");

        await office.ClickAsync("button[formaction*='Forget']");
        await Assertions.Expect(office.Locator("main")).Not.ToContainTextAsync("草稿");

        await office.SetInputFilesAsync("input[name=sheet]", table);
        await office.ClickAsync("text=读取并预览");
        await office.ClickAsync("button[formaction*='Keep']");
        await Assertions.Expect(office.Locator("[role=status]")).ToContainTextAsync("已保存为草稿");
    }

    [Fact]
    public async Task The_office_withdraws_a_record_and_the_public_reads_the_notice()
    {
        var (_, record, index) = await site.PublishedAsync("将被撤回的办法");
        var office = await SignInAsync("office");
        office.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await office.GotoAsync($"/office/records/{record}");
        await office.FillAsync("#notice", "条款有误，修订后重新公开");
        await office.ClickAsync("button:has-text('撤回')");
        await Assertions.Expect(office.Locator("h1")).ToContainTextAsync("已撤回");

        var reader = await chromium.NewPageAsync(site.Address);
        var answer = await reader.GotoAsync($"/records/{index}");

        Assert.Equal(410, answer!.Status);
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("条款有误，修订后重新公开");
        await Assertions.Expect(reader.Locator("main")).Not.ToContainTextAsync("将被撤回的办法的正文");
    }

    [Fact]
    public async Task Everything_public_is_read_and_said_without_scripts()
    {
        var (_, _, index) = await site.PublishedAsync("没有脚本也能读的通知");
        var reader = await chromium.NewPageAsync(site.Address, width: 360, scripts: false);
        await reader.GotoAsync("/");
        await reader.FillAsync("input[name=q]", "没有脚本");
        await reader.ClickAsync("main button");
        await reader.ClickAsync("text=没有脚本也能读的通知");
        await reader.ClickAsync("text=这条信息有误");
        await reader.FillAsync("textarea", "请写明负责人");
        await reader.ClickAsync("main button");

        await Assertions.Expect(reader.Locator("[role=status]")).ToContainTextAsync("谢谢");
        Assert.EndsWith($"/records/{index}/feedback", new Uri(reader.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_from_home_to_a_record_is_walked_with_the_keyboard_alone()
    {
        await site.PublishedAsync("键盘读者要找的通知");
        var reader = await chromium.NewPageAsync(site.Address);
        await reader.GotoAsync("/");
        await reader.Keyboard.PressAsync("Tab");
        await Assertions.Expect(reader.Locator(".skip")).ToBeFocusedAsync();
        await reader.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 60 && !(await FocusedAsync(reader)).Contains("键盘读者", StringComparison.Ordinal); i++)
        {
            await reader.Keyboard.PressAsync("Tab");
        }

        await reader.Keyboard.PressAsync("Enter");

        await Assertions.Expect(reader.Locator("h1")).ToHaveTextAsync("键盘读者要找的通知");
    }

    [Fact]
    public async Task Elder_mode_enlarges_the_type_and_is_remembered()
    {
        var reader = await chromium.NewPageAsync(site.Address);
        await reader.GotoAsync("/");
        var before = await SizeAsync(reader);
        await reader.ClickAsync("text=适老版");
        await reader.GotoAsync("/guide");

        Assert.True(await SizeAsync(reader) > before * 1.2);
    }

    private async Task DoAsync(string who, string editor, string verb)
    {
        var page = await SignInAsync(who);
        await page.GotoAsync(editor);
        await page.ClickAsync($"button:has-text('{verb}')");
        await Assertions.Expect(page.Locator(".alert-success")).ToContainTextAsync(verb);
    }

    private async Task<IPage> SignInAsync(string userName)
    {
        var page = await chromium.NewPageAsync(site.Address);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[autocomplete=username]", userName);
        await page.FillAsync("input[type=password]", Site.Password);
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**/office");
        return page;
    }

    private static Task<double> SizeAsync(IPage page) => page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.querySelector('main p, main a')).fontSize)");

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement?.tagName === 'A' ? document.activeElement.textContent : ''");

    private static Task<bool> FitsAsync(IPage page) => page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth + 1");

    [GeneratedRegex("/office/editions/[0-9a-f-]+")]
    private static partial Regex EditorPath();
}
