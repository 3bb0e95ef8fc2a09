using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>The shared strings of a masked workbook: those that seen cells use, at their old numbers with their runs and fonts; in place of
/// the others nothing; masked ones behind them.</summary>
/// <param name="count">How many there are in the original; 0 when it has none.</param>
internal sealed class MaskedStrings(int count)
{
    private readonly HashSet<int> _kept = [];
    private readonly Dictionary<string, int> _added = new(StringComparer.Ordinal);

    /// <summary>A string that a seen cell uses.</summary>
    public void Keep(string index)
    {
        if (int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            _kept.Add(number);
        }
    }

    /// <summary>The number of a masked string; null in a workbook without shared strings.</summary>
    public string? Add(string text)
    {
        if (count == 0)
        {
            return null;
        }

        if (!_added.TryGetValue(text, out var index))
        {
            _added[text] = index = count + _added.Count;
        }

        return index.ToString(CultureInfo.InvariantCulture);
    }

    public void Write(Stream output, XmlReader source)
    {
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { CheckCharacters = false });
        source.MoveToContent();
        var main = source.NamespaceURI;
        writer.WriteStartElement("sst", main);
        var number = 0;
        var go = source.Read();
        while (go)
        {
            if (!source.Starts("si"))
            {
                go = source.Read();
                continue;
            }

            if (_kept.Contains(number++))
            {
                var item = (XElement)XNode.ReadFrom(source);
                WithoutGuide(item).WriteTo(writer);
            }
            else
            {
                source.Skip();
                Item(writer, main, "");
            }

            go = !source.EOF;
        }

        foreach (var text in _added.OrderBy(t => t.Value).Select(t => t.Key))
        {
            Item(writer, main, text);
        }

        writer.WriteEndElement();
    }

    /// <summary>A string without the guide to how it is spoken, which nobody sees.</summary>
    public static XElement WithoutGuide(XElement item)
    {
        item.Descendants().Where(e => e.Name.LocalName is "rPh" or "phoneticPr").Remove();
        return item;
    }

    private static void Item(XmlWriter writer, string main, string text)
    {
        writer.WriteStartElement("si", main);
        writer.WriteStartElement("t", main);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(text);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
