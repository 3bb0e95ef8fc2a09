using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Whether anything of another colour than paper lies on the pages of a document: a picture, a painted shape, a page colour. White
/// words in a box that lets the page through may stand before it, as on the cover of a report. Looked for when first asked.</summary>
internal sealed class WordCanvas(OfficePackage package)
{
    private bool? _isPainted;

    public bool IsPainted => _isPainted ??= package.Paths.Any(p => p.Contains("/media/", StringComparison.OrdinalIgnoreCase)) || package.Paths.Where(IsPage).ToList().Exists(Paints);

    private static bool IsPage(string path) =>
        path.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && path.LastIndexOf('/') == 4
        && (path.Contains("document", StringComparison.OrdinalIgnoreCase) || path.Contains("header", StringComparison.OrdinalIgnoreCase) || path.Contains("footer", StringComparison.OrdinalIgnoreCase));

    private bool Paints(string path)
    {
        using var xml = package.OpenXml(path)!;
        var shape = new WordShape(package.Context);
        while (xml.Read())
        {
            PartXml.CheckDepth(xml, package.Context);
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "background" || (xml.LocalName == "shd" && WordFormat.ReadShade(xml) is not (null or "auto" or SlideColor.White)))
            {
                return true;
            }

            // Text is not of interest, and colours of text are no ground.
            if (xml.LocalName is "rPr")
            {
                xml.SkipInside();
                continue;
            }

            shape.Take(xml);
            if (shape.Ground is not (null or SlideColor.White))
            {
                return true;
            }
        }

        return false;
    }
}
