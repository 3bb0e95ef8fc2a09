using System.Xml;
using System.Xml.Linq;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Packages;
using Gongkai.Engines.Documents.Sheets;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Copies the part of one sheet: what is seen as it is, personal data masked, what is not seen left out.</summary>
internal sealed class MaskedSheet(Workbook workbook, WorkbookSheet sheet, MaskPlan plan, MaskedStrings strings, bool keepsFormulas)
{
    private static readonly HashSet<string> Dropped =
        ["extLst", "legacyDrawing", "legacyDrawingHF", "oleObjects", "controls", "customSheetViews", "scenarios", "customProperties", "smartTags", "webPublishItems", "phoneticPr", "sheetProtection", "protectedRanges"];

    private readonly SheetVisibility _visibility = new(workbook, sheet);
    private int _row;
    private int _column;
    private bool _isRowHidden;

    /// <param name="output">Takes the part.</param>
    /// <param name="relations">Relations that the copy keeps; what refers to others goes.</param>
    public void Write(Stream output, IReadOnlySet<string> relations)
    {
        var context = workbook.Package.Context;
        using var xml = workbook.Package.OpenXml(sheet.Path) ?? throw new DocumentException(DocumentProblem.Broken, "A sheet of the workbook is missing.");
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { CheckCharacters = false });
        var go = xml.Read();
        while (go)
        {
            PartXml.CheckDepth(xml, context);
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "c" && _row > 0:
                    var cell = (XElement)XNode.ReadFrom(xml);
                    WriteCell(writer, cell);
                    go = !xml.EOF;
                    continue;
                case XmlNodeType.Element when Dropped.Contains(xml.LocalName) || RefersElsewhere(xml, relations):
                    xml.Skip();
                    go = !xml.EOF;
                    continue;
                case XmlNodeType.Element:
                    Note(xml);
                    Start(writer, xml);
                    break;
                case XmlNodeType.EndElement:
                    writer.WriteEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    writer.WriteString(plan.ByWords(xml.Value));
                    break;
            }

            go = xml.Read();
        }
    }

    private static bool RefersElsewhere(XmlReader xml, IReadOnlySet<string> relations) =>
        xml.LocalName is not ("worksheet" or "sheetData" or "row" or "c") && IdOf(xml) is { } id && !relations.Contains(id);

    private static string? IdOf(XmlReader xml)
    {
        string? id = null;
        while (xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }

    private void Note(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "sheetFormatPr" or "col":
                _visibility.Take(xml);
                break;
            case "row":
                _row = int.TryParse(xml.GetAttribute("r"), out var row) ? row : _row + 1;
                _column = 0;
                _isRowHidden = _visibility.IsRowHidden(xml);
                break;
        }
    }

    // Attributes hold words as well: prompts, tips, what a filter lets through.
    private void Start(XmlWriter writer, XmlReader xml)
    {
        writer.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
        while (xml.MoveToNextAttribute())
        {
            var isWords = xml.LocalName is "prompt" or "promptTitle" or "error" or "errorTitle" or "tooltip" or "display" or "val" or "location" or "codeName";
            writer.WriteAttributeString(xml.Prefix, xml.LocalName, xml.NamespaceURI, isWords ? plan.ByWords(xml.Value) : xml.Value);
        }

        xml.MoveToElement();
        if (xml.IsEmptyElement)
        {
            writer.WriteEndElement();
        }
    }

    private void WriteCell(XmlWriter writer, XElement cell)
    {
        var (at, next) = CellReference.Parse(cell.Attribute("r")?.Value);
        (_row, _column) = next > 0 ? (at, next) : (_row, _column + 1);
        var type = cell.Attribute("t")?.Value;
        var style = int.TryParse(cell.Attribute("s")?.Value, out var number) ? number : 0;
        if (SheetReader.LayerOf(sheet, _visibility, _isRowHidden, _row, _column, workbook.Styles[style]) != Layer.Body)
        {
            // The cell's look stays, so that nothing moves; what it held does not.
            cell.RemoveNodes();
            cell.Attribute("t")?.Remove();
        }
        else if (Value(cell) is { } value && SheetReader.Text(workbook, type, value, style) is { } text)
        {
            var isWhole = text.Unseen is null || _visibility.IsOnPaint(_row, _column, workbook.Styles[style]);
            Mask(cell, type, value.Whole, text.Whole, isWhole ? text.Whole : text.Seen);
        }

        if (cell.HasElements || !_isRowHidden)
        {
            cell.WriteTo(writer);
        }
    }

    private CellText? Value(XElement cell)
    {
        if (Child(cell, "is") is { } own)
        {
            using var xml = own.CreateReader();
            xml.MoveToContent();
            return CellText.Read(xml, workbook.Package.Context);
        }

        return Child(cell, "v") is { } number ? new CellText(number.Value) : null;
    }

    // A text with white runs loses them and the fonts of the others.
    private void Mask(XElement cell, string? type, string value, string text, string seen)
    {
        var masked = plan.AtPlace($"Sheet {sheet.Name}!{CellReference.Write(_row, _column)}", seen);
        var formula = Child(cell, "f");
        var isChanged = masked != text;
        if (formula is not null && (isChanged || !keepsFormulas || formula.Value.Contains('[', StringComparison.Ordinal) || plan.ByWords(formula.Value) != formula.Value))
        {
            formula.Remove();
        }

        if (!isChanged)
        {
            if (type == "s")
            {
                strings.Keep(value);
            }

            return;
        }

        var main = cell.Name.Namespace;
        cell.RemoveNodes();
        if (type is "str")
        {
            cell.Add(new XElement(main + "v", masked));
        }
        else if (strings.Add(masked) is { } index)
        {
            cell.SetAttributeValue("t", "s");
            cell.Add(new XElement(main + "v", index));
        }
        else
        {
            cell.SetAttributeValue("t", "inlineStr");
            cell.Add(new XElement(main + "is", new XElement(main + "t", masked)));
        }
    }

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
