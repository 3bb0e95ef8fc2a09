using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>The counts of one sentence in order, with the words between them. Percentages and growth are not among them.</summary>
internal sealed partial class FigureLine
{
    private static readonly SearchValues<char> ClauseBoundaries = SearchValues.Create("，,;。(:");

    private static readonly SearchValues<char> Marks = SearchValues.Create("，,;。:()、");
    private const int LongestBehind = 16;

    private static readonly SearchValues<char> TotalSigns = SearchValues.Create("共累总合各");

    private readonly int[] _depths;

    // Every check asks for the same words again and again.
    private readonly string?[] _gaps;
    private readonly string?[] _clauses;
    private readonly string?[] _behind;
    private readonly string?[] _words;

    private FigureLine(Reading reading, Sentence sentence, List<Figure> figures)
    {
        Sentence = sentence;
        Text = reading.Folded;
        Figures = Resolve(reading.Folded, figures);
        _depths = Depths(reading.Folded, sentence.Span, Figures);
        (_gaps, _clauses, _behind, _words) = (new string?[Count], new string?[Count], new string?[Count], new string?[Count]);
    }

    public Sentence Sentence { get; }

    public IReadOnlyList<Figure> Figures { get; }

    public int Count => Figures.Count;

    private string Text { get; }

    /// <summary>The counts of every sentence; taken apart once for all checks.</summary>
    public static List<FigureLine> Of(Reading reading) => reading.Lines ??= Read(reading);

    private static List<FigureLine> Read(Reading reading)
    {
        var lines = new List<FigureLine>(reading.Sentences.Count);
        var next = 0;
        foreach (var sentence in reading.Sentences)
        {
            var figures = new List<Figure>();
            for (; next < reading.Figures.Count && reading.Figures[next].Span.Start < sentence.Span.End; next++)
            {
                if (!Units.IsRate(reading.Figures[next].Unit))
                {
                    figures.Add(reading.Figures[next]);
                }
            }

            lines.Add(new FigureLine(reading, sentence, figures));
        }

        return lines;
    }

    /// <summary>The counts of the sentence a character stands in; null when it stands in none.</summary>
    public static FigureLine? At(List<FigureLine> lines, int at)
    {
        var (low, high) = (0, lines.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = lines[middle].Sentence.Span;
            if (span.Contains(at))
            {
                return lines[middle];
            }

            (low, high) = span.Start > at ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }

    /// <summary>How many brackets a figure stands within.</summary>
    public int Depth(int i) => _depths[i];

    /// <summary>The words before a figure, from the one before it or the beginning of the sentence.</summary>
    public string Gap(int i) => _gaps[i] ??= Text[(i == 0 ? Sentence.Span.Start : Figures[i - 1].Span.End)..Figures[i].Span.Start];

    /// <summary>All that the sentence says up to a figure.</summary>
    public string Lead(int i) => Text[Sentence.Span.Start..Figures[i].Span.Start];

    /// <summary>The whole sentence.</summary>
    public string Words() => Sentence.Span.Of(Text);

    /// <summary>A figure as it is written, with its unit.</summary>
    public string Said(Figure figure) => figure.Span.Of(Text);

    /// <summary>A few characters before a figure.</summary>
    public string Before(Figure figure, int most) => Text[Math.Max(Sentence.Span.Start, figure.Span.Start - most)..figure.Span.Start];

    /// <summary>The words after the last figure.</summary>
    public string Tail => Figures.Count == 0 ? "" : Text[Figures[^1].Span.End..Sentence.Span.End];

    /// <summary>The clause a figure stands in, up to its number.</summary>
    public string Clause(int i)
    {
        if (_clauses[i] is { } clause)
        {
            return clause;
        }

        var gap = Gap(i);
        return _clauses[i] = gap[(gap.AsSpan().LastIndexOfAny(ClauseBoundaries) + 1)..];
    }

    /// <summary>What the words before a figure begin with, once joints and place holders are taken off.</summary>
    public string Words(int i) => _words[i] ??= PartWords.Words(Gap(i));

    /// <summary>The text just behind a figure, marks included.</summary>
    public string After(int i) => Text[Figures[i].Span.End..Math.Min(Sentence.Span.End, Figures[i].Span.End + LongestBehind)];

    /// <summary>The words just behind a figure, up to the next mark.</summary>
    public string Behind(int i)
    {
        if (_behind[i] is { } words)
        {
            return words;
        }

        var end = i + 1 < Figures.Count ? Figures[i + 1].Span.Start : Sentence.Span.End;
        var behind = Text.AsSpan(Figures[i].Span.End, Math.Min(LongestBehind, end - Figures[i].Span.End));
        var stop = behind.IndexOfAny(Marks);
        return _behind[i] = (stop < 0 ? behind : behind[..stop]).ToString();
    }

    /// <summary>Whether the words before a figure, or just after it, call it a total.</summary>
    public bool IsTotal(int i) => Clause(i).AsSpan().ContainsAny(TotalSigns) && TotalWord().IsMatch(Clause(i));

    /// <summary>Whether a figure is of an earlier time, or by how much something grew or fell.</summary>
    public bool IsComparison(int i) => Earlier.IsThen(Text, Figures[i]) || Earlier.IsChange(Text, Figures[i]);

    // 分别为12、8、5件: the measure word stands once, for all.
    private static List<Figure> Resolve(string text, List<Figure> figures)
    {
        for (var i = figures.Count - 2; i >= 0; i--)
        {
            if (figures[i].Unit.Length == 0 && figures[i + 1].Unit.Length > 0 && figures[i + 1].Span.Start - figures[i].Span.End <= 14
                && !text.AsSpan(figures[i].Span.End, figures[i + 1].Span.Start - figures[i].Span.End).Contains(')'))
            {
                figures[i] = figures[i] with { Unit = figures[i + 1].Unit };
            }
        }

        for (var i = 1; i < figures.Count; i++)
        {
            if (figures[i].Unit.Length == 0 && figures[i].Span.Start - figures[i - 1].Span.End <= 14)
            {
                figures[i] = figures[i] with { Unit = figures[i - 1].Unit };
            }
        }

        return figures;
    }

    private static int[] Depths(string text, TextSpan span, IReadOnlyList<Figure> figures)
    {
        var depths = new int[figures.Count];
        var depth = 0;
        var at = span.Start;
        for (var i = 0; i < figures.Count; i++)
        {
            for (; at < figures[i].Span.Start; at++)
            {
                depth = Math.Max(0, depth + (text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0));
            }

            depths[i] = depth;
        }

        return depths;
    }

    [GeneratedRegex(@"(?<!公)共(?!享|建|青|同|产|济)|累计|总数|总量|总计|合计|各类|各级|各层|各种|总共|总(?!务|局|校|队|支|站)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TotalWord();
}
