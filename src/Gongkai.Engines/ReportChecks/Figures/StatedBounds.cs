using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds numbers that leave no room for each other: issues 1047 to 1078 are 32, not 23; what took 13 days at the longest was not all done within ten. Worth a look only.</summary>
internal static partial class StatedBounds
{
    public static IEnumerable<(string Name, Figure First, Figure Second)> Read(Reading reading) => Issues(reading).Concat(Longest(reading));

    // 第1047期至第1078期，共32期.
    private static IEnumerable<(string, Figure, Figure)> Issues(Reading reading)
    {
        foreach (Match match in Range().Matches(reading.Folded))
        {
            var (from, to, count) = (Number(match, "from"), Number(match, "to"), Number(match, "n"));
            if (to > from && count > 0 && to - from + 1 != count)
            {
                var unit = match.Groups["u"].Value;
                yield return (match.Groups["range"].Value, At(match.Groups["range"], to - from + 1, unit), At(match.Groups["n"], count, unit));
            }
        }
    }

    // 用时最长的一件为13个工作日 … 都在10个工作日之内答复.
    private static IEnumerable<(string, Figure, Figure)> Longest(Reading reading)
    {
        var longest = LongestOne().Matches(reading.Folded).ToList();
        foreach (Match all in AllWithin().Matches(reading.Folded))
        {
            if (longest.Find(m => m.Groups["u"].Value == all.Groups["u"].Value && Number(m, "n") > Number(all, "n")) is { } one)
            {
                var (a, b) = (At(one.Groups["n"], Number(one, "n"), one.Groups["u"].Value), At(all.Groups["n"], Number(all, "n"), all.Groups["u"].Value));
                yield return Pair.InOrder(all.Value, a, b);
            }
        }
    }

    private static int Number(Match match, string group) => ChineseNumber.ParseAny(match.Groups[group].ValueSpan) ?? 0;

    private static Figure At(Group group, int value, string unit) => new(value.ToString(CultureInfo.InvariantCulture), value, unit, false, null, new TextSpan(group.Index, group.Index + group.Length));

    [GeneratedRegex(@"(?<range>第\s*(?<from>\d{1,5})\s*(?<u>[期号辑卷])?\s*(?:至|到|[-—–~～]+)\s*第?\s*(?<to>\d{1,5})\s*(?<u>[期号辑卷]))[，,、(]?\s*(?:共|共计|计|总计|合计)(?:编印|出版|印发|出刊|编发)?\s*(?<n>\d{1,4})\s*[期号辑卷]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?:用时|办理|耗时|时间|时长)?最[长多](?:的)?(?:[一1]件)?(?:用时|用了|为|是|达|也只有|的)*\s*(?<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s*个?(?<u>工作日|天|小时)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongestOne();

    [GeneratedRegex(@"(?:所有|全部|每件|每一件|申请)[^。;，,\d]{0,8}[都均]在\s*(?<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s*个?(?<u>工作日|天|小时)(?:之?内|以内)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AllWithin();
}
