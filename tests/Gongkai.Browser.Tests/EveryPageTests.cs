using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Gongkai.Web.Institutions;
using Gongkai.Web.Records;
using Gongkai.Web.Requests;
using Gongkai.Web.Tests;
using Gongkai.Web.Tests.Records;
using Gongkai.Web.Tests.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>Every page, in both languages: no accessibility violation, no word left untranslated, no wider than a phone, no error in the console.</summary>
public sealed partial class EveryPageTests(Site site, Chromium chromium) : IClassFixture<Site>, IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly string[] Portal = ["/", "/catalogue", "/catalogue/28", "/rules", "/reports", "/topics", "/units", "/units/04", "/guide", "/contact", "/accessibility", "/search?q=zzzz", "/requests", "/requests/new", "/requests/track", "/requests/receipt", "/requests/log", "/sign-in", "/no-such-page"];
    private static readonly string[] Office = ["/office", "/office/records", "/office/records/new", "/office/held", "/office/overrides", "/office/calendar", "/office/feedback", "/office/requests", "/office/requests/new", "/office/requests/statistics", "/office/requests/settings", "/office/requests/templates", "/office/requests/access", "/office/ledger", "/office/ledger/28/2025", "/office/catalogue", "/office/routes", "/office/topics", "/office/reports/import", "/office/units", "/office/colleges", "/office/records/import", "/office/settings/holidays", "/office/settings/limits", "/office/settings/screening", "/office/work", "/office/notices", "/office/me"];
    private static readonly string[] Rights = ["/office/people", "/office/people/proposals", "/office/me"];
    private static readonly string[] Administration = ["/office/people", "/office/units", "/office/settings", "/office/settings/mail", "/office/settings/holidays", "/office/settings/limits", "/office/settings/screening", "/office/mail"];

    private string[] _records = [];
    private string[] _office = [];
    private string[] _accounts = [];
    private string[] _units = [];
    private RequestReceipt _own = null!;

    public async ValueTask InitializeAsync()
    {
        var (_, record, index) = await site.PublishedAsync("用于检查页面的通知");
        var next = await site.NextAsync(record, f => f with { BodyHtml = "<p>改过的正文。</p>" });
        await site.MoveAsync(await site.ReadyAsync(next), "office", EditionVerb.Publish);
        _records = [$"/records/{index}", $"/records/{index}/editions/2", $"/records/{index}/feedback"];
        var said = await site.WithAsync(give => give.GetRequiredService<FeedbackDesk>().SayAsync(Actor.Nobody, index, FeedbackKind.Unclear, "测试：请写明时间", ""));
        var answered = await site.StandingAsync(RequestStatus.Answered, "测试：用于检查页面的申请");
        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<AfterDesk>().LogAsync(office, answered, "测试：用于检查页面的答复", "测试：可以公开的内容。"));
        _records = [.. _records, $"/requests/log/{answered}"];
        _own = await site.ReceivedAsync("测试：用于检查查询页的申请");
        var item = site.Items[28];
        _office = [$"/office/editions/{await site.DraftAsync("用于检查页面的草稿")}", $"/office/records/{record}", $"/office/feedback/{said.Id}", $"/office/requests/{answered}", $"/office/requests/{await site.StandingAsync(RequestStatus.Consulting, "测试：征求意见中的申请")}", $"/office/requests/{await site.StandingAsync(RequestStatus.Drafted, "测试：已拟答复的申请")}", $"/office/catalogue/{item.EditionId}", $"/office/catalogue/items/{item.Id}", $"/office/catalogue/{item.EditionId}/items/new"];
        var person = (await site.ActorAsync("liaison2")).Id;
        _accounts = [$"/office/people/{person}", $"/office/people/{person}/hand-over"];
        _units = [$"/office/units/{site.Units["教务处"].Id}"];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task Of_the_portal_holds(string language)
    {
        var page = await chromium.NewPageAsync(site.Address, width: 360);

        await page.GotoAsync($"{language}/requests/track");
        await page.FillAsync("#number", _own.Number);
        await page.FillAsync("#code", _own.Code);
        await page.ClickAsync("main button");
        await CheckAsync(page, language, [.. Portal, .. _records, "/requests/case"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task Of_the_guided_form_every_step_holds(string language)
    {
        var page = await chromium.NewPageAsync(site.Address, width: 360);
        await page.GotoAsync($"{language}/requests/new");
        var wrong = new List<string>();
        string[] fill = ["#Input_Name", "#Input_Telephone", "#Input_Matter", "", ""];
        for (var step = 1; step <= fill.Length; step++)
        {
            // Once with what is missing said beside the field, once as it stands.
            var axe = await page.RunAxe();
            wrong.AddRange(axe.Violations.Select(v => $"{language} step {step}: {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
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
                wrong.AddRange((await page.RunAxe()).Violations.Select(v => $"{language} step {step} refused: {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
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

    [Theory]
    [InlineData("", "office")]
    [InlineData("/en", "office")]
    [InlineData("/en", "system")]
    [InlineData("/en", "security")]
    [InlineData("/en", "audit")]
    public async Task Of_the_office_holds(string language, string who)
    {
        var page = await chromium.NewPageAsync(site.Address, width: who == "office" ? 1280 : 768);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[autocomplete=username]", who);
        await page.FillAsync("input[type=password]", Site.Password);
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**/office");

        await CheckAsync(page, language, who switch { "office" => [.. Office, .. _office], "system" => [.. Administration, .. _units, _accounts[0]], "security" => [.. Rights, .. _accounts], _ => ["/office/audit"] });
    }

    private static async Task CheckAsync(IPage page, string language, string[] paths)
    {
        var wrong = new List<string>();
        page.PageError += (_, error) => wrong.Add($"{page.Url}: script error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                wrong.Add($"{page.Url}: console: {message.Text}");
            }
        };
        foreach (var path in paths)
        {
            await page.GotoAsync(language + path);
            var axe = await page.RunAxe();
            wrong.AddRange(axe.Violations.Select(v => $"{language}{path}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth + 1"))
            {
                wrong.Add($"{language}{path}: wider than the screen");
            }

            var text = await page.EvaluateAsync<string>(
                "() => { const copy = document.body.cloneNode(true); copy.querySelectorAll('[lang=zh-CN], [lang=zh-CN] *, .office-who, .jodit-container, pre, textarea, option, code').forEach(e => e.remove()); return copy.innerText; }");
            wrong.AddRange(MissingKey().Matches(text).Select(m => $"{language}{path}: no words for {m.Value}"));
            if (language == "/en")
            {
                wrong.AddRange(HanLine().Matches(text.Replace(Site.School, "", StringComparison.Ordinal)).Where(m => !IsContent(m.Value)).Select(m => $"{language}{path}: Han text: {m.Value.Trim()}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    // Names of units and people, and the library's own words, are content.
    private static bool IsContent(string line) => line.Contains("学校办公室", StringComparison.Ordinal) || line.Contains("教务处", StringComparison.Ordinal) || line.Contains("财务处", StringComparison.Ordinal) || line.Contains("测试", StringComparison.Ordinal) || line.Contains("代码", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(portal|topics|records|requests|cases|ledger|shared|sheets|holidays|limits|belongings|first-hour|catalogue|office|units|people|feedback|notices|reports|today|work|audit|screening|enum|settings|me|contact|guide|accessibility|error|set-up|sign-in)\.[a-z][a-z.-]+\b(?!@)|\benum\.[A-Za-z.]+")]
    private static partial Regex MissingKey();

    [GeneratedRegex(@"[^\n]*[\u4e00-\u9fff][^\n]*")]
    private static partial Regex HanLine();
}
