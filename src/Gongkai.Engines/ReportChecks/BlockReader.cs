using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Cuts a report into paragraphs, headings and table lines, however the lines of the file run.</summary>
internal static partial class BlockReader
{
    /// <summary>No paragraph is longer: a file without line ends is cut, so that no check ever walks over all of it at once.</summary>
    public const int LongestBlock = 4000;

    private const int ShortestWrappedLine = 18;
    private const int FullLines = 4;
    private const int LongestLoneCell = 20;

    /// <summary>A block a line.</summary>
    public static List<Block> Read(string folded, IReadOnlyList<ReportTable> tables)
    {
        var lines = Lines(folded, tables);
        MarkRows(folded, lines);
        MarkContents(folded, lines);
        return lines;
    }

    // 合格名单      2023年4月14日      招生办公室: columns kept apart by blanks, in two lines and more one below the other; and a line of one cell within a table.
    private static void MarkRows(string folded, List<Block> lines)
    {
        NarrowColumns.Mark(folded, lines);
        var columns = lines.ConvertAll(l => l.Kind == BlockKind.Prose && HasColumns(l.Span.In(folded)));
        for (var i = 0; i < lines.Count; i++)
        {
            if (columns[i] && ((i > 0 && columns[i - 1]) || (i + 1 < lines.Count && columns[i + 1])))
            {
                lines[i] = lines[i] with { Kind = BlockKind.Cell };
            }
            else if (i > 1 && i + 1 < lines.Count && lines[i] is { Kind: BlockKind.Prose, Span.Length: <= LongestLoneCell } && lines[i - 1].Kind == BlockKind.Cell && lines[i + 1].Kind == BlockKind.Cell
                && ItemOfTable().IsMatch(lines[i].Span.Of(folded)) && (ItemOfTable().IsMatch(lines[i - 1].Span.Of(folded)) || ItemOfTable().IsMatch(lines[i - 2].Span.Of(folded))))
            {
                lines[i] = lines[i] with { Kind = BlockKind.Cell };
            }
        }
    }

    private static bool HasColumns(ReadOnlySpan<char> line)
    {
        if (line.Contains('。'))
        {
            return false;
        }

        // 类别|条数: two columns have one bar between them.
        if (line.IndexOf('|') is > 0 and var bar && bar + 1 < line.Length)
        {
            return true;
        }

        var gaps = 0;
        for (var at = 0; at + 1 < line.Length; at++)
        {
            gaps += line[at] == ' ' && line[at + 1] == ' ' && at > 0 && line[at - 1] != ' ' ? 1 : 0;
        }

        return gaps >= 2;
    }

    /// <summary>A block a paragraph: lines that a page broke are put together again.</summary>
    public static List<Block> ReadWrapped(string folded, IReadOnlyList<ReportTable> tables) => Join(folded, Read(folded, tables));

    private static List<Block> Lines(string folded, IReadOnlyList<ReportTable> tables)
    {
        var lines = new List<Block>();
        var table = 0;
        for (var start = 0; start < folded.Length;)
        {
            var end = folded.AsSpan(start).IndexOfAny('\n', '\r', '\f');
            end = end < 0 ? folded.Length : start + end;
            while (table < tables.Count && tables[table].Span.End < start)
            {
                table++;
            }

            var inTable = table < tables.Count && end >= tables[table].Span.Start;
            AddLine(folded, start, end, inTable, lines);
            start = end + 1;
        }

        return lines;
    }

