using System.Globalization;
using System.Net;
using System.Text;

namespace Gongkai.Web.Platform.Charts;

/// <summary>Draws charts as SVG on the server: no script, the same in print, and a person who does not see it hears its title and what it says. Colours come
/// from the page's style sheet.</summary>
public static class ChartSvg
{
    private const int Width = 360;
    private const int Height = 200;
    private const int Foot = 24;
    private const int Head = 20;
    private const int RowHeight = 26;
    private const int LabelWidth = 122;
    private const int LongestLabel = 18;

    private static readonly decimal[] Steps = [1, 2, 4, 5, 10];
    private static readonly decimal[] Lines = [0, 0.5m, 1];

    /// <summary>Draws.</summary>
    /// <param name="chart">The values.</param>
    /// <param name="description">What it says, in words.</param>
    public static string Draw(Chart chart, string description)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var svg = new StringBuilder();
        var height = chart.Shape == ChartShape.Columns ? Height : (chart.Values.Count * RowHeight) + 4;
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart-picture\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"{chart.Key}-title {chart.Key}-text\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{chart.Key}-title\">{Safe(chart.Title)}</title><desc id=\"{chart.Key}-text\">{Safe(description)}</desc>");
        var top = Top(chart.Values.Max(v => v.Value) ?? 0);
        if (chart.Shape == ChartShape.Columns)
        {
            Columns(svg, chart, top);
        }
        else
        {
            Bars(svg, chart, top);
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>The value at the top of the scale: the least of 1, 2, 4, 5 or 10 times a power of ten that holds the greatest.</summary>
    public static decimal Top(decimal greatest)
    {
        var power = 1m;
        while (power * 10 < greatest)
        {
            power *= 10;
        }

        return power * Steps.First(step => step * power >= greatest);
    }

    private static void Columns(StringBuilder svg, Chart chart, decimal top)
    {
        const int Base = Height - Foot;
        foreach (var part in Lines)
        {
            var y = Base - ((Base - Head) * part);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"chart-line\" x1=\"0\" x2=\"{Width}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
        }

        var step = (decimal)Width / chart.Values.Count;
        var wide = Math.Min(step * 0.62m, 46);

        // Labels that would run into each other are left out by turns; the table has them all.
        var every = Math.Max(1, (int)Math.Ceiling(chart.Values.Max(v => WidthOf(v.Label)) * 6.4m / step));
        foreach (var (at, value) in chart.Values.Index())
        {
            var middle = (at + 0.5m) * step;
            if (value.Value is { } number)
            {
                var tall = Math.Max(1, number / top * (Base - Head));
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{Style(value)}\" x=\"{middle - (wide / 2):0.#}\" y=\"{Base - tall:0.#}\" width=\"{wide:0.#}\" height=\"{tall:0.#}\"/>");
                var size = Chart.Print(number).Length * 6.4m > step ? 9 : 12;
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"chart-value\" font-size=\"{size}\" text-anchor=\"middle\" x=\"{middle:0.#}\" y=\"{Base - tall - 4:0.#}\">{Chart.Print(number)}</text>");
            }

            if (at % every == 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"chart-label\" font-size=\"12\" text-anchor=\"middle\" x=\"{middle:0.#}\" y=\"{Height - 8}\">{Safe(value.Label)}</text>");
            }
        }
    }

    private static void Bars(StringBuilder svg, Chart chart, decimal top)
    {
        const int Room = Width - LabelWidth - 50;
        foreach (var (at, value) in chart.Values.Index())
        {
            var y = (at * RowHeight) + 4;
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"chart-label\" font-size=\"12\" x=\"0\" y=\"{y + 14}\">{Safe(Shortened(value.Label))}</text>");
            if (value.Value is { } number)
            {
                var wide = Math.Max(1, number / top * Room);
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{Style(value)}\" x=\"{LabelWidth}\" y=\"{y + 2}\" width=\"{wide:0.#}\" height=\"16\"/>");
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"chart-value\" font-size=\"12\" x=\"{LabelWidth + wide + 5:0.#}\" y=\"{y + 14}\">{Chart.Print(number)}</text>");
            }
        }
    }

    private static string Style(ChartValue value) => value.IsSure ? "chart-bar" : "chart-bar chart-unsure";

    private static int WidthOf(string text) => text.Sum(c => c > 0x2E7F ? 2 : 1);

    private static string Shortened(string label)
    {
        if (WidthOf(label) <= LongestLabel)
        {
            return label;
        }

        var kept = label;
        while (WidthOf(kept) > LongestLabel - 1)
        {
            kept = kept[..^1];
        }

        return kept + "…";
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
