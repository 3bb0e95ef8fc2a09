using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds totals whose parts stand apart, each beside a number of another measure: 常委会36次，审议291个；办公会28次，审议213个；共审议504个; 甲12人、9.6万元，乙186人、93万元，两项合计198人、102.6万元.
/// The total may stand in the sentence behind.</summary>
internal static partial class PairedTotals
{
    private const int FewestParts = 2;

    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            for (var i = 0; i < lines[at].Count; i++)
            {
                var total = IsSecond(lines[at], i) ? i - 1 : i;
                if (total > 1 && Total().IsMatch(lines[at].Gap(total)) && Of(lines[at], total, lines[at], i) is { } list)
                {
                    yield return list;
                }
                else if (total == 0 && at > 0 && lines[at - 1].Sentence.Block == lines[at].Sentence.Block && TotalBehind().IsMatch(lines[at].Gap(0)) && Of(lines[at - 1], lines[at - 1].Count, lines[at], i) is { } before)
                {
                    yield return before;
                }
            }
        }
    }

    // 合计198人、102.6万元; 合计48次，审议议题427项: two totals share their word.
    private static bool IsSecond(FigureLine line, int i) => i > 0 && line.Figures[i].Unit != line.Figures[i - 1].Unit
        && (line.Gap(i).Trim() is "、" || (i > 2 && line.Gap(i).Length > 1 && line.Gap(i)[0] == '，' && Enumerable.Range(1, i - 1).Count(k => line.Gap(k) == line.Gap(i)) >= FewestParts));

    private static PartList? Of(FigureLine line, int end, FigureLine of, int i)
    {
        var total = of.Figures[i];
        var parts = Enumerable.Range(0, end).Where(k => line.Depth(k) == of.Depth(i) && IsAlike(line.Figures[k].Unit, total.Unit) && !Average().IsMatch(line.Clause(k))).ToList();
        return !of.IsComparison(i) && parts.Count >= FewestParts && IsRegular(line, parts, end) && (TotalLastList.Named(of.Gap(IsSecond(of, i) ? i - 1 : i)) is { } named ? named == parts.Count : AreNamedAlike(line, parts, of, i))
            ? PartList.Flat(total, parts.ConvertAll(k => line.Figures[k]), PartClaim.Likely)
            : null;
    }

    // Between every two of them stand as many numbers of other measures.
    private static bool IsRegular(FigureLine line, List<int> parts, int end)
    {
        var step = parts[1] - parts[0];
        return step > 1 && parts.Zip(parts.Skip(1)).All(p => p.Second - p.First == step) && end - parts[^1] <= step && !parts.Exists(line.IsComparison);
    }

    private static bool AreNamedAlike(FigureLine line, List<int> parts, FigureLine of, int total) =>
        parts.ConvertAll(line.Clause) is var names && names[0].Length > 1 && names.TrueForAll(n => n.EndsWith(names[0][^2..], StringComparison.Ordinal)) && of.Clause(total).EndsWith(names[0][^2..], StringComparison.Ordinal);

    private static bool IsAlike(string part, string total) => Units.Same(part, total) || part + "次" == total;

    [GeneratedRegex(@"[，,;][^，,;。]{0,8}(?:合计|总计|共计|总共|一共|累计|共)[^，,、;。]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"^(?:以上|上述)?[两二三四五六][项类者种个][^，,;。]{0,6}(?:合计|总计|共计|总共|一共|累计|共)[^，,、;。]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TotalBehind();

    [GeneratedRegex(@"平均|[日月周人场年]均|每", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Average();
}
