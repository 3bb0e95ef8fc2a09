using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Figures;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares a column of averages with the two columns that give most of them: 发布量 198, 阅读量 594.0, 单条平均 3.00.</summary>
internal sealed partial class TableQuotients : IReportCheck
{
    private const int FewestRows = 3;
    private const int Sure = 3;

    public IEnumerable<ReportFinding> Run(Reading reading) => TableGrids.Of(reading).Where(rows => rows.Count > FewestRows).SelectMany(Read);

    private static IEnumerable<ReportFinding> Read(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        for (var column = 2; column < rows[0].Count; column++)
        {
            if (!Average().IsMatch(rows[0][column].Text) || Best([.. rows.Skip(1)], column) is not { } best)
            {
                continue;
            }

            foreach (var (cell, stated, real) in best.Where(r => !Rounding.Fits(r.Stated, r.Real)))
            {
                yield return Notice.Of(
                    ReportCodes.PercentMismatch,
                    best.Count(r => Rounding.Fits(r.Stated, r.Real)) >= Sure ? Severity.Error : Severity.Warning,
                    cell.Span,
                    "",
                    ("expected", Notice.Say(Math.Round(real, Math.Max((int)stated.Scale, 1)))),
                    ("found", Notice.Say(stated)));
            }
        }
    }

    // The column whose quotient by another gives more of the averages than it misses.
    private static List<(ReportCell Cell, decimal Stated, decimal Real)>? Best(List<IReadOnlyList<ReportCell>> rows, int column)
    {
        var ways = from a in Enumerable.Range(1, column - 1)
                   from b in Enumerable.Range(1, column - 1)
                   where a != b
                   let read = rows.Where(r => r.Count > column && TableGrids.Value(r[column]) is not null && TableGrids.Value(r[a]) is not null && TableGrids.Value(r[b]) is > 0)
                       .Select(r => (Cell: r[column], Stated: TableGrids.Value(r[column])!.Value, Real: TableGrids.Value(r[a])!.Value / TableGrids.Value(r[b])!.Value)).ToList()
                   let right = read.Count(r => Rounding.Fits(r.Stated, r.Real))
                   where right > 1 && right * 2 > read.Count
                   orderby right descending
                   select read;
        return ways.FirstOrDefault();
    }

    [GeneratedRegex(@"平均|[人场次条篇件班生每单]均|单[条篇次件场]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Average();
}