    private static void AddLine(string folded, int start, int end, bool inTable, List<Block> lines)
    {
        var lead = start;
        while (start < end && char.IsWhiteSpace(folded[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(folded[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return;
        }

        var isCell = inTable || folded.AsSpan(lead, start - lead).Contains('\t') || IsRow(folded.AsSpan(start, end - start));
        for (; end - start > LongestBlock; start += LongestBlock)
        {
            lines.Add(new Block(new TextSpan(start, start + LongestBlock), isCell ? BlockKind.Cell : BlockKind.Prose));
        }

        lines.Add(new Block(new TextSpan(start, end), isCell ? BlockKind.Cell : BlockKind.Prose));
    }

    private static bool IsRow(ReadOnlySpan<char> line) =>
        line.Count('\t') >= (line.Contains('。') ? 2 : 1) || line.Count('|') >= 2 || line.Count('│') >= 2;

    // A table of contents: lines that end in a page number after dots, or headings one after another below the word 目录.
    private static void MarkContents(string folded, List<Block> lines)
    {
        var within = false;
        var again = lines.GroupBy(l => l.Span.Of(folded)).Where(g => g.Count() > 1 && g.Key.Length <= 45).ToDictionary(g => g.Key, g => g.Last().Span.Start);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Span.Of(folded);
            if (ContentsWord().IsMatch(line))
            {
                within = true;
                lines[i] = lines[i] with { Kind = BlockKind.Contents };
                continue;
            }

            if (PageNumberAfterDots().IsMatch(line) || (within && line.Length <= 45 && HeadingReader.IsNumbered(line) && (FollowedByHeading(folded, lines, i) || again.GetValueOrDefault(line) > lines[i].Span.Start)))
            {
                lines[i] = lines[i] with { Kind = BlockKind.Contents };
            }
            else
            {
                within = false;
            }
        }
    }

    private static bool FollowedByHeading(string folded, List<Block> lines, int i) =>
        i + 1 < lines.Count && HeadingReader.IsNumbered(lines[i + 1].Span.Of(folded)) && lines[i + 1].Span.Length <= 45;

    private static List<Block> Join(string folded, List<Block> lines)
    {
        var prose = lines.Where(l => l.Kind == BlockKind.Prose && l.Span.Length >= ShortestWrappedLine && !HoldsAddress(folded, l)).ToList();
        var open = prose.Count(l => !IsTerminal(folded[l.Span.End - 1]));
        if (prose.Count < 8 || open * 10 < prose.Count * 4)
        {
            return lines;
        }

        // The width a page gave its lines: a few of the widest have it, whatever narrow columns there are besides.
        var full = prose.Select(l => Width(folded, l.Span)).OrderDescending().ElementAt(FullLines) * 8 / 10;
        var blocks = new List<Block>();
        var tail = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (i + 1 < lines.Count && IsPageNumber(folded, line) && blocks.Count > 0 && tail >= full && Continues(folded, blocks[^1], lines[i + 1]))
            {
                continue;
            }

            if (blocks.Count > 0 && (tail >= full || (tail * 2 >= full && IsOpen(folded, blocks[^1]))) && Continues(folded, blocks[^1], line))
            {
                blocks[^1] = blocks[^1] with { Span = new TextSpan(blocks[^1].Span.Start, line.Span.End) };
            }
            else
            {
                blocks.Add(line);
            }

            tail = Width(folded, line.Span);
        }

        return blocks;
    }

    // Chinese characters are twice as wide as letters and digits.
    private static int Width(string folded, TextSpan span)
    {
        var width = 0;
        foreach (var c in folded.AsSpan(span.Start, span.Length))
        {
            width += c < '\u2E80' ? 1 : 2;
        }

        return width;
    }

    /// <summary>The whole of the break around a line end inside a paragraph: blanks on both sides, and a page number that stands between.</summary>
    public static (int Start, int End)? BreakAround(string folded, TextSpan block, int at)
    {
        var (start, end) = (at, at + 1);
        while (start > block.Start && char.IsWhiteSpace(folded[start - 1]))
        {
            start--;
        }

        while (end < block.End && char.IsWhiteSpace(folded[end]))
        {
            end++;
        }

        if (LeadingPageNumber().Match(folded, end, Math.Min(20, block.End - end)) is { Success: true } page)
        {
            end = page.Index + page.Length;
        }

        return start > block.Start && end < block.End ? (start, end) : null;
    }

    private static bool IsPageNumber(string folded, Block line) => line.Span.Length <= 14 && LonePageNumber().IsMatch(line.Span.Of(folded));

    private static bool Continues(string folded, Block block, Block line) =>
        block.Kind == BlockKind.Prose && line.Kind == BlockKind.Prose
        && folded[block.Span.End - 1] is not ('。' or '!' or '！' or '?')
        && !IsAddress(folded, block) && !IsAddress(folded, line) && folded.AsSpan(line.Span.Start, line.Span.Length).ContainsAnyExceptInRange('0', '9')
        && !HeadingReader.IsNumbered(line.Span.Of(folded)) && !BracketedNumber().IsMatch(line.Span.Of(folded))
        && line.Span.End - block.Span.Start <= LongestBlock;

    // An address fills a cell of a table; what follows it is the next cell.
    private static bool IsAddress(string folded, Block line) =>
        folded.AsSpan(line.Span.Start, line.Span.Length).StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static bool HoldsAddress(string folded, Block line) =>
        folded.AsSpan(line.Span.Start, line.Span.Length).Contains("http", StringComparison.OrdinalIgnoreCase);

    // A bracket is still open at the end of the line: the sentence goes on.
    private static bool IsOpen(string folded, Block block)
    {
        var text = folded.AsSpan(block.Span.Start, block.Span.Length);
        return text.LastIndexOfAny('(', '《') > text.LastIndexOfAny(')', '》');
    }

    private static bool IsTerminal(char c) => c is '。' or '!' or '！' or '?' or '”' or ')' or ':' or ';' or '…' or '】';

    [GeneratedRegex(@"^\(\s*\d{1,3}\s*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BracketedNumber();

    [GeneratedRegex(@"^(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:[，,/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LonePageNumber();

    [GeneratedRegex(@"\G(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:[，,/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3})[ \f]*\r?\n\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadingPageNumber();

    [GeneratedRegex(@"^[一二三四五六七八九十]{1,3}、[^。，,]*$|^[一二三四五六七八九十]{1,3}、[^。，,\t|]*[\t|]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItemOfTable();

    [GeneratedRegex(@"^目\s*[录次]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ContentsWord();

    [GeneratedRegex(@"(?:\.{3,}|…+|·{3,}|-{4,}|_{4,}|—{4,})\s*\d{1,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageNumberAfterDots();
}
