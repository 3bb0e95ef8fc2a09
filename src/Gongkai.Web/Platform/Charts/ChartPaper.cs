using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Gongkai.Web.Platform.Charts;

/// <summary>Puts charts into Word files as charts of Word's own, which print sharply and can be restyled there.</summary>
internal static class ChartPaper
{
    private const string Colour = "0B4F7A";
    private const uint CategoryAxis = 1;
    private const uint ValueAxis = 2;

    // 156 mm, the width of the type area; 7 cm, or as high as the bars ask.
    private const long Width = 5_616_000;
    private const long Height = 2_520_000;
    private const long BarHeight = 252_000;

    /// <summary>A paragraph with the chart.</summary>
    /// <param name="main">The document it is for.</param>
    /// <param name="chart">The values.</param>
    public static Paragraph Draw(MainDocumentPart main, Chart chart)
    {
        ArgumentNullException.ThrowIfNull(main);
        ArgumentNullException.ThrowIfNull(chart);
        var part = main.AddNewPart<ChartPart>();
        part.ChartSpace = new C.ChartSpace(
            new C.RoundedCorners { Val = false },
            new C.Chart(new C.AutoTitleDeleted { Val = true }, Plot(chart), new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap }),
            new C.TextProperties(new D.BodyProperties(), new D.ListStyle(), new D.Paragraph(
                new D.ParagraphProperties(new D.DefaultRunProperties(new D.EastAsianFont { Typeface = "仿宋" }) { FontSize = 1000 }), new D.EndParagraphRunProperties { Language = "zh-CN" })));
        var number = (uint)main.ChartParts.Count();
        var high = chart.Shape == ChartShape.Columns ? Height : Math.Max(Height, BarHeight * chart.Values.Count);
        return new Paragraph(
            new ParagraphProperties(new SnapToGrid { Val = false }, new SpacingBetweenLines { Before = "120", After = "240", Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = JustificationValues.Center }),
            new Run(new Drawing(new W.Inline(
                new W.Extent { Cx = Width, Cy = high },
                new W.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
                new W.DocProperties { Id = number, Name = $"图 {number}", Description = chart.Title },
                new W.NonVisualGraphicFrameDrawingProperties(),
                new D.Graphic(new D.GraphicData(new C.ChartReference { Id = main.GetIdOfPart(part) }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
            { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 })));
    }

    private static C.PlotArea Plot(Chart chart)
    {
        var columns = chart.Shape == ChartShape.Columns;
        return new C.PlotArea(
            new C.Layout(),
            new C.BarChart(
                new C.BarDirection { Val = columns ? C.BarDirectionValues.Column : C.BarDirectionValues.Bar },
                new C.BarGrouping { Val = C.BarGroupingValues.Clustered },
                new C.VaryColors { Val = false },
                Series(chart),
                new C.GapWidth { Val = 60 },
                new C.AxisId { Val = CategoryAxis },
                new C.AxisId { Val = ValueAxis }),
            new C.CategoryAxis(
                new C.AxisId { Val = CategoryAxis },

                // Bars are read from above, and drawn from below.
                new C.Scaling(new C.Orientation { Val = columns ? C.OrientationValues.MinMax : C.OrientationValues.MaxMin }),
                new C.Delete { Val = false },
                new C.AxisPosition { Val = columns ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left },
                new C.MajorTickMark { Val = C.TickMarkValues.None },
                new C.MinorTickMark { Val = C.TickMarkValues.None },
                new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
                new C.CrossingAxis { Val = ValueAxis },
                new C.Crosses { Val = C.CrossesValues.AutoZero }),
            new C.ValueAxis(
                new C.AxisId { Val = ValueAxis },
                new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MinAxisValue { Val = 0 }),
                new C.Delete { Val = true },
                new C.AxisPosition { Val = columns ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom },
                new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
                new C.MajorTickMark { Val = C.TickMarkValues.None },
                new C.MinorTickMark { Val = C.TickMarkValues.None },
                new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
                new C.CrossingAxis { Val = CategoryAxis },
                new C.Crosses { Val = C.CrossesValues.AutoZero }));
    }

    private static C.BarChartSeries Series(Chart chart)
    {
        var count = new C.PointCount { Val = (uint)chart.Values.Count };
        return new C.BarChartSeries(
            new C.Index { Val = 0 },
            new C.Order { Val = 0 },
            new C.SeriesText(new C.NumericValue(chart.Title)),
            new C.ChartShapeProperties(new D.SolidFill(new D.RgbColorModelHex { Val = Colour })),
            new C.InvertIfNegative { Val = false },
            new C.DataLabels(
                new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false }, new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false }),
            new C.CategoryAxisData(new C.StringLiteral([count, .. chart.Values.Select((v, at) => new C.StringPoint(new C.NumericValue(v.Label)) { Index = (uint)at })])),
            new C.Values(new C.NumberLiteral(
            [
                new C.FormatCode("General"), (OpenXmlElement)count.CloneNode(true),
                .. chart.Values.Index().Where(v => v.Item.Value is not null).Select(v => new C.NumericPoint(new C.NumericValue(v.Item.Value!.Value.ToString(CultureInfo.InvariantCulture))) { Index = (uint)v.Index }),
            ])));
    }
}
