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
            .Where(r => r.Name.Length >= LeastName || (r.Figure.Value.Scale > 1 && Words(reading.Folded, r.Figure).Contains("满意", StringComparison.Ordinal))).Take(MostRates).ToList();
        // 在满意率95.2%的基础上: the last chapter speaks of the only rate of that name.
        bool IsToldAgain(string first, (Figure Figure, TextSpan Sentence, string Name) second) =>
            second.Name.Length >= LeastName && first.EndsWith(second.Name, StringComparison.Ordinal) && reading.SectionAt(second.Figure.Span.Start) == SectionKind.Measures && rates.Count(r => r.Name.EndsWith(second.Name, StringComparison.Ordinal)) == 2;

        return from second in rates
               from first in rates
               where first.Figure.Span.Start < second.Figure.Span.Start && first.Sentence != second.Sentence && first.Figure.Value != second.Figure.Value
                   && ((first.Name == second.Name && first.Name.Length >= FullName) || IsToldAgain(first.Name, second)
                       || (Slip.IsSwap(first.Figure.Value, second.Figure.Value) && (SpeakOfOpinion(reading.Folded, first.Figure, second.Figure) || AreNamedAlike(first.Name, second.Name))))
               select (second.Name, first.Figure, second.Figure);
    }

    private static bool AreNamedAlike(string a, string b) =>
        a.Length >= LeastName && b.Length >= LeastName && (a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal) || EndAlike(a, b));

    // 满意率92.57% and 满意和基本满意者占92.75%: two decimals seldom look so alike by chance.
    private static bool SpeakOfOpinion(string folded, Figure first, Figure second) =>
        first.Value.Scale > 1 && second.Value.Scale > 1 && Words(folded, first).Contains("满意", StringComparison.Ordinal) && Words(folded, second).Contains("满意", StringComparison.Ordinal);

    private static string Words(string folded, Figure figure) => folded[Math.Max(0, figure.Span.Start - 20)..figure.Span.Start];

    // 报告显示毕业生初次就业率 and 届毕业生初次就业率.
    private static bool EndAlike(string a, string b) => a.Length > FullName && b.Length > FullName && a.AsSpan(a.Length - FullName - 1).SequenceEqual(b.AsSpan(b.Length - FullName - 1));

    private static string Name(string folded, Figure figure)
    {
        var words = folded[Math.Max(0, figure.Span.Start - 20)..figure.Span.Start];
        var match = Rate().Match(words);
        return match.Success && !Otherwise().IsMatch(words) ? match.Groups["name"].Value.TrimStart('在', '以', '从') : "";
    }

    [GeneratedRegex(@"(?:^|[^\u4e00-\u9fa5]|的)(?<name>[\u4e00-\u9fa5-[的]]*(?:率|满意度|知晓度|比例|占比))(?:均|已|也|都)?(?:为|达到?|是|:)?\s*\(?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"上一?学?年|去年|往年|前一|同期|其中|原来", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
