using System.Buffers;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Rows of a table whose cells are parted by single blanks (本学年新收 46 7 2): only figures behind the first cell, as many in the rows above and below.
/// So a table comes out of a page of PDF.</summary>
internal static class NarrowColumns
{
    private const int FewestCells = 3;
    private const int LongestRow = 80;
    private const int LongestTitle = 10;

    private static readonly SearchValues<char> EndsOfClauses = SearchValues.Create("。，,;:");
    private static readonly SearchValues<char> FigureSigns = SearchValues.Create("0123456789.,%+-—–/");
    private static readonly SearchValues<char> NoTitleSigns = SearchValues.Create("。，,;:、“”");

    /// <summary>Marks such rows, two and more of them one below the other, and the row of titles above.</summary>
    public static void Mark(string folded, List<Block> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var cells = CellsAt(folded, lines, i);
            var end = i + 1;
            while (cells > 0 && CellsAt(folded, lines, end) == cells)
            {
                end++;
            }

            if (end - i < 2)
            {
                continue;
            }

            var first = i > 0 && lines[i - 1].Kind == BlockKind.Prose && TitlesOf(lines[i - 1].Span.In(folded)) == cells ? i - 1 : i;
            for (var at = first; at < end; at++)
            {
                lines[at] = lines[at] with { Kind = BlockKind.Cell };
            }

            i = end - 1;
        }
    }

    /// <summary>Whether a row of a table has its cells parted by single blanks.</summary>
    public static bool Are(ReadOnlySpan<char> row) => FiguresOf(row) > 0 || TitlesOf(row) > 0;

    private static int CellsAt(string folded, List<Block> lines, int at) =>
        at < lines.Count && lines[at].Kind == BlockKind.Prose ? FiguresOf(lines[at].Span.In(folded)) : 0;

    // How many cells a row of figures has; 0 when it is none.
    private static int FiguresOf(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestRow || line.Length == 0 || Folding.IsHan(line[^1]) || line.IndexOf(' ') is not (var first and > 0) || line[..first].ContainsAny(EndsOfClauses) || !line[..first].ContainsAnyInRange('\u4e00', '\u9fa5'))
        {
            return 0;
        }

        var cells = 1;
        foreach (var range in line[(first + 1)..].Split(' '))
        {
            var cell = line[(first + 1)..][range];
            if (cell.Length == 0 || cell.ContainsAnyExcept(FigureSigns) || !(cell.ContainsAnyInRange('0', '9') || cell.Length == 1))
            {
                return 0;
            }

            cells++;
        }

        return cells >= FewestCells ? cells : 0;
    }

    // How many titles of columns a row has; 0 when it is none.
    private static int TitlesOf(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestRow || !line.Contains(' '))
        {
            return 0;
        }

        var cells = 0;
        foreach (var range in line.Split(' '))
        {
            var cell = line[range];
            if (cell.Length is 0 or > LongestTitle || cell.ContainsAny(NoTitleSigns))
            {
                return 0;
            }

            cells++;
        }

        return cells >= FewestCells ? cells : 0;
    }
}
