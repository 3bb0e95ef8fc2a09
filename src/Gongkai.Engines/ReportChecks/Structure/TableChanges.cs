using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares a column of changes with the two columns before it: 本学年, 上学年, 增减.</summary>
internal static partial class TableChanges
{
    private const int Sure = 3;

    public static IEnumerable<ReportFinding> Read(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        if (rows.Count < 3 || rows[0].ToList().FindIndex(c => Change().IsMatch(c.Text)) is not (var column and > 2))
        {
            yield break;
        }

        var read = rows.Skip(1).Where(r => r.Count == rows[0].Count && !TableGrids.IsTotal(r))
            .Select(r => (Cell: r[column], Now: TableGrids.Value(r[column - 2]), Then: TableGrids.Value(r[column - 1]), By: TableGrids.Value(r[column])))
            .Where(r => r.Now is not null && r.Then is not null && r.By is not null).ToList();
        var right = read.Count(r => Fits(r.Now, r.Then, r.By));
        foreach (var (cell, now, then, by) in read.Where(r => right * 2 > read.Count && !Fits(r.Now, r.Then, r.By)))
        {
            yield return Notice.Of(
                ReportCodes.SumMismatch,
                right >= Sure ? Severity.Error : Severity.Warning,
                cell.Span,
                "difference",
                ("expected", Notice.Say(Math.Abs(now!.Value - then!.Value))),
                ("found", Notice.Say(Math.Abs(by!.Value))),
                ("parts", $"{Notice.Say(now.Value)} - {Notice.Say(then.Value)}"));
        }
    }

    private static bool Fits(decimal? now, decimal? then, decimal? by) => Math.Abs(now!.Value - then!.Value) == Math.Abs(by!.Value);

    [GeneratedRegex(@"^(?:(?:同比|净)?(?:增减|增长|增加|变化|变动|差额|净增)(?:数|数量|量|值|情况)?|同比)\s*(?:\([条件篇次个项人元万]{1,3}\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();
}
