using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>The log of a shared workbook: what cells held before they were changed, and what came in its place.</summary>
internal static class WorkbookRevisions
{
    public static IEnumerable<Piece> Read(OfficePackage package, string inside)
    {
        var number = 0;
        foreach (var path in package.Under("xl/revisions/revisionLog").Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            var locator = string.Create(CultureInfo.InvariantCulture, $"revision log {++number}");
            foreach (var text in PartTexts.Read(package, path, Take))
            {
                yield return new Piece(new Place(Layer.TrackedChange, locator, inside), text);
            }
        }
    }

    // One line for each value.
    private static void Take(XmlReader xml, StringBuilder text)
    {
        if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "t" or "v")
        {
            var isNumber = xml.LocalName == "v";
            text.Append(isNumber ? CellNumber.Write(xml.Text(), CellFormat.General, false) : xml.Text());
        }
        else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "oc" or "nc" or "rcc" && text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }
}
