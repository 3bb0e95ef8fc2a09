using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares shares and growth told in words with the numbers they are of: 占四分之三, 增长三成, 增长1.5倍, 翻了一番. Words round more than percentages do. Worth a look
/// only.</summary>
internal sealed partial class Fractions : IReportCheck
{
    private static readonly SearchValues<char> Changes = SearchValues.Create("增涨升多降减少");

    private const decimal Exact = 0.012m;
    private const decimal Plain = 0.045m;
    private const decimal Loose = 0.075m;
    private const decimal Times = 0.12m;
    private const int Farthest = 18;
    private const int MostSentences = 3;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var lines = FigureLine.Of(reading);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            var text = line.Sentence.Span.Of(reading.Folded);
            foreach (Match match in Told().Matches(text))
            {
                var place = line.Sentence.Span.Start + match.Index;
                var before = line.Figures.Where(f => f.Span.End <= place && f.Value > 0).ToList();
                if (Value(match.Groups["f"].Value) is not { } told || before.Count == 0 || place - before[^1].Span.End > Farthest)
                {
                    continue;
                }

                var near = lines.Take(at + 1).Reverse().TakeWhile(l => l.Sentence.Block == line.Sentence.Block).Take(MostSentences).SelectMany(l => l.Figures).Where(f => f.Unit == before[^1].Unit && f.Value > 0).ToList();
                var slack = match.Groups["about"].Length > 0 || Behind().IsMatch(text[(match.Index + match.Length)..]) ? Loose : match.Groups["exact"].Length > 0 ? Exact : Plain;
                if ((match.Groups["grow"].Length > 0 || match.ValueSpan.ContainsAny(Changes) ? Growth(line, before, near, told, slack, match.Groups["f"].Value.Contains('倍', StringComparison.Ordinal))
                    : Share(before[^1], before, near, told, slack)) is { } real)
                {
                    var span = new TextSpan(before[Math.Max(0, before.Count - 2)].Span.Start, place + match.Length);
                    yield return Notice.Of(ReportCodes.PercentMismatch, Severity.Warning, span, "", ("expected", $"{Notice.Say(Math.Round(real * Percent.Whole, 1))}%"), ("found", match.Groups["f"].Value));
                }
            }
        }
    }

    // What it would be, when the two numbers are plain: 由7.2万人增加到9.4万人.
    private static decimal? Growth(FigureLine line, List<Figure> before, List<Figure> near, decimal told, decimal slack, bool isTimes)
    {
        if (before.Count < 2 || before[^1].Unit != before[^2].Unit || before[^1].Approximate || before[^2].Approximate)
        {
            return null;
        }

        var i = line.Figures.ToList().IndexOf(before[^1]);
        if (!Became().IsMatch(line.Gap(i)) && !From().IsMatch(line.Clause(i - 1)))
        {
            return null;
        }

        var real = Math.Abs(before[^1].Value - before[^2].Value) / before[^2].Value;
        var allowed = isTimes ? Times : slack;
        return near.Exists(a => near.Exists(b => a != b && (Math.Abs((Math.Abs(a.Value - b.Value) / b.Value) - told) <= allowed || (!isTimes && Math.Abs((a.Value / b.Value) - told) <= allowed)))) ? null : real;
    }

    private static decimal? Share(Figure part, List<Figure> before, List<Figure> near, decimal told, decimal slack)
    {
        var wholes = before.FindAll(f => f != part && f.Unit == part.Unit && f.Value >= part.Value && !f.Approximate);
        return told > 1 || part.Approximate || wholes.Count == 0 || near.Exists(p => near.Exists(w => w != p && p.Value <= w.Value && Math.Abs((p.Value / w.Value) - told) <= slack)) ? null
            : part.Value / wholes.MinBy(w => Math.Abs((part.Value / w.Value) - told))!.Value;
    }

    private static decimal? Value(string words)
    {
        if (words.Contains('番', StringComparison.Ordinal))
        {
            return words.Contains('两', StringComparison.Ordinal) ? 3 : 1;
        }

        if (words is "一半" or "半数")
        {
            return 0.5m;
        }

        if (words.IndexOf("分之", StringComparison.Ordinal) is var of and > 0)
        {
            return ChineseNumber.ParseAny(words.AsSpan(of + 2)) is { } part && ChineseNumber.ParseAny(words.AsSpan(0, of)) is { } whole and > 0 ? (decimal)part / whole : null;
        }

        if (words.IndexOf('成') is var tenth and > 0)
        {
            var more = words[(tenth + 1)..] is "半" ? 0.05m : (ChineseNumber.Parse(words.AsSpan(tenth + 1)) ?? 0) / 100m;
            return (ChineseNumber.ParseAny(words.AsSpan(0, tenth)) / 10m) + more;
        }

        var times = words.TrimEnd('半').TrimEnd('倍');
        return (decimal.TryParse(times, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (decimal?)ChineseNumber.Parse(times)) + (words.EndsWith('半') ? 0.5m : 0);
    }

    [GeneratedRegex(@"(?:(?<grow>增长|增加|上升|提高|提升|增幅|扩大|下降|减少|降低|降幅|缩短|压缩|翻)|占|是|为)[^，,。;\d百%]{0,10}?(?<about>约|近|将近|超过|超|逾|接近|大约|不足|不到)?(?<exact>正好|恰好|恰为|恰|整整|刚好)?[到了为占近约的]*(?<f>[二三四五六七八九十]{1,2}分之[一二三四五六七八九十]|[一二三四五六七八九]成(?:半|[一二三四五六七八九])?(?!为|立|交|绩|果|员|功|本|效|就)|\d+(?:\.\d+)?倍|[一二两三四五六七八九十]倍半?|一倍半|[一两]番|一半|半数)(?<about>左右|多|强|弱|以上)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Told();

    [GeneratedRegex(@"^(?:左右|多|强|弱|以上|上下|有余)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Behind();

    [GeneratedRegex(@"增[长加]?[至到]|[上提]?升[至到]|提高[至到]|扩大[至到]|减少?[至到]|下?降[至到]|降低[至到]|压缩[至到]|缩短[至到]|变为|达到", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Became();

    [GeneratedRegex(@"(?:由|从)[^，,。;]{0,12}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex From();
}
