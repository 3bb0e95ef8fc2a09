using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>What axe has to say about a page as it stands.</summary>
internal static class Axe
{
    // What passed is not asked for: on a page of fifty items it is megabytes.
    private const string Run = "() => axe.run({ resultTypes: ['violations'] }).then(r => r.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`))";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The violations, one line each. The script is put into the page itself: the Playwright package's own way opens a second page for
    /// every run, which makes each look five times as long.</summary>
    public static async Task<string[]> ViolationsAsync(this IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
