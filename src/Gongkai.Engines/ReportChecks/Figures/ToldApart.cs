namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Tells numbers that the text itself sets beside each other, or whose difference it names, from one number with two values: 议题148个，公开121个 are two things, and so are 63期 and 32期 where the
/// other 31期 stand beside.</summary>
internal sealed class ToldApart
{
    // Smaller numbers meet by chance.
    private const decimal Least = 10;

    private readonly List<FigureLine> _lines;
    private readonly Dictionary<(decimal Value, string Unit), List<int>> _sentences = [];

    public ToldApart(List<FigureLine> lines)
    {
        _lines = lines;
        for (var at = 0; at < lines.Count; at++)
        {
            foreach (var figure in lines[at].Figures.Where(f => f.Value >= Least))
            {
                var key = (figure.Value, figure.Unit);
                if (!_sentences.TryGetValue(key, out var told))
                {
                    _sentences[key] = told = [];
                }

                if (told.Count == 0 || told[^1] != at)
                {
                    told.Add(at);
                }
            }
        }
    }

    /// <summary>Whether one sentence gives both, or the sentence of either their difference.</summary>
    public bool Are(Figure first, Figure second)
    {
        var unit = second.Unit;
        return (_sentences.TryGetValue((first.Value, unit), out var one) && _sentences.TryGetValue((second.Value, unit), out var other) && Meet(one, other))
            || (Math.Abs(first.Value - second.Value) is >= Least and var apart && (Names(first, apart, unit) || Names(second, apart, unit)));
    }

    private bool Names(Figure figure, decimal apart, string unit) =>
        FigureLine.At(_lines, figure.Span.Start) is { } line && line.Figures.Any(f => f.Value == apart && f.Unit == unit);

    // Both are in order.
    private static bool Meet(List<int> one, List<int> other)
    {
        for (int i = 0, k = 0; i < one.Count && k < other.Count;)
        {
            if (one[i] == other[k])
            {
                return true;
            }

            _ = one[i] < other[k] ? i++ : k++;
        }

        return false;
    }
}
