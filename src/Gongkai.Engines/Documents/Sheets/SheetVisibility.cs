using System.Globalization;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>Which rows and columns of a sheet are not seen: hidden, filtered out, or too low or narrow to show a letter.</summary>
internal sealed class SheetVisibility
{
    // In points, and in characters: nothing can be read at that size.
    private const double LowestRow = 1;
    private const double NarrowestColumn = 0.2;

    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private readonly List<(int First, int Last)> _seenColumns = [];
    private readonly SheetConditions _conditions;
    private readonly SheetPaint _paint;
    private bool _hidesByDefault;
    private bool _hidesColumnsByDefault;

    public SheetVisibility(Workbook workbook, WorkbookSheet sheet) => (_conditions, _paint) = (SheetConditions.Read(workbook, sheet), SheetPaint.Read(workbook, sheet));

    /// <summary>Takes the sheet's format or one of its column definitions.</summary>
    public void Take(XmlReader xml)
    {
        if (xml.LocalName == "sheetFormatPr")
        {
            _hidesByDefault = IsYes(xml.GetAttribute("zeroHeight"));
            _hidesColumnsByDefault = IsBelow(xml.GetAttribute("defaultColWidth"), NarrowestColumn);
        }
        else if (xml.LocalName == "col")
        {
            var width = xml.GetAttribute("width");
            var isHidden = IsYes(xml.GetAttribute("hidden")) || IsBelow(width, NarrowestColumn) || (_hidesColumnsByDefault && width is null);
            (isHidden ? _hiddenColumns : _seenColumns).Add((xml.Number("min") ?? 1, xml.Number("max") ?? 1));
        }
    }

    /// <summary>Whether the look of a cell that lies in a seen row and column keeps its text from being seen.</summary>
    public bool IsTextHidden(int row, int column, CellFormat format) =>
        format.IsUnseen || (!IsOnPaint(row, column, format) && (format.IsWhite || _conditions.Hide(row, column)));

    /// <summary>Whether a cell has a ground of another colour than the sheet.</summary>
    public bool IsOnPaint(int row, int column, CellFormat format) => format.IsPainted || _paint.Covers(row, column);

    /// <summary>Whether the row the reader stands on is not seen.</summary>
    public bool IsRowHidden(XmlReader xml)
    {
        if (xml.GetAttribute("hidden") is { } hidden)
        {
            return IsYes(hidden);
        }

        var height = xml.GetAttribute("ht");
        return IsBelow(height, LowestRow) || (_hidesByDefault && height is null);
    }

    public bool IsColumnHidden(int column) => Holds(_hiddenColumns, column) || (_hidesColumnsByDefault && !Holds(_seenColumns, column));

    private static bool Holds(List<(int First, int Last)> columns, int column)
    {
        foreach (var (first, last) in columns)
        {
            if (column >= first && column <= last)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsYes(string? value) => value is "1" or "true";

    private static bool IsBelow(string? value, double least) => double.TryParse(value, CultureInfo.InvariantCulture, out var number) && number < least;
}
