namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a total and parts that no word joins, by their numbers alone: they stand side by side in one paragraph and would add up but for one slip of the
/// hand. 听课412人次。……领导干部96人次，信息专员208人次，学生助理180人次: with 108 it is right. Worth a look, never an error.</summary>
internal static class SlippedSums
{
    private const int MostFigures = 40;
    private const int MostParts = 8;
    private const int Farthest = 3;
    private const decimal LeastTotal = 100;
    private const decimal LeastClose = 20;
    private const decimal Large = 1000;
    private const int ManyParts = 3;
    private const decimal Near = 0.2m;

    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
        for (var from = 0; from < lines.Count;)
        {
            var to = from;
            while (to < lines.Count && lines[to].Sentence.Block == lines[from].Sentence.Block)
            {
                to++;
            }

            var all = lines.Skip(from).Take(to - from).SelectMany(l => l.Figures.Select(f => (Line: l, Figure: f)));
            foreach (var kind in all.Where(p => p.Figure.Value > 0).GroupBy(p => p.Figure.Unit is "名" or "位" ? "人" : p.Figure.Unit).Where(g => g.Count() is >= 3 and <= MostFigures))
            {
                foreach (var list in OfKind([.. kind]))
                {
                    yield return list;
                }
            }

            from = to;
        }
    }

    // What adds up as it stands explains its numbers; only those that are left may have slipped.
    private static IEnumerable<PartList> OfKind(List<(FigureLine Line, Figure Figure)> figures)
    {
        var values = figures.ConvertAll(f => f.Figure.Value);
        var ways = Ways(values).ToList();
        if (ways.Count == 0)
        {
            yield break;
        }

        var explained = new bool[values.Count];
        var exact = ways.FindAll(w => w.Sum == values[w.Total]);
        foreach (var way in exact)
        {
            explained[way.Total] = true;
            Array.Fill(explained, true, way.First, way.Count);
        }

        var taken = new HashSet<int>();
        foreach (var way in ways.OrderByDescending(w => w.Count))
        {
            var parts = figures.GetRange(way.First, way.Count);
            if (explained[way.Total] || Array.IndexOf(explained, true, way.First, way.Count) >= 0 || taken.Contains(way.Total) || figures[way.Total].Figure.Approximate || parts.Exists(p => p.Figure.Approximate))
            {
                continue;
            }

            var (total, sum) = (values[way.Total], way.Sum);
            if ((total >= LeastTotal && MayHaveSlipped(values, way, sum - total, Slip.IsSwap)) || ((Closely(figures, way) || IsRepeated(figures, exact, way)) && Math.Abs(sum - total) <= total * Near && MayHaveSlipped(values, way, sum - total, Slip.IsSlip)))
            {
                taken.Add(way.Total);
                yield return PartList.Flat(figures[way.Total].Figure, parts.ConvertAll(p => p.Figure), PartClaim.Likely);
            }
        }
    }

    // 联络员40名，院系19名，机关15名，后勤9名: many parts behind the first number of a sentence, or a large one.
    private static bool Opens(List<(FigureLine Line, Figure Figure)> figures, (int Total, int First, int Count, decimal Sum) way) =>
        (way.Total == 0 || figures[way.Total - 1].Line != figures[way.Total].Line) && (way.Count >= ManyParts || figures[way.Total].Figure.Value >= Large);

    // 发放200份，教师卷120份，学生卷80份；收回196份，教师卷118份，学生卷76份: divided by the same names as what adds up.
    private static bool IsRepeated(List<(FigureLine Line, Figure Figure)> figures, List<(int Total, int First, int Count, decimal Sum)> exact, (int Total, int First, int Count, decimal Sum) way) =>
        way.First == way.Total + 1 && exact.Exists(w => w.First == w.Total + 1 && w.First != way.First && w.Count == way.Count
            && Enumerable.Range(0, w.Count).All(n => figures[w.First + n].Figure.Label.Length > 0 && figures[w.First + n].Figure.Label == figures[way.First + n].Figure.Label));

    // The parts follow their total, or stand before it, with little between.
    private static IEnumerable<(int Total, int First, int Count, decimal Sum)> Ways(List<decimal> values)
    {
        for (var total = 0; total < values.Count; total++)
        {
            if (values[total] < LeastClose && values[total] == Math.Truncate(values[total]))
            {
                continue;
            }

            for (var first = total + 1; first <= total + Farthest; first++)
            {
                var sum = 0m;
                for (var at = first; at < values.Count && at < first + MostParts && values[at] < values[total]; at++)
                {
                    sum += values[at];
                    if (at > first)
                    {
                        yield return (total, first, at - first + 1, sum);
                    }
                }
            }

            var before = 0m;
            for (var at = total - 1; at >= 0 && at >= total - MostParts && values[at] < values[total]; at--)
            {
                before += values[at];
                if (at < total - 1)
                {
                    yield return (total, at, total - at, before);
                }
            }
        }
    }

    private static bool MayHaveSlipped(List<decimal> values, (int Total, int First, int Count, decimal Sum) way, decimal tooMuch, Func<decimal, decimal, bool> isSlip) =>
        isSlip(values[way.Total], values[way.Total] + tooMuch)
        || Enumerable.Range(way.First, way.Count).Any(i => values[i] > tooMuch && isSlip(values[i], values[i] - tooMuch));

    // One digit may be another by chance, so more is asked: the total stands in a sentence of its own or is called one, and the parts follow at once and are all there are in theirs.
    private static bool Closely(List<(FigureLine Line, Figure Figure)> figures, (int Total, int First, int Count, decimal Sum) way)
    {
        var (total, first, last) = (figures[way.Total], figures[way.First], figures[way.First + way.Count - 1]);
        return way.First == way.Total + 1 && first.Line == last.Line && (way.First + way.Count == figures.Count || figures[way.First + way.Count].Line != last.Line)
            && (total.Line != first.Line ? total.Figure.Value >= LeastTotal : (total.Figure.Value >= LeastTotal && total.Line.IsTotal(total.Line.Figures.ToList().IndexOf(total.Figure))) || Opens(figures, way));
    }
}
