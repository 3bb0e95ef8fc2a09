using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>One cell as it is read, or those of its runs that are not seen.</summary>
internal readonly record struct SheetCell(int Row, int Column, string Text, Layer Layer, bool IsRuns = false);

/// <summary>Reads the cells of a sheet in one pass, and what stands behind them in the same part.</summary>
internal sealed class SheetReader(Workbook workbook, WorkbookSheet sheet)
{
    private const int MostScenarioTexts = 10_000;

    private readonly SheetVisibility _visibility = new(workbook, sheet);
    private readonly List<(string Kind, string Text)> _headers = [];
    private readonly List<(string Locator, string Text)> _asides = [];
    private readonly List<string> _scenarios = [];
    private readonly List<CellRange> _merges = [];

    /// <summary>Running heads and feet; complete when all cells have been taken.</summary>
    public IReadOnlyList<(string Kind, string Text)> Headers => _headers;

    /// <summary>Texts that show only when a cell is chosen: formulas, prompts, lists to choose from, tips of links; complete when all cells have been taken.</summary>
    public IReadOnlyList<(string Locator, string Text)> Asides => _asides;

    /// <summary>Values that are kept to be put into cells in turn (What-If), with their names and remarks; complete when all cells have been taken.</summary>
    public IReadOnlyList<string> Scenarios => _scenarios;

    /// <summary>Merged ranges; complete when all cells have been taken.</summary>
    public IReadOnlyList<CellRange> Merges => _merges;

