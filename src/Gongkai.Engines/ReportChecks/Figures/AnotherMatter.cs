using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Tells where the parts of a total end before the numbers do: 共356件，其中甲类118件，乙类238件，除不宜公开的之外，公开291件. The first parts make up the total, and what
/// stands between them and the next number is more than a name.</summary>
internal static partial class AnotherMatter
{
    /// <summary>Whether what follows the first parts of a list is no part of it.</summary>
    public static bool Follows(Reading reading, PartList list)
    {
        var sum = list.Parts[0].Value;
        for (var at = 1; at + 1 < list.Parts.Count; at++)
        {
            sum += list.Parts[at].Value;
            if (sum == list.Total.Value && list.Parts[at].Span.End < list.Parts[at + 1].Span.Start
                && Words().IsMatch(reading.Folded[list.Parts[at].Span.End..list.Parts[at + 1].Span.Start]))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[，,][^。;]*[，,](?!占)|分别|[，,]最终|[，,]实际", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
