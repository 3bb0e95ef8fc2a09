using System.Security.Cryptography;
using Gongkai.Engines.Documents;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;

namespace Gongkai.Web.Cases;

/// <summary>A file somebody sent with a case: its name, the hash of its sealed bytes, its true size.</summary>
public sealed record SealedFile(string Name, string Hash, long Size);

/// <summary>Keeps what people send with their cases (证明材料), sealed: nobody who reads the file folder can read them.</summary>
public sealed class SealedFiles(GongkaiDb db, CampusClock clock, BlobStore blobs, CaseSeal seal)
{
    /// <summary>Largest file taken, in bytes. It is sealed in memory, and nobody's proof of identity is larger.</summary>
    public const long LargestFile = 20L * 1024 * 1024;

    private static readonly FileType[] Taken =
        [FileType.Docx, FileType.Doc, FileType.Xlsx, FileType.Xls, FileType.Pdf, FileType.Ofd, FileType.Image, FileType.Text, FileType.Csv, FileType.Zip];

    /// <summary>Keeps a file.</summary>
    /// <exception cref="ProblemException"><c>files.too-large</c>, <c>files.empty</c>, <c>cases.file-refused</c>.</exception>
    public async Task<SealedFile> KeepAsync(Stream content, string name, long size, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        name = SafeName(name);
        if (size > LargestFile)
        {
            throw new ProblemException("files.too-large", LargestFile / (1024 * 1024));
        }

        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        if (copy.Length == 0)
        {
            throw new ProblemException("files.empty", name);
        }

        copy.Position = 0;
        if (!Taken.Contains(FileTypeDetector.Detect(copy, name)))
        {
            throw new ProblemException("cases.file-refused", name);
        }

        // The row first: a program that dies in between leaves a row without a file, never a file that nothing will clear.
        var sealedBytes = seal.CloseBytes(copy.ToArray());
        db.Add(new WaitingFile { Hash = Convert.ToHexStringLower(SHA256.HashData(sealedBytes)), At = clock.UtcNow });
        await db.SaveChangesAsync(cancel);
        using var closed = new MemoryStream(sealedBytes);
        var blob = await blobs.KeepAsync(closed, 2 * LargestFile, cancel);
        return new SealedFile(name, blob.Hash, copy.Length);
    }

    /// <summary>Opens a kept file.</summary>
    public async Task<byte[]> OpenAsync(string hash, CancellationToken cancel = default)
    {
        await using var file = blobs.Open(hash);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancel);
        return seal.OpenBytes(copy.ToArray());
    }

    /// <summary>Refuses files that have waited so long to be sent that they were cleared.</summary>
    /// <exception cref="ProblemException"><c>cases.file-cleared</c>.</exception>
    public void Require(IEnumerable<SealedFile> named)
    {
        if (named.FirstOrDefault(f => !blobs.Holds(f.Hash)) is { } cleared)
        {
            throw new ProblemException("cases.file-cleared", cleared.Name, WaitingFiles.Days);
        }
    }

    /// <summary>Removes a kept file for good. Sealed bytes are never equal, so no other case holds the same.</summary>
    public void Purge(string hash) => blobs.Remove(hash);

    private static string SafeName(string name)
    {
        var last = (name ?? "").Normalize().Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))]).Trim();
        return clean.Length switch
        {
            0 => "file",
            > 120 => clean[..80] + Path.GetExtension(clean),
            _ => clean,
        };
    }
}
