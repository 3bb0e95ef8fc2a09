using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares what a sentence says of the Ministry's catalogue, apart from the pair of its two numbers, with the catalogue itself: how many items it has, what the number of its
/// last one is, into how many kinds it is divided, what became of the items. Worth a look only.</summary>
internal sealed partial class CatalogueNumbersCheck : IReportCheck
{
    private const int Items = 50;
    private const int Kinds = 10;
    private const int FewestNamed = 6;
    private const int Near = 6;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var sentence in reading.Sentences)
        {
            var text = sentence.Span.Of(reading.Folded);
            var isCatalogue = Catalogue().IsMatch(text);
            if (!isCatalogue && !OfKinds().IsMatch(text))
            {
                continue;
            }

            var wrong = (isCatalogue ? Counted(text).Concat(LastItem(text)).Concat(Outcomes(text)) : []).Concat(NamedKinds(text)).FirstOrDefault();
            if (wrong.Match is { } match)
            {
                yield return Notice.Of(
                    ReportCodes.CatalogueCount,
                    Severity.Warning,
                    new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length),
                    wrong.Case,
                    ("expected", wrong.Expected.ToString(CultureInfo.InvariantCulture)),
                    ("found", match.Value));
            }
        }
    }

    // 国家清单54个条目中的20个: what stands just behind the name of the catalogue is what it has.
    private static IEnumerable<(Match Match, string Case, int Expected)> Counted(string text) =>
        ItemsOf().Matches(text).Where(m => (m.Groups["of"].Length > 0 || !Own().IsMatch(text[..(m.Index + 2)])) && ChineseNumber.ParseAny(m.Groups["n"].ValueSpan) is { } n && n != Items && Math.Abs(n - Items) <= Items / 2).Select(m => (m, "items", Items));

    // 从第1项“办学基本情况”到第51项: there is no item behind the last.
    private static IEnumerable<(Match Match, string Case, int Expected)> LastItem(string text) =>
        text.Contains('第', StringComparison.Ordinal) && !Own().IsMatch(text)
            ? Numbered().Matches(text).Where(m => ChineseNumber.ParseAny(m.Groups["n"].ValueSpan) is > Items and < Items * 2).Select(m => (m, "items", Items)) : [];

    // 已公开47项，不涉及5项: what is open, and what is not there to be open, is all of it.
    private static IEnumerable<(Match Match, string Case, int Expected)> Outcomes(string text)
    {
        var open = Open().Matches(text);
        var without = Without().Matches(text);
        if (open.Count == 1 && without.Count > 0 && !text.Contains("其中", StringComparison.Ordinal) && !Own().IsMatch(text))
        {
            var sum = Number(open[0]) + without.Sum(Number);
            if (sum != Items && Math.Abs(sum - Items) <= Near)
            {
                yield return (open[0], "outcomes", Items);
            }
        }
    }

    private static int Number(Match match) => ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) ?? 0;

    // 基本信息、招生考试信息……以及其他信息，共十一类.
    private static IEnumerable<(Match Match, string Case, int Expected)> NamedKinds(string text) =>
        CatalogueCategories.CountNamed(text) >= FewestNamed ? KindsBehind().Matches(text).Where(m => Number(m) is > 1 and not Kinds && Math.Abs(Number(m) - Kinds) <= 2).Take(1).Select(m => (m, "kinds", Kinds)) : [];

    [GeneratedRegex(@"清单|教办函〔?2014", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Catalogue();

    [GeneratedRegex(@"招生考试信息[^。]*教学质量信息", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfKinds();

    [GeneratedRegex(@"(?<of>国家|教育部|部颁|《高等学校信息公开事项)?清单》?(?:所列|规定|要求|列出|明确|确定|上)?(?:的|中的|内的|共有?|全部|所有|有|列有)*(?<n>\d{2}|[四五六]十[一二三四五六七八九]?)\s*(?:个)?(?:条目|事项|项(?!目)|条(?!件))(?:内容|信息|事项|条目)?(?:中|里|全部|逐|的|均|，|,|。|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItemsOf();

    [GeneratedRegex(@"第\s*(?<n>\d{2,3}|[五六七八九]十[一二三四五六七八九]?)\s*项", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?:已|实际|应)(?:经)?(?:公开|发布|落实|公布)(?:的|了|事项)?(?:有|为|共)?\s*(?<n>[34]\d|50)\s*项", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"(?:不涉及|不适用|无此项|未涉及|暂缺|未公开|不具备|空缺|没有内容|不存在)[^。，,;\d]{0,6}?(?<n>\d{1,2}|[一二两三四五六七八九])\s*项", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Without();

    [GeneratedRegex(@"(?:共|等|这|计|以上)\s*(?<n>\d{1,2}|[一二三四五六七八九十]{1,2})\s*个?(?:大类|类别|类|个?方面)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KindsBehind();

    [GeneratedRegex(@"二级|省|市|增加|增设|新增|拓展|扩展|补充|扩充|自行|自主|本校清单|学校清单|我校清单|本清单|负面清单|任务清单|权力清单|问题清单|责任清单", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Own();
}
