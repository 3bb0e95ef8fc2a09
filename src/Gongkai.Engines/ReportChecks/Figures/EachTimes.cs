using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a total of equal parts: 四个校门各投放460份，合计1840份; 每场培训60人，3场共180人.</summary>
internal static partial class EachTimes
{
    private const int MostParts = 100;

    public static IEnumerable<PartList> Read(FigureLine line)
    {
        for (var i = 0; i + 1 < line.Count; i++)
        {
            var (each, total) = (line.Figures[i], line.Figures[i + 1]);
            if (each.Unit != total.Unit || each.Unit.Length == 0 || !IsTotalBehind(line, i + 1) || Number(line, i) is not ({ } number and > 1 and <= MostParts) || line.Figures.Take(i).Any(f => f.Unit == each.Unit))
            {
                continue;
            }

            List<Figure> parts = [.. Enumerable.Repeat(each, number)];
            yield return new PartList(total, parts, new SumList([.. parts.Select(p => p.Value)], new bool[number]), PartClaim.All);
        }
    }

    private static bool IsTotalBehind(FigureLine line, int i) => line.IsTotal(i) && !Other().IsMatch(line.Gap(i));

    // 9个系和12个处室各有一位: all that stand before 各 have one each.
    private static int? Number(FigureLine line, int i) =>
        Each().Match(line.Lead(i)) is { Success: true } match ? match.Groups["n"].Captures.Aggregate((int?)0, (sum, n) => sum + ChineseNumber.ParseAny(n.ValueSpan)) : null;

    [GeneratedRegex(@"(?:(?<![\d第])(?<n>\d{1,3}|[二两三四五六七八九十]{1,3})(?:个|家|名|所|位|场|期|次|处|座|栋|栏|门|批|轮|届|天|组)[^。;，,\d]{1,14}?)+(?:各|均|分别)[^。;，,\d]{0,24}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Each();

    [GeneratedRegex(@"上一?学?年|去年|另|其中|增|减|较|比", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Other();
}
