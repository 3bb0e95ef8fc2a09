using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares an announced number with what is then named one by one: 新增的4个单位是甲、乙和丙; 共办4场，分别在10月、4月和6月. Worth a look only, since
/// a name may hold a joint of its own.</summary>
internal sealed partial class EnumerationCheck : IReportCheck
{
    private const string Count = @"(?<![\d第,.])(?<n>[2-9]|1\d|[二两三四五六七八九十]{1,2})";

    public IEnumerable<ReportFinding> Run(Reading reading) => Named(reading).Concat(CountedOut.Read(reading).Select(off => Differing(off.Span, off.Named, off.Announced)));

    private static IEnumerable<ReportFinding> Named(Reading reading)
    {
        foreach (var block in reading.Blocks.Where(b => b.Kind == BlockKind.Prose && b.Span.In(reading.Folded).Contains('、')))
        {
            var text = block.Span.Of(reading.Folded);
            foreach (var (match, named) in Lists(text))
            {
                if (ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is { } announced && !named.Contains(announced) && !(match.Groups["more"].Success && named[^1] < announced))
                {
                    yield return Differing(new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length), named[0], announced);
                }
            }
        }
    }

    private static ReportFinding Differing(TextSpan span, int named, decimal announced) => Notice.Of(
        ReportCodes.SumMismatch, Severity.Warning, span, "enumeration", ("expected", named.ToString(CultureInfo.InvariantCulture)), ("found", announced.ToString(CultureInfo.InvariantCulture)));

    // 和 joins two names or stands within one: both ways of counting are let pass.
    private static IEnumerable<(Match Match, int[] Named)> Lists(string text)
    {
        foreach (var match in NamesBehind().Matches(text).Concat(DatesBehind().Matches(text)).Concat(NumbersBehind().Matches(text)).Concat(NamesBefore().Matches(text)).Concat(ManyBefore().Matches(text)))
        {
            var list = match.Groups["list"].Value;
            var least = list.Count(c => c == '、') + 1;
            yield return (match, [least, .. Enumerable.Range(1, Joint().Count(list)).Select(more => least + more)]);
        }
    }

    [GeneratedRegex(Count + @"(?:个|家|所|种|位|名|门|大|项|类|座|支)(?!字)[^，。;:、\d()]{0,6}?(?:分别[是为]|依次[是为]|[是为即]|:)\s*(?<list>[^，。;:()\d等、]{2,16}(?:、[^，。;:()\d等、]{2,16})+)(?=[。;，]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamesBehind();

    [GeneratedRegex(Count + @"(?:场|次|期|轮|批|回|届)[^。;、\d]{0,10}?(?:分别|依次|先后)[^。;、\d]{0,4}(?<list>(?:\d{4}年|当年|次年|同年)?\d{1,2}月[^，。;、月]{0,6}(?:[、和及与](?:\d{4}年|当年|次年|同年)?\d{1,2}月[^，。;、月]{0,6})+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DatesBehind();

    // 办讲座3场，听众分别为30人、45人、52人: as many numbers as there were.
    [GeneratedRegex(Count + @"(?:场|次|期|轮|批|届)[^。;、\d和及与]{0,16}?(?:分别|依次)[^。;、\d和及与]{0,8}(?<list>\d+(?:人次|[人名件条个项份位])(?:[、和及与]\d+(?:人次|[人名件条个项份位]))+)(?![、和及与])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumbersBehind();

    [GeneratedRegex(@"(?:围绕|聚焦|涵盖|下设|分设|设有|分为|由|包括)(?<list>[^，。;:()\d等、]{2,12}(?:、[^，。;:()\d等、]{2,12})+?)(?:这|共|(?<more>等))?" + Count + @"(?:个|类|种|家|所|项|大)(?![\u4e00-\u9fa5]{0,2}(?:部分|章|节|百分点|工作日))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamesBefore();

    // 校办、宣传部、人事处、财务处5个部门
    [GeneratedRegex(@"(?<list>(?<=[，。;:由含对]|^)[^，。;:()\d等、\s]{2,14}(?:、[^，。;:()\d等、]{2,14}){3,})(?:这|共|(?<more>等))?" + Count + @"个(?:职能)?(?:部门|二级学院|学院|单位|系部|处室|专业|平台)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ManyBefore();

    [GeneratedRegex(@"和|及|与", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();
}
