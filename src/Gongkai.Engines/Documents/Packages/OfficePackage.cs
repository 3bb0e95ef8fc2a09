using System.IO.Compression;
using System.Xml;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>The zip that holds an Open XML or OFD document: parts by path and the relations between them. Read straight from the
/// zip rather than through an object model, so that a part of any size is streamed and both dialects of the format (strict and
/// transitional) read alike.</summary>
internal sealed class OfficePackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public OfficePackage(Stream stream, ReadingContext context)
    {
        Context = context;
        try
        {
            _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            context.CountEntries(_zip.Entries.Count);
            foreach (var entry in _zip.Entries)
            {
                _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
            }
        }
        catch (InvalidDataException e)
        {
            throw new DocumentException(DocumentProblem.Broken, "The zip container is damaged.", e);
        }
    }

    public ReadingContext Context { get; }

    public IEnumerable<string> Paths => _entries.Keys;

    public bool Has(string path) => _entries.ContainsKey(path);

    public IEnumerable<string> Under(string folder) =>
        Paths.Where(p => p.StartsWith(folder, StringComparison.OrdinalIgnoreCase)).OrderBy(p => p.Length).ThenBy(p => p, StringComparer.Ordinal);

    public Stream? Open(string path) => Open(path, isXml: false);

    private BoundedStream? Open(string path, bool isXml)
    {
        if (!_entries.TryGetValue(path, out var entry))
        {
            return null;
        }

        if (entry.IsEncrypted)
        {
            throw new DocumentException(DocumentProblem.Encrypted, "A part of the file is closed with a password.");
        }

        return new BoundedStream(entry.Open(), entry.CompressedLength, Context, isXml);
    }

    /// <summary>A part as XML, or null when the package lacks it. No DTD, no outside reference, no entity is ever followed.</summary>
    public XmlReader? OpenXml(string path) => Open(path, isXml: true) is { } stream ? PartXml.Open(stream) : null;

    /// <summary>A whole part in memory, for parts that must be sought in: embedded files and pictures.</summary>
    public MemoryStream? Load(string path, long limit)
    {
        using var stream = Open(path);
        if (stream is null)
        {
            return null;
        }

        var memory = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            if (memory.Length + count > limit)
            {
                throw new DocumentException(DocumentProblem.TooLarge, "A file inside the file is larger than is allowed.");
            }

            memory.Write(buffer, 0, count);
        }

        memory.Position = 0;
        return memory;
    }

    /// <summary>The relations of a part by id; of the package itself when the path is empty.</summary>
    public IReadOnlyDictionary<string, Relation> RelationsOf(string path)
    {
        var slash = path.LastIndexOf('/');
        var folder = path[..(slash + 1)];
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        using var xml = OpenXml($"{folder}_rels/{path[(slash + 1)..]}.rels");
        if (xml is null)
        {
            return relations;
        }

        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("Id") is not { } id)
            {
                continue;
            }

            var type = xml.GetAttribute("Type") ?? "";
            var target = xml.GetAttribute("Target") ?? "";
            var outside = string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            relations.TryAdd(id, new Relation(type[(type.LastIndexOf('/') + 1)..], outside ? target : Resolve(folder, target), outside) { FullType = type });
        }

        return relations;
    }

    /// <summary>The path of the part that the package says is its document; the usual path when it says nothing.</summary>
    public string MainPart(string usual) =>
        RelationsOf("").Values.FirstOrDefault(r => r.Type == "officeDocument" && !r.IsOutside && Has(r.Target))?.Target ?? usual;

    public void Dispose() => _zip.Dispose();

    private static string Resolve(string folder, string target)
    {
        var path = target.StartsWith('/') ? target : folder + target;
        var parts = new List<string>();
        foreach (var part in path.Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}

/// <summary>One relation of a part: the last word of its type, the path or address it leads to.</summary>
internal sealed record Relation(string Type, string Target, bool IsOutside)
{
    /// <summary>The whole type, which tells the strict dialect from the transitional one.</summary>
    public string FullType { get; init; } = "";
}
