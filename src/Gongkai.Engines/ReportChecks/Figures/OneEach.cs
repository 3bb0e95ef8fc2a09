using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares how many there are when every one of several has one with what is said of all of them: 22个部门各确定1名信息员 … 对20名信息员实行提醒. Worth a look only.</summary>
internal static partial class OneEach
{
    private const decimal Farthest = 1.5m;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading)
    {
        var told = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var sentence in reading.Sentences)
        {
            var text = sentence.Span.Of(reading.Folded);
            if (!text.AsSpan().ContainsAny('各', '均', '每'))
            {
                continue;
            }

            foreach (Match match in Each().Matches(text))
            {
                var name = match.Groups["name"].Value;
                var number = match.Groups["all"].Success ? Number(match.Groups["all"]) : match.Groups["n"].Captures.Sum(n => Number(n));
                told.TryAdd(name, new Figure(name, number, match.Groups["u"].Value, false, null, new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length)));
            }
        }

        if (told.Count == 0)
        {
            yield break;
        }

        foreach (var sentence in reading.Sentences)
        {
            foreach (Match match in Counted().Matches(sentence.Span.Of(reading.Folded)))
            {
                var span = new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length);
                if (told.FirstOrDefault(t => match.Groups["name"].Value.StartsWith(t.Key, StringComparison.Ordinal)) is { Key: { } name, Value: { } each } && !each.Span.Contains(span)
                    && Number(match.Groups["n"]) is var count && count != each.Value && Math.Max(count, each.Value) <= Math.Min(count, each.Value) * Farthest)
                {
                    var second = new Figure(name, count, match.Groups["u"].Value, false, null, span);
                    yield return each.Span.Start < span.Start ? (name, each, second) : (name, second, each);
                }
            }
        }
    }

    private static decimal Number(Capture number) => decimal.Parse(number.ValueSpan, CultureInfo.InvariantCulture);

    // 8个学院、14个部门各确定信息员1名; 28个部门和18个学院共46个单位均明确了一名信息员.
    [GeneratedRegex(@"(?:(?<![\d第.])(?<n>\d{1,3})(?:个|家|所)[^。;，,()\d]{1,14}?(?:\([^()]{1,60}\))?)+(?:[，,]?共(?<all>\d{1,3})(?:个|家)[^。;，,\d]{0,10}[，,]?)?(?:各自?|均|每个?[\u4e00-\u9fa5]{0,4}[都均]?)(?:确定|设立?|配备|指定|明确|选派|安排|聘任?|推荐|选聘|落实|有|配|了){1,2}(?:(?:1|一)(?<u>名|位|个|人)(?<name>[\u4e00-\u9fa5]{2,5}员)|(?<name>[\u4e00-\u9fa5]{2,5}员)(?:1|一)(?<u>名|位|个|人))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Each();

    [GeneratedRegex(@"(?<![\d第.～~—-])(?<n>\d{1,3})(?<u>名|位|个|人)(?<name>[\u4e00-\u9fa5]{2,6})|(?<name>[\u4e00-\u9fa5]{2,4}员)(?:总数|总人数|人数|队伍)?(?:为|有|达到?|共计?|共有){0,2}(?<n>\d{1,3})(?<u>名|位|个|人)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();
}
