using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds parts that stand in brackets behind their names: 申请3件，内容涉及收费标准（1件）、学籍办理（2件）. Worth a look only where the names need not be all.</summary>
internal static partial class BracketedParts
{
    /// <summary>The lists of a sentence with the number before them.</summary>
    public static IEnumerable<PartList> Read(FigureLine line)
    {
        for (var first = 1; first + 1 < line.Count; first++)
        {
            var total = line.Figures[first - 1];
            if (line.Depth(first) != line.Depth(first - 1) + 1 || !Opens().IsMatch(line.Gap(first)) || line.Figures[first].Unit != total.Unit)
            {
                continue;
            }

            var last = first;
            while (last + 1 < line.Count && line.Figures[last + 1].Unit == total.Unit && Between().IsMatch(line.Gap(last + 1)))
            {
                last++;
            }

            if (last > first && line.After(last).StartsWith(')') && !Open().IsMatch(line.After(last)))
            {
                var parts = Enumerable.Range(first, last - first + 1).Select(i => line.Figures[i]).ToList();
                yield return PartList.Flat(total, parts, Some().IsMatch(line.Gap(first)) ? PartClaim.Some : PartClaim.All);
                first = last;
            }
        }
    }

    // The names of what the whole is divided into, and a bracket.
    [GeneratedRegex(@"^[，,:;](?:[\u4e00-\u9fa5]{0,8}(?:分别|涉及|包括|分为|集中在|主要是|主要为|为|是|其中)(?:涉及|为|是)?:?)[^，,。;()]{2,16}\($", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^\)[、，,和及与]?[^，,。;()、]{2,16}\($", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\)(?:等|、)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"主要|集中|其中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Some();
}
