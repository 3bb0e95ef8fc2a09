using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds one rate that is given two values: 毕业生就业率92.6% … 毕业生就业率96.2%. Worth a look only, since the groups it is of are not always named.</summary>
internal static partial class NamedRates
{
    private const int LeastName = 3;
    private const int FullName = 5;
    private const int MostRates = 600;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading)
    {
        var rates = reading.Figures.Where(f => f.Unit == "%" && !f.Approximate).Select(f => (Figure: f, Sentence: reading.SentenceAt(f.Span.Start), Name: Name(reading.Folded, f)))
            .Where(r => r.Name.Length >= LeastName).Take(MostRates).ToList();
        return from second in rates
               from first in rates
               where first.Figure.Span.Start < second.Figure.Span.Start && first.Sentence != second.Sentence && first.Figure.Value != second.Figure.Value
                   && ((first.Name == second.Name && first.Name.Length >= FullName)
                       || (Slip.IsSwap(first.Figure.Value, second.Figure.Value) && (first.Name.EndsWith(second.Name, StringComparison.Ordinal) || second.Name.EndsWith(first.Name, StringComparison.Ordinal) || EndAlike(first.Name, second.Name))))
               select (second.Name, first.Figure, second.Figure);
    }

    // 报告显示毕业生初次就业率 and 届毕业生初次就业率.
    private static bool EndAlike(string a, string b) => a.Length > FullName && b.Length > FullName && a.AsSpan(a.Length - FullName - 1).SequenceEqual(b.AsSpan(b.Length - FullName - 1));

    private static string Name(string folded, Figure figure)
    {
        var words = folded[Math.Max(0, figure.Span.Start - 20)..figure.Span.Start];
        var match = Rate().Match(words);
        return match.Success && !Otherwise().IsMatch(words) ? match.Groups["name"].Value : "";
    }

    [GeneratedRegex(@"(?:^|[^\u4e00-\u9fa5]|的)(?<name>[\u4e00-\u9fa5-[的]]*(?:率|满意度|知晓度|比例|占比))(?:均|已|也|都)?(?:为|达到?|是|:)?\s*\(?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"上一?学?年|去年|往年|前一|同期|其中|原来", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
