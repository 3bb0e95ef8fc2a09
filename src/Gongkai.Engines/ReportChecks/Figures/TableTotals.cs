using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares the totals of a table with the numbers of any chapter that tell the same: 附属医院受理的159件投诉 and, below 受理投诉（件） of the table of 附属医院, 合计160. All that the column says must be said
/// of the number, and most of what is said of the number by the column and the title. Worth a look only.</summary>
internal static partial class TableTotals
{
    private const int LongestTitle = 40;
    private const int Most = 200;
    private const decimal Farthest = 1.5m;
    private const double All = 0.99;
    private const double Largely = 0.6;

    /// <summary>Every pair that differs, in the order of the tables.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines)
    {
        ILookup<string, Count>? told = null;

        // Only where a table asks for them.
        ILookup<string, Count> Told() => told ??= lines.SelectMany(line => Enumerable.Range(0, line.Count).Where(i => line.Figures[i].Unit.Length > 0 && !line.Figures[i].Approximate && line.Depth(i) == 0 && !Otherwise().IsMatch(line.Clause(i))).Select(i => new Count(line, i)))
            .ToLookup(c => c.Figure.Unit);
        foreach (var rows in TableGrids.Of(reading))
        {
            if (rows.LastOrDefault(r => r.Count > 1 && TableGrids.IsTotal(r)) is not { } total || total.Count > rows[0].Count)
            {
                continue;
            }

            var title = TitleAbove(reading, rows[0][0].Span.Start) + "#" + rows[0][0].Text;
            for (var column = 1; column < total.Count; column++)
            {
                if (Unit().Match(rows[0][column].Text) is { Success: true } head && TableGrids.Value(total[column]) is > 1 and var value && Find(Told()[head.Groups["u"].Value], head.Groups["of"].Value, title, value) is { } other
                    && !rows.Any(r => column < r.Count && TableGrids.Value(r[column]) == other.Value))
                {
                    var cell = new Figure(rows[0][column].Text, value, other.Unit, false, null, total[column].Span);
                    yield return Pair.InOrder(head.Groups["of"].Value, cell, other);
                }
            }
        }
    }

    private static Figure? Find(IEnumerable<Count> told, string head, string title, decimal value)
    {
        var (of, about) = (Phrase.Of(head), Phrase.Of($"{head}#{title}"));
        if (of.IsEmpty)
        {
            return null;
        }

        var same = told.Take(Most).Where(c => of.CoveredBy(c.Said.Pairs, []) >= All && c.Said.CoveredBy(about.Pairs, []) >= Largely).ToList();
        return same.Exists(c => c.Figure.Value == value) ? null
            : same.FindAll(c => Math.Max(c.Figure.Value, value) <= Math.Min(c.Figure.Value, value) * Farthest) is [var only] ? only.Figure : null;
    }

    private static string TitleAbove(Reading reading, int at)
    {
        var above = reading.Blocks.FindLastIndex(b => b.Span.Start < at);
        var title = above < 0 ? "" : reading.Blocks[above].Span.Of(reading.Folded);
        return title.Length <= LongestTitle && !title.Contains('。', StringComparison.Ordinal) ? title : "";
    }

    /// <summary>A number of the text with what its clause says before it and behind.</summary>
    private sealed class Count(FigureLine line, int i)
    {
        private Phrase? _said;

        public Figure Figure { get; } = line.Figures[i];

        public Phrase Said => _said ??= Phrase.Of($"{line.Clause(i)}#{line.Behind(i)}");
    }

    [GeneratedRegex(@"^(?<of>[\u4e00-\u9fa5、]{2,12}?)(?:数量?|总数)?\s*\((?<u>[\u4e00-\u9fa5]{1,2})\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unit();

    [GeneratedRegex(@"上一?学?年|去年|同期|其中|新增|增加|减少|较|比|平均|均|每|第", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
