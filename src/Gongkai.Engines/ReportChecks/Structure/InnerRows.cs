using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Figures;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Adds up rows that divide the row above them: 本学年答复 24 / 其中：予以公开 11 / 部分公开 4 / 不予公开 9. Where such a list ends no mark says: a column in which it comes out tells it for the
/// others, else a row that plainly counts something new. Worth a look only.</summary>
internal static partial class InnerRows
{
    private const int FewestParts = 2;

    // Without a column that tells where the list ends, it must come near.
    private const decimal Little = 2;
    private const decimal Part = 0.05m;

    /// <summary>Every row that the rows below it do not make up.</summary>
    public static IEnumerable<(TextSpan Span, decimal Expected, decimal Found, IReadOnlyList<decimal> Parts)> Wrong(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        for (var at = 1; at < rows.Count; at++)
        {
            var whole = rows[at - 1];
            if (!Opens().IsMatch(rows[at][0].Text) || whole.Count != rows[at].Count || Opens().IsMatch(whole[0].Text))
            {
                continue;
            }

            var parts = rows.Skip(at).TakeWhile((r, n) => r.Count == whole.Count && (n == 0 || !EndsBefore().IsMatch(r[0].Text))).ToList();
            var columns = Enumerable.Range(1, whole.Count - 1).Where(c => TableGrids.Value(whole[c]) is not null && Values(parts, c).Count == parts.Count).ToList();
            var known = columns.Select(c => Length(Values(parts, c), TableGrids.Value(whole[c])!.Value)).FirstOrDefault(length => length > 0);
            var taken = known > 0 ? parts.GetRange(0, known) : parts;
            foreach (var column in taken.Count < FewestParts ? [] : columns)
            {
                var (values, stated) = (Values(taken, column), TableGrids.Value(whole[column])!.Value);
                if (Length(Values(parts, column), stated) == 0 && (known > 0 ? Closeness.IsMissed(stated, values) : Math.Abs(values.Sum() - stated) <= Math.Max(Little, stated * Part)))
                {
                    yield return (new TextSpan(whole[0].Span.Start, taken[^1][^1].Span.End), values.Sum(), stated, values);
                }
            }
        }
    }

    private static List<decimal> Values(List<IReadOnlyList<ReportCell>> parts, int column) => [.. parts.Select(p => TableGrids.Value(p[column])).OfType<decimal>()];

    // How many of the first parts make up the whole; none when none do.
    private static int Length(List<decimal> values, decimal whole)
    {
        var sum = values.Count == 0 ? 0 : values[0];
        for (var at = 1; at < values.Count; at++)
        {
            sum += values[at];
            if (sum == whole)
            {
                return at + 1;
            }
        }

        return 0;
    }

    [GeneratedRegex(@"^\s*其中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^\s*其中|结转|总|合\s*计|小\s*计|共|^(?:本|上|下)?学?年|^收到|^受理|复议|诉讼|收费|^\d|^[一二三四五六七八九十]+、", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsBefore();
}
