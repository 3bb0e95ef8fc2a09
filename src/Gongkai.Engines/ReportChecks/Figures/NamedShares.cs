using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a share with the numbers its own words name: 网站412条……。网站占44.7%; 满意414份，占回收数的82%; 合格率（按实考人数计）为89.4%. The numbers stand before it in
/// the paragraph or in a table. Worth a look only.</summary>
internal static partial class NamedShares
{
    private const int Words = 40;
    private const int Farthest = 24;
    private const int ShortestName = 2;
    private const int Most = 60;

    /// <summary>The whole and what the share would be; null when what is named gives it, or nothing is.</summary>
    public static (Figure Whole, decimal Real)? Read(Reading reading, IReadOnlyList<Figure> window, IReadOnlyList<Figure> sentence, Figure rate)
    {
        var folded = reading.Folded;
        var words = folded[Math.Max(0, rate.Span.Start - Words)..rate.Span.Start];
        if (rate.Approximate || rate.Value is <= 0 or > Percent.Whole || Otherwise().IsMatch(words))
        {
            return null;
        }

        var near = window.Concat(sentence).Where(f => !Units.IsRate(f.Unit) && f.Value > 0 && f.Span.Start < rate.Span.Start).Distinct().ToList();
        if (near.LastOrDefault() is { } part && rate.Span.Start - part.Span.End <= Farthest && !part.Approximate
            && (Of().Match(folded[part.Span.End..rate.Span.Start]) is { Success: true } of || (of = By().Match(folded[part.Span.End..rate.Span.Start])).Success))
        {
            return OfNamed(near, part, of.Groups["of"].Value, rate) ?? OfWhole(reading, near, part, of.Groups["of"].Value, rate);
        }

        return Subject().Match(words) is { Success: true } subject ? OfSubject(reading, near, subject.Groups["name"].Value, rate) : null;
    }

    // Only the number that is named can be the whole.
    private static (Figure, decimal)? OfNamed(List<Figure> near, Figure part, string of, Figure rate)
    {
        var wholes = near.FindAll(f => f != part && (Units.Same(f.Unit, part.Unit) || (Units.CountsPeople(part.Unit) && f.Unit is "份" or "张") || (part.Unit is "份" or "张" && Units.CountsPeople(f.Unit))) && f.Value >= part.Value && IsNamed(f.Label, of));
        return wholes.Count == 0 || wholes.Exists(w => w.Approximate || Rounding.Fits(rate.Value, part.Value / w.Value * Percent.Whole)) ? null : (wholes[0], part.Value / wholes[0].Value * Percent.Whole);
    }

    // 占全校主动公开信息总量的4.5%: the whole may stand in any chapter. Any number of the paragraph may be the part.
    private static (Figure, decimal)? OfWhole(Reading reading, List<Figure> near, Figure part, string of, Figure rate)
    {
        if (near.Exists(f => f != part && Units.Same(f.Unit, part.Unit) && f.Value >= part.Value && IsNamed(f.Label, of)))
        {
            return null;
        }

        var wholes = reading.OfUnit(part.Unit).Where(f => f.Value >= part.Value && f.Label.Contains(of, StringComparison.Ordinal)).Take(Most).ToList();
        return wholes.Count == 0 || wholes.Exists(w => w.Approximate || near.Exists(p => p.Unit == part.Unit && Fits(p.Value, w.Value, rate))) ? null : (wholes[0], part.Value / wholes[0].Value * Percent.Whole);
    }

    private static (Figure, decimal)? OfSubject(Reading reading, List<Figure> near, string name, Figure rate)
    {
        var part = near.FindAll(f => IsNamed(f.Label, name));
        if (part.Count == 0)
        {
            return OfTable(reading, name, rate);
        }

        // Any number of the paragraph may be the whole, or several of them together. Of very many some always fit.
        if (near.Count > Most)
        {
            return null;
        }

        var sums = Enumerable.Range(0, near.Count).SelectMany(from => Sums(near, from)).ToList();
        var wholes = near.FindAll(f => f.Unit == part[0].Unit && f.Value > part[0].Value && !f.Approximate);
        return wholes.Count == 0 || part.Exists(p => p.Approximate) || near.Exists(p => sums.Exists(sum => Fits(p.Value, sum, rate) || Fits(sum, p.Value, rate))) ? null
            : (wholes.MaxBy(w => w.Value)!, part[0].Value / wholes.MaxBy(w => w.Value)!.Value * Percent.Whole);
    }

    // What the numbers from one on come to, one more each time.
    private static IEnumerable<decimal> Sums(List<Figure> near, int from)
    {
        var sum = 0m;
        for (var at = from; at < near.Count; at++)
        {
            yield return sum += near[at].Value;
        }
    }

    private static (Figure, decimal)? OfTable(Reading reading, string name, Figure rate)
    {
        foreach (var rows in TableGrids.Of(reading))
        {
            if (rows.FirstOrDefault(r => r.Count > 1 && r[0].Text.Length >= ShortestName && IsNamed(r[0].Text, name)) is not { } row || rows.LastOrDefault(r => r.Count > 1 && TableGrids.IsTotal(r)) is not { } total)
            {
                continue;
            }

            var (parts, wholes) = (Values(row), Values(total));
            if (parts.Count > 0 && wholes.Count > 0 && wholes[0] > 0)
            {
                return parts.Exists(p => wholes.Exists(w => Fits(p, w, rate))) ? null : (rate, parts[0] / wholes[0] * Percent.Whole);
            }
        }

        return null;
    }

    private static List<decimal> Values(IReadOnlyList<ReportCell> row) => [.. row.Skip(1).Select(TableGrids.Value).Where(v => v is not null).Select(v => v!.Value)];

    private static bool Fits(decimal part, decimal whole, Figure rate) => whole > 0 && part <= whole && Rounding.Fits(rate.Value, part / whole * Percent.Whole);

    // 新聘人员 is what 合并后新聘90人 counts: one begins with the end of the other, or holds it.
    private static bool IsNamed(string label, string name) =>
        label.Contains(name, StringComparison.Ordinal) || (label.Length >= ShortestName && name.StartsWith(label[^ShortestName..], StringComparison.Ordinal) && !General().IsMatch(name));

    [GeneratedRegex(@"^[^\u4e00-\u9fa5;。]*(?:约|均|仅|共)?占(?:全校|全院|学校|本校|其)?(?<of>[\u4e00-\u9fa5]{2,6}?)(?:总人数|总数|总量|人数|总额|数|量)的?(?:约)?$|^[^\u4e00-\u9fa5;。]*(?:约|均|仅|共)?占(?<of>有效问卷|有效答卷|收回问卷|收回的问卷|问卷|答卷|评议表)的(?:约)?$|^[，,](?:是|为|相当于|约为|约是)(?<of>[\u4e00-\u9fa5]{2})[\u4e00-\u9fa5]{0,6}的(?:约)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Of();

    [GeneratedRegex(@"\(?(?:按|以)(?<of>[\u4e00-\u9fa5]{2,6}?)(?:总人数|总数|人数|数)?(?:计|计算|统计|为基数)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"(?:^|[。，,;:、\s看])(?:其中)?(?<name>[\u4e00-\u9fa5]{2,8}?)(?:的(?:数量|发布量|占比))?(?:约|共|大约)?占(?!比)[\u4e00-\u9fa5]{0,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"上一?学?年|去年|同期|节约|节支|节资|下浮|增长|下降|提高|平均|以上|不低于|不少于|至少|应当", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"^(?:信息|学校|学生|教师|人员|公开|主动|合计|总计|两者|二者|三者|各类|全部)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex General();
}
