using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares the text with a table whose columns are years or times and whose measure stands in its title: 表1 各渠道发布数量（单位：条）, 视频号 214 352, and 视频号发布信息325条. Only a slip of the hand is told of. Worth a look
/// only.</summary>
internal static partial class YearColumns
{
    private const int ShortestName = 2;
    private const int LongestTable = 20;
    private const int TitleWithin = 2;

    /// <summary>Every pair that differs, in the order of the tables.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines)
    {
        foreach (var rows in TableGrids.Of(reading).Where(g => g.Count is > 2 and <= LongestTable))
        {
            if (UnitOf(reading, rows[0][0].Span.Start) is not { } unit || rows[0].ToList().FindLastIndex(c => IsOfAll(reading, c)) is not (var column and > 0))
            {
                continue;
            }

            foreach (var row in rows.Skip(1).Where(r => r.Count > column && r[0].Text.Length >= ShortestName && r[0].Text.All(Folding.IsHan) && !TableGrids.IsTotal(r)))
            {
                if (TableGrids.Value(row[column]) is not { } value)
                {
                    continue;
                }

                var told = lines.Where(l => !l.Sentence.Span.Contains(row[0].Span)).SelectMany(l => Enumerable.Range(0, l.Count).Where(i => l.Figures[i].Unit == unit && IsNamed(l, i, row[0].Text)).Select(i => l.Figures[i])).ToList();
                if (told is [{ Approximate: false } only] && Slip.IsSwap(only.Value, value) && !row.Skip(1).Any(c => TableGrids.Value(c) == only.Value))
                {
                    var cell = new Figure(row[0].Text, value, unit, false, null, row[column].Span);
                    yield return Pair.InOrder(row[0].Text, only, cell);
                }
            }
        }
    }

    // The column of the report's own school year, or of all times together.
    private static bool IsOfAll(Reading reading, ReportCell head) =>
        All().IsMatch(head.Text) || (reading.AcademicYear is { } own && reading.Years.Exists(y => y.Year == own && head.Span.Contains(y.Span)));

    private static string? UnitOf(Reading reading, int table)
    {
        var first = reading.Blocks.FindLastIndex(b => b.Span.Start <= table);
        for (var at = first - 1; at >= 0 && at >= first - TitleWithin; at--)
        {
            if (Unit().Match(reading.Blocks[at].Span.Of(reading.Folded)) is { Success: true } unit)
            {
                return unit.Groups["unit"].Value;
            }
        }

        return null;
    }

    // The row may be what the clause or the whole sentence is about.
    private static bool IsNamed(FigureLine line, int i, string name) =>
        (line.Clause(i).Contains(name, StringComparison.Ordinal) || line.Words().TrimStart().StartsWith(name, StringComparison.Ordinal)) && !Otherwise().IsMatch(line.Clause(i));

    [GeneratedRegex(@"^(?:合\s*计|总\s*计|共\s*计|本学?年度?|数量)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex All();

    [GeneratedRegex(@"单位\s*:\s*(?<unit>[\u4e00-\u9fa5]{1,2})\s*\)|\((?<unit>[条篇件次项份人个])\)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unit();

    [GeneratedRegex(@"上一?学?年|去年|同期|增加|减少|较|比|平均|每|第", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
