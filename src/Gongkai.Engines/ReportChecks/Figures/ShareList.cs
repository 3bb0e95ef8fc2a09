using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>The counts told before a rate in its part of the report, by the names they were told with, and the lists they stand in.</summary>
internal sealed partial class ShareList
{
    private const int Before = 900;
    private const int Label = 20;
    private const int FarthestInList = 20;
    private const int ShortestName = 2;
    private const int FewestInList = 3;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("，,;。:、()\n%");

    private readonly Reading _reading;
    private readonly List<LabelledCount> _told;

    private ShareList(Reading reading, List<LabelledCount> told) => (_reading, _told) = (reading, told);

    /// <summary>The last count before the rate.</summary>
    public LabelledCount? Last => _told.Count == 0 ? null : _told[^1];

    public static ShareList Of(Reading reading, Figure rate) => new(
        reading,
        [.. reading.FiguresFrom(rate.Span.Start - Before).TakeWhile(f => f.Span.Start < rate.Span.Start)
            .Where(f => !Units.IsRate(f.Unit) && f.Value > 0 && f.Unit.Length > 0 && reading.NextPart(f.Span.Start) > rate.Span.Start).Select(f => new LabelledCount(f, LabelOf(reading.Folded, f)))]);

    /// <summary>A name without what may stand around it.</summary>
    public static string Plain(string words) => Filling().Replace(words, "");

    /// <summary>The counts told with a name and nothing else.</summary>
    public List<LabelledCount> Named(string name) => name.Length < ShortestName ? [] : _told.FindAll(t => t.Label == name);

    /// <summary>前两项: the first of the list that was told last.</summary>
    public ShareSum? First(int count)
    {
        for (var at = _told.Count - 1; at >= 0; at--)
        {
            if (Beside(at, at) is { Count: >= FewestInList } list && list.Count > count)
            {
                return new ShareSum(list.GetRange(0, count));
            }
        }

        return null;
    }

    /// <summary>副教授以上: the ranks of one list, from its first to the one that is named.</summary>
    public ShareSum? Above(LabelledCount told)
    {
        var at = _told.IndexOf(told);
        var first = at;
        while (first > 0 && _told[first - 1].Figure.Unit == told.Figure.Unit && Rank().IsMatch(_told[first - 1].Label) && AreBeside(first - 1))
        {
            first--;
        }

        return first == at ? null : new ShareSum(_told.GetRange(first, at - first + 1));
    }

    /// <summary>What the share is of and what it would be, equal to the share when a whole gives it. Of a list that makes up a number told before it the whole is known; else any greater number clears it.</summary>
    public (Figure Whole, decimal Real)? Miss(List<ShareSum> sums, Figure rate)
    {
        var isComplete = sums.TrueForAll(sum => All(sum) is not null);
        if (sums.Count == 0 || sums.Exists(s => s.Parts.Exists(p => p.Figure.Approximate)) || (!isComplete && _told.Exists(t => t.Figure.Approximate && sums.Exists(s => s.Unit == t.Figure.Unit))))
        {
            return null;
        }

        var wholes = sums.SelectMany(sum => WholesOf(sum).Select(whole => (Sum: sum.Value, Whole: whole))).ToList();
        return wholes.Count == 0 ? null
            : Nearest(wholes.ConvertAll(w => (w.Whole, w.Sum / w.Whole.Value * Percent.Whole)), rate) is var share && (share.Real == rate.Value || isComplete || !IsGiven(sums, rate)) ? share : null;
    }

    /// <summary>The whole whose share is nearest to the rate; the rate itself where it fits.</summary>
    public static (Figure Whole, decimal Real) Nearest(List<(Figure Whole, decimal Real)> wholes, Figure rate)
    {
        var nearest = wholes.MinBy(w => Math.Abs(w.Real - rate.Value));
        return Rounding.Fits(rate, nearest.Real) ? (nearest.Whole, rate.Value) : nearest;
    }

    /// <summary>The whole of the list told before the last count, which is no part of it: 满意652份、较满意298份、一般84份；前两者合计950份.</summary>
    public Figure? WholeBeforeLast()
    {
        for (var at = _told.Count - 2; at >= 0; at--)
        {
            if (_told[at].Figure.Unit == _told[^1].Figure.Unit)
            {
                return Beside(at, at, _told.Count - 2) is { Count: >= FewestInList } list && !list.Exists(t => t.Figure.Approximate) && ToldOf(list) is { } whole && whole.Value > _told[^1].Figure.Value ? whole : null;
            }
        }

        return null;
    }

    /// <summary>Whether a number told before gives the share of the last count.</summary>
    public bool GivesLast(Figure rate) => _told.Exists(t => t.Figure.Value >= _told[^1].Figure.Value && t != _told[^1] && Rounding.Fits(rate, _told[^1].Figure.Value / t.Figure.Value * Percent.Whole));

    /// <summary>Whether some count from a place on, other than the last, has the share of a whole.</summary>
    public bool GivesAny(Figure rate, Figure whole, int from) => _told.Exists(t => t != _told[^1] && t.Figure.Span.Start >= from && t.Figure.Value < whole.Value && Rounding.Fits(rate, t.Figure.Value / whole.Value * Percent.Whole));

