using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds parts of what a sentence before told with a number, where the sentence names it again: 学院网站1204条、公众号300条。学院网站的信息中，通知512条、新闻470条、讲座285条. Worth a look only.</summary>
internal static partial class SubjectParts
{
    private const int SentencesBack = 3;
    private const int FewestParts = 3;
    private const int ShortestName = 4;
    private const decimal Nearest = 0.8m;
    private const decimal Farthest = 1.25m;

    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
        foreach (var list in lines.SelectMany(l => Enumerable.Range(1, Math.Max(0, l.Count - 1)).Select(i => Within(l, i))).OfType<PartList>())
        {
            yield return list;
        }

        for (var at = 1; at < lines.Count; at++)
        {
            var line = lines[at];
            foreach (var kind in Enumerable.Range(0, line.Count).Where(i => line.Depth(i) == 0).GroupBy(i => line.Figures[i].Unit).Where(g => g.Key.Length > 0 && g.Count() >= FewestParts))
            {
                List<int> parts = [.. kind];
                var values = parts.ConvertAll(i => line.Figures[i].Value);
                // They stand side by side, and none of them is told of another time.
                if (parts[^1] - parts[0] == parts.Count - 1 && !parts.Exists(line.IsComparison) && !parts.Skip(1).Any(i => line.IsTotal(i)) && Named(lines, at, parts[0]) is { } whole
                    && whole.Value != values.Sum() && values.Sum() is var sum && sum >= whole.Value * Nearest && sum <= whole.Value * Farthest)
                {
                    yield return PartList.Flat(whole, parts.ConvertAll(i => line.Figures[i]), PartClaim.Likely);
                }
            }
        }
    }

    // 博士生236人、硕士生2180人，硕士生中全日制1732人、非全日制448人: what is divided is named beside its parts.
    private static PartList? Within(FigureLine line, int i)
    {
        var among = Among().Match(line.Clause(i));
        var whole = among.Success ? line.Figures.Take(i).LastOrDefault(f => f.Unit == line.Figures[i].Unit && f.Label.EndsWith(among.Groups["name"].Value, StringComparison.Ordinal)) : null;
        if (whole is null or { Approximate: true })
        {
            return null;
        }

        List<int> parts = [i];
        while (parts[^1] + 1 < line.Count && line.Gap(parts[^1] + 1).StartsWith('、') && line.Figures[parts[^1] + 1].Unit == line.Figures[i].Unit)
        {
            parts.Add(parts[^1] + 1);
        }

        return parts.Count < 2 ? null : PartList.Flat(whole, parts.ConvertAll(k => line.Figures[k]), PartClaim.Likely);
    }

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fa5]{2,8})中(?!心|学|等|共|央)[\u4e00-\u9fa5]{1,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Among();

    // The number told with a name that stands before the parts again.
    private static Figure? Named(IReadOnlyList<FigureLine> lines, int at, int first)
    {
        var (line, lead) = (lines[at], lines[at].Lead(first));
        var before = Enumerable.Range(Math.Max(0, at - SentencesBack), Math.Min(SentencesBack, at)).Where(k => lines[k].Sentence.Block == line.Sentence.Block)
            .SelectMany(k => lines[k].Figures.Where((f, i) => f.Unit == line.Figures[first].Unit && !f.Approximate && f.Label.Length >= ShortestName && lead.Contains(f.Label, StringComparison.Ordinal) && !lines[k].IsComparison(i))).ToList();
        return before is [var only] ? only : null;
    }
}
