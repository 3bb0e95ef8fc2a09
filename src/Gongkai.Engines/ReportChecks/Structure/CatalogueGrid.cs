using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Reads rows of the catalogue from a table by the titles of its columns, wherever the table stands and however many of the items it lists.</summary>
internal static partial class CatalogueGrid
{
    private const int LongestTitle = 12;

    /// <summary>Whether a row heads a table of items with the unit responsible or the address of each.</summary>
    public static bool IsHead(IReadOnlyList<ReportCell> row) => Columns.Of(row) is not null;

    /// <summary>The rows that have a number; none when the table is not one of items.</summary>
    public static List<CatalogueRow> Read(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        if (Columns.Of(rows[0]) is not { } columns)
        {
            return [];
        }

        return [.. rows.Skip(1).Select(r => Read(r, columns)).OfType<CatalogueRow>()];
    }

    private static CatalogueRow? Read(IReadOnlyList<ReportCell> row, Columns columns)
    {
        var number = columns.Number >= 0 ? Number(Cell(row, columns.Number)) : null;
        if ((number ?? LeadingNumber(Cell(row, columns.Item))) is not { } n)
        {
            return null;
        }

        var unit = columns.Unit < 0 ? CatalogueTableReader.Unseparated : Cell(row, columns.Unit);
        return new CatalogueRow(n, new TextSpan(row[0].Span.Start, row[^1].Span.End), unit, columns.Link < 0 || Cell(row, columns.Link).Length > 0);
    }

    private static string Cell(IReadOnlyList<ReportCell> row, int column) => column >= 0 && column < row.Count ? row[column].Text : "";

    private static int? Number(string cell) =>
        int.TryParse(cell.Trim('(', ')', '.', '、'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 200 ? n : null;

    private static int? LeadingNumber(string cell) => NumberOfItem().Match(cell) is { Success: true } match ? Number(match.Groups["n"].Value) : null;

    /// <summary>Which column holds what; -1 for one that is not there.</summary>
    private sealed record Columns(int Number, int Item, int Unit, int Link)
    {
        public static Columns? Of(IReadOnlyList<ReportCell> row)
        {
            var words = row.Select(c => c.Text).ToList();
            var columns = new Columns(words.FindIndex(w => w is "序号" or "编号" or "项号"), words.FindIndex(w => w.Length <= LongestTitle && ItemTitle().IsMatch(w)), words.FindIndex(w => UnitTitle().IsMatch(w)), words.FindIndex(w => LinkTitle().IsMatch(w)));
            return columns.Item >= 0 && columns is not { Unit: < 0, Link: < 0 } && columns.Item != columns.Unit ? columns : null;
        }
    }

    /// <summary>The title of the column of items.</summary>
    [GeneratedRegex(@"公开事项(?!总?数|数量)|清单事项(?!总?数|数量)|公开内容(?!数)|^事项$|事项名称|事项内容|^内容$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex ItemTitle();

    /// <summary>The title of the column of units responsible.</summary>
    [GeneratedRegex(@"部门|单位|责任|机构", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex UnitTitle();

    /// <summary>The title of the column of addresses.</summary>
    [GeneratedRegex(@"网址|链接|途径|地址|方式|渠道|URL|url|网页", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex LinkTitle();

    /// <summary>The number an item begins with.</summary>
    [GeneratedRegex(@"^\(?\s*(?<n>\d{1,3})\s*[).、]\s*\S", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex NumberOfItem();
}
