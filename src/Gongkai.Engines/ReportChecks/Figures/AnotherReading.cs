using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Whether parts that do not make up their total do so when some of them are read as divisions or gatherings of the others. What comes out
/// to the unit in such a reading is no mistake.</summary>
internal static partial class AnotherReading
{
    private const int FewestInterleaved = 4;
    private const decimal LeastOfAll = 0.75m;

    /// <summary>Whether such a reading of the list fits.</summary>
    public static bool Fits(PartList list)
    {
        var parts = list.List.Values;
        return parts.Count > 2 && list.Total.Span.Start < list.Parts[0].Span.Start
            && (EndsEarly(list, parts, list.Total) || (list.Claim == PartClaim.Some && DividesFirst(parts, list.Total.Value)) || HasSubtotal(parts, list.Total.Value) || (list.Claim == PartClaim.Some && EndsAlike(list.Parts) && EndsInSum(parts, list.Total.Value)) || IsInterleaved(list, parts));
    }

    // 教授540人，副教授810人，讲师及以下900人，具有高级职称的1350人: the list is complete, and behind it some of it is gathered, or people are told of in another way.
    private static bool EndsEarly(PartList list, IReadOnlyList<decimal> parts, Figure total)
    {
        var sum = parts[0];
        for (var i = 1; i < parts.Count - 1; i++)
        {
            sum += parts[i];
            if (sum == total.Value)
            {
                return (Units.CountsPeople(total.Unit) && (parts.Count > i + 2 || SumCheck.IsTrait(list.Parts[i + 1]))) || (parts.Count == i + 2 && Besides().IsMatch(list.Parts[i + 1].Label)) || parts.Skip(i + 1).All(rest => IsRun(parts, i, rest));
            }
        }

        return false;
    }

    // Whether some of the parts, one behind the other and up to a place, make up a number.
    private static bool IsRun(IReadOnlyList<decimal> parts, int last, decimal number)
    {
        for (var from = 0; from < last; from++)
        {
            var sum = parts[from];
            for (var to = from + 1; to <= last; to++)
            {
                sum += parts[to];
                if (sum == number)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // 回收1128份，其中有效问卷1100份，学生填写784份，教职工填写316份: the first part is divided by the others.
    private static bool DividesFirst(IReadOnlyList<decimal> parts, decimal total) => parts[0] <= total && parts[0] >= total * LeastOfAll && parts[0] == parts.Skip(1).Sum();

    // 教师460人，其中教授98人、副教授132人，正副教授共230人: the last part is the others together.
    private static bool EndsInSum(IReadOnlyList<decimal> parts, decimal total) => parts[^1] <= total && parts[^1] == parts.SkipLast(1).Sum();

    // 教授, 副教授, 正副教授: what gathers the others is called as they are, and more than that; 信函申请, 邮件申请 are only of one kind.
    private static bool EndsAlike(IReadOnlyList<Figure> parts) => parts[^1].Label is { Length: > 2 } last && parts.SkipLast(1).All(p => p.Label.EndsWith(last[^2..], StringComparison.Ordinal)) && parts.SkipLast(1).Any(p => last.EndsWith(p.Label, StringComparison.Ordinal));

    // 教授20人，副教授30人，高级职称50人，讲师40人: what those before it make up.
    private static bool HasSubtotal(IReadOnlyList<decimal> parts, decimal total)
    {
        var (before, whole) = (parts[0], parts.Sum());
        for (var i = 1; i < parts.Count; i++)
        {
            if (i > 1 && parts[i] == before && whole - parts[i] == total)
            {
                return true;
            }

            before += parts[i];
        }

        return false;
    }

    // 毕业生8200人，落实7530人，其中本科生6300人，落实5796人，研究生1900人，落实1734人: of every second number.
    private static bool IsInterleaved(PartList list, IReadOnlyList<decimal> parts)
    {
        var total = list.Total.Value;
        return parts.Count >= FewestInterleaved && parts.Count % 2 == 0 && list.Parts.Where((_, i) => i % 2 == 1).Select(p => p.Label).Distinct().Count() == 1
            && (parts.Where((_, i) => i % 2 == 1).Sum() == total || parts.Where((_, i) => i % 2 == 0).Sum() == total);
    }

    // 因故取消的9场: no kind of the others.
    [GeneratedRegex(@"因|取消|延期|改期|暂停|未", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Besides();
}
