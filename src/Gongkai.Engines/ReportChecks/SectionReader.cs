using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Cuts a report into its parts at the headings of the first rank, and at the title of the catalogue's table when that has no
/// number.</summary>
internal static partial class SectionReader
{
    public static List<Section> Read(string folded, IReadOnlyList<Heading> headings, IReadOnlyList<Block> blocks)
    {
        var starts = headings.Where(h => h.Rank == 1).ToList();
        if (!starts.Exists(h => SectionKinds.In(h.Title) is [SectionKind.CatalogueTable, ..]) && BareCatalogue(folded, blocks, starts) is { } bare)
        {
            starts.Add(bare);
            starts.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }

        var sections = new List<Section>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].Span.Start : folded.Length;
            var kinds = SectionKinds.In(starts[i].Title);
            sections.Add(new Section(
                kinds.Count > 0 ? kinds[0] : null,
                starts[i].Span.Of(folded).Trim(),
                new TextSpan(starts[i].Span.Start, end)));
        }

        return sections;
    }

    private static Heading? BareCatalogue(string folded, IReadOnlyList<Block> blocks, List<Heading> starts)
    {
        var after = starts.Count > 0 ? starts[^1].Span.End : 0;
        foreach (var block in blocks.Where(b => b.Span.Start >= after && b.Kind is BlockKind.Prose or BlockKind.Cell && b.Span.Length <= 50))
        {
            var line = block.Span.Of(folded);
            if (TableTitle().IsMatch(line) && !line.Contains('。', StringComparison.Ordinal))
            {
                return new Heading(1, 0, line, block.Span);
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?:清单|事项|目录).{0,8}(?:情况(?:一览)?表?|一览表|对照表|表)\s*(?:\([^()]{1,16}\)\s*)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableTitle();
}
