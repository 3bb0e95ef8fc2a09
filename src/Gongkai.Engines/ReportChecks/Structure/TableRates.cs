using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Figures;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares the rates of a table with its numbers: a column of shares with the column before it and its total, a column of growth with the two before it.</summary>
internal sealed partial class TableRates : IReportCheck
{
    private const decimal Whole = 100m;
    private const int Sure = 3;

    public IEnumerable<ReportFinding> Run(Reading reading) => TableSumCheck.Grids(reading).Where(rows => rows.Count >= 3).SelectMany(Read);

    private static IEnumerable<ReportFinding> Read(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        for (var column = 2; column < rows[0].Count; column++)
        {
            var read = Share().IsMatch(rows[0][column].Text) ? Shares(rows, column) : column > 2 && Growth().IsMatch(rows[0][column].Text) ? Grown(rows, column) : [];
            var right = read.Count(r => Fits(r.Stated, r.Real));
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
        var counted = rows.Skip(1).Where(r => r.Count > column && TableSumCheck.Value(r[column - 1]) is not null).ToList();
        var total = counted.Find(r => TableSumCheck.IsTotal(r[0]));
        var whole = total is null ? counted.Sum(r => TableSumCheck.Value(r[column - 1])!.Value) : TableSumCheck.Value(total[column - 1])!.Value;
        return whole == 0 ? [] : [.. counted.Where(r => r != total && Rate(r[column]) is not null).Select(r => (r[column], Rate(r[column])!.Value, TableSumCheck.Value(r[column - 1])!.Value / whole * Whole))];
    }

    private static List<(ReportCell Cell, decimal Stated, decimal Real)> Grown(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int column)
    {
        var (now, then) = IsEarlier(rows[0][column - 2].Text, rows[0][column - 1].Text) ? (column - 1, column - 2) : (column - 2, column - 1);
        return [.. rows.Skip(1).Where(r => r.Count > column && Rate(r[column]) is not null && TableSumCheck.Value(r[now]) is not null && TableSumCheck.Value(r[then]) is > 0)
            .Select(r => (r[column], Rate(r[column])!.Value, (TableSumCheck.Value(r[now])!.Value - TableSumCheck.Value(r[then])!.Value) / TableSumCheck.Value(r[then])!.Value * Whole))];
    }

    private static bool IsEarlier(string first, string second) =>
        first.Contains('上', StringComparison.Ordinal) || (!second.Contains('上', StringComparison.Ordinal) && string.CompareOrdinal(first, second) < 0);

    private static bool Fits(decimal stated, decimal real) => Rounding.Fits(Math.Abs(stated), Math.Abs(real));

    private static decimal? Rate(ReportCell cell) =>
        Percent().Match(Folding.Fold(cell.Text)) is { Success: true } match ? decimal.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:占比|比例|比重|百分比|所占比[例重]|占总[数量](?:比[例重]?)?)\s*(?:\(%\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"^(?:同比)?(?:增[幅长]率?|增减幅度?|变化率|同比)\s*(?:\(%\))?$|^同比(?:增长|增减|变化)\s*(?:\(%\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Growth();

    [GeneratedRegex(@"^(?<n>[-+]?\d{1,4}(?:\.\d+)?)\s*%?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Percent();
}
