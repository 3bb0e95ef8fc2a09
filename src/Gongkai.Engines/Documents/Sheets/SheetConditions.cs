using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>Cells that a conditional format hides although its condition is none: white whenever TRUE. The part says so behind its
/// cells, hence a pass of its own, made only where the workbook has such a format at all.</summary>
internal sealed class SheetConditions
{
    private const int MostRanges = 256;

    private readonly List<CellRange> _hidden = [];

    public static SheetConditions Read(Workbook workbook, WorkbookSheet sheet)
    {
        var conditions = new SheetConditions();
        using var xml = workbook.Styles.Hiding.Count == 0 ? null : workbook.Package.OpenXml(sheet.Path);
        var ranges = "";
        var hides = false;
        while (xml is not null && xml.Read())
        {
            PartXml.CheckDepth(xml, workbook.Package.Context);
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "conditionalFormatting":
                    ranges = xml.GetAttribute("sqref") ?? "";
                    break;
                case "cfRule":
                    hides = xml.GetAttribute("type") == "expression" && xml.Number("dxfId") is { } id && workbook.Styles.Hiding.Contains(id);
                    break;
                case "formula" when hides && IsAlways(xml.Text()):
                    conditions.Add(ranges);
                    break;
            }
        }

        return conditions;
    }

    public bool Hide(int row, int column)
    {
        foreach (var range in _hidden)
        {
            if (range.Holds(row, column))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAlways(string formula) => formula.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is "TRUE" or "TRUE()" or "1" or "1=1" or "NOT(FALSE)" or "NOT(FALSE())";

    private void Add(string ranges)
    {
        foreach (var range in ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (CellRange.Parse(range) is { } cells && _hidden.Count < MostRanges)
            {
                _hidden.Add(cells);
            }
        }
    }
}
