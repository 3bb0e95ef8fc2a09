using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>Cells of a sheet that the style of their table paints in a dark colour, so that white text on them is seen although the cells
/// have no fill: the head of a table in the style TableStyleMedium9, the one Excel takes by itself.</summary>
internal sealed class SheetPaint
{
    private const int MostTables = 256;

    private readonly List<CellRange> _painted = [];

    public static SheetPaint Read(Workbook workbook, WorkbookSheet sheet)
    {
        var paint = new SheetPaint();
        foreach (var relation in workbook.Package.RelationsOf(sheet.Path).Values.Where(r => r.Type == "table" && !r.IsOutside).Take(MostTables))
        {
            using var xml = workbook.Package.OpenXml(relation.Target);
            var (range, heads, totals) = ("", 1, 0);
            while (xml is not null && xml.Read())
            {
                PartXml.CheckDepth(xml, workbook.Package.Context);
                if (xml.Starts("table"))
                {
                    (range, heads, totals) = (xml.GetAttribute("ref") ?? "", xml.Number("headerRowCount") ?? 1, xml.Number("totalsRowCount") ?? 0);
                }
                else if (xml.Starts("tableStyleInfo"))
                {
                    paint.Add(range, heads, totals, xml);
                }
            }
        }

        return paint;
    }

    public bool Covers(int row, int column)
    {
        foreach (var range in _painted)
        {
            if (range.Holds(row, column))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(string range, int heads, int totals, XmlReader style)
    {
        if (CellRange.Parse(range) is not { } cells)
        {
            return;
        }

        switch (StrengthOf(style.GetAttribute("name")))
        {
            case Strength.All:
                _painted.Add(cells);
                break;
            case Strength.Edges:
                _painted.Add(cells with { LastRow = cells.Row + heads - 1 });
                _painted.Add(cells with { Row = cells.LastRow - totals + 1 });
                if (style.GetAttribute("showFirstColumn") is "1" or "true")
                {
                    _painted.Add(cells with { LastColumn = cells.Column });
                }

                if (style.GetAttribute("showLastColumn") is "1" or "true")
                {
                    _painted.Add(cells with { Column = cells.LastColumn });
                }

                break;
        }
    }

    // Of Excel's own styles Light8 to Light14 and Medium1 to Medium21 have a dark head, the dark ones are dark all over, the others light;
    // a style of somebody's own may be anything.
    private static Strength StrengthOf(string? style)
    {
        if (string.IsNullOrEmpty(style))
        {
            return Strength.None;
        }

        var number = int.TryParse(style.AsSpan(style.AsSpan().TrimEnd("0123456789").Length), out var n) ? n : 0;
        return style.StartsWith("TableStyleLight", StringComparison.Ordinal) ? (number is >= 8 and <= 14 ? Strength.Edges : Strength.None)
            : style.StartsWith("TableStyleMedium", StringComparison.Ordinal) ? (number <= 21 ? Strength.Edges : Strength.None)
            : Strength.All;
    }

    private enum Strength
    {
        None,
        Edges,
        All,
    }
}