    private List<Figure> WholesOf(ShareSum sum)
    {
        var beside = BesideOf(sum);
        if (All(sum) is { } all)
        {
            // 满意45票、一般15票。两组合计87票，满意占79.3%: what is told between may be meant, unless it adds up some of the list.
            var sums = Enumerable.Range(1, beside.Count).Select(n => beside.Take(n).Sum(t => t.Figure.Value)).ToHashSet();
            return [all, .. _told.Skip(_told.IndexOf(beside[^1]) + 1).Select(t => t.Figure).Where(f => f.Value > sum.Value && f.Unit == sum.Unit && !sums.Contains(f.Value))];
        }

        var wholes = _told.FindAll(t => Units.Same(t.Figure.Unit, sum.Unit) && t.Figure.Value > sum.Value && !beside.Contains(t)).ConvertAll(t => t.Figure);
        if (Units.CountsPeople(sum.Unit))
        {
            wholes.AddRange(_told.Where(t => t.Figure.Unit is "份" or "张" or "票" && t.Figure.Value > sum.Value).Select(t => t.Figure));
        }

        if (beside.Count > sum.Parts.Count)
        {
            wholes.Add(beside[0].Figure with { Value = beside.Sum(t => t.Figure.Value) });
        }

        return wholes;
    }

    // The number that the list of the parts makes up, where it was told.
    private Figure? All(ShareSum sum) => BesideOf(sum) is { Count: >= FewestInList } list ? ToldOf(list) : null;

    private Figure? ToldOf(List<LabelledCount> list)
    {
        var all = list.Sum(t => t.Figure.Value);
        return _told.LastOrDefault(t => t.Figure.Value == all && !list.Contains(t) && t.Figure.Span.Start < list[^1].Figure.Span.Start)?.Figure;
    }

    private List<LabelledCount> BesideOf(ShareSum sum) => Beside(_told.IndexOf(sum.Parts[0]), _told.IndexOf(sum.Parts[^1]));

    // The list that some of the counts stand in, without a total at its head.
    private List<LabelledCount> Beside(int first, int last, int end = int.MaxValue)
    {
        var (head, unit) = (_told[first], _told[first].Figure.Unit);
        while (first > 0 && _told[first - 1].Figure.Unit == unit && AreBeside(first - 1))
        {
            first--;
        }

        while (last + 1 < _told.Count && last < end && _told[last + 1].Figure.Unit == unit && AreBeside(last))
        {
            last++;
        }

        var list = _told.GetRange(first, last - first + 1);
        return list.Count > 2 && list[0] != head && list[0].Figure.Value >= list.Skip(1).Sum(t => t.Figure.Value) && ToldOf(list) is null ? list.GetRange(1, list.Count - 1) : list;
    }

    private bool AreBeside(int at)
    {
        var (end, start) = (_told[at].Figure.Span.End, _told[at + 1].Figure.Span.Start);
        return start - end <= FarthestInList && !_reading.Folded.AsSpan(end, start - end).Contains('。');
    }

    // The whole may stand in any chapter: 占全校主动公开信息的.
    private bool IsGiven(List<ShareSum> sums, Figure rate) =>
        sums.Exists(sum => _reading.OfUnit(sum.Unit).Any(w => w.Value >= sum.Value && Rounding.Fits(rate, sum.Value / w.Value * Percent.Whole)));

    private static string LabelOf(string folded, Figure figure)
    {
        var words = folded[Math.Max(0, figure.Span.Start - Label)..figure.Span.Start];
        return InQuotes().Match(words) is { Success: true } quoted ? quoted.Groups["name"].Value : Plain(words[(words.AsSpan().LastIndexOfAny(Marks) + 1)..]);
    }

    [GeneratedRegex(@"[\s“”]|^(?:其中|包括|分别|表示|评价为|选择|认为|填写|评为|通过|利用|依托|借助|具有|以|从|在|对)+|(?:公开|发布|推送|登载|刊登|刊发|发出|更新|报送)(?:了|出|的)?(?:各类)?(?:信息|内容|图文|稿件|消息|文章|推文|量|数量)?(?:共|数|总数)?$|(?:的)?(?:信息|数量|人数|件数|发布量|占比|份数|问卷|职称|项目)?(?:有|为|共|计|达|是|的)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Filling();

    // 对信息公开工作“满意”的1120份
    [GeneratedRegex(@"“(?<name>[^“”]{1,10})”的?(?:有|为|共|达)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InQuotes();

    [GeneratedRegex(@"教授|高级|正高|副高|博士|硕士|研究生|满意|优秀|良好|^[好优]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rank();
}

/// <summary>A count with the name it was told with.</summary>
internal sealed record LabelledCount(Figure Figure, string Label);

/// <summary>Counts that a share speaks of together.</summary>
internal sealed record ShareSum(List<LabelledCount> Parts)
{
    public decimal Value => Parts.Sum(p => p.Figure.Value);

    public string Unit => Parts[0].Figure.Unit;
}
