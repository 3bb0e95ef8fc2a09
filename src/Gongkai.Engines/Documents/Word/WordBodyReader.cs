using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Walks through a part of a Word document (body, notes, header, footer) in one pass and holds no more of it than one
/// paragraph and one path of nested tables.</summary>
internal sealed class WordBodyReader(WordStyles styles, WordNumbering numbering, IReadOnlyDictionary<string, Relation> relations, WordCanvas canvas, ReadingContext context)
{
    private readonly WordInlineReader _inline = new(styles, numbering, relations, canvas, context);
    private readonly Stack<Table> _tables = new();
    private readonly Stack<bool> _alternatives = new();
    private string? _page;

    public IEnumerable<WordEvent> Read(XmlReader xml)
    {
        while (xml.Read())
        {
            PartXml.CheckDepth(xml, context);
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                foreach (var step in End(xml.LocalName))
                {
                    yield return step;
                }
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                var isEmpty = xml.IsEmptyElement;
                var name = xml.LocalName;
                if (Start(xml, name) is { } step)
                {
                    yield return step;
                }

                if (isEmpty)
                {
                    foreach (var end in End(name))
                    {
                        yield return end;
                    }
                }
            }
        }
    }

    private WordEvent? Start(XmlReader xml, string name)
    {
        switch (name)
        {
            case "p" or "oMathPara":
                context.Check();
                var cell = _tables.TryPeek(out var table) ? table.Cell : null;
                return new WordEvent(WordEventKind.Paragraph, _inline.Read(xml, WordSurroundings.On(cell?.Shade ?? _page, table?.IsPainted == true, table?.Text)));
            case "tbl":
                _tables.Push(new Table());
                return new WordEvent(WordEventKind.TableStart);
            case "tr" when _tables.TryPeek(out var t):
                t.NextColumn = 0;
                return new WordEvent(WordEventKind.RowStart);
            case "tc" when _tables.TryPeek(out var t):
                t.Cell = new WordCell { Column = t.NextColumn, Change = t.IsRowInserted ? WordChange.Inserted : WordChange.None };
                return new WordEvent(WordEventKind.CellStart, Cell: t.Cell);
            case "tblPr" when _tables.TryPeek(out var t):
                ReadTableProperties(xml, t);
                return null;
            case "trPr" when _tables.TryPeek(out var t):
                ReadRowProperties(xml, t);
                return null;
            case "tcPr" when _tables.TryPeek(out var t) && t.Cell is { } c:
                ReadCellProperties(xml, c, t);
                return null;
            case "footnote" or "endnote" or "comment":
                return new WordEvent(WordEventKind.NoteStart, Id: xml.Attribute("type") is "separator" or "continuationSeparator" or "continuationNotice" ? null : xml.Attribute("id"));
            case "altChunk":
                return new WordEvent(WordEventKind.Chunk, Id: xml.Attribute("id"));
            case "background":
                _page = xml.Attribute("color")?.ToUpperInvariant() is { Length: 6 } color ? color : null;
                return null;
            case "AlternateContent":
                _alternatives.Push(false);
                return null;
            case "Choice" or "Fallback" when _alternatives.Count > 0:
                if (_alternatives.Pop())
                {
                    xml.SkipInside();
                }

                _alternatives.Push(true);
                return null;
            case "sectPr" or "sdtPr" or "sdtEndPr" or "tblGrid" or "tblPrEx":
                xml.SkipInside();
                return null;
            default:
                return null;
        }
    }

    private IEnumerable<WordEvent> End(string name)
    {
        switch (name)
        {
            case "tbl" when _tables.Count > 0:
                _tables.Pop();
                yield return new WordEvent(WordEventKind.TableEnd);
                break;
            case "tr" when _tables.TryPeek(out var t):
                yield return new WordEvent(WordEventKind.RowEnd, IsHidden: t.IsRowHidden, IsDeleted: t.IsRowDeleted);
                (t.IsRowHidden, t.IsRowDeleted, t.IsRowInserted) = (false, false, false);
                break;
            case "tc" when _tables.TryPeek(out var t) && t.Cell is { } cell:
                t.NextColumn = cell.Column + cell.Span;
                t.Cell = null;
                yield return new WordEvent(WordEventKind.CellEnd, Cell: cell);
                break;
            case "footnote" or "endnote" or "comment":
                yield return new WordEvent(WordEventKind.NoteEnd);
                break;
            case "AlternateContent" when _alternatives.Count > 0:
                _alternatives.Pop();
                break;
        }
    }

    private void ReadTableProperties(XmlReader xml, Table table)
    {
        foreach (var e in xml.Inside(context))
        {
            table.Text = e.LocalName == "tblStyle" ? styles.TableText(e.Attribute("val")) : table.Text;
            table.IsPainted |= (e.LocalName == "tblStyle" && styles.Paints(e.Attribute("val")))
                || (e.LocalName == "shd" && WordFormat.ReadShade(e) is not (null or "auto" or "FFFFFF"));
        }
    }

    private void ReadRowProperties(XmlReader xml, Table table)
    {
        foreach (var e in xml.Inside(context))
        {
            switch (e.LocalName)
            {
                case "gridBefore": table.NextColumn += Math.Clamp(e.Number("val") ?? 0, 0, 512); break;
                case "hidden": table.IsRowHidden = e.IsOn(); break;
                case "del": table.IsRowDeleted = true; break;
                case "ins": table.IsRowInserted = true; break;
            }
        }
    }

    private void ReadCellProperties(XmlReader xml, WordCell cell, Table table)
    {
        cell.Column = table.NextColumn;
        foreach (var e in xml.Inside(context))
        {
            switch (e.LocalName)
            {
                case "gridSpan":
                    cell.Span = Math.Clamp(e.Number("val") ?? 1, 1, 512);
                    break;
                case "vMerge":
                    cell.StartsMerge = e.Attribute("val") == "restart";
                    cell.ContinuesAbove = !cell.StartsMerge;
                    break;
                case "hMerge":
                    cell.ContinuesLeft = e.Attribute("val") != "restart";
                    break;
                case "cellIns":
                    cell.Change = WordChange.Inserted;
                    break;
                case "cellDel":
                    cell.Change = WordChange.Deleted;
                    break;
                case "shd":
                    cell.Shade = WordFormat.ReadShade(e) is { } shade and not "auto" ? shade : null;
                    break;
            }
        }
    }

    private sealed class Table
    {
        public int NextColumn { get; set; }

        public WordCell? Cell { get; set; }

        public bool IsPainted { get; set; }

        public WordFormat? Text { get; set; }

        public bool IsRowHidden { get; set; }

        public bool IsRowDeleted { get; set; }

        public bool IsRowInserted { get; set; }
    }
}
