using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares what the text says was made public, or how many requests came in, with the total of the table that has the same title. Worth a look only.</summary>
internal static partial class TableFacts
{
    private static readonly (string Topic, string Unit, Regex Title)[] Tables = [("proactive 条", "条", Published()), ("requests", "件", Requests())];

    /// <summary>Every fact that its table gives otherwise.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, Dictionary<string, Figure> facts)
    {
        foreach (var rows in TableGrids.Of(reading))
        {
            if (TitleOf(reading, rows[0][0].Span.Start) is not { } title || rows.LastOrDefault(r => r.Count > 1 && TableGrids.IsTotal(r)) is not { } total)
            {
                continue;
            }

            foreach (var (topic, unit, form) in Tables.Where(t => t.Title.IsMatch(title)))
            {
                var cells = rows.SelectMany(r => r).Select(TableGrids.Value).ToList();
                if (facts.TryGetValue(topic, out var fact) && !fact.Approximate && fact.Unit == unit && !cells.Contains(fact.Value) && total.Skip(1).Select(TableGrids.Value).FirstOrDefault(v => v is not null) is { } stated)
                {
                    yield return (form.Match(title).Value, new Figure(title, stated, unit, false, null, total[0].Span), fact);
                }
            }
        }
    }

    // The line above the table, if it is short enough for a title.
    private static string? TitleOf(Reading reading, int at)
    {
        var above = reading.Blocks.FindLastIndex(b => b.Span.Start < at);
        var title = above < 0 ? "" : reading.Blocks[above].Span.Of(reading.Folded);
        return title.Length is > 4 and <= 40 && !title.Contains('。', StringComparison.Ordinal) ? title : null;
    }

    [GeneratedRegex(@"(?:主动公开|公开信息|信息公开|信息发布|发布信息)[^申请]{0,10}(?:数量|统计|汇总|总量|情况)[^申请]*条", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"申请[^，。]{0,12}(?:办理|受理|统计|汇总|答复|情况)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Requests();
}
