using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds what is said not to have happened in one place and counted in another: 未发生诉讼 … 行政诉讼1件. Worth a look only.</summary>
internal static partial class NoneAndSome
{
    private static readonly string[] Cases = ["举报", "复议", "诉讼", "投诉"];

    public static IEnumerable<(string Name, Figure First, Figure Second)> Read(Reading reading)
    {
        foreach (var kind in Cases)
        {
            var none = Find(reading, None(), kind).Where(f => f.Figure.Value == 0).ToList();
            var some = Find(reading, Some(), kind).Where(f => f.Figure.Value > 0).ToList();
            if (none.Count > 0 && some.Count > 0 && none[0].Sentence != some[0].Sentence)
            {
                yield return none[0].Sentence < some[0].Sentence ? (kind, none[0].Figure, some[0].Figure) : (kind, some[0].Figure, none[0].Figure);
            }
        }

        // 未收取任何费用 … 收取的48元复印、邮寄费.
        if (NoFees().Match(reading.Folded) is { Success: true } noFees && Fees().Matches(reading.Folded).FirstOrDefault(m => reading.SentenceAt(m.Index) != reading.SentenceAt(noFees.Index)) is { } fees && decimal.TryParse(fees.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture, out var paid))
        {
            var nothing = new Figure("收费", 0, "元", false, null, new TextSpan(noFees.Index, noFees.Index + noFees.Length));
            var something = new Figure("收费", paid, "元", false, null, new TextSpan(fees.Index, fees.Index + fees.Length));
            yield return noFees.Index < fees.Index ? ("收费", nothing, something) : ("收费", something, nothing);
        }
    }

    private static IEnumerable<(int Sentence, Figure Figure)> Find(Reading reading, Regex form, string kind)
    {
        for (var at = 0; at < reading.Sentences.Count; at++)
        {
            var span = reading.Sentences[at].Span;
            if (!span.In(reading.Folded).Contains(kind, StringComparison.Ordinal) || Otherwise().IsMatch(span.Of(reading.Folded)))
            {
                continue;
            }

            foreach (Match match in form.Matches(span.Of(reading.Folded)).Where(m => m.Value.Contains(kind, StringComparison.Ordinal)))
            {
                var value = match.Groups["n"].Success ? ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) ?? 0 : 0;
                yield return (at, new Figure(kind, value, "件", false, null, new TextSpan(span.Start + match.Index, span.Start + match.Index + match.Length)));
            }
        }
    }

    [GeneratedRegex(@"(?:未|没有)(?:向[^，。;]{0,12})?收取(?:过|任何|申请人)*[^，。;\d]{0,8}费|(?:未|没有)收费", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoFees();

    [GeneratedRegex(@"收取[^，。;\d]{0,12}(?<n>[1-9]\d{0,4}(?:\.\d+)?)元[^，。;]{0,2}(?:检索|复印|复制|邮寄|邮费|工本|成本)|(?:检索|复印|复制|邮寄|工本|成本)[^，。;\d]{0,6}费[^，。;\d]{0,6}(?<n>[1-9]\d{0,4}(?:\.\d+)?)元", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fees();

    [GeneratedRegex(@"(?:未|没有|无|尚未)(?:收到|接到|发生|出现|受理|产生|发现|有)?[^。;\d]{0,30}?(?:举报|复议|诉讼|投诉)(?:[、和及或与](?:行政)?(?:举报|复议|诉讼|投诉))*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex None();

    [GeneratedRegex(@"(?:收到|接到|发生|受理|引发|涉及)[^。，,;\d]{0,20}(?:举报|复议|诉讼|投诉)[^。，,;\d]{0,8}?(?<n>[1-9]\d{0,2}|[一二两三四五六七八九])(?:件|起|次|宗|例)|(?:举报|复议|诉讼|投诉)(?:信|案件?)?(?<n>[1-9]\d{0,2}|[一二两三四五六七八九])(?:件|起|次|宗|例)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Some();

    [GeneratedRegex(@"上一?学?年|去年|往年|以来|其他|其余|再|实名|学术|考试|师德|论文|热线|渠道|制度|机制|电话", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
