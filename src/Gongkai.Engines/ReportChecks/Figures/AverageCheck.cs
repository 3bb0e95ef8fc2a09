using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares an average with the total and the number it is of, whichever stands first: 48个单位平均每个单位公开35.5条，总量为1704条; 出刊24期，平均每期7篇; 四件申请用时分别为3天、
/// 5天……. Worth a look only: of several numbers the words do not say which are meant.</summary>
internal sealed partial class AverageCheck : IReportCheck
{
    private const int Words = 18;
    private const int FewestListed = 2;
    private const decimal AboutPart = 0.05m;

    // How many days, weeks and months a year of work may have; the first is what a report divides by as a rule.
    private static readonly Dictionary<string, decimal[]> Spans = new()
    {
        ["天"] = [365, 366, 250],
        ["日"] = [365, 366, 250],
        ["周"] = [52, 53, 40],
        ["月"] = [12, 10, 11, 9],
    };

    private static readonly string[] People = ["人", "名", "位"];

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var lines = FigureLine.Of(reading);
        for (var at = 0; at < lines.Count; at++)
        {
            for (var i = 0; i < lines[at].Count; i++)
            {
                var lead = lines[at].Gap(i);
                lead = lead.Length > Words ? lead[^Words..] : lead;
                if (Average().Match(lead) is { Success: true } match && !Otherwise().IsMatch(lead) && Compare(Near(lines, at), new Stated(lines[at].Figures[i], Told.Of(lines[at], lines[at].Figures[i])), match, IsListed().IsMatch(lines[at].Sentence.Span.Of(reading.Folded))) is var (other, real))
                {
                    yield return Percent.Mismatch(lines[at].Figures[i], other, Say(real, lines[at].Figures[i]), Say(lines[at].Figures[i].Value, lines[at].Figures[i]), Severity.Warning);
                }
            }
        }
    }

    private static string Say(decimal value, Figure like) => $"{Notice.Say(Math.Round(value, 2))}{like.Unit}";

    // The sentence itself and the one before it in the paragraph.
    private static List<Figure> Near(List<FigureLine> lines, int at) =>
        [.. at > 0 && lines[at - 1].Sentence.Block == lines[at].Sentence.Block ? lines[at - 1].Figures : [], .. lines[at].Figures];

    private static (Figure Other, decimal Real)? Compare(List<Figure> near, Stated average, Match match, bool isListed)
    {
        var others = near.FindAll(f => f != average.Figure && f.Value > 0);
        var each = match.Groups["each"].Success ? match.Groups["each"].Value : match.Groups["by"].Value;
        return Listed(near, average, isListed) ?? (Spans.TryGetValue(each, out var spans) ? OverTime(others, average, each, spans) : OverNumber(others, average, each));
    }

    // 用时分别为3天、5天、6天和10天: the numbers themselves stand in a row.
    private static (Figure, decimal)? Listed(List<Figure> near, Stated average, bool isListed)
    {
        var row = near.FindAll(f => f != average.Figure && f.Unit == average.Figure.Unit);
        return row.Count <= FewestListed || !isListed || row.Exists(f => f.Approximate) || Fits(average, row.Sum(f => f.Value) / row.Count) ? null
            : (row[^1], row.Sum(f => f.Value) / row.Count);
    }

    private static (Figure, decimal)? OverNumber(List<Figure> others, Stated average, string each)
    {
        // 48个网站，……站均50条: two numbers of which only one can be the total.
        var counts = others.Exists(f => IsOf(f, each)) || others.Count != 2 ? others.FindAll(f => IsOf(f, each)) : others.FindAll(f => f.Unit != average.Figure.Unit);
        var totals = others.FindAll(f => f.Unit == average.Figure.Unit || f.Unit.StartsWith(average.Figure.Unit, StringComparison.Ordinal));
        var ways = (from total in totals from count in counts where total != count && total.Value >= count.Value select (Count: count, Total: total, Real: total.Value / count.Value)).ToList();
        return ways.Count == 0 || each.Length == 0 || ways.Exists(w => w.Total.Approximate || w.Count.Approximate || Fits(average, w.Real)) || others.Exists(a => others.Exists(b => Fits(average, a.Value / b.Value))) ? null
            : (ways[0].Total, ways.MinBy(w => Math.Abs(w.Real - average.Figure.Value)).Real);
    }

    // 全年437条，日均2.1条: over days that nobody counted only a slip of the hand is plain.
    private static (Figure, decimal)? OverTime(List<Figure> others, Stated average, string each, decimal[] spans)
    {
        if (others.Exists(f => f.Unit == each))
        {
            return OverNumber(others, average, each);
        }

        var totals = others.FindAll(f => f.Unit == average.Figure.Unit && f.Value > average.Figure.Value);
        var usual = totals.Select(t => (Total: t, Real: Math.Round(t.Value / spans[0], average.Figure.Value.Scale))).FirstOrDefault(w => Slip.IsSwap(w.Real, average.Figure.Value));
        return usual.Total is null || spans.Any(s => totals.Exists(t => Fits(average, t.Value / s))) ? null : (usual.Total, usual.Real);
    }

    private static bool IsOf(Figure figure, string each) =>
        figure.Unit == each || figure.Unit.StartsWith(each, StringComparison.Ordinal) || (each is "人" or "生" or "师" && Array.IndexOf(People, figure.Unit) >= 0);

    // 约 and a decimal round; so does a whole number.
    private static bool Fits(Stated average, decimal real) =>
        Rounding.Fits(average.Figure.Value, real) || average.Told.Agrees(real) || (average.Figure.Approximate && Math.Abs(average.Figure.Value - real) <= real * AboutPart);

    /// <summary>An average with what its words allow it to be.</summary>
    private sealed record Stated(Figure Figure, Told Told);

    [GeneratedRegex(@"(?:分别|依次)(?:为|是|用了?|用时)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsListed();

    [GeneratedRegex(@"每一?(?<each>[个家名场位期天周月件篇册班户项次人条份门部])[\u4e00-\u9fa5]{0,6}平均[\u4e00-\u9fa5]{0,6}$|平均(?:每一?|各)(?<each>[个家名位场期天日周月件篇册班户项次人条份门部])(?:[\u4e00-\u9fa5]{0,8})$|(?<each>[人生师日月周场期篇件班户站校院项点台])均(?:可选|公开|发布|更新|使用|受助|占有|阅读|接待|接听|约|为|达|[\u4e00-\u9fa5]{0,6})$|平均[^，,。;%]{0,12}(?:时长|用时|时间|天数|时限|分)[^，,。;]{0,4}$|平均$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Average();

    [GeneratedRegex(@"上一?学?年|去年|同期|全国|全省|增加|减少|提高|缩短|降低|由|从|不均|均[为是有已无未]?(?:不|按|在|已)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
