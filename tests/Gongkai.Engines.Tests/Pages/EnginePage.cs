namespace Gongkai.Engines.Tests.Pages;

/// <summary>A file that is made from others: a page of the documentation from the code, the counts of words from texts. What is made is compared with the file; with
/// GONGKAI_REGENERATE=1 the file is written anew instead.</summary>
internal static class EnginePage
{
    public static bool Regenerating => Environment.GetEnvironmentVariable("GONGKAI_REGENERATE") == "1";

    public static void MustBe(string name, string content) => MustBeFile($"docs/engines/{name}", content);

    public static void MustBeFile(string name, string content)
    {
        var path = Path.Combine(Root(), name);
        var made = content.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Regenerating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, made);
        }

        Assert.Equal(made, ReadFile(name));
    }

    public static string ReadFile(string name)
    {
        var path = Path.Combine(Root(), name);
        Assert.True(File.Exists(path), $"{name} is not there. Run the tests once with GONGKAI_REGENERATE=1.");
        return File.ReadAllText(path).ReplaceLineEndings("\n");
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
