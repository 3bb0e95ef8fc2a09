using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Archives;
using Gongkai.Engines.Documents.Images;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>What every Open XML document may carry behind its text: properties, custom XML, drawings, embedded files, macros,
/// metadata of pictures.</summary>
internal static class OfficeLayers
{
    public static IEnumerable<Piece> Read(OfficePackage package, string name, string inside)
    {
        var context = package.Context;
        if (package.Paths.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || p.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)))
        {
            context.Report("file.macro", Severity.Error, new Place(Layer.Body, "", inside));
        }

        foreach (var piece in Properties(package, inside).Concat(Templates(package, inside)).Concat(Drawings(package, inside)).Concat(CustomXml(package, inside)))
        {
            yield return piece;
        }

        foreach (var path in package.Paths.Where(p => p.Contains("/media/", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            using var picture = package.Load(path, context.Limits.InMemoryBytes);
            foreach (var piece in PictureMetadata.Read(picture!, $"picture {Path.GetFileName(path)}", inside))
            {
                yield return piece;
            }
        }

        var outer = inside.Length == 0 ? Path.GetFileName(name) : inside;
        foreach (var path in package.Paths.Where(p => p.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            yield return new Piece(new Place(Layer.Embedded, $"embedded {Path.GetFileName(path)}", inside), Path.GetFileName(path));
            foreach (var piece in Inner(package, path, outer, context))
            {
                yield return piece;
            }
        }
    }

    /// <summary>Reads a part that is a file of its own.</summary>
    public static IEnumerable<Piece> Inner(OfficePackage package, string path, string outer, ReadingContext context)
    {
        using var loaded = package.Load(path, context.Limits.InMemoryBytes);
        if (loaded is null)
        {
            yield break;
        }

        var (file, name) = EmbeddedObject.Unwrap(loaded, Path.GetFileName(path), context);
        foreach (var piece in FileReading.Inner(file, name, outer, context))
        {
            yield return piece;
        }
    }

    private static IEnumerable<Piece> Properties(OfficePackage package, string inside)
    {
        foreach (var path in package.Under("docProps/").Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var xml = package.OpenXml(path)!;
            var property = "";
            var isCustom = path.EndsWith("custom.xml", StringComparison.OrdinalIgnoreCase);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    property = xml.LocalName == "property" ? "custom " + xml.Attribute("name") : isCustom ? property : xml.LocalName;
                }
                else if (xml.NodeType == XmlNodeType.Text && !string.IsNullOrWhiteSpace(xml.Value))
                {
                    yield return new Piece(new Place(Layer.Property, $"property {property}", inside), xml.Value);
                }
            }
        }

        foreach (var path in package.Paths.Where(p => p.EndsWith("word/settings.xml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            using var xml = package.OpenXml(path)!;
            while (xml.Read())
            {
                if (xml.Starts("docVar") && xml.Attribute("val") is { Length: > 0 } value)
                {
                    yield return new Piece(new Place(Layer.Property, $"property custom {xml.Attribute("name")}", inside), value);
                }
            }
        }
    }

    // The template a document was made from lies on somebody's computer: C:\Users\wang\….
    private static IEnumerable<Piece> Templates(OfficePackage package, string inside) =>
        package.Paths.Where(p => p.EndsWith("word/settings.xml", StringComparison.OrdinalIgnoreCase)).ToList()
            .SelectMany(p => package.RelationsOf(p).Values)
            .Where(r => r.Type == "attachedTemplate" && r.IsOutside && r.Target.Length > 0)
            .Select(r => new Piece(new Place(Layer.Property, "property template", inside), Uri.UnescapeDataString(r.Target)));

    private static IEnumerable<Piece> CustomXml(OfficePackage package, string inside)
    {
        foreach (var path in package.Under("customXml/item").Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !p.Contains("itemProps", StringComparison.OrdinalIgnoreCase)))
        {
            using var xml = package.OpenXml(path)!;
            var text = new StringBuilder();
            var isOrdinary = false;
            while (xml.Read() && text.Length < package.Context.Limits.PieceCharacters)
            {
                PartXml.CheckDepth(xml, package.Context);

                // Word itself writes these into ordinary documents: the cover page's fields, the list of sources, a template's form.
                isOrdinary |= xml.Depth == 0 && xml.NodeType == XmlNodeType.Element
                    && (xml.LocalName is "Sources" or "CoverPageProperties" or "FormTemplates" or "contentTypeSchema" or "properties"
                        || xml.NamespaceURI.Contains("wps.cn", StringComparison.OrdinalIgnoreCase));
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    text.Append(text.Length == 0 ? "" : "\n").Append(xml.Value);
                }
                else if (xml.NodeType == XmlNodeType.Element && xml.MoveToFirstAttribute())
                {
                    do
                    {
                        if (xml.Prefix != "xmlns" && xml.Name != "xmlns" && !isOrdinary)
                        {
                            text.Append(text.Length == 0 ? "" : "\n").Append(xml.Value);
                        }
                    }
                    while (xml.MoveToNextAttribute());
                    xml.MoveToElement();
                }
            }

            if (!string.IsNullOrWhiteSpace(text.ToString()))
            {
                yield return new Piece(new Place(Layer.Property, $"{(isOrdinary ? "" : "custom ")}xml {Path.GetFileName(path)}", inside), text.ToString());
            }
        }
    }

    // Charts and diagrams: their text is on the page but not in the body.
    private static IEnumerable<Piece> Drawings(OfficePackage package, string inside)
    {
        foreach (var path in package.Paths.Where(p => IsDrawing(p)).ToList())
        {
            using var xml = package.OpenXml(path)!;
            var text = new StringBuilder();
            while (xml.Read() && text.Length < package.Context.Limits.PieceCharacters)
            {
                PartXml.CheckDepth(xml, package.Context);
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "t" or "v")
                {
                    text.Append(xml.Text());
                }

                if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "p" or "pt" or "txBody" && text.Length > 0 && text[^1] != '\n')
                {
                    text.Append('\n');
                }
            }

            if (!string.IsNullOrWhiteSpace(text.ToString()))
            {
                yield return new Piece(new Place(Layer.TextBox, $"drawing {Path.GetFileName(path)}", inside), text.ToString().TrimEnd('\n'));
            }
        }
    }

    private static bool IsDrawing(string path) =>
        path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && (path.Contains("/charts/chart", StringComparison.OrdinalIgnoreCase)
            || path.Contains("/diagrams/data", StringComparison.OrdinalIgnoreCase));
}
