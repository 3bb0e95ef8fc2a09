using System.IO.Compression;
using System.Text;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>Builds packages part by part, so that each test shows the very XML it is about.</summary>
internal sealed class ZipBuilder
{
    private readonly List<(string Path, byte[] Bytes)> _parts = [];

    public ZipBuilder Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public ZipBuilder Add(string path, byte[] bytes)
    {
        _parts.RemoveAll(p => p.Path == path);
        _parts.Add((path, bytes));
        return this;
    }

    public MemoryStream Build()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in _parts)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }

        stream.Position = 0;
        return stream;
    }
}
