using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a total whose parts stand in sentences of their own: 累计公开900条。其中，通过网站公开500条。通过微信公开400条。</summary>
internal static partial class ParallelSentences
{
    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
        for (var i = 0; i + 2 < lines.Count; i++)
        {
            if (TotalOf(lines[i]) is not { } total)
            {
                continue;
            }

            var parts = new List<Figure>();
            for (var k = i + 1; k < lines.Count && lines[k].Sentence.Block == lines[i].Sentence.Block; k++)
            {
                if (Leading(lines[k], total.Unit, parts.Count) is not { } part)
                {
                    break;
                }

                parts.Add(part);
            }

            if (parts.Count >= 2 && parts.TrueForAll(p => p.Value <= total.Value))
            {
                yield return PartList.Flat(total, parts, PartClaim.Some);
            }
        }
    }

    private static Figure? TotalOf(FigureLine line)
    {
        for (var i = 0; i < line.Count - 1; i++)
        {
            if (line.IsTotal(i))
            {
                return null;
            }
        }

        return line.Count > 0 && line.IsTotal(line.Count - 1) ? line.Figures[^1] : null;
    }

    // The figure a sentence of the row is about: its first one of that unit, before any 其中 of its own.
    private static Figure? Leading(FigureLine line, string unit, int before)
    {
        if (line.Count == 0 || !(before == 0 ? FirstOfRow() : NextOfRow()).IsMatch(line.Gap(0)))
        {
            return null;
        }

        for (var i = 0; i < line.Count; i++)
        {
            if (i > 0 && line.Gap(i).Contains("其中", StringComparison.Ordinal))
            {
                return null;
            }

            if (line.Figures[i].Unit == unit)
            {
                return line.Figures[i];
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*其中[，,:]?\s*(?:通过|在|利用|依托|以)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstOfRow();

    [GeneratedRegex(@"^\s*(?:通过|在|利用|依托|以)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NextOfRow();
}
