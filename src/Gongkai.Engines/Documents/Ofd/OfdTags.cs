using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Ofd;

/// <summary>What an OFD document keeps in tags of its maker's own (GB/T 33190, CustomTags): data that no page shows. Numbers of the objects
/// on the pages, by which a tag points to them, tell nothing.</summary>
internal static class OfdTags
{
    public static IEnumerable<Piece> Read(OfficePackage package, string inside)
    {
        foreach (var document in package.Paths.Where(p => p.EndsWith("/Document.xml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            foreach (var list in Texts(package, document, "CustomTags").ToList())
            {
                foreach (var path in Texts(package, list, "FileLoc").Distinct().ToList())
                {
                    if (Words(package, path) is { Length: > 0 } words)
                    {
                        yield return new Piece(new Place(Layer.Property, $"property custom tag {Path.GetFileName(path)}", inside), words);
                    }
                }
            }
        }
    }

    // The parts that elements of this name lead to.
    private static IEnumerable<string> Texts(OfficePackage package, string path, string name)
    {
        using var xml = package.OpenXml(path);
        while (xml is not null && xml.Read())
        {
            PartXml.CheckDepth(xml, package.Context);
            if (xml.Starts(name) && xml.Text().Trim() is { Length: > 0 } target)
            {
                var part = target.StartsWith('/') ? target[1..] : path[..(path.LastIndexOf('/') + 1)] + target;
                if (package.Has(part))
                {
                    yield return part;
                }
            }
        }
    }

    private static string Words(OfficePackage package, string path)
    {
        using var xml = package.OpenXml(path)!;
        var words = new StringBuilder();
        while (xml.Read() && words.Length < package.Context.Limits.PieceCharacters)
        {
            PartXml.CheckDepth(xml, package.Context);
            if (xml.Starts("ObjectRef"))
            {
                xml.SkipInside();
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && !string.IsNullOrWhiteSpace(xml.Value))
            {
                words.Append(words.Length == 0 ? "" : "\n").Append(xml.Value.Trim());
            }
        }

        return words.ToString();
    }
}
