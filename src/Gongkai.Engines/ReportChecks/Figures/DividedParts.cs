using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a part that is divided again behind the list it stands in: 专职18人、兼职14人；专职人员中，机关部处11人，直属单位7人; 29个学院中文科类17个，理工农医类12个.</summary>
internal static partial class DividedParts
{
    private const int LeastName = 2;

    public static IEnumerable<PartList> Read(FigureLine line)
    {
        for (var i = 1; i + 1 < line.Count; i++)
        {
            if (Whole(line, i) is not { } whole)
            {
                continue;
            }

            var (parts, list, _) = PartListReader.Parts(line, i, unit => unit == whole.Unit);
            if (parts.Count > 1)
            {
                yield return new PartList(whole, parts, list, PartClaim.Some);
            }
        }
    }

    private static Figure? Whole(FigureLine line, int i)
    {
        var earlier = line.Figures.Take(i).Where(f => f.Unit == line.Figures[i].Unit).ToList();
        if (Named().Match(line.Gap(i)) is { Success: true } named)
        {
            var name = named.Groups["name"].Value;
            return earlier.Count > 1 && earlier.FindAll(f => f.Label.Length >= LeastName && name.StartsWith(f.Label[..LeastName], StringComparison.Ordinal)) is [var only] ? only : null;
        }

        // The number itself is told once more, with what it counts.
        return Repeated().Match(line.Gap(i)) is { Success: true } repeated && earlier.Count > 1 && earlier.SkipLast(1).Any(f => f.Value == earlier[^1].Value && f.Label.Contains(repeated.Groups["name"].Value, StringComparison.Ordinal))
            && earlier[^1] == line.Figures[i - 1] ? earlier[^1] : null;
    }

    [GeneratedRegex(@"[;，。]\s*(?:在)?(?<name>[\u4e00-\u9fa5]{2,8})(?:中|里|之中|内部)[，,]?[^，,。;\d]{0,12}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fa5]{1,6})(?:中|里)[，,]?[\u4e00-\u9fa5]{2,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Repeated();
}
