namespace Gongkai.Web.Screening.Cli;

/// <summary>The files that paths lead to. Folders are walked, links in them followed, each folder once; what cannot be opened stays in the
/// list, so that it is reported rather than passed over.</summary>
internal static class FileWalk
{
    public static IEnumerable<string> Of(IEnumerable<string> paths)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        return paths.SelectMany(path => Directory.Exists(path) ? Under(path, visited) : [path]);
    }

    private static IEnumerable<string> Under(string folder, HashSet<string> visited)
    {
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var at))
        {
            if (!visited.Add(Real(at)))
            {
                continue;
            }

            var (files, folders) = Inside(at);
            foreach (var file in files)
            {
                yield return file;
            }

            foreach (var inner in folders.Reverse())
            {
                open.Push(inner);
            }
        }
    }

    private static (IEnumerable<string> Files, IEnumerable<string> Folders) Inside(string folder)
    {
        try
        {
            return (Directory.GetFiles(folder).Order(StringComparer.Ordinal), Directory.GetDirectories(folder).Order(StringComparer.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([folder], []);
        }
    }

    private static string Real(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder);
        }
        catch (IOException)
        {
            return Path.GetFullPath(folder);
        }
    }
}
