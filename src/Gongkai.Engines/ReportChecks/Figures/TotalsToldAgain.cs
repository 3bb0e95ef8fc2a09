using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds the total of a table told in the text with two digits in each other's place: 共更新信息650条，各类数量见附表 and, in the table, 合计 560; and a share of all that was made public that is right but for such a slip:
/// 公开信息2400条 … 全年发布此类信息326条，占主动公开信息总量的16.3%. Worth a look only.</summary>
internal static partial class TotalsToldAgain
{
    private const decimal Least = 100;
    private const int Words = 24;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines)
    {
        var cells = TableGrids.Of(reading).SelectMany(rows => rows).SelectMany(row => row.Skip(1).Select(cell => (Cell: cell, Value: TableGrids.Value(cell), IsTotal: TableGrids.IsTotal(row)))).Where(c => c.Value is not null).ToList();
        if (!cells.Exists(c => c.IsTotal))
        {
            yield break;
        }

        var told = reading.Figures.Select(f => f.Value).ToHashSet();
        foreach (var line in lines.Where(l => !cells.Exists(c => l.Sentence.Span.Contains(c.Cell.Span))))
        {
            for (var i = 0; i < line.Count; i++)
            {
                if (line.Figures[i] is { Approximate: false, Value: >= Least, Unit: "条" or "件" or "项" or "篇" } figure && Total().IsMatch(line.Clause(i)) && !cells.Exists(c => c.Value == figure.Value)
                    && cells.FindAll(c => c.IsTotal && Slip.IsSwap(c.Value!.Value, figure.Value)) is [var only] && told.Count(v => v == only.Value) <= 1)
                {
                    var cell = figure with { Value = only.Value!.Value, Span = only.Cell.Span };
                    yield return figure.Span.Start < cell.Span.Start ? (figure.Label, figure, cell) : (figure.Label, cell, figure);
                }
            }
        }
    }

    /// <summary>All that was made public and the share of it; null when some number of the paragraph and some total give the rate.</summary>
    public static (Figure Whole, decimal Real)? Share(Reading reading, List<Figure> window, List<Figure> sentence, Figure rate)
    {
        if (rate.Approximate || rate.Value.Scale == 0 || !OfAll().IsMatch(reading.Folded.AsSpan(Math.Max(0, rate.Span.Start - Words), Math.Min(Words, rate.Span.Start))))
        {
            return null;
        }

        var wholes = reading.OfUnit("条").Where(f => f.Value >= Least).ToList();
        var parts = window.Concat(sentence).Where(f => f.Unit == "条" && f.Span.Start < rate.Span.Start && f.Value > 0).Distinct().ToList();
        return wholes.Exists(w => parts.Exists(p => p.Value <= w.Value && Rounding.Fits(rate, p.Value / w.Value * Percent.Whole))) ? null
            : (from whole in wholes
               from part in parts
               where part.Value < whole.Value && Public().IsMatch(whole.Label) && Slip.IsSwap(Math.Round(part.Value / whole.Value * Percent.Whole, rate.Value.Scale), rate.Value)
               select ((Figure, decimal)?)(whole, part.Value / whole.Value * Percent.Whole)).FirstOrDefault();
    }

    [GeneratedRegex(@"共(?:计)?[\u4e00-\u9fa5]{0,8}$|合计|总计|总量", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"占[^，,。;%]{0,8}(?:公开信息|信息公开|信息)(?:总量|总数|总条数|的总量)的?(?:约)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"公开|信息", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Public();
}
