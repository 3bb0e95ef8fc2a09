using System.Xml;
using System.Xml.Linq;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Packages;
using Gongkai.Engines.Documents.Sheets;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Copies the part of one sheet: what is seen as it is, personal data masked, what is not seen left out.</summary>
internal sealed class MaskedSheet(Workbook workbook, WorkbookSheet sheet, MaskPlan plan, MaskedStrings strings, KeptFormulas formulas, MaskedFormula formula)
{
    private static readonly HashSet<string> Dropped =
        ["extLst", "legacyDrawing", "legacyDrawingHF", "oleObjects", "controls", "customSheetViews", "scenarios", "customProperties", "smartTags", "webPublishItems", "phoneticPr", "sheetProtection", "protectedRanges"];

    private readonly HashSet<string> _sharedGone = new(StringComparer.Ordinal);
    private readonly SheetVisibility _visibility = new(workbook, sheet);
    private int _row;
    private int _column;
    private bool _isRowHidden;
    private bool _isInFormula;

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
                    Start(writer, xml, relations);
                    break;
                case XmlNodeType.EndElement:
                    writer.WriteEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when xml.Depth > 0:
                    writer.WriteString(_isInFormula ? formula.Of(xml.Value) : plan.ByWords(xml.Value));
                    break;
            }

            go = xml.Read();
        }
    }

    private static bool RefersElsewhere(XmlReader xml, IReadOnlySet<string> relations) =>
        xml.LocalName is not ("worksheet" or "sheetData" or "row" or "c" or "pageSetup") && IdOf(xml) is { } id && !relations.Contains(id);

    private static string? IdOf(XmlReader xml)
    {
        string? id = null;
        while (xml.MoveToNextAttribute())
        {
            id = IsRelation(xml) ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }

    private static bool IsRelation(XmlReader attribute) => attribute.LocalName == "id" && attribute.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal);

    private void Note(XmlReader xml)
    {
        _isInFormula = xml.LocalName is "formula" or "formula1" or "formula2";
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

    // Attributes hold words as well: prompts, tips, what a filter lets through. What the printer was told stays behind, how the page is laid out does not.
    private void Start(XmlWriter writer, XmlReader xml, IReadOnlySet<string> relations)
    {
        writer.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
        while (xml.MoveToNextAttribute())
        {
            var isRelation = IsRelation(xml);
            if (!isRelation || relations.Contains(xml.Value))
            {
                writer.WriteAttributeString(xml.Prefix, xml.LocalName, xml.NamespaceURI, isRelation ? xml.Value : Masked(xml));
            }
        }

        xml.MoveToElement();
        if (xml.IsEmptyElement)
        {
            writer.WriteEndElement();
        }
    }

    private string Masked(XmlReader attribute) =>
        LastLook.IsOfPrograms(attribute.LocalName, attribute.Value) ? attribute.Value
        : plan.ByNumbers(attribute.LocalName == "location" ? formula.Named(attribute.Value) : attribute.Value);

    private void WriteCell(XmlWriter writer, XElement cell)
    {
        var (at, next) = CellReference.Parse(cell.Attribute("r")?.Value);
        (_row, _column) = next > 0 ? (at, next) : (_row, _column + 1);
        var type = cell.Attribute("t")?.Value;
        var style = int.TryParse(cell.Attribute("s")?.Value, out var number) ? number : 0;
        cell.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.LocalName is not ("r" or "s" or "t")).Remove();
        if (SheetReader.LayerOf(sheet, _visibility, _isRowHidden, _row, _column, workbook.Styles[style]) != Layer.Body)
        {
            // The cell's look stays, so that nothing moves; what it held does not.
            LoseFormula(cell);
            cell.RemoveNodes();
            cell.Attribute("t")?.Remove();
        }
        else
        {
            var text = Value(cell) is { } value ? SheetReader.Text(workbook, type, value, style) : null;
            var isWhole = text?.Unseen is null || _visibility.IsOnPaint(_row, _column, workbook.Styles[style]);
            Mask(cell, type, text?.Whole, isWhole ? text?.Whole : text?.Seen);
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
    private void Mask(XElement cell, string? type, string? text, string? seen)
    {
        var masked = seen is null ? null : plan.AtPlace($"Sheet {sheet.Name}!{CellReference.Write(_row, _column)}", seen);
        if (masked != text || !KeepsFormula(cell))
        {
            LoseFormula(cell);
        }

        if (masked is null || masked == text)
        {
            KeepText(cell, type);
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

    private void KeepText(XElement cell, string? type)
    {
        if (type == "s" && Child(cell, "v")?.Value is { } index)
        {
            strings.Keep(index);
        }
        else if (Child(cell, "is") is { } own)
        {
            MaskedStrings.WithoutGuide(own);
        }

        cell.Elements().Where(e => e.Name.LocalName is not ("f" or "v" or "is")).Remove();
    }

    // A formula recalculates what stands in the copy and so brings nothing back; but its own words may tell.
    private bool KeepsFormula(XElement cell)
    {
        if (Child(cell, "f") is not { } own)
        {
            return true;
        }

        var shared = own.Attribute("si")?.Value;
        if (shared is not null && _sharedGone.Contains(shared))
        {
            return false;
        }

        var text = formula.Named(own.Value);
        if (plan.ByWords(text) != text || !formulas.CanStay(own.Value, sheet.Name, shared is null ? "" : own.Attribute("ref")?.Value ?? ""))
        {
            return false;
        }

        if (text != own.Value)
        {
            own.Value = text;
        }

        return true;
    }

    // Cells that share the formula of this one have none of their own.
    private void LoseFormula(XElement cell)
    {
        if (Child(cell, "f") is { } own)
        {
            if (own.Attribute("si")?.Value is { } shared && own.Value.Length > 0)
            {
                _sharedGone.Add(shared);
            }

            own.Remove();
        }
    }

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
