using Gongkai.Engines.Documents;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Institutions;

/// <summary>Keeps a school's badge (校徽).</summary>
public sealed class SchoolBadge(BlobStore blobs)
{
    /// <summary>Largest badge, in bytes.</summary>
    public const long Largest = 1024 * 1024;

    private static readonly Dictionary<string, string> Pictures = new(StringComparer.OrdinalIgnoreCase) { [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".webp"] = "image/webp" };

    /// <summary>Whether a file is a picture that can be a badge, by its content and its name.</summary>
    public static bool IsPicture(Stream content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        return FileTypeDetector.Detect(content, name) == FileType.Image && Pictures.ContainsKey(Path.GetExtension(name));
    }

    /// <summary>Keeps a picture and says its hash and content type.</summary>
    /// <exception cref="ProblemException"><c>settings.logo-refused</c>, <c>files.too-large</c>.</exception>
    public async Task<(string Hash, string Type)> KeepAsync(Stream content, string name, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!IsPicture(content, name))
        {
            throw new ProblemException("settings.logo-refused");
        }

        content.Position = 0;
        return ((await blobs.KeepAsync(content, Largest, cancel)).Hash, Pictures[Path.GetExtension(name)]);
    }
}
