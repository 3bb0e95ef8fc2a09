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
    private bool _hidesByDefault;

    /// <summary>What conditional formats hide; null where that was not looked for.</summary>
    public SheetConditions? Conditions { get; init; }

    /// <summary>Takes the sheet's format or one of its column definitions.</summary>
    public void Take(XmlReader xml)
    {
        if (xml.LocalName == "sheetFormatPr")
        {
            _hidesByDefault = IsYes(xml.GetAttribute("zeroHeight"));
        }
        else if (xml.LocalName == "col" && (IsYes(xml.GetAttribute("hidden")) || IsBelow(xml.GetAttribute("width"), NarrowestColumn)))
        {
            _hiddenColumns.Add((xml.Number("min") ?? 1, xml.Number("max") ?? 1));
        }
    }

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

    public bool IsColumnHidden(int column)
    {
        foreach (var (first, last) in _hiddenColumns)
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
