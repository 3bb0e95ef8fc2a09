using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds how many were trained told again with a slip of the hand: 参训112人次 … 全年121人次的培训. Of those told before one may be like it, and none the same. Worth a look only.</summary>
internal static partial class TrainedPeople
{
    private const decimal Least = 10;
    private const decimal Farthest = 1.2m;

    // 45名 and 47名 are two courses.
    private const decimal Many = 100;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines)
    {
        var told = new List<(Figure Figure, int Block)>();
        foreach (var line in lines.Where(l => Training().IsMatch(l.Words())))
        {
            for (var i = 0; i < line.Count; i++)
            {
                if (line.Figures[i] is not { Unit: "人次" or "人" or "名", Approximate: false, Value: >= Least } figure || Otherwise().IsMatch(line.Clause(i)))
                {
                    continue;
                }

                var isAgain = reading.SectionAt(figure.Span.Start) == SectionKind.Measures && (Training().IsMatch(line.Clause(i)) || Training().IsMatch(line.Behind(i)));
                var like = isAgain && !told.Exists(t => t.Figure.Value == figure.Value) ? told.FindAll(t => t.Block != line.Sentence.Block && IsSlip(t.Figure.Value, figure.Value)).DistinctBy(t => t.Figure.Value).ToList() : [];
                if (like is [var first])
                {
                    yield return ("培训", first.Figure, figure);
                }

                told.Add((figure, line.Sentence.Block));
            }
        }
    }

    private static bool IsSlip(decimal one, decimal other) => Math.Min(one, other) >= Many ? Slip.IsSlip(one, other, Farthest) : Slip.IsSwap(one, other);

    [GeneratedRegex(@"培训|参训|轮训|受训|训练", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Training();

    [GeneratedRegex(@"上一?学?年|去年|同期|比|较|平均|每|计划|下一?学?年|其中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
