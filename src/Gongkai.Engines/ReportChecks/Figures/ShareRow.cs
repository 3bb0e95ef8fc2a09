using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Parts of one whole with the share that each has of it: 满意460份，占92%；一般30份，占6%; 三者占比依次为70%、20%和10%. The whole is the number that most of the
/// shares agree on; a share that no number near it explains is wrong.</summary>
internal static partial class ShareRow
{
    private const int Farthest = 24;
    private const int LeastRow = 3;

    /// <summary>The shares of a sentence that stand in such rows, right ones and wrong ones.</summary>
    public static IEnumerable<ShareOfRow> Read(string folded, IReadOnlyList<Figure> before, IReadOnlyList<Figure> sentence)
    {
        List<(Figure Part, Figure Percent)> parallel = [.. Parallel(folded, sentence)];
        List<(Figure Part, Figure Percent)> pairs = [.. Behind(folded, sentence).Where(p => !parallel.Exists(q => q.Percent == p.Percent)), .. parallel];
        if (pairs.Count < 2)
        {
            return [];
        }

        var counts = before.Concat(sentence).Where(f => !Units.IsRate(f.Unit) && f.Value > 0 && f.Span.Start < pairs[^1].Percent.Span.Start).ToList();
        var sum = pairs.Sum(p => p.Part.Value);
        var wholes = counts.ConvertAll(f => f.Value).Append(sum).Distinct().ToList();
        // Of two that explain as many the parts themselves say which is meant.
        var best = wholes.MaxBy(w => (pairs.Count(p => Fits(p, w)), w == sum));
        var fits = pairs.Count(p => Fits(p, best));

        // No two of them agree on anything: each is compared by itself.
        if (fits == 0)
        {
            return [];
        }

        // 满意684份，占76%；一般145份，占17%；不满意26份，占3%: parts that make up the whole have shares that make up a hundred.
        var isWhole = pairs.Count >= LeastRow && sum == best && fits == pairs.Count - 1 && pairs.TrueForAll(p => Units.Same(p.Part.Unit, pairs[0].Part.Unit));
        return pairs.Select(p => (!isWhole && wholes.Exists(w => Fits(p, w))) || (isWhole && Fits(p, best)) || pairs.Exists(q => q.Part.Approximate)
            ? new ShareOfRow(p.Percent, null, false)
            : new ShareOfRow(p.Percent, p.Part.Value / best * Percent.Whole, fits >= 2 && fits == pairs.Count - 1 && counts.Exists(c => c.Value == best) && p.Part.Value < best));
    }

    private static bool Fits((Figure Part, Figure Percent) pair, decimal whole) => whole > 0 && Rounding.Fits(pair.Percent.Value, pair.Part.Value / whole * Percent.Whole);

    private static IEnumerable<(Figure Part, Figure Percent)> Behind(string folded, IReadOnlyList<Figure> sentence)
    {
        for (var i = 1; i < sentence.Count; i++)
        {
            var (part, percent) = (sentence[i - 1], sentence[i]);
            if (percent.Unit == "%" && !percent.Approximate && !Units.IsRate(part.Unit) && percent.Span.Start - part.Span.End <= Farthest && Share().IsMatch(folded[part.Span.End..percent.Span.Start]))
            {
                yield return (part, percent);
            }
        }
    }

    // As many percentages in a row as counts before them.
    private static IEnumerable<(Figure Part, Figure Percent)> Parallel(string folded, IReadOnlyList<Figure> sentence)
    {
        for (var i = 2; i + 1 < sentence.Count; i++)
        {
            var row = sentence.Skip(i).TakeWhile((f, n) => f.Unit == "%" && (n == 0 || Joint().IsMatch(folded[sentence[i + n - 1].Span.End..f.Span.Start]))).ToList();
            if (row.Count < 2)
            {
                continue;
            }

            var words = folded[sentence[i - 1].Span.End..row[0].Span.Start];
            if (!Respectively().IsMatch(words))
            {
                return [];
            }

            // 甲3条、乙2条、丙2条，总量7条，三类各占……: the parts are those of the counts before that explain most of the shares.
            var counts = sentence.Take(i).ToList();
            var starts = Enumerable.Range(0, Math.Max(0, i - row.Count + 1)).Where(s => counts.Skip(s).Take(row.Count).All(f => !Units.IsRate(f.Unit) && f.Unit == counts[s].Unit)).Reverse().ToList();
            return starts.Count == 0 ? [] : starts.ConvertAll(s => row.Select((percent, n) => (Part: counts[s + n], Percent: percent)).ToList())
                .MaxBy(pairs => counts.Max(c => pairs.Count(p => Fits(p, c.Value) && p.Part != c)))!;
        }

        return [];
    }

    [GeneratedRegex(@"^[^\u4e00-\u9fa5;。]*(?:[\u4e00-\u9fa5“”]{0,10}[，,(]\s*)?(?:约|均|所|仅|共|各)?占[^，,、;。%]{0,14}$|^[\u4e00-\u9fa5]{0,4}\(\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"^\s*[、，,和及与]\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?:占|比例|比重)[^。;]{0,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Respectively();
}

/// <summary>A share of a row.</summary>
/// <param name="Percent">The share as stated.</param>
/// <param name="Real">What it would be; null when it is right or nothing speaks against it.</param>
/// <param name="IsSure">Whether all the others agree on a whole that is stated.</param>
internal sealed record ShareOfRow(Figure Percent, decimal? Real, bool IsSure);
