using UglyToad.PdfPig.Content;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Where the columns of a page's tables part: at upright rules, and where texts of several lines begin or end one below the other.</summary>
internal sealed class PdfColumns
{
    private const int LeastLines = 3;
    private const int MostRules = 20_000;
    private const double Tolerance = 1.5;

    private readonly List<(double X, double Bottom, double Top)> _rules = [];
    private readonly HashSet<int> _starts;
    private readonly HashSet<int> _ends;

    public PdfColumns(Page page, IReadOnlyList<Letter> letters)
    {
        foreach (var path in page.Paths)
        {
            if (_rules.Count >= MostRules || path.GetBoundingRectangle() is not { } bounds || bounds.Height < 4)
            {
                continue;
            }

            _rules.Add((bounds.Left, bounds.Bottom, bounds.Top));
            if (bounds.Width > 2)
            {
                _rules.Add((bounds.Right, bounds.Bottom, bounds.Top));
            }
        }

        _rules.Sort((one, other) => one.X.CompareTo(other.X));
        (_starts, _ends) = Edges(letters);
    }

    /// <summary>Whether two letters that follow one another on a line stand in two columns.</summary>
    public bool IsBetween(Letter last, Letter letter)
    {
        if (last.TextSequence == letter.TextSequence)
        {
            return false;
        }

        var isEdge = _starts.Contains(Key(letter.StartBaseLine.X)) || _ends.Contains(Key(last.EndBaseLine.X));
        return isEdge || HasRule(last.EndBaseLine.X, letter.StartBaseLine.X, letter.StartBaseLine.Y + (letter.PointSize * 0.3));
    }

    private bool HasRule(double from, double to, double y)
    {
        var (low, high) = (Math.Min(from, to) - Tolerance, Math.Max(from, to) + Tolerance);
        var at = FirstFrom(low);
        for (; at < _rules.Count && _rules[at].X <= high; at++)
        {
            if (_rules[at].Bottom <= y && _rules[at].Top >= y)
            {
                return true;
            }
        }

        return false;
    }

    private int FirstFrom(double x)
    {
        var (low, high) = (0, _rules.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _rules[middle].X < x ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Only texts of two letters or more on both sides count: a program that shows each letter by itself would have an edge everywhere.
    private static (HashSet<int> Starts, HashSet<int> Ends) Edges(IReadOnlyList<Letter> letters)
    {
        var starts = new Dictionary<int, HashSet<int>>();
        var ends = new Dictionary<int, HashSet<int>>();
        for (var i = 2; i + 1 < letters.Count; i++)
        {
            var (last, letter) = (letters[i - 1], letters[i]);
            var isSameLine = Math.Abs(last.EndBaseLine.Y - letter.StartBaseLine.Y) <= Math.Max(1, letter.PointSize) * 0.3;
            if (last.TextSequence != letter.TextSequence && isSameLine && letters[i - 2].TextSequence == last.TextSequence && letters[i + 1].TextSequence == letter.TextSequence)
            {
                Note(starts, letter.StartBaseLine.X, letter.StartBaseLine.Y);
                Note(ends, last.EndBaseLine.X, letter.StartBaseLine.Y);
            }
        }

        return (Recurring(starts), Recurring(ends));
    }

    private static void Note(Dictionary<int, HashSet<int>> edges, double x, double y)
    {
        if (!edges.TryGetValue(Key(x), out var lines))
        {
            edges[Key(x)] = lines = [];
        }

        lines.Add((int)Math.Round(y));
    }

    private static HashSet<int> Recurring(Dictionary<int, HashSet<int>> edges) => edges.Where(e => e.Value.Count >= LeastLines).Select(e => e.Key).ToHashSet();

    private static int Key(double x) => (int)Math.Round(x * 2);
}
