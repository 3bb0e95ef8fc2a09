using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Building blocks kept with a document (its glossary part): no page shows them. What stands in empty controls, such as
/// 单击此处输入文字, is a block as well; it tells nothing.</summary>
internal static class WordBlocks
{
    public static IEnumerable<Piece> Read(WordDocument document, string inside)
    {
        foreach (var path in document.PathsOf("glossaryDocument"))
        {
            using var xml = document.Package.OpenXml(path)!;
            var number = 0;
            var isPlaceholder = false;
            var text = new StringBuilder();
            while (xml.Read())
            {
                PartXml.CheckDepth(xml, document.Package.Context);
                if (xml.NodeType == XmlNodeType.Element)
                {
                    isPlaceholder |= (xml.LocalName == "type" && xml.Attribute("val") == "bbPlcHdr") || (xml.LocalName == "gallery" && xml.Attribute("val") == "placeholder");
                    if (xml.LocalName == "t" && text.Length < document.Package.Context.Limits.PieceCharacters)
                    {
                        text.Append(xml.Text());
                    }
                }
                else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "p" && text.Length > 0)
                {
                    text.Append('\n');
                }
                else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "docPart")
                {
                    number++;
                    if (!string.IsNullOrWhiteSpace(text.ToString()))
                    {
                        yield return new Piece(new Place(isPlaceholder ? Layer.Property : Layer.HiddenText, string.Create(CultureInfo.InvariantCulture, $"building block {number}"), inside), text.ToString().TrimEnd('\n'));
                    }

                    isPlaceholder = false;
                    text.Clear();
                }
            }
        }
    }
}
