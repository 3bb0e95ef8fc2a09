using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds counts of what a bound of numbers sets apart that come again with another value: 不足50条的3个 … 对不足50条的5个单位; 4分以下的6个 … 4分以下的9个单位. Worth a look only.</summary>
internal static partial class QualifiedCounts
{
    private const int Words = 16;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines)
    {
        var told = new Dictionary<(string Bound, string Unit), (Figure Figure, int Line)>();
        for (var at = 0; at < lines.Count; at++)
        {
            foreach (var figure in lines[at].Figures.Where(f => f.Unit.Length > 0 && !f.Approximate))
            {
                if (Bound().Match(lines[at].Before(figure, Words)) is not { Success: true } match || Otherwise().IsMatch(lines[at].Before(figure, Words + Words)))
                {
                    continue;
                }

                var key = (match.Groups["bound"].Value, figure.Unit);
                if (!told.TryGetValue(key, out var first))
                {
                    told[key] = (figure, at);
                }
                else if (first.Line != at && first.Figure.Value != figure.Value)
                {
                    yield return (key.Item1, first.Figure, figure);
                }
            }
        }
    }

    [GeneratedRegex(@"上一?学?年|去年|往年|同期|连续|平均|[日人月周年场]均|其中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"(?<bound>(?:不足|不到|少于|低于|超过|多于|高于|达到|满|未满)\d+(?:\.\d+)?(?:条|分|个|件|次|天|年|人|篇|元|万元|小时|%|个工作日|个月)|\d+(?:\.\d+)?(?:条|分|个|件|次|天|年|人|篇|元|万元|小时|%|个工作日|个月)(?:\(含\))?(?:以上|以下|以内|及以上|及以下))的?(?:单位)?(?:还|仍|共|尚)?(?:有|为)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bound();
}
