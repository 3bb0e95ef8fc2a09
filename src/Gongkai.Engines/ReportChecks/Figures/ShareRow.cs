using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Parts of one whole with the share that each has of it: 满意460份，占92%；一般30份，占6%; 三者占比依次为70%、20%和10%. The whole is the number that most of the
/// shares agree on; a share that no number near it explains is wrong.</summary>
internal static partial class ShareRow
{
    private const int Farthest = 24;
    private const decimal Whole = 100m;

    /// <summary>The shares of a sentence that stand in such rows, right ones and wrong ones.</summary>
    public static IEnumerable<ShareOfRow> Read(string folded, IReadOnlyList<Figure> before, IReadOnlyList<Figure> sentence)
    {
        List<(Figure Part, Figure Percent)> pairs = [.. Behind(folded, sentence), .. Parallel(folded, sentence)];
        if (pairs.Count < 2)
        {
            return [];
        }

        var counts = before.Concat(sentence).Where(f => !Units.IsRate(f.Unit) && f.Value > 0 && f.Span.Start < pairs[^1].Percent.Span.Start).ToList();
        var sum = pairs.Sum(p => p.Part.Value);
        var wholes = counts.ConvertAll(f => f.Value).Append(sum).Distinct().ToList();
        var best = wholes.MaxBy(w => pairs.Count(p => Fits(p, w)));
        var fits = pairs.Count(p => Fits(p, best));
        return pairs.Select(p => wholes.Exists(w => Fits(p, w)) || fits == 0 || pairs.Exists(q => q.Part.Approximate)
            ? new ShareOfRow(p.Percent, null, false)
            : new ShareOfRow(p.Percent, p.Part.Value / best * Whole, fits >= 2 && fits == pairs.Count - 1 && counts.Exists(c => c.Value == best) && p.Part.Value < best));
    }

    private static bool Fits((Figure Part, Figure Percent) pair, decimal whole) => whole > 0 && Rounding.Fits(pair.Percent.Value, pair.Part.Value / whole * Whole);

    private static IEnumerable<(Figure, Figure)> Behind(string folded, IReadOnlyList<Figure> sentence)
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
    private static IEnumerable<(Figure, Figure)> Parallel(string folded, IReadOnlyList<Figure> sentence)
    {
        for (var i = 2; i + 1 < sentence.Count; i++)
        {
            var row = sentence.Skip(i).TakeWhile((f, n) => f.Unit == "%" && (n == 0 || Joint().IsMatch(folded[sentence[i + n - 1].Span.End..f.Span.Start]))).ToList();
            if (row.Count < 2)
            {
                continue;
            }

            var first = i - row.Count;
            var words = folded[sentence[i - 1].Span.End..row[0].Span.Start];
            return first >= 0 && Respectively().IsMatch(words) && sentence.Skip(first).Take(row.Count).All(f => !Units.IsRate(f.Unit) && f.Unit == sentence[first].Unit)
                ? row.Select((percent, n) => (sentence[first + n], percent))
                : [];
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
