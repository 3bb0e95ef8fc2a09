using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a number that is told again of the same thing in another paragraph with one digit changed or two that changed places: 部署任务35项 … 对33项重点任务实行台账管理; 新收申请34件 … 将43件信息公开申请.
/// Neither number may be told of it a second time. Worth a look only.</summary>
internal static partial class SlippedThings
{
    private const int Most = 400;
    private const decimal Least = 10;
    private const decimal MostValue = 10_000;
    private const int Before = 12;
    private const int Behind = 10;
    private const int FewValues = 3;
    private const int FewestShared = 2;
    private const decimal Farthest = 1.16m;
    private const decimal Nearest = 1.2m;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines, Figure? requests)
    {
        var told = Read(lines);
        var spoken = new Dictionary<int, HashSet<int>>();
        HashSet<int> SpokenIn(int block) => spoken.TryGetValue(block, out var pairs) ? pairs : spoken[block] = Phrase.Of(reading.Blocks[block].Span.Of(reading.Folded)).Pairs;
        var values = told.SelectMany(t => t.Pairs.Select(pair => (pair, t.Figure.Value))).Distinct().GroupBy(p => p.pair).ToDictionary(g => g.Key, g => g.Count());
        var ofAll = requests is null ? null : told.Find(t => t.Figure == requests);
        foreach (var second in told.Where(t => !t.IsOtherwise))
        {
            var own = second.Pairs.Where(pair => values[pair] <= FewValues).ToHashSet();
            if (told.Exists(t => t.Block != second.Block && t.Figure.Value == second.Figure.Value && Units.AreAlike(t.Figure.Unit, second.Figure.Unit)))
            {
                continue;
            }

            // 将43件信息公开申请: of so many requests one number is that of all.
            if (requests is not null && second.OfRequests && second.Figure.Span.Start > requests.Span.End && second.Block != ofAll?.Block && IsSlip(requests.Value, second.Figure.Value))
            {
                yield return (requests, second.Figure);
                continue;
            }

            var alike = told.FindAll(t => t.Block < second.Block && !t.IsOtherwise && Units.AreAlike(t.Figure.Unit, second.Figure.Unit));
            var before = alike.FindAll(t => t.IsState == second.IsState);
            var firsts = before.FindAll(t => t.Pairs.Overlaps(own));
            // 三批援鄂医疗队出发，……，共137人 … 134名援鄂医疗队员: the sentence names it, though not beside the number.
            var inSentence = firsts.Count > 0 || own.Count < FewestShared ? [] : before.FindAll(t => IsSlip(t.Figure.Value, second.Figure.Value) && Phrase.Of(t.Line.Words()).Pairs.Count(own.Contains) >= FewestShared);
            if (inSentence.DistinctBy(f => f.Figure.Value).ToList() is [var named] && !IsExplained(told, named, second))
            {
                yield return (named.Figure, second.Figure);
            }
            else if (firsts.DistinctBy(f => f.Figure.Value).ToList() is [var first] && IsSlip(first.Figure.Value, second.Figure.Value) && !IsExplained(told, first, second))
            {
                yield return (first.Figure, second.Figure);
            }
            else if (!second.IsOfSome && reading.SectionAt(second.Figure.Span.Start) == SectionKind.Measures && Retold(alike, second, SpokenIn) is { } meant && !IsExplained(told, meant, second))
            {
                yield return (meant.Figure, second.Figure);
            }
        }
    }

    // 新媒体账号68个……注销17个，保留51个 … 对保留的52个新媒体账号: what the last chapter praises or regrets was told before. Of all that is near, the number that shares most of its words is meant.
    private static Told? Retold(List<Told> before, Told second, Func<int, HashSet<int>> spoken)
    {
        var near = before.Where(t => t.Figure.Value != second.Figure.Value && (Slip.IsSwap(t.Figure.Value, second.Figure.Value) || (t.IsState == second.IsState && Math.Max(t.Figure.Value, second.Figure.Value) <= Math.Min(t.Figure.Value, second.Figure.Value) * Nearest)))
            .Select(t => (Told: t, Shared: spoken(t.Block).Count(second.Pairs.Contains), Own: t.Pairs.Count(second.Pairs.Contains))).Where(t => t.Own > 0 && t.Shared >= FewestShared || t.Shared > FewestShared).ToList();
        // What a slip of the hand explains is meant before what is merely near.
        if (near.FindAll(t => Slip.IsSwap(t.Told.Figure.Value, second.Figure.Value)).DistinctBy(t => t.Told.Figure.Value).ToList() is [var swapped])
        {
            return swapped.Told;
        }

        var most = near.Count == 0 ? 0 : near.Max(t => t.Shared + t.Own);
        return near.FindAll(t => t.Shared + t.Own == most).DistinctBy(t => t.Told.Figure.Value).ToList() is [var only] ? only.Told : null;
    }

    private static bool IsSlip(decimal one, decimal other) => Slip.IsSlip(one, other, Farthest);

    // 38个部门，抽查其中2个……其余36个: a number beside either of them makes the difference.
    private static bool IsExplained(List<Told> told, Told first, Told second)
    {
        var difference = Math.Abs(first.Figure.Value - second.Figure.Value);
        return told.Exists(t => (t.Block == first.Block || t.Block == second.Block) && t.Figure.Value == difference && Units.AreAlike(t.Figure.Unit, first.Figure.Unit));
    }

    private static List<Told> Read(List<FigureLine> lines)
    {
        var told = new List<Told>();
        for (var at = 0; at < lines.Count && told.Count < Most; at++)
        {
            for (var i = 0; i < lines[at].Count; i++)
            {
                var (line, figure) = (lines[at], lines[at].Figures[i]);
                if (figure is { Approximate: false, Value: < MostValue, Unit.Length: > 0 } && figure.Value == Math.Truncate(figure.Value) && !Units.IsMeasure(figure.Unit))
                {
                    var (clause, behind) = (line.Clause(i), line.Behind(i));
                    var words = $"{(clause.Length > Before ? clause[^Before..] : clause)}#{(behind.Length > Behind ? behind[..Behind] : behind)}";
                    told.Add(new Told(line, figure, line.Sentence.Block, figure.Value < Least || Otherwise().IsMatch(clause), Phrase.Of(words).Pairs, EchoedNouns.IsState(clause), figure.Unit is "件" or "份" or "条" && Request().IsMatch(behind), i > 0 && line.Gap(i).Contains('中', StringComparison.Ordinal)));
                }
            }
        }

        return told;
    }

    private sealed record Told(FigureLine Line, Figure Figure, int Block, bool IsOtherwise, HashSet<int> Pairs, bool IsState, bool OfRequests, bool IsOfSome);

    [GeneratedRegex(@"^(?:信息公开|依申请公开|公开)?(?:的)?申请", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Request();

    [GeneratedRegex(@"上一?学?年|去年|往年|前一|同期|其中|新增|增加(?!到)|扩大|减少|较|比|平均|[日月周年场人]均|每|第|另|余|其他|下一?学?年|计划|拟|达到|不少于|不低于", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
