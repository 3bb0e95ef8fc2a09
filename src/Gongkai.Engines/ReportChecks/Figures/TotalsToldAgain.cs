using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds the total of a table told in the text with two digits in each other's place: 共更新信息650条，各类数量见附表 and, in the table, 合计 560. Worth a look only.</summary>
internal static partial class TotalsToldAgain
{
    private const decimal Least = 100;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines)
    {
        var cells = TableGrids.Of(reading).SelectMany(rows => rows).SelectMany(row => row.Skip(1).Select(cell => (Cell: cell, Value: TableGrids.Value(cell), IsTotal: TableGrids.IsTotal(row)))).Where(c => c.Value is not null).ToList();
        if (!cells.Exists(c => c.IsTotal))
        {
            yield break;
        }

        foreach (var line in lines.Where(l => !cells.Exists(c => l.Sentence.Span.Contains(c.Cell.Span))))
        {
            for (var i = 0; i < line.Count; i++)
            {
                if (line.Figures[i] is { Approximate: false, Value: >= Least, Unit: "条" or "件" or "项" or "篇" } figure && Total().IsMatch(line.Clause(i)) && !cells.Exists(c => c.Value == figure.Value)
                    && cells.FindAll(c => c.IsTotal && Slip.IsSwap(c.Value!.Value, figure.Value)) is [var only])
                {
                    yield return Pair.InOrder(figure.Label, figure, figure with { Value = only.Value!.Value, Span = only.Cell.Span });
                }
            }
        }
    }

    [GeneratedRegex(@"共(?:计)?[\u4e00-\u9fa5]{0,8}$|合计|总计|总量", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();
}
