namespace Gongkai.Engines.ReportChecks;

/// <summary>A report whose paragraphs run in one line each, however a page broke them, and the way back to the places in the text as it
/// was. A number, a date, a title or an address that a line end cuts in two is read as one.</summary>
internal sealed class Unwrapped
{
    // For every character its place in the text as it was; null when nothing was changed.
    private readonly int[]? _origins;
    private readonly int _length;

    private Unwrapped(ReportText report, int[]? origins, int length)
    {
        Report = report;
        _origins = origins;
        _length = length;
    }

    /// <summary>The report without the breaks.</summary>
    public ReportText Report { get; }

    public static Unwrapped Of(ReportText source)
    {
        var folded = Folding.Fold(source.Text);
        var blocks = BlockReader.ReadWrapped(folded, source.Tables);
        if (!blocks.Exists(b => b.Kind == BlockKind.Prose && folded.AsSpan(b.Span.Start, b.Span.Length).Contains('\n')))
        {
            return new Unwrapped(source, null, source.Text.Length);
        }

        var text = new char[source.Text.Length];
        var origins = new int[source.Text.Length + 1];
        var length = 0;
        var at = 0;
        foreach (var block in blocks.Where(b => b.Kind == BlockKind.Prose))
        {
            for (; at < block.Span.End; at++)
            {
                if (at >= block.Span.Start && folded[at] == '\n' && BlockReader.BreakAround(folded, block.Span, at) is var (start, end))
                {
                    length -= at - start;
                    if (IsWord(folded[start - 1]) && IsWord(folded[end]))
                    {
                        (text[length], origins[length]) = (' ', at);
                        length++;
                    }

                    at = end - 1;
                    continue;
                }

                (text[length], origins[length]) = (source.Text[at], at);
                length++;
            }
        }

        for (; at < source.Text.Length; at++, length++)
        {
            (text[length], origins[length]) = (source.Text[at], at);
        }

        origins[length] = source.Text.Length;
        Array.Resize(ref origins, length + 1);
        return new Unwrapped(new ReportText(new string(text, 0, length), Moved(source.Tables, origins)), origins, source.Text.Length);
    }

    /// <summary>The same stretch in the text as it was.</summary>
    public TextSpan Origin(TextSpan span)
    {
        if (_origins is null)
        {
            return span;
        }

        var start = Math.Min(_origins[Math.Min(span.Start, _origins.Length - 1)], _length);
        return span.Length == 0 ? new TextSpan(start, start) : new TextSpan(start, Math.Min(_origins[Math.Min(span.End, _origins.Length - 1) - 1] + 1, _length));
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c);

    private static List<ReportTable> Moved(IReadOnlyList<ReportTable> tables, int[] origins) => [.. tables.Select(t => new ReportTable(
        Moved(t.Span, origins), [.. t.Rows.Select(IReadOnlyList<ReportCell> (row) => [.. row.Select(c => c with { Span = Moved(c.Span, origins) })])]))];

    private static TextSpan Moved(TextSpan span, int[] origins) => new(Place(span.Start, origins), Place(span.End, origins));

    private static int Place(int origin, int[] origins)
    {
        var at = Array.BinarySearch(origins, origin);
        return at >= 0 ? at : ~at;
    }
}
