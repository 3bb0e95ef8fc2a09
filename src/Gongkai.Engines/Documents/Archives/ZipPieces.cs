using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.Documents.Archives;

/// <summary>Opens a zip archive and reads each file in it; archives in it likewise.</summary>
internal static class ZipPieces
{
    private const int KeptInMemory = 32 << 20;

    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, ReadingContext context)
    {
        using var zip = Open(stream);
        context.CountEntries(zip.Entries.Count);
        var outer = inside.Length == 0 ? Path.GetFileName(name) : inside;
        foreach (var entry in zip.Entries)
        {
            var path = entry.FullName.Replace('\\', '/');
            if (path.EndsWith('/') || path.StartsWith("__MACOSX/", StringComparison.Ordinal) || path.EndsWith("/.DS_Store", StringComparison.Ordinal))
            {
                continue;
            }

            yield return new Piece(new Place(Layer.Name, "file name", $"{outer}/{path}"), path);
            if (entry.IsEncrypted)
            {
                context.Report("file.encrypted", Severity.Error, new Place(Layer.Body, "", $"{outer}/{path}"));
                continue;
            }

            foreach (var piece in Entry(entry, path, outer, context))
            {
                yield return piece;
            }
        }
    }

    private static IEnumerable<Piece> Entry(ZipArchiveEntry entry, string path, string outer, ReadingContext context)
    {
        Stream? file = null;
        try
        {
            file = Unfold(entry, path, outer, context);
            if (file is not null)
            {
                foreach (var piece in FileReading.Inner(file, path, outer, context))
                {
                    yield return piece;
                }
            }
        }
        finally
        {
            file?.Dispose();
        }
    }

    private static ZipArchive Open(Stream stream)
    {
        try
        {
            // Names made on Chinese Windows are in GBK unless the archive says UTF-8.
            return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, NameEncoding(stream));
        }
        catch (InvalidDataException e)
        {
            throw new DocumentException(DocumentProblem.Broken, "The archive is damaged.", e);
        }
    }

    private static Encoding NameEncoding(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, Encoding.Latin1);
        var names = string.Concat(zip.Entries.Take(500).Select(e => e.FullName));
        var bytes = names.All(c => c < 256) ? Encoding.Latin1.GetBytes(names) : [];
        return TextEncodings.GuessHead(bytes);
    }

    // Into memory while small, into a temporary file beyond; a reader needs to seek in it.
    private static Stream? Unfold(ZipArchiveEntry entry, string path, string outer, ReadingContext context)
    {
        Stream target = new MemoryStream();
        try
        {
            using var source = new BoundedStream(entry.Open(), entry.CompressedLength, context);
            var sum = new Crc32();
            var buffer = new byte[81920];
            int count;
            while ((count = source.Read(buffer)) > 0)
            {
                if (target is MemoryStream memory && memory.Length + count > KeptInMemory)
                {
                    target = TemporaryFile();
                    memory.Position = 0;
                    memory.CopyTo(target);
                }

                target.Write(buffer, 0, count);
                sum.Append(buffer.AsSpan(0, count));
            }

            // An archive that states a smaller size hides the rest of the file from whoever believes it.
            if (sum.GetCurrentHashAsUInt32() != entry.Crc32)
            {
                throw new InvalidDataException("The check sum of an entry does not agree.");
            }

            target.Position = 0;
            return target;
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException)
        {
            target.Dispose();
            context.Report("file.unreadable", Severity.Error, new Place(Layer.Body, "", $"{outer}/{path}"), ("problem", nameof(DocumentProblem.Broken)));
            return null;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    private static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), $"gongkai-entry-{Path.GetRandomFileName()}"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = 1 << 16 });
}
