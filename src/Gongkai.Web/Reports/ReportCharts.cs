using System.Globalization;
using Gongkai.Web.Platform.Charts;

namespace Gongkai.Web.Reports;

/// <summary>The tables of a report that are read better as a picture: a figure by months, categories, units and the like.</summary>
public static class ReportCharts
{
    private const int Least = 2;
    private const int Most = 20;

    /// <summary>The chart of a block's table; null when it has none, or its table is none of the kind.</summary>
    public static Chart? Of(ReportBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (block.Grid is not { Heads.Count: 2, Rows: { Count: >= Least and <= Most } rows } grid || rows.Any(r => r[1].Axis.Length == 0))
        {
            return null;
        }

        var first = rows[0][1];
        var isMonth = first.Axis == "month";
        return new Chart(
            $"{first.Code}-{first.Axis}", grid.Caption, grid.Heads[0], "",
            [.. rows.Select(r => new ChartValue(isMonth ? Chart.MonthOf(r[0].Text, english: false) : r[0].Text, decimal.TryParse(r[1].Text, CultureInfo.InvariantCulture, out var value) ? value : null))],
            isMonth ? ChartShape.Columns : ChartShape.Bars)
        {
            Language = "zh-CN",
            HasTable = false,
        };
    }
}
