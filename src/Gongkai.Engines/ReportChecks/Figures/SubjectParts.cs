namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds parts of what a sentence before told with a number, where the sentence names it again: 学院网站1204条、公众号300条。学院网站的信息中，通知512条、新闻470条、讲座285条. Worth a look only.</summary>
internal static class SubjectParts
{
    private const int SentencesBack = 3;
    private const int FewestParts = 3;
    private const int ShortestName = 4;
    private const decimal Nearest = 0.8m;
    private const decimal Farthest = 1.25m;

    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
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
                    yield return new PartList(whole, parts.ConvertAll(i => line.Figures[i]), new SumList(values, new bool[values.Count]), PartClaim.Likely);
                }
            }
        }
    }

    // The number told with a name that stands before the parts again.
    private static Figure? Named(IReadOnlyList<FigureLine> lines, int at, int first)
    {
        var (line, lead) = (lines[at], lines[at].Lead(first));
        var before = Enumerable.Range(Math.Max(0, at - SentencesBack), Math.Min(SentencesBack, at)).Where(k => lines[k].Sentence.Block == line.Sentence.Block)
            .SelectMany(k => lines[k].Figures.Where((f, i) => f.Unit == line.Figures[first].Unit && !f.Approximate && f.Label.Length >= ShortestName && lead.Contains(f.Label, StringComparison.Ordinal) && !lines[k].IsComparison(i))).ToList();
        return before is [var only] ? only : null;
    }
}
