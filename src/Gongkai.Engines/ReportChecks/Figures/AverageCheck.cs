using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares an average with the total and the number it is of, whichever stands first: 48个单位平均每个单位公开35.5条，总量为1704条; 出刊24期，平均每期7篇; 四件申请用时分别为3天、
/// 5天……. Worth a look only: of several numbers the words do not say which are meant.</summary>
internal sealed partial class AverageCheck : IReportCheck
{
    private const int Words = 18;
    private const int FewestListed = 2;
    private const decimal AboutPart = 0.05m;
    private const decimal Nearly = 1.6m;
    private const int Beside = 6;
    private const int BesideOnly = 40;

    // How many days, weeks and months a year of work may have; the first is what a report divides by as a rule.
    private static readonly Dictionary<string, decimal[]> Spans = new()
    {
        ["天"] = [365, 366, 250],
        ["日"] = [365, 366, 250],
        ["周"] = [52, 53, 40],
        ["月"] = [12],
    };

    // What can be counted in a figure: without one of it no number beside the total says what the average is of.
    private static readonly HashSet<string> Measures = [.. Units.Pattern.Split('|'), "校", "院", "站", "人", "生", "师", "班", "户", "点", "日", "月", "周"];

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
                if (Average().Match(lead) is { Success: true } match && !Otherwise().IsMatch(lead) && Compare(lines, at, i, match) is var (other, real))
                {
                    var average = lines[at].Figures[i];
                    yield return Percent.Mismatch(average, other, Say(real, average), Say(average.Value, average), Severity.Warning);
                }
            }
        }
    }

    private static string Say(decimal value, Figure like) => $"{Notice.Say(Math.Round(value, 2))}{like.Unit}";

    // The sentence itself and the one before it in the paragraph. 15个工作日以内: a limit is nothing that was reckoned.
    private static List<Figure> Near(List<FigureLine> lines, int at) =>
        [.. at > 0 && lines[at - 1].Sentence.Block == lines[at].Sentence.Block ? Told(lines[at - 1]) : [], .. Told(lines[at])];

    private static IEnumerable<Figure> Told(FigureLine line) => Enumerable.Range(0, line.Count).Where(i => !Limit().IsMatch(line.After(i))).Select(i => line.Figures[i]);

    [GeneratedRegex(@"^(?:之内|以内|内|之前|前)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Limit();

    private static (Figure Other, decimal Real)? Compare(List<FigureLine> lines, int at, int i, Match match)
    {
        var (line, near) = (lines[at], Near(lines, at));
        var average = new Stated(line.Figures[i], Figures.Told.Of(line, line.Figures[i]));
        var isListed = IsListed().IsMatch(line.Words());
        // 用时分别为3天、6天、8天: the row itself says what its average is, whatever else divides so.
        if (isListed && (Units.IsTime(average.Figure.Unit) ? Row(near, average) : Marks(line, i)) is { Count: > FewestListed } row && !row.Exists(f => f.Approximate))
        {
            return Fits(average, row.Sum(f => f.Value) / row.Count) ? null : (row[^1], row.Sum(f => f.Value) / row.Count);
        }

        // 举行午餐会8次，参加学生192人，平均每次28人: the sentence has one total and one number to divide it by.
        var each = match.Groups["each"].Success ? match.Groups["each"].Value : match.Groups["by"].Value;
        if (each.Length > 0 && !isListed && TotalAndCount([.. line.Figures.Take(i).Where(f => f.Value > 0)], average, each) is var (total, count))
        {
            return Fits(average, total.Value / count.Value) ? null : (total, total.Value / count.Value);
        }

        var others = near.FindAll(f => f != average.Figure && f.Value > 0);
        if (others.Exists(a => Joint(others).Exists(b => b > 1 && Fits(average, a.Value / b))))
        {
            return null;
        }

        return Spans.TryGetValue(each, out var spans) ? OverTime(others, average, each, spans) : OverNumber(others, average, each);
    }

    private static (Figure Total, Figure Count)? TotalAndCount(List<Figure> sentence, Stated average, string each)
    {
        // 奖学金860人次，发放301万元；助学金950人次，发放285万元，人均3000元: of pairs the last.
        var (totals, counts) = (sentence.FindAll(f => f.Unit == average.Figure.Unit), sentence.FindAll(f => f.Unit != average.Figure.Unit && IsOf(f, each)));
        return totals is [{ Approximate: false } only] && counts is [{ Approximate: false, Value: > 1 } by] ? (only, by)
            : totals.Count > 1 && counts.Count == totals.Count && counts.Zip(totals).All(p => sentence.IndexOf(p.Second) == sentence.IndexOf(p.First) + 1) && counts[^1] is { Approximate: false, Value: > 1 } count && !totals[^1].Approximate ? (totals[^1], count)
            : null;
    }

    // 得分分别为92.4分、93.1分、94.2分，平均93.2分: from the word that lists them on, nothing but marks.
    private static List<Figure> Marks(FigureLine line, int average)
    {
        var first = average - 1;
        while (first > 0 && line.Figures[first].Unit == "分" && !IsListed().IsMatch(line.Gap(first)))
        {
            first--;
        }

        return first >= 0 && line.Figures[average].Unit == "分" && line.Figures[first].Unit == "分" && IsListed().IsMatch(line.Gap(first)) ? [.. line.Figures.Take(average).Skip(first)] : [];
    }

    // The numbers of the average's own measure.
    private static List<Figure> Row(List<Figure> near, Stated average) => near.FindAll(f => f != average.Figure && f.Unit == average.Figure.Unit);

    // 48个网站，……站均50条; 36次和24次会议……平均每次8项: by the counts of what the average is of, else by any that comes near it. Any two numbers that give it clear it.
    private static (Figure, decimal)? OverNumber(List<Figure> others, Stated average, string each)
    {
        var totals = others.FindAll(f => f.Unit == average.Figure.Unit || f.Unit.StartsWith(average.Figure.Unit, StringComparison.Ordinal));
        var (named, counts) = (Joint(others.FindAll(f => IsOf(f, each))), Joint(others.FindAll(f => f.Unit != average.Figure.Unit)));
        var ways = totals.SelectMany(total => (named.Count > 0 ? named : counts).Where(c => c > 1 && total.Value >= c).Select(c => (Total: total, Real: total.Value / c))).ToList();
        if (each.Length == 0 || others.Exists(f => f.Approximate) || named.Count == 0 && !Measures.Contains(each))
        {
            return null;
        }

        var near = ways.OrderBy(w => Math.Abs(w.Real - average.Figure.Value)).ToList();
        return near is [var (total, real), ..] && (named.Count > 0 || (real <= average.Figure.Value * Nearly && real * Nearly >= average.Figure.Value)) ? (total, real) : null;
    }

    // Each number, and neighbours of one measure together.
    private static List<decimal> Joint(List<Figure> figures) =>
        [.. figures.Select(f => f.Value), .. figures.Zip(figures.Skip(1)).Where(p => p.First.Unit == p.Second.Unit).Select(p => p.First.Value + p.Second.Value)];

    // 全年437条，日均2.1条: over days that nobody counted only a slip of the hand is plain.
    private static (Figure, decimal)? OverTime(List<Figure> others, Stated average, string each, decimal[] spans)
    {
        if (others.Exists(f => IsOf(f, each)))
        {
            return OverNumber(others, average, each);
        }

        var totals = others.FindAll(f => f.Unit == average.Figure.Unit && f.Value > average.Figure.Value && !Before().IsMatch(f.Label));
        var usual = totals.Select(t => (Total: t, Real: Math.Round(t.Value / spans[0], average.Figure.Value.Scale))).FirstOrDefault(w => Slip.IsSwap(w.Real, average.Figure.Value) || (each == "月" && IsBeside(w.Total, w.Real, average.Figure, totals.Count == 1 ? BesideOnly : Beside)));
        return usual.Total is null || spans.Any(s => totals.Exists(t => Fits(average, t.Value / s))) ? null : (usual.Total, usual.Real);
    }

    // 全年1764条，月均157条: a year has twelve months, and what it is of stands just before.
    private static bool IsBeside(Figure total, decimal real, Figure average, int most) =>
        average.Span.Start - total.Span.End >= 0 && average.Span.Start - total.Span.End <= most && real <= average.Value * Nearly && average.Value <= real * Nearly;

    [GeneratedRegex(@"上一?学?年|去年|同期|增加|减少", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Before();

    private static bool IsOf(Figure figure, string each) =>
        figure.Unit == each || (each.Length > 0 && (figure.Unit.StartsWith(each, StringComparison.Ordinal) || figure.Unit.EndsWith(each, StringComparison.Ordinal))) || (each == "日" && figure.Unit == "天") || (each is "人" or "生" or "师" && Array.IndexOf(People, figure.Unit) >= 0);

    // 约 and a decimal round; so does a whole number.
    private static bool Fits(Stated average, decimal real) =>
        Rounding.Fits(average.Figure.Value, real) || average.Told.Agrees(real) || (average.Figure.Approximate && Math.Abs(average.Figure.Value - real) <= real * AboutPart);

    /// <summary>An average with what its words allow it to be.</summary>
    private sealed record Stated(Figure Figure, Told Told);

    [GeneratedRegex(@"(?:分别|依次)(?:为|是|用了?|用时)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsListed();

    [GeneratedRegex(@"(?:每一?|单)(?<each>[\u4e00-\u9fa5])[\u4e00-\u9fa5]{0,6}平均[\u4e00-\u9fa5]{0,6}$|平均(?:每一?|各|单)(?<each>[\u4e00-\u9fa5])(?:[\u4e00-\u9fa5]{0,10})$|(?<each>[人生师日月周场期篇件班户站校院项点台])均(?:可选|公开|发布|更新|使用|受助|占有|阅读|接待|接听|约|为|达|[\u4e00-\u9fa5]{0,6})$|平均[^，,。;%]{0,12}(?:时长|用时|时间|天数|时限|分)[^，,。;]{0,4}$|平均$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Average();

    [GeneratedRegex(@"上一?学?年|去年|同期|全国|全省|增加|减少|提高|缩短|降低|由|从|不均|均[为是有已无未]?(?:不|按|在|已)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
