using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Figures;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares the rates of a table with its numbers: a column of shares with the column before it and its total, a column of growth with the two before it.</summary>
internal sealed partial class TableRates : IReportCheck
{
    private const decimal Whole = 100m;
    private const int Sure = 3;

    private static readonly bool[] Both = [false, true];

    public IEnumerable<ReportFinding> Run(Reading reading) => TableGrids.Of(reading).Where(rows => rows.Count >= 3).SelectMany(Read);

    private static IEnumerable<ReportFinding> Read(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        for (var column = 2; column < rows[0].Count; column++)
        {
            var read = Share().IsMatch(rows[0][column].Text) ? Shares(rows, column) : column > 2 && Growth().IsMatch(rows[0][column].Text) ? Grown(rows, column) : [];
            var right = read.Count(r => Fits(r.Stated, r.Real));
            if (read.Count == 0 || right * 2 <= read.Count)
            {
                (read, right) = Discovered(rows, column) ?? (read, right);
            }

            foreach (var (cell, stated, real) in read.Where(r => right * 2 > read.Count && !Fits(r.Stated, r.Real)))
            {
                yield return Notice.Of(
                    ReportCodes.PercentMismatch,
                    right >= Sure ? Severity.Error : Severity.Warning,
                    cell.Span,
                    "",
                    ("expected", $"{Notice.Say(Math.Round(real, 2))}%"),
                    ("found", $"{Notice.Say(stated)}%"));
            }
        }
    }

    private static List<(ReportCell Cell, decimal Stated, decimal Real)> Shares(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int column)
    {
        var counted = rows.Skip(1).Where(r => r.Count > column && TableGrids.Value(r[column - 1]) is not null).ToList();
        var total = counted.Find(r => TableGrids.IsTotal(r));
        var whole = total is null ? counted.Sum(r => TableGrids.Value(r[column - 1])!.Value) : TableGrids.Value(total[column - 1])!.Value;
        return whole == 0 ? [] : [.. counted.Where(r => r != total && Rate(r[column]) is not null).Select(r => (r[column], Rate(r[column])!.Value, TableGrids.Value(r[column - 1])!.Value / whole * Whole))];
    }

    private static List<(ReportCell Cell, decimal Stated, decimal Real)> Grown(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int column)
    {
        var (now, then) = IsEarlier(rows[0][column - 2].Text, rows[0][column - 1].Text) ? (column - 1, column - 2) : (column - 2, column - 1);
        return [.. rows.Skip(1).Where(r => r.Count > column && Rate(r[column]) is not null && TableGrids.Value(r[now]) is not null && TableGrids.Value(r[then]) is > 0)
            .Select(r => (r[column], Rate(r[column])!.Value, (TableGrids.Value(r[now])!.Value - TableGrids.Value(r[then])!.Value) / TableGrids.Value(r[then])!.Value * Whole))];
    }

    // A column of rates whose heading tells nothing: two columns before it that give most of them.
    private static (List<(ReportCell Cell, decimal Stated, decimal Real)> Read, int Right)? Discovered(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int column)
    {
        var rated = rows.Skip(1).Where(r => r.Count > column && Rate(r[column]) is not null && (r[column].Text.Contains('%', StringComparison.Ordinal) || r[column].Text.Contains('％', StringComparison.Ordinal) || AnyRate().IsMatch(rows[0][Math.Min(column, rows[0].Count - 1)].Text))).ToList();
        if (rated.Count < 3)
        {
            return null;
        }

        var ways = from a in Enumerable.Range(1, column - 1)
                   from b in Enumerable.Range(1, column - 1)
                   where a != b
                   from isChange in Both
                   let read = rated.Select(r => (Cell: r[column], Stated: Rate(r[column])!.Value, Part: TableGrids.Value(r[a]), Whole: TableGrids.Value(r[b]))).ToList()
                   where read.TrueForAll(r => r.Part is not null && r.Whole is > 0)
                   let reals = read.ConvertAll(r => (r.Cell, r.Stated, Real: (isChange ? r.Part!.Value - r.Whole!.Value : r.Part!.Value) / r.Whole!.Value * Whole))
                   select (Read: reals, Right: reals.Count(r => Fits(r.Stated, r.Real)));
        return ways.Where(w => w.Right >= 2 && w.Right * 2 > w.Read.Count).OrderByDescending(w => w.Right).Select(w => ((List<(ReportCell, decimal, decimal)>, int)?)(w.Read, w.Right)).FirstOrDefault();
    }

    private static bool IsEarlier(string first, string second) =>
        first.Contains('上', StringComparison.Ordinal) || (!second.Contains('上', StringComparison.Ordinal) && string.CompareOrdinal(first, second) < 0);

    private static bool Fits(decimal stated, decimal real) => Rounding.Fits(Math.Abs(stated), Math.Abs(real));

    private static decimal? Rate(ReportCell cell) =>
        Percent().Match(cell.Text) is { Success: true } match ? decimal.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:占比|比例|比重|百分比|所占比[例重]|占总[数量](?:比[例重]?)?)\s*(?:\(%\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"^(?:同比)?(?:增[幅长]率?|增减幅度?|变化率|同比)\s*(?:\(%\))?$|^同比(?:增长|增减|变化)\s*(?:\(%\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Growth();

    [GeneratedRegex(@"率|幅|比", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnyRate();

    [GeneratedRegex(@"^(?<n>[-+]?\d{1,4}(?:\.\d+)?)\s*%?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Percent();
}
