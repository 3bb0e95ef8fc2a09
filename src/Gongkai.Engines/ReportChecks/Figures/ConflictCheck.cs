namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds one thing that is given two values in different places of the report.</summary>
internal sealed class ConflictCheck : IReportCheck
{
    private const decimal LeastSlipped = 1000;
    private const decimal LeastAlone = 10_000;
    private const decimal LeastOfTotals = 100;
    private const int MostSlipped = 400;

    // Each finds numbers of one kind that are told in two places and differ; in this order, since a number is told of once.
    private static readonly Func<Reading, List<FigureLine>, IEnumerable<(string Name, Figure First, Figure Second)>>[] ToldAgain =
    [
        (_, lines) => EchoedNouns.Read(lines),
        TableEchoes.Differing,
        YearColumns.Differing,
        (_, lines) => ChannelCounts.Differing(lines),
        TrainedPeople.Differing,
        (_, lines) => AllOfThem.Differing(lines),
        TotalsToldAgain.Differing,
        (reading, _) => StatedBounds.Read(reading),
        PointedBack.Read,
        (reading, _) => OneEach.Differing(reading),
        QualifiedCounts.Differing,
        TableTotals.Differing,
        Ledgers.Differing,
        Wholes.Differing,
        (_, lines) => StandingBodies.Differing(lines),
        (_, lines) => PromisedUnits.Differing(lines),
        RetoldOutcomes.Differing,
    ];

    public IEnumerable<ReportFinding> Run(Reading reading) => WithoutSeries([.. Found(reading)]);

    // 招生信息更新356条……财务信息更新471条……人事信息更新248条: what has another value each time is told of one thing after another.
    private static IEnumerable<ReportFinding> WithoutSeries(List<ReportFinding> findings)
    {
        var values = findings.Where(f => f.Severity == Severity.Warning).GroupBy(f => f.Expected).Where(g => g.Select(f => f.Found).Distinct().Count() > 1).Select(g => g.Key).ToHashSet();
        return findings.Where(f => f.Severity != Severity.Warning || !values.Contains(f.Expected));
    }

    private static IEnumerable<ReportFinding> Found(Reading reading)
    {
        var lines = FigureLine.Of(reading);
        var stated = lines.ConvertAll(line => Facts.Of(reading, line).ToList());
        var facts = new Dictionary<string, (Figure Figure, int Sentence, bool IsSure)>(StringComparer.Ordinal);
        var reported = new HashSet<TextSpan>();
        var apart = new ToldApart(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var (topic, figure, isSure) in stated[i])
            {
                if (!facts.TryGetValue(topic, out var first))
                {
                    facts[topic] = (figure, i, isSure);
                }
                else if (first.Sentence != i && first.Figure.Value != figure.Value && !RoundsTo(first.Figure, figure) && reported.Add(figure.Span))
                {
                    yield return Conflict(first.Figure, figure, figure.Label.Length > 0 ? figure.Label : topic, isSure && first.IsSure ? Severity.Error : Severity.Warning);
                }
            }
        }

        foreach (var (name, first, second) in CountedNouns.Differing(lines).Where(pair => reported.Add(pair.Second.Span)))
        {
            yield return Conflict(first, second, name, Severity.Warning);
        }

        foreach (var (name, first, second) in NamedCounts.Slipped(lines).Concat(NamedRates.Differing(reading)).Concat(NoneAndSome.Read(reading)).Where(pair => reported.Add(pair.Second.Span)))
        {
            yield return Conflict(first, second, name, Severity.Warning, Slip.IsSwap(first.Value, second.Value) ? "slip" : "");
        }

        foreach (var (name, first, second) in TableFacts.Differing(reading, facts.ToDictionary(f => f.Key, f => f.Value.Figure)).Where(pair => reported.Add(pair.Second.Span)))
        {
            yield return Conflict(first, second, name, Severity.Warning);
        }

        foreach (var (name, first, second) in Echoes.Read(reading).Where(pair => !apart.Are(pair.First, pair.Second) && !reported.Contains(pair.First.Span) && reported.Add(pair.Second.Span)))
        {
            yield return Conflict(first, second, name, Severity.Warning);
        }

        var requests = facts.TryGetValue("requests", out var came) && came.IsSure ? came.Figure : null;
        foreach (var (name, first, second) in ToldAgain.SelectMany(told => told(reading, lines)).Concat(MoreRequests.Read(reading, lines, requests)).Where(pair => !apart.Are(pair.First, pair.Second) && !reported.Contains(pair.First.Span) && reported.Add(pair.Second.Span)))
        {
            yield return Conflict(first, second, name, Severity.Warning);
        }

        foreach (var retold in EventDates.Differing(reading).Concat(ContactNumbers.Slipped(reading)))
        {
            yield return Notice.Of(ReportCodes.ConflictingFigure, Severity.Warning, retold.Span, "", ("expected", retold.First), ("found", retold.Second), ("label", retold.Name));
        }

