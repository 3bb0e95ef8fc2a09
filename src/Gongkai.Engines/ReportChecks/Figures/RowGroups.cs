using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Adds up the rows of a table that a sentence gathers: 三个系共发布365条, where three rows are called 护理系, 药学系 and 口腔系. Worth a look only.</summary>
internal static partial class RowGroups
{
    private const int LongestTable = 40;

    /// <summary>The number told, the sum of the rows and their numbers, where they differ.</summary>
    public static IEnumerable<(Figure Told, decimal Sum, IReadOnlyList<decimal> Parts)> Sums(Reading reading)
    {
        foreach (var sentence in reading.Sentences)
        {
            var text = sentence.Span.Of(reading.Folded);
            if (!text.Contains('共', StringComparison.Ordinal) && !text.Contains('合', StringComparison.Ordinal))
            {
                continue;
            }

            foreach (Match match in Group().Matches(text))
            {
                var (count, told, name) = (ChineseNumber.ParseAny(match.Groups["n"].ValueSpan), decimal.Parse(match.Groups["m"].ValueSpan.ToString().Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), match.Groups["name"].Value);
                var groups = TableGrids.Of(reading).Where(g => g.Count <= LongestTable)
                    .Select(g => g.Where(r => r.Count > 1 && !TableGrids.IsTotal(r) && r[0].Text.EndsWith(name, StringComparison.Ordinal)).ToList()).Where(g => g.Count == count).ToList();
                if (groups.Count != 1 || groups[0].Exists(r => r.Count != groups[0][0].Count))
                {
                    continue;
                }

                // Any column may be meant; the last holds the sums.
                var sums = Enumerable.Range(1, groups[0][0].Count - 1).Select(c => groups[0].ConvertAll(r => TableGrids.Value(r[c]))).Where(c => c.TrueForAll(v => v is not null)).Select(c => c.ConvertAll(v => v!.Value)).ToList();
                if (sums.Count > 0 && sums.TrueForAll(c => c.Sum() != told))
                {
                    var at = match.Groups["m"];
                    yield return (new Figure(name, told, match.Groups["u"].Value, false, null, new TextSpan(sentence.Span.Start + at.Index, sentence.Span.Start + match.Index + match.Length)), sums[^1].Sum(), sums[^1]);
                }
            }
        }
    }

    [GeneratedRegex(@"(?<![第\d])(?<n>[两二三四五六七八九十]|\d{1,2})个(?<name>[\u4e00-\u9fa5]{1,5}?)(?:的)?(?:合计|共计|总共|累计|共)(?:发布|公开|更新|报送|推送|上传|有|为|达到?)?(?:信息)?(?<m>\d[\d,]*)(?<u>条|篇|件|次|项|份|人|期)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Group();
}
