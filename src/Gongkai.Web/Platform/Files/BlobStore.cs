using System.Buffers;
using System.Security.Cryptography;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Platform.Files;

/// <summary>Where files lie: outside the web root, per institution, named by the SHA-256 of their bytes, so that a name somebody
/// typed is never a path and the same file is kept once.</summary>
public sealed class BlobStore(BlobFolder folder, InstitutionScope scope)
{
    /// <summary>Keeps the bytes of a stream and says their hash and size. What is interrupted leaves nothing behind.</summary>
    /// <exception cref="ProblemException"><c>files.too-large</c>: more than <paramref name="limit"/> bytes; <c>files.no-space</c>: the disk is full.</exception>
    public async Task<Blob> KeepAsync(Stream content, long limit, CancellationToken cancel = default)
    {
        var home = Home();
        var unfinished = Path.Combine(home, Path.GetRandomFileName() + ".part");
        try
        {
            Directory.CreateDirectory(home);
            var (hash, size) = await WriteAsync(content, unfinished, limit, cancel);
            var path = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(unfinished, path, overwrite: true);
            return new Blob(hash, size);
        }
        catch (IOException error) when (IsFull(error))
        {
            throw new ProblemException("files.no-space");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Opens a kept file for reading.</summary>
    /// <exception cref="NotFoundException">It is not there.</exception>
    public FileStream Open(string hash)
    {
        var path = PathOf(hash);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous)
            : throw new NotFoundException("file");
    }

    /// <summary>Whether a file is kept.</summary>
    public bool Holds(string hash) => File.Exists(PathOf(hash));

    /// <summary>Removes a kept file for good; whoever calls knows that nothing else names it.</summary>
    public void Remove(string hash)
    {
        if (Holds(hash))
        {
            File.Delete(PathOf(hash));
        }
    }

    private static async Task<(string Hash, long Size)> WriteAsync(Stream content, string path, long limit, CancellationToken cancel)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancel)) > 0)
            {
                size += read;
                if (size > limit)
                {
                    throw new ProblemException("files.too-large", limit / (1024 * 1024));
                }

                sha.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            await file.FlushAsync(cancel);
            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(sha.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // ENOSPC, and ERROR_DISK_FULL on Windows.
    private static bool IsFull(IOException error) => (error.HResult & 0xFFFF) is 28 or 112;

    private string Home() => Path.Combine(folder.Path, scope.Id.ToString("N"));

    private string PathOf(string hash) => Path.Combine(Home(), hash[..2], hash);
}

/// <summary>A kept file: the SHA-256 of its bytes in lower-case hexadecimal, and its size in bytes.</summary>
public sealed record Blob(string Hash, long Size);

/// <summary>The folder that holds all kept files.</summary>
public sealed record BlobFolder(string Path);
