using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Ofd;

/// <summary>What an OFD document writes outside its pages and shows on them: template pages, composite units among the resources, and
/// annotations, which may stand anywhere in the package.</summary>
internal static class OfdOtherParts
{
    /// <summary>The text of every such part; parts without any give nothing.</summary>
    /// <param name="package">The document.</param>
    /// <param name="pages">The parts that were read as pages.</param>
    /// <param name="inside">The path of files that leads to the document.</param>
    public static IEnumerable<Piece> Read(OfficePackage package, IReadOnlyCollection<string> pages, string inside)
    {
        foreach (var path in package.Paths.Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !pages.Contains(p, StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList())
        {
            if (path.Contains("/Attachs/", StringComparison.OrdinalIgnoreCase) || path.Contains("/Attachments/", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var (root, text) = TextOf(package, path);
            if (text.Length == 0)
            {
                continue;
            }

            yield return root == "PageAnnot"
                ? new Piece(new Place(Layer.Annotation, $"annotation {Path.GetFileName(path)}", inside), text)
                : new Piece(new Place(Layer.Body, $"part {path}", inside), text);
        }
    }

    // Of an annotation all words count, its remark among them; of other parts only what is drawn.
    private static (string Root, string Text) TextOf(OfficePackage package, string path)
    {
        using var xml = package.OpenXml(path)!;
        var root = "";
        var inCode = false;
        var text = new StringBuilder();
        while (xml.Read())
        {
            PartXml.CheckDepth(xml, package.Context);
            if (xml.NodeType == XmlNodeType.Element)
            {
                root = root.Length == 0 ? xml.LocalName : root;
                inCode = xml.LocalName == "TextCode" && !xml.IsEmptyElement;
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && (inCode || root == "PageAnnot") && !string.IsNullOrWhiteSpace(xml.Value))
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(xml.Value.Trim());
            }
        }

        return (root, text.ToString());
    }
}
