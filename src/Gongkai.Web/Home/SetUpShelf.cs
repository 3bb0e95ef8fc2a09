using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Web.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Home;

/// <summary>Holds what a form without scripts would lose when it comes back with an error: passwords and chosen files. Passwords travel with the
/// page, sealed; files lie in the data folder until the set-up is done.</summary>
public sealed class SetUpShelf(HostSettings settings, IDataProtectionProvider protection)
{
    private const long Largest = 20L * 1024 * 1024;

    private readonly IDataProtector _seal = protection.CreateProtector("gongkai.set-up");

    /// <summary>What is held: passwords by field, files by field with their names.</summary>
    public sealed record Held(Dictionary<string, string> Passwords, Dictionary<string, HeldFile> Files);

    /// <summary>A file on the shelf.</summary>
    public sealed record HeldFile(string Id, string Name);

    private string Folder => Path.Combine(settings.Data, "set-up");

    /// <summary>Seals what is held for the page.</summary>
    public string Seal(Held held) => _seal.Protect(JsonSerializer.Serialize(held));

    /// <summary>Opens what a page carries; nothing when there is none or it is not ours.</summary>
    public Held Open(string? sealedText)
    {
        try
        {
            return string.IsNullOrEmpty(sealedText) ? new Held([], []) : JsonSerializer.Deserialize<Held>(_seal.Unprotect(sealedText))!;
        }
        catch (CryptographicException)
        {
            return new Held([], []);
        }
    }

    /// <summary>Puts a file on the shelf.</summary>
    /// <exception cref="ProblemException"><c>files.too-large</c>, <c>files.empty</c>.</exception>
    public async Task<HeldFile> KeepAsync(IFormFile file, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length is 0 or > Largest)
        {
            throw file.Length == 0 ? new ProblemException("files.empty", file.FileName) : new ProblemException("files.too-large", Largest / (1024 * 1024));
        }

        Directory.CreateDirectory(Folder);
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await using var target = File.Create(Path.Combine(Folder, id));
        await file.CopyToAsync(target, cancel);
        return new HeldFile(id, Path.GetFileName(file.FileName));
    }

    /// <summary>A file of the shelf for the set-up; null when it is gone.</summary>
    public SetUpFile? Find(HeldFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = Path.Combine(Folder, file.Id);
        return File.Exists(path) ? new SetUpFile(file.Name, () => File.OpenRead(path)) : null;
    }

    /// <summary>Clears the shelf.</summary>
    public void Clear()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
