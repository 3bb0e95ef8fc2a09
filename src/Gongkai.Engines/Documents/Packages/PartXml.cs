using System.Xml;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>Reading XML of documents: always forward, never following anything outside, by local names, because the strict and the
/// transitional dialect differ only in their namespaces.</summary>
internal static class PartXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        CheckCharacters = false,
    };

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);

    public static bool Starts(this XmlReader xml, string localName) => xml.NodeType == XmlNodeType.Element && xml.LocalName == localName;

    /// <summary>An attribute by its local name, whatever its namespace.</summary>
    public static string? Attribute(this XmlReader xml, string localName)
    {
        string? value = null;
        if (xml.MoveToFirstAttribute())
        {
            do
            {
                if (xml.LocalName == localName)
                {
                    value = xml.Value;
                    break;
                }
            }
            while (xml.MoveToNextAttribute());
            xml.MoveToElement();
        }

        return value;
    }

    public static int? Number(this XmlReader xml, string localName) => int.TryParse(xml.Attribute(localName), out var number) ? number : null;

    /// <summary>Whether an on/off element is on: its mere presence means on, "0", "false" and "off" mean off.</summary>
    public static bool IsOn(this XmlReader xml) => xml.Attribute("val") is not ("0" or "false" or "off" or "none");

    /// <summary>All elements below the current one, in order; leaves the reader at the end of it.</summary>
    public static IEnumerable<XmlReader> Inside(this XmlReader xml, ReadingContext context)
    {
        if (xml.IsEmptyElement)
        {
            yield break;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            CheckDepth(xml, context);
            if (xml.NodeType == XmlNodeType.Element)
            {
                yield return xml;
            }
        }
    }

    /// <summary>Leaves the reader at the end of the current element.</summary>
    public static void SkipInside(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
        }
    }

    /// <summary>The text directly inside the current element; leaves the reader at the end of it.</summary>
    public static string Text(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        string? only = null;
        System.Text.StringBuilder? more = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                if (only is null)
                {
                    only = xml.Value;
                }
                else
                {
                    (more ??= new System.Text.StringBuilder(only)).Append(xml.Value);
                }
            }
        }

        return more?.ToString() ?? only ?? "";
    }

    public static void CheckDepth(XmlReader xml, ReadingContext context)
    {
        if (xml.Depth > context.Limits.XmlDepth)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "Elements are nested deeper than is allowed.");
        }
    }
}
