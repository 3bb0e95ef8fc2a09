using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>The package of a masked copy being written, part by part, out of the original.</summary>
internal sealed class MaskedPackage(OfficePackage source, ZipArchive zip)
{
    private const long LargestPart = 96L << 20;
    private const string OfPackages = "http://schemas.openxmlformats.org/package/2006";

    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _related = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an element refers to a part that stays behind.</summary>
    public static bool RefersElsewhere(XElement element, IReadOnlySet<string> kept) =>
        element.DescendantsAndSelf().Attributes().Any(a => a.Name.NamespaceName.EndsWith("/relationships", StringComparison.Ordinal) && a.Value.Length > 0 && !kept.Contains(a.Value));

    public Stream Create(string path)
    {
        _written.Add(path);
        return zip.CreateEntry(path).Open();
    }

    /// <summary>Takes a picture over without its metadata. Whether it is one that is known.</summary>
    public bool CopyPicture(string path)
    {
        if (!source.Has(path) || Path.GetExtension(path).ToUpperInvariant() is not (".PNG" or ".JPG" or ".JPEG" or ".GIF" or ".BMP" or ".TIF" or ".TIFF" or ".EMF" or ".WMF"))
        {
            return false;
        }

        if (!_written.Contains(path))
        {
            using var picture = source.Load(path, source.Context.Limits.InMemoryBytes)!;
            using var to = Create(path);
            to.Write(PictureCleaner.Clean(picture.ToArray()));
        }

        return true;
    }

    /// <summary>Takes a part over changed. Whether there is such a part.</summary>
    public bool Rewrite(string path, Action<XDocument> change)
    {
        if (_written.Contains(path))
        {
            return true;
        }

        using var from = source.Load(path, LargestPart);
        if (from is null)
        {
            return false;
        }

        using var xml = PartXml.Open(from);
        var part = XDocument.Load(xml, LoadOptions.PreserveWhitespace);
        change(part);
        using var to = Create(path);
        part.Save(to, SaveOptions.DisableFormatting);
        return true;
    }

    public void WriteRelations(string path, IEnumerable<(string Id, Relation Relation)> relations)
    {
        var slash = path.LastIndexOf('/');
        var folder = path[..(slash + 1)];
        var list = new StringBuilder();
        foreach (var (id, relation) in relations)
        {
            var (target, mode) = relation.IsOutside ? (relation.Target, " TargetMode=\"External\"") : ("/" + relation.Target, "");
            list.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="{Escape(id)}" Type="{Escape(relation.FullType)}" Target="{Escape(target)}"{mode}/>""");
        }

        if (list.Length > 0 && _related.Add(path))
        {
            Put($"{folder}_rels/{path[(slash + 1)..]}.rels", $"""<Relationships xmlns="{OfPackages}/relationships">{list}</Relationships>""");
        }
    }

    /// <summary>Writes what holds the package together: the way to its main part, and the kinds of its parts.</summary>
    public void Finish(string main, string mainType)
    {
        var office = source.RelationsOf("").Values.FirstOrDefault(r => r.Type == "officeDocument")?.FullType
            ?? "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
        WriteRelations("", [("rId1", new Relation("officeDocument", main, false) { FullType = office })]);
        var types = new StringBuilder();
        var known = Types();
        foreach (var path in _written)
        {
            if (path == main || known.ContainsKey("/" + path))
            {
                types.Append(CultureInfo.InvariantCulture, $"""<Override PartName="/{Escape(path)}" ContentType="{Escape(path == main ? mainType : known["/" + path])}"/>""");
            }
        }

        Put("[Content_Types].xml", $"""<Types xmlns="{OfPackages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/><Default Extension="bmp" ContentType="image/bmp"/><Default Extension="tif" ContentType="image/tiff"/><Default Extension="tiff" ContentType="image/tiff"/><Default Extension="emf" ContentType="image/x-emf"/><Default Extension="wmf" ContentType="image/x-wmf"/>{types}</Types>""");
    }

    private Dictionary<string, string> Types()
    {
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var xml = source.OpenXml("[Content_Types].xml");
        while (xml is not null && xml.Read())
        {
            if (xml.Starts("Override") && xml.GetAttribute("PartName") is { } part && xml.GetAttribute("ContentType") is { } type)
            {
                types.TryAdd(part, type);
            }
        }

        return types;
    }

    private void Put(string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(text);
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
