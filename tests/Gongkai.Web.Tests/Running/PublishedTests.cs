using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Gongkai.Web.Tests.Running;

/// <summary>The published program, started as an office would start it, from a folder that has nothing to do with it.</summary>
public sealed partial class PublishedTests
{
    [Fact]
    public async Task Every_style_and_script_of_a_page_is_served_from_any_working_directory()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-elsewhere-").FullName;
        var program = Path.Combine(await PublishAsync(Path.Combine(folder, "program")), OperatingSystem.IsWindows() ? "gongkai.exe" : "gongkai");
        using var process = Process.Start(new ProcessStartInfo(program, ["serve", "--data", Path.Combine(folder, "d"), "--keys", Path.Combine(folder, "k"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["GONGKAI_DATABASE"] = "" },
        })!;
        try
        {
            var address = Address().Match(await process.StandardOutput.ReadLineAsync() ?? "").Value;
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            var page = await client.GetStringAsync("/set-up");
            var assets = Assets().Matches(page).Select(m => m.Groups[1].Value).Concat(["/lib/tabler.min.css", "/lib/htmx.min.js", "/lib/jodit.min.js", "/lib/jodit.min.css", "/lib/altcha.js", "/office.css", "/office.js"]);

            foreach (var asset in assets)
            {
                var answer = await client.GetAsync(asset);
                Assert.True(answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsByteArrayAsync()).Length > 20, $"{asset}: {answer.StatusCode}");
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    // As an operator would publish it, from what is built already.
    private static async Task<string> PublishAsync(string to)
    {
        var configuration = AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "src", "Gongkai.Web"), "-c", configuration, "--no-build", "-o", to]) { RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? to : throw new InvalidOperationException(said);
    }

    [GeneratedRegex("http://[0-9.:]+")]
    private static partial Regex Address();

    [GeneratedRegex("(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg)[^\"]*)\"")]
    private static partial Regex Assets();
}
