using System.Text.RegularExpressions;
using Gongkai.Web.Tests;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>Walks the site as a person could, from link to link, and looks at every kind of page it comes to: no accessibility violation, no
/// word left untranslated, no wider than the screen, no error in the console.</summary>
internal sealed partial class Crawl(Site site)
{
    private readonly List<(string Template, TemplateMatcher Matcher, int Literals)> _routes =
    [
        .. PageRoutes(site).Select(raw => (raw, Parsed: TemplateParser.Parse(raw))).Select(r => (r.raw, new TemplateMatcher(r.Parsed, []), r.Parsed.Segments.Count(s => s.IsSimple && s.Parts[0].IsLiteral))),
    ];

    // A form that only asks is a way on, too.
    private const string Ways = "() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname + a.search).concat([...document.querySelectorAll('form[method=get]')].map(f => new URL(f.getAttribute('action') ?? '', location.href).pathname))";

    private readonly HashSet<string> _seen = [];

    private readonly List<string> _wrong = [];

    /// <summary>What was wrong on the pages so far.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>The routes of pages that no walk came to.</summary>
    public IEnumerable<string> Unseen => _routes.Select(r => r.Template).Except(_seen).Order();

    /// <summary>Walks on from some addresses, as far as links lead.</summary>
    public async Task WalkAsync(IPage page, string language, IEnumerable<string> from, string who = "anybody")
    {
        page.PageError += (_, error) => _wrong.Add($"{page.Url}: script error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal) && !message.Text.Contains("410", StringComparison.Ordinal))
            {
                _wrong.Add($"{page.Url}: console: {message.Text}");
            }
        };
        var given = from.ToList();
        var (ahead, looked) = (new Queue<string>(given), new HashSet<string>());
        while (ahead.TryDequeue(out var path))
        {
            // Of the pages of a route one is looked at, and every one that was given. What everybody sees is looked at once for all.
            var template = RouteOf(path) ?? path;
            var isGiven = given.Remove(path);
            if (!looked.Add(template) && !isGiven)
            {
                continue;
            }

            var isNew = _seen.Add(template) || isGiven;
            if (!isNew && !template.StartsWith("office", StringComparison.Ordinal))
            {
                continue;
            }

            var answer = await page.GotoAsync(language + path);
            if (answer!.Status is 403 or >= 500)
            {
                _wrong.Add($"{who} {language}{path}: a link leads to {answer.Status}");
                continue;
            }

            await LookAsync(page, language, path, who, isNew);
            foreach (var link in await page.EvaluateAsync<string[]>(Ways))
            {
                if (Ours(link, language) is { } next)
                {
                    ahead.Enqueue(next);
                }
            }
        }
    }

    // The office's pages are looked at for everybody who may open them; how they are built is the same for all, and tried once.
    private async Task LookAsync(IPage page, string language, string path, string who, bool isNew)
    {
        var where = $"{who} {language}{path}";
        if (isNew)
        {
            _wrong.AddRange((await page.ViolationsAsync()).Select(violation => $"{where}: {violation}"));
        }

        if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth + 1"))
        {
            _wrong.Add($"{where}: wider than the screen");
        }

        var text = await page.EvaluateAsync<string>(
            "() => { const copy = document.body.cloneNode(true); copy.querySelectorAll('[lang=zh-CN], [lang=zh-CN] *, .office-who, .jodit-container, pre, textarea, option, code').forEach(e => e.remove()); return copy.innerText; }");
        _wrong.AddRange(MissingKey().Matches(text).Select(m => $"{where}: no words for {m.Value}"));
        if (language == "/en")
        {
            _wrong.AddRange(HanLine().Matches(text.Replace(Site.School, "", StringComparison.Ordinal)).Where(m => !IsContent(m.Value)).Select(m => $"{where}: Han text: {m.Value.Trim()}"));
        }
    }

    /// <summary>The routes of all pages.</summary>
    private static IEnumerable<string> PageRoutes(Site site) =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => e.RoutePattern.RawText!.Trim('/')).Distinct();

    private string? RouteOf(string path) =>
        _routes.Where(r => r.Matcher.TryMatch(path.Split('?')[0], [])).OrderByDescending(r => r.Literals).Select(r => r.Template).FirstOrDefault();

    private static string? Ours(string link, string language)
    {
        if (language.Length > 0)
        {
            if (link != language && !link.StartsWith(language + "/", StringComparison.Ordinal))
            {
                return null;
            }

            link = link[language.Length..] is { Length: > 0 } rest ? rest : "/";
        }
        else if (link == "/en" || link.StartsWith("/en/", StringComparison.Ordinal))
        {
            return null;
        }

        return File().IsMatch(link) ? null : link;
    }

    // Names of units and people, and the library's own words, are content.
    private static bool IsContent(string line) => new[] { "学校办公室", "教务处", "财务处", "甲学院", "测试", "代码" }.Any(word => line.Contains(word, StringComparison.Ordinal));

    [GeneratedRegex(@"^/files/|^(/en)?/(feeds|api|open-data/records)|handler=|\.(xlsx|docx|pdf|zip|csv|json|ndjson|xml|txt|css|svg|png)(\?|$)|^/(logo|health)")]
    private static partial Regex File();

    [GeneratedRegex(@"\b(portal|figures|search|feeds|open-data|missed|topics|records|requests|cases|ledger|shared|sheets|holidays|limits|belongings|first-hour|catalogue|office|units|people|feedback|notices|reports|today|work|audit|screening|enum|settings|me|contact|guide|accessibility|error|set-up|sign-in)\.(?!ndjson|csv|xlsx)[a-z][a-z.-]+\b(?!@)|\benum\.[A-Za-z.]+")]
    private static partial Regex MissingKey();

    [GeneratedRegex(@"[^\n]*[\u4e00-\u9fff][^\n]*")]
    private static partial Regex HanLine();
}
