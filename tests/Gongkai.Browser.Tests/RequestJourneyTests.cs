using Gongkai.Web.Requests;
using Gongkai.Web.Tests;
using Gongkai.Web.Tests.Requests;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>A request in a real browser, from the anonymous form to the closed file.</summary>
public sealed class RequestJourneyTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>
{
    [Fact]
    public async Task A_stranger_asks_the_office_clarifies_consults_extends_and_releases_a_part()
    {
        await site.ChiefAsync();
        await site.ChooseAsync(new RequestPolicy { RuleId = RequestPolicy.RegulationsRule, Source = "校办〔2026〕3号" });
        var asker = await chromium.NewPageAsync(site.Address, width: 360);
        await asker.GotoAsync("/");
        await asker.ClickAsync(".doors a[href='/requests']");
        await asker.ClickAsync(".doors a[href='/requests/new']");
        await asker.FillAsync("#Input_Name", R.Person);
        await asker.ClickAsync("button:visible:has-text('下一步')");
        await asker.FillAsync("#Input_Email", "asker@test.example");
        await asker.FillAsync("#Input_DocumentNumber", R.Document);
        await asker.ClickAsync("button:visible:has-text('下一步')");
        await asker.FillAsync("#Input_Matter", "体育馆合作协议");
        await asker.FillAsync("#Input_Description", "学校与企业签订的体育馆合作协议全文。");
        await asker.ClickAsync("button:visible:has-text('下一步')");
        await asker.ClickAsync("button:visible:has-text('下一步')");

        // With scripts the browser works instead of the person reckoning.
        await Assertions.Expect(asker.Locator("[data-question]")).ToHaveTextAsync("已通过验证。");
        await asker.ClickAsync("text=提交申请");
        var number = await asker.Locator("[data-number]").InnerTextAsync();
        var code = await asker.Locator("[data-code]").InnerTextAsync();
        Assert.True(await FitsAsync(asker), "The receipt is wider than a phone.");

        var office = await SignInAsync("office");
        await office.GotoAsync("/office/requests");
        await office.ClickAsync($"text={number}");
        var page = new Uri(office.Url).AbsolutePath;
        await ActAsync(office, "要求补正", ("#what", "请写明是哪一年的协议"));

        await asker.GotoAsync("/requests/track");
        await asker.FillAsync("#number", number);
        await asker.FillAsync("#code", code);
        await asker.ClickAsync("main button");
        await asker.FillAsync("#text", "2025年签订的协议");
        await asker.ClickAsync("text=提交补正");
        await Assertions.Expect(asker.Locator(".clock")).ToContainTextAsync("还有 20 个工作日");

        await office.GotoAsync(page);
        await office.ClickAsync("summary:has-text('交办单位')");
        await office.SelectOptionAsync("#unit", new SelectOptionValue { Label = "教务处" });
        await office.FillAsync("#task", "请提供协议文本");
        await office.ClickAsync("button:has-text('交办单位')");
        await ActAsync(office, "征求第三方意见", ("#party", "某体育公司"), ("#question", "是否同意公开价款"));
        await office.ClickAsync("summary:has-text('登记第三方意见')");
        await office.SelectOptionAsync("#view", "Refuses");
        await office.FillAsync("#reasons", "价款属于商业秘密");
        await office.ClickAsync("button:has-text('登记第三方意见')");
        await Assertions.Expect(office.Locator("h1")).ToContainTextAsync("办理中");

        var chief = await SignInAsync("chief");
        await chief.GotoAsync(page);
        await ActAsync(chief, "延长期限", ("#why", "需要征求多方意见"));

        await office.GotoAsync(page);
        await office.ClickAsync("summary:has-text('拟写答复')");
        await office.SelectOptionAsync("#outcome", "3.2-parted");
        await office.FillAsync("#facts", "协议可以区分处理");
        await office.FillAsync("#answer", "公开协议正文，不含价款。");
        await office.FillAsync("#takenout", "价款：涉及第三方商业秘密");
        await office.ClickAsync("button:has-text('拟写答复')");
        await Assertions.Expect(office.Locator("h1")).ToContainTextAsync("已拟答复");
        await DoAsync("secrecy", page, "审查签署");
        await DoAsync("office2", page, "批准");
        await office.GotoAsync(page);
        await office.ClickAsync("button:has-text('发出答复')");
        await office.ClickAsync("button:has-text('归档')");
        await Assertions.Expect(office.Locator("h1")).ToContainTextAsync("已归档");

        await asker.GotoAsync("/requests/case");
        await Assertions.Expect(asker.Locator("main")).ToContainTextAsync("公开协议正文，不含价款。");
        await Assertions.Expect(asker.Locator(".life")).ToContainTextAsync("答复期限已延长");
        var letter = await asker.RunAndWaitForDownloadAsync(() => asker.ClickAsync("li:has-text('部分公开答复书') a:has-text('DOCX')"));
        Assert.EndsWith(".docx", letter.SuggestedFilename, StringComparison.Ordinal);
        await asker.CheckAsync("input[name=rating][value='5']");
        await asker.ClickAsync("text=提交评价");
        await Assertions.Expect(asker.Locator("main")).ToContainTextAsync("评分 5 / 5");
        Assert.True(await FitsAsync(asker), "The case page is wider than a phone.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task Every_step_of_the_guided_form_holds_as_it_stands_and_when_it_is_refused(string language)
    {
        var page = await chromium.NewPageAsync(site.Address, width: 360);
        await page.GotoAsync($"{language}/requests/new");
        var wrong = new List<string>();
        string[] fill = ["#Input_Name", "#Input_Telephone", "#Input_Matter", "", ""];
        for (var step = 1; step <= fill.Length; step++)
        {
            // Once with what is missing said beside the field, once as it stands.
            wrong.AddRange((await page.ViolationsAsync()).Select(v => $"{language} step {step}: {v}"));
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth + 1"))
            {
                wrong.Add($"{language} step {step}: wider than the screen");
            }

            if (step == fill.Length)
            {
                break;
            }

            if (fill[step - 1].Length > 0)
            {
                await page.ClickAsync("button[value=next]:visible");
                await Assertions.Expect(page.Locator(".field-validation-error").First).ToBeVisibleAsync();
                wrong.AddRange((await page.ViolationsAsync()).Select(v => $"{language} step {step} refused: {v}"));
                await page.FillAsync(fill[step - 1], "0999-5550100");
                if (step == 3)
                {
                    await page.FillAsync("#Input_Description", "0999-5550100 0999-5550100");
                }
            }

            await page.ClickAsync("button[value=next]:visible");
            await Assertions.Expect(page.Locator(".steps [aria-current]")).ToContainTextAsync($"{step + 1}.");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task ActAsync(IPage page, string verb, params (string Field, string Value)[] fields)
    {
        await page.ClickAsync($"summary:has-text('{verb}')");
        foreach (var (field, value) in fields)
        {
            await page.FillAsync(field, value);
        }

        await page.ClickAsync($"button:has-text('{verb}')");
        await Assertions.Expect(page.Locator(".alert-success")).ToContainTextAsync(verb);
    }

    private async Task DoAsync(string who, string path, string verb)
    {
        var page = await SignInAsync(who);
        await page.GotoAsync(path);
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

    private static Task<bool> FitsAsync(IPage page) => page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth + 1");
}