    public IEnumerable<SheetCell> Cells()
    {
        var context = workbook.Package.Context;
        using var xml = workbook.Package.OpenXml(sheet.Path);
        int row = 0, column = 0;
        var isRowHidden = false;
        while (xml is not null && xml.Read())
        {
            PartXml.CheckDepth(xml, context);
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "sheetFormatPr" or "col":
                    _visibility.Take(xml);
                    break;
                case "row":
                    row = int.TryParse(xml.GetAttribute("r"), out var r) ? r : row + 1;
                    column = 0;
                    isRowHidden = _visibility.IsRowHidden(xml);
                    break;
                case "c":
                    var (at, next) = CellReference.Parse(xml.GetAttribute("r"));
                    (row, column) = next > 0 ? (at, next) : (row, column + 1);
                    foreach (var cell in ReadCell(xml, row, column, isRowHidden))
                    {
                        yield return cell;
                    }

                    break;
                case "dataValidation":
                    NoteAside("prompt", xml.GetAttribute("promptTitle"), xml.GetAttribute("prompt"), xml.GetAttribute("error"));
                    break;
                case "formula1" or "formula2":
                    NoteAside("list", xml.Text());
                    break;
                case "hyperlink":
                    NoteAside("link", xml.GetAttribute("tooltip"), xml.GetAttribute("display"));
                    break;
                case "scenario":
                    NoteScenario(xml.GetAttribute("name"), xml.GetAttribute("comment"));
                    break;
                case "inputCells":
                    NoteScenario(xml.GetAttribute("val"));
                    break;
                case "mergeCell" when xml.GetAttribute("ref") is { } range:
                    AddMerge(range);
                    break;
                case "oddHeader" or "evenHeader" or "firstHeader" or "oddFooter" or "evenFooter" or "firstFooter":
                    var kind = xml.LocalName.EndsWith("Header", StringComparison.Ordinal) ? "header" : "footer";
                    _headers.Add((kind, HeaderText(xml.Text())));
                    break;
            }
        }
    }

    // A text within a formula is not shown, yet anybody who looks at the cell reads it.
    private void NoteFormula(string formula, int row, int column)
    {
        if (formula.Contains('"', StringComparison.Ordinal) && formula.AsSpan().ContainsAnyInRange('0', '9'))
        {
            _asides.Add(($"!{CellReference.Write(row, column)} formula", formula));
        }
    }

    private void NoteAside(string kind, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                _asides.Add(($" {kind}", text));
            }
        }
    }

    private void NoteScenario(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text) && _scenarios.Count < MostScenarioTexts)
            {
                _scenarios.Add(text);
            }
        }
    }

    private void AddMerge(string range)
    {
        if (range.Contains(':', StringComparison.Ordinal) && CellRange.Parse(range) is { } cells)
        {
            _merges.Add(cells);
        }
    }

    // A cell with white runs is two: what it shows and what it does not.
    private IEnumerable<SheetCell> ReadCell(XmlReader xml, int row, int column, bool isRowHidden)
    {
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), out var s) ? s : 0;
        CellText? value = null;
        foreach (var e in xml.Inside(workbook.Package.Context))
        {
            switch (e.LocalName)
            {
                case "v": value = new CellText(e.Text()); break;
                case "is": value = CellText.Read(e, workbook.Package.Context); break;
                case "f": NoteFormula(e.Text(), row, column); break;
            }
        }

        if (value is not { } read || Text(workbook, type, read, style) is not { } text)
        {
            yield break;
        }

        var layer = LayerOf(sheet, _visibility, isRowHidden, row, column, workbook.Styles[style]);
        if (layer != Layer.Body || text.Unseen is null || _visibility.IsOnPaint(row, column, workbook.Styles[style]))
        {
            yield return new SheetCell(row, column, text.Whole, layer);
            yield break;
        }

        if (!string.IsNullOrWhiteSpace(text.Seen))
        {
            yield return new SheetCell(row, column, text.Seen, layer);
        }

        if (!string.IsNullOrWhiteSpace(text.Hidden))
        {
            yield return new SheetCell(row, column, text.Hidden, Layer.HiddenText, IsRuns: true);
        }
    }

    /// <summary>What a cell shows, or null when it shows nothing.</summary>
    public static CellText? Text(Workbook workbook, string? type, CellText value, int style)
    {
        if (value.Whole.Length == 0)
        {
            return null;
        }

        var text = type switch
        {
            "s" => int.TryParse(value.Whole, out var index) ? workbook.Strings.Use(index) : default,
            "inlineStr" or "str" or "e" or "d" => value,
            "b" => new CellText(value.Whole == "1" ? "TRUE" : "FALSE"),
            _ => new CellText(CellNumber.Write(value.Whole, workbook.Styles[style], workbook.CountsFrom1904)),
        };
        return string.IsNullOrWhiteSpace(text.Whole) ? null : text;
    }

    /// <summary>Whether a cell is seen, and if not, what hides it.</summary>
    public static Layer LayerOf(WorkbookSheet sheet, SheetVisibility visibility, bool isRowHidden, int row, int column, CellFormat format) =>
        sheet.IsHidden ? Layer.HiddenSheet
        : isRowHidden ? Layer.HiddenRow
        : visibility.IsColumnHidden(column) ? Layer.HiddenColumn
        : visibility.IsTextHidden(row, column, format) ? Layer.HiddenText
        : Layer.Body;

    // Codes like &C, &"宋体,Bold", &12 and &P stand among the words.
    private static string HeaderText(string coded)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < coded.Length; i++)
        {
            if (coded[i] != '&' || i + 1 == coded.Length)
            {
                text.Append(coded[i]);
                continue;
            }

            i++;
            switch (coded[i])
            {
                case '&':
                    text.Append('&');
                    break;
                case '"':
                    i = coded.IndexOf('"', i + 1) is >= 0 and var end ? end : coded.Length;
                    break;
                case 'L' or 'C' or 'R':
                    text.Append(text.Length > 0 ? "\n" : "");
                    break;
                case >= '0' and <= '9':
                    while (i + 1 < coded.Length && char.IsAsciiDigit(coded[i + 1]))
                    {
                        i++;
                    }

                    break;
                case 'K':
                    i = Math.Min(coded.Length, i + 6);
                    break;
            }
        }

        return text.ToString().Trim();
    }
}
