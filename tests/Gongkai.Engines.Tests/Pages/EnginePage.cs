namespace Gongkai.Engines.Tests.Pages;

/// <summary>A page of the documentation that is made from the code. It is compared with the file; with GONGKAI_REGENERATE=1 the file is
/// written anew instead.</summary>
internal static class EnginePage
{
    public static void MustBe(string name, string content)
    {
        var path = Path.Combine(Root(), "docs", "engines", name);
        var page = content.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("GONGKAI_REGENERATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path), $"docs/engines/{name} is not there. Run the tests once with GONGKAI_REGENERATE=1.");
        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
