using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Gongkai.Web.Tests.Running;

/// <summary>The commands for files, as an office runs them: what they say in which language, and the code they end with.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const int Fine = 0;
    private const int Found = 1;
    private const int CouldNot = 2;

    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("screen --nope x.txt", "没有选项 --nope；可用的选项见 --help。")]
    [InlineData("screen --nope x.txt --lang en", "There is no option --nope; --help lists those there are.")]
    [InlineData("screen x.txt --format xml", "--format 没有“xml”，可用：text, json。")]
    [InlineData("screen x.txt --profile x", "--profile 没有“x”，可用：")]
    [InlineData("screen x.txt --lang fr", "--lang 可用 zh 和 en，没有“fr”。")]
    [InlineData("screen gone.txt", "没有文件或文件夹 gone.txt。")]
    [InlineData("audit", "请至少给出一份报告。")]
    [InlineData("audit --nope", "没有选项 --nope")]
    [InlineData("audit x.txt --today 2026-02-30", "“2026-02-30”不是日期")]
    [InlineData("audit x.txt --lang fr", "--lang 可用 zh 和 en")]
    [InlineData("deadline 2026-02-30 15", "“2026-02-30”不是日期，请写成 2026-09-24。")]
    [InlineData("deadline 2026-02-30 15 --lang en", "'2026-02-30' is not a date; write it as 2026-09-24.")]
    [InlineData("deadline 2026-09-24 many", "请用整数写明天数")]
    [InlineData("deadline 2026-09-24 --rule none", "没有规则“none”，可用：")]
    [InlineData("deadline 2026-09-24 99999999", "超出了日历的范围")]
    [InlineData("deadline --batch gone.csv", "gone.csv：没有这个文件。")]
    [InlineData("deadline --batch half.csv", "half.csv：首行须写明 from,days 两列。")]
    [InlineData("deadline --schedule gone.json 2026-09-24 3", "gone.json：没有这个文件。")]
    [InlineData("deadline --nope", "--nope")]
    [InlineData("screen", "")]
    [InlineData("nope", "nope")]
    public async Task A_wrong_command_line_ends_with_two_and_says_what_is_wrong(string line, string says)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "x.txt"), "信息公开", TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(Path.Combine(_folder, "half.csv"), "from,x\n2026-09-24,15\n", TestContext.Current.CancellationToken);

        var (code, _, errors) = await RunAsync(line.Split(' '));

        Assert.Equal(CouldNot, code);
        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_name_is_a_file_that_cannot_be_read_and_the_others_are_screened()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "x.txt"), "联系张试 13800138000", TestContext.Current.CancellationToken);

        var (code, output, _) = await RunAsync("screen", "", "x.txt", "--format", "json");

        Assert.Equal(CouldNot, code);
        Assert.Equal([" file.unreadable", "x.txt pii.mobile"], Told(output));
    }

    [Fact]
    public async Task A_walked_folder_shows_linked_files_and_each_linked_folder_once()
    {
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "walk", "inner")).FullName;
        await File.WriteAllTextAsync(Path.Combine(_folder, "x.txt"), "联系张试 13800138000", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(inner, "link.txt"), Path.Combine(_folder, "x.txt"));
        File.CreateSymbolicLink(Path.Combine(inner, "gone.txt"), Path.Combine(_folder, "gone.txt"));
        Directory.CreateSymbolicLink(Path.Combine(inner, "loop"), Path.Combine(_folder, "walk"));

        var (code, output, _) = await RunAsync("screen", "walk", "--format", "json");

        Assert.Equal(CouldNot, code);
        Assert.Equal(["walk/inner/gone.txt file.unreadable", "walk/inner/link.txt pii.mobile"], Told(output));
    }

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_does_not_hold_the_others_up()
    {
        await Process.Start("mkfifo", Path.Combine(_folder, "pipe"))!.WaitForExitAsync(TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "x.txt"), "联系张试 13800138000", TestContext.Current.CancellationToken);

        var (code, output, _) = await RunAsync("screen", "pipe", "x.txt", "--format", "json");

        Assert.Equal(CouldNot, code);
        Assert.Equal(["pipe file.unreadable", "x.txt pii.mobile"], Told(output));
    }

    [Theory]
    [InlineData("screen x.txt", Found)]
    [InlineData("screen clean.txt", Fine)]
    [InlineData("deadline 2026-09-24 15", Fine)]
    public async Task What_was_found_is_one_and_nothing_is_none(string line, int expected)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "x.txt"), "联系张试 13800138000", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "clean.txt"), "信息公开", TestContext.Current.CancellationToken);

        var (code, output, errors) = await RunAsync(line.Split(' '));

        Assert.Equal(expected, code);
        Assert.NotEqual("", output);
        Assert.Equal("", errors);
    }

    private static IEnumerable<string> Told(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("files").EnumerateArray()
            .SelectMany(f => f.GetProperty("findings").EnumerateArray().Select(x => $"{f.GetProperty("path").GetString()} {x.GetProperty("code").GetString()}"))];
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(RunningProgram.Path, arguments)
        { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
