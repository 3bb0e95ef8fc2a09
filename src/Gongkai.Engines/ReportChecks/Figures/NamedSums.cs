using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a total that names its parts, each told with a number of its own before: 录取硕士研究生1486人……；录取博士研究生168人……。硕士、博士研究生合计1654人. Worth a look only.</summary>
internal static partial class NamedSums
{
    private const int SentencesBack = 3;
    private const int MostParts = 4;
    private const int ShortestName = 2;

    private static readonly string[] Joints = ["、", "和", "与", "及"];

    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            for (var i = 0; i < lines[at].Count; i++)
            {
                if (Total().Match(lines[at].Gap(i)) is { Success: true } total && PartsOf(lines, at, i, total.Groups["who"].Value) is { } parts)
                {
                    yield return PartList.Flat(lines[at].Figures[i], parts, PartClaim.Likely);
                }
            }
        }
    }

    private static List<Figure>? PartsOf(IReadOnlyList<FigureLine> lines, int at, int i, string who)
    {
        var names = who.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var unit = lines[at].Figures[i].Unit;
        if (names.Length is < 2 or > MostParts || names.Any(n => n.Length < ShortestName))
        {
            return null;
        }

        var told = Enumerable.Range(0, at + 1).Reverse().Take(SentencesBack).TakeWhile(k => lines[k].Sentence.Block == lines[at].Sentence.Block)
            .SelectMany(k => Enumerable.Range(0, k == at ? i : lines[k].Count).Where(n => lines[k].Depth(n) == 0 && Units.Same(lines[k].Figures[n].Unit, unit) && !lines[k].IsComparison(n)).Select(n => (Figure: lines[k].Figures[n], Words: lines[k].Clause(n)))).ToList();
        var parts = Array.ConvertAll(names, name => told.FindAll(t => t.Words.Contains(name, StringComparison.Ordinal)).ConvertAll(t => t.Figure));
        return parts.All(p => p is [{ Approximate: false }]) && parts.Select(p => p[0]).Distinct().Count() == parts.Length ? [.. parts.Select(p => p[0])] : null;
    }

    [GeneratedRegex(@"(?:^|[，,;])(?<who>[\u4e00-\u9fa5]{2,8}(?:[、和与及][\u4e00-\u9fa5]{2,10}?){1,3})(?:两者|二者|三者|两项|三项)?(?:合计|共计|总计|一共|总共)(?:为|达|有|录取|招收|公开|发布|收到|受理|接待|参加|培训)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();
}
