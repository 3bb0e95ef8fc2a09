using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>One cell as it is read.</summary>
internal readonly record struct SheetCell(int Row, int Column, string Text, Layer Layer);

/// <summary>Reads the cells of a sheet in one pass, and what stands behind them in the same part.</summary>
internal sealed class SheetReader(Workbook workbook, WorkbookSheet sheet)
{
    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private readonly List<(string Kind, string Text)> _headers = [];
    private readonly List<(int Row, int Column, int LastRow, int LastColumn)> _merges = [];

    /// <summary>Running heads and feet; complete when all cells have been taken.</summary>
    public IReadOnlyList<(string Kind, string Text)> Headers => _headers;

    /// <summary>Merged ranges; complete when all cells have been taken.</summary>
    public IReadOnlyList<(int Row, int Column, int LastRow, int LastColumn)> Merges => _merges;

    public IEnumerable<SheetCell> Cells()
    {
        var context = workbook.Package.Context;
        using var xml = workbook.Package.OpenXml(sheet.Path);
        int row = 0, column = 0;
        var isRowHidden = false;
        var hidesByDefault = false;
        while (xml is not null && xml.Read())
        {
            PartXml.CheckDepth(xml, context);
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "sheetFormatPr":
                    hidesByDefault = xml.GetAttribute("zeroHeight") is "1" or "true";
                    break;
                case "col" when IsHiddenColumn(xml):
                    _hiddenColumns.Add((xml.Number("min") ?? 1, xml.Number("max") ?? 1));
                    break;
                case "row":
                    row = int.TryParse(xml.GetAttribute("r"), out var r) ? r : row + 1;
                    column = 0;
                    isRowHidden = xml.GetAttribute("hidden") is { } hidden ? hidden is "1" or "true" : xml.GetAttribute("ht") is "0" || (hidesByDefault && xml.GetAttribute("ht") is null);
                    break;
                case "c":
                    var (at, next) = CellReference.Parse(xml.GetAttribute("r"));
                    (row, column) = next > 0 ? (at, next) : (row, column + 1);
                    if (ReadCell(xml, row, column, isRowHidden) is { } cell)
                    {
                        yield return cell;
                    }

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

    private static bool IsHiddenColumn(XmlReader xml) => xml.GetAttribute("hidden") is "1" or "true" || xml.GetAttribute("width") is "0";

    private void AddMerge(string range)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            var (row, column) = CellReference.Parse(range.AsSpan(0, colon));
            var (lastRow, lastColumn) = CellReference.Parse(range.AsSpan(colon + 1));
            if (column > 0 && lastColumn > 0)
            {
                _merges.Add((row, column, lastRow, lastColumn));
            }
        }
    }

    private SheetCell? ReadCell(XmlReader xml, int row, int column, bool isRowHidden)
    {
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), out var s) ? s : 0;
        string? value = null;
        foreach (var e in xml.Inside(workbook.Package.Context))
        {
            switch (e.LocalName)
            {
                case "v": value = e.Text(); break;
                case "is": value = SharedStrings.ReadItem(e, workbook.Package.Context); break;
                case "f": e.SkipInside(); break;
            }
        }

        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        var format = workbook.Styles[style];
        var text = type switch
        {
            "s" => int.TryParse(value, out var index) ? workbook.Strings[index] : "",
            "inlineStr" or "str" or "e" or "d" => value,
            "b" => value == "1" ? "TRUE" : "FALSE",
            _ => CellNumber.Write(value, format, workbook.CountsFrom1904),
        };
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var layer = sheet.IsHidden ? Layer.HiddenSheet
            : isRowHidden ? Layer.HiddenRow
            : _hiddenColumns.Exists(h => column >= h.First && column <= h.Last) ? Layer.HiddenColumn
            : format.IsUnseen ? Layer.HiddenText
            : Layer.Body;
        return new SheetCell(row, column, text, layer);
    }

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
