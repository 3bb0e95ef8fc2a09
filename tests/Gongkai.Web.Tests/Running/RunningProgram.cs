using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gongkai.Web.Tests.Running;

/// <summary>The built program in a process of its own, so that it can be killed as a power cut would kill it.</summary>
public sealed partial class RunningProgram : IDisposable
{
    private readonly Process _process;

    private RunningProgram(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The file beside the tests that is the program.</summary>
    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "gongkai.exe" : "gongkai");

    /// <summary>Starts it on a site's data and waits until it listens.</summary>
    /// <param name="settings">The data it serves.</param>
    /// <param name="wrapped">A command and its arguments that start it in its place; empty for none.</param>
    public static async Task<RunningProgram> ServeAsync(HostSettings settings, params string[] wrapped)
    {
        string[] line = [.. wrapped, Path, "serve", "--data", settings.Data, "--keys", settings.Keys, "--urls", "http://127.0.0.1:0"];
        var process = Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = settings.Data,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["GONGKAI_DATABASE"] = settings.Postgres ?? "" },
        })!;
        var said = await process.StandardOutput.ReadLineAsync() ?? await process.StandardError.ReadToEndAsync();
        return Listening().Match(said) is { Success: true } found
            ? new RunningProgram(process, new Uri(found.Value))
            : throw new InvalidOperationException($"The program did not start: {said}");
    }

    /// <summary>Ends it at once, in the middle of whatever it does.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    [GeneratedRegex("http://[0-9.:]+")]
    private static partial Regex Listening();
}
