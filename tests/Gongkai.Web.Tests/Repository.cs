namespace Gongkai.Web.Tests;

/// <summary>Where the checkout lies.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Gongkai.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
