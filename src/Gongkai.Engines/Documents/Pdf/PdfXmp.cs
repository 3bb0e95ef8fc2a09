using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>The properties in an XMP packet that people fill in: title, author, keywords, description and those of the school's own.
/// What programs write of themselves is passed over.</summary>
internal static class PdfXmp
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string OfPdf = "http://ns.adobe.com/pdf/1.3/";
    private const string OwnProperties = "http://ns.adobe.com/pdfx/1.3/";
    private const int MostProperties = 1000;

    public static List<(string Name, string Value)> Read(ReadOnlyMemory<byte> packet, ReadingContext context)
    {
        var properties = new List<(string Name, string Value)>();
        try
        {
            using var xml = PartXml.Open(new MemoryStream(packet.ToArray()));
            while (properties.Count < MostProperties && xml.Read())
            {
                PartXml.CheckDepth(xml, context);
                ReadAttributes(xml, properties);
                while (xml.NodeType == XmlNodeType.Element && NameOf(xml) is { } name && properties.Count < MostProperties)
                {
                    Add(properties, name, TextInside(xml, context));

                    // Now at the end of the property: whatever comes next is looked at by itself.
                    xml.Read();
                    ReadAttributes(xml, properties);
                }
            }
        }
        catch (XmlException)
        {
            // A damaged packet says as much as could be read of it; the pages are still there.
        }

        return properties;
    }

    private static void ReadAttributes(XmlReader xml, List<(string Name, string Value)> properties)
    {
        if (xml.NodeType != XmlNodeType.Element || !xml.MoveToFirstAttribute())
        {
            return;
        }

        do
        {
            if (NameOf(xml) is { } name)
            {
                Add(properties, name, xml.Value);
            }
        }
        while (xml.MoveToNextAttribute());
        xml.MoveToElement();
    }

    // A list of several values has an element for each: <dc:subject><rdf:Bag><rdf:li>甲</rdf:li><rdf:li>乙</rdf:li></rdf:Bag></dc:subject>.
    private static string TextInside(XmlReader xml, ReadingContext context)
    {
        var text = new StringBuilder();
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth && text.Length < context.Limits.PieceCharacters)
        {
            PartXml.CheckDepth(xml, context);
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                text.Append(text.Length == 0 ? "" : "; ").Append(xml.Value.Trim());
            }
        }

        return text.ToString();
    }

    private static void Add(List<(string Name, string Value)> properties, string name, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            properties.Add((name, value));
        }
    }

    private static string? NameOf(XmlReader xml) => (xml.NamespaceURI, xml.LocalName) switch
    {
        (DublinCore, "title" or "creator" or "description") => xml.LocalName,
        (DublinCore, "subject") or (OfPdf, "Keywords") => "keywords",
        (DublinCore, "contributor" or "publisher" or "rights" or "source" or "relation" or "coverage") => xml.LocalName,
        (OwnProperties, _) => $"custom {xml.LocalName}",
        _ => null,
    };
}
