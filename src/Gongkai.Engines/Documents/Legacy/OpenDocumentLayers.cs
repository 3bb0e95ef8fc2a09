using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Legacy;

/// <summary>What a text of LibreOffice hides in ways that Word does not have, so that its Word form loses it or shows it: hidden-text
/// fields, hidden sections, hidden paragraphs.</summary>
internal sealed class OpenDocumentLayers(string inside)
{
    private readonly StringBuilder _section = new();
    private readonly StringBuilder _paragraph = new();
    private int _sectionDepth = -1;
    private int _paragraphDepth = -1;
    private bool _isParagraphHidden;
    private string _name = "";
    private int _number;

    /// <summary>Whether the document is closed with a password.</summary>
    public static bool IsEncrypted(OfficePackage package)
    {
        using var xml = package.OpenXml("META-INF/manifest.xml");
        while (xml is not null && xml.Read())
        {
            PartXml.CheckDepth(xml, package.Context);
            if (xml.Starts("encryption-data"))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="xml">The content, or the whole of a document that is one XML file; null when it lacks any.</param>
    /// <param name="inside">The path of files that leads to it.</param>
    /// <param name="context">The limits.</param>
    public static IEnumerable<Piece> Read(XmlReader? xml, string inside, ReadingContext context)
    {
        var layers = new OpenDocumentLayers(inside);
        while (xml is not null && xml.Read())
        {
            PartXml.CheckDepth(xml, context);
            if (layers.Take(xml, context.Limits.PieceCharacters) is { } piece)
            {
                yield return piece;
            }
        }
    }

    private Piece? Take(XmlReader xml, int most)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element when xml.LocalName == "hidden-text":
                var words = xml.Attribute("string-value");
                var shown = xml.Text();
                return Hidden(words ?? shown, "hidden text");
            case XmlNodeType.Element when xml.LocalName == "section" && _sectionDepth < 0 && !xml.IsEmptyElement && IsHidden(xml):
                (_sectionDepth, _name) = (xml.Depth, xml.Attribute("name") ?? "");
                return null;
            case XmlNodeType.Element when xml.LocalName is "p" or "h" && _paragraphDepth < 0 && !xml.IsEmptyElement:
                (_paragraphDepth, _isParagraphHidden) = (xml.Depth, false);
                _paragraph.Clear();
                return null;
            case XmlNodeType.Element when xml.LocalName == "hidden-paragraph":
                _isParagraphHidden = xml.Attribute("is-hidden") is not "false";
                return null;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when _paragraphDepth >= 0 && _paragraph.Length < most:
                _paragraph.Append(xml.Value);
                return null;
            case XmlNodeType.EndElement when xml.Depth == _paragraphDepth:
                return EndParagraph(most);
            case XmlNodeType.EndElement when xml.Depth == _sectionDepth:
                _sectionDepth = -1;
                var text = _section.ToString();
                _section.Clear();
                return Hidden(text, $"section {_name}");
            default:
                return null;
        }
    }

    private Piece? EndParagraph(int most)
    {
        _paragraphDepth = -1;
        if (_sectionDepth < 0)
        {
            return _isParagraphHidden ? Hidden(_paragraph.ToString(), "hidden paragraph") : null;
        }

        if (_section.Length < most)
        {
            _section.Append(_section.Length == 0 ? "" : "\n").Append(_paragraph);
        }

        return null;
    }

    private static bool IsHidden(XmlReader section) =>
        section.Attribute("display") is "none" || (section.Attribute("display") is "condition" && section.Attribute("is-hidden") is "true");

    private Piece? Hidden(string text, string kind) =>
        string.IsNullOrWhiteSpace(text) ? null : new Piece(new Place(Layer.HiddenText, string.Create(CultureInfo.InvariantCulture, $"{kind} {++_number}"), inside), text);
}