        foreach (var (first, second) in Slipped(lines).Concat(SlippedTotals(lines, stated)).Concat(SlippedMarks(lines)).Concat(SlippedThings.Differing(reading, lines, requests)).Where(pair => !apart.Are(pair.First, pair.Second) && reported.Add(pair.Second.Span)))
        {
            yield return Conflict(first, second, second.Label, Severity.Warning, Slip.IsSwap(first.Value, second.Value) ? "slip" : "");
        }
    }

    // 公开信息5500条 in one chapter and 5050条 in another: two numbers of four digits and more seldom look so alike by chance.
    private static IEnumerable<(Figure First, Figure Second)> Slipped(List<FigureLine> lines)
    {
        var large = lines.SelectMany((l, at) => l.Figures.Where(f => f.Value >= LeastSlipped && !f.Approximate).Select(f => (At: at, Figure: f))).Take(MostSlipped).ToList();
        return from first in large
               from second in large
               where first.At < second.At && Units.Same(first.Figure.Unit, second.Figure.Unit) && first.Figure.Value != second.Figure.Value
                   && Slip.IsSwap(first.Figure.Value, second.Figure.Value) && (first.Figure.Value >= LeastAlone || !Units.CountsPeople(first.Figure.Unit) || SpeakAlike(first.Figure, second.Figure) || SpeaksOf(lines[first.At], lines[second.At], second.Figure))
               select (first.Figure, second.Figure);
    }

    // A report counts many groups of people, and two numbers of four digits may well look alike: then the words must have something in common, or say nothing.
    private static bool SpeakAlike(Figure first, Figure second) =>
        Phrase.Of(first.Label) is { IsEmpty: false } one && Phrase.Of(second.Label) is { IsEmpty: false } other ? one.Pairs.Overlaps(other.Pairs) : true;

    // 资助……合计3263人次 and 3236人次的资助结果: the sentence says what the other counts.
    private static bool SpeaksOf(FigureLine first, FigureLine second, Figure figure) =>
        Phrase.Of(second.Behind(second.Figures.ToList().IndexOf(figure)).TrimStart('的')).Pairs is { Count: > 0 } behind && Phrase.Of(first.Words()).Pairs.Overlaps(behind);

    // 平均95.1分 and 平均91.5分, 4.2个工作日 and 2.4个工作日: marks and days with a decimal seldom look so alike by chance.
    private static IEnumerable<(Figure First, Figure Second)> SlippedMarks(List<FigureLine> lines)
    {
        var marks = lines.SelectMany((l, at) => l.Figures.Where(f => f.Value.Scale > 0 && (f.Unit == "分" ? f.Value > 10 : f.Unit is "工作日" or "个工作日" or "天")).Select(f => (At: at, Figure: f))).Take(MostSlipped).ToList();
        var together = marks.ToLookup(m => m.Figure.Value, m => lines[m.At].Sentence.Block);
        return from first in marks
               from second in marks
               where first.At < second.At && first.Figure.Unit == second.Figure.Unit && !together[first.Figure.Value].Intersect(together[second.Figure.Value]).Any() && Slip.IsSwap(first.Figure.Value, second.Figure.Value)
               select (first.Figure, second.Figure);
    }

    // 公开信息846条 in the overview and 共864条 in its chapter: of smaller numbers one is what every report states, and the other a total of no further name.
    private static IEnumerable<(Figure First, Figure Second)> SlippedTotals(List<FigureLine> lines, List<List<(string Topic, Figure Figure, bool IsSure)>> stated)
    {
        var whole = new List<(int At, Figure Figure, bool IsTotal, bool IsFact)>();
        for (var at = 0; at < lines.Count && whole.Count < MostSlipped; at++)
        {
            var facts = stated[at].Where(f => f.IsSure && f.Topic is "requests" or "proactive 条").Select(f => f.Figure.Span).ToHashSet();
            whole.AddRange(Enumerable.Range(0, Math.Min(lines[at].Count, MostSlipped)).Select(i => (at, lines[at].Figures[i], Facts.IsBareTotal(lines[at], i), facts.Contains(lines[at].Figures[i].Span)))
                .Where(f => (f.Item3 || f.Item4) && f.Item2 is { Approximate: false, Value: >= LeastOfTotals and < LeastSlipped }));
        }

        return from first in whole
               from second in whole
               where first.At < second.At && (first.IsFact || second.IsFact) && first.Figure.Unit == second.Figure.Unit && Slip.IsSwap(first.Figure.Value, second.Figure.Value)
               select (first.Figure, second.Figure);
    }

    private static ReportFinding Conflict(Figure first, Figure second, string label, Severity severity, string wordCase = "") => Notice.Of(
        ReportCodes.ConflictingFigure,
        severity,
        second.Span,
        wordCase,
        ("expected", $"{Notice.Say(first.Value)}{second.Unit}"),
        ("found", $"{Notice.Say(second.Value)}{second.Unit}"),
        ("label", label));

    // 5000余条 in one place and 5120条 in another agree.
    private static bool RoundsTo(Figure a, Figure b)
    {
        if (!a.Approximate && !b.Approximate)
        {
            return false;
        }

        var (small, large) = a.Value < b.Value ? (a.Value, b.Value) : (b.Value, a.Value);
        return small > 0 && large / small < 1.2m;
    }
}
