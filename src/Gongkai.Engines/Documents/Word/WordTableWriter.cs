using System.Globalization;
using System.Text;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Writes a table with its merged cells: spans sideways as the file gives them, spans downward counted.</summary>
internal static class WordTableWriter
{
    public static void Write(List<List<(WordCell Cell, string Html)>> rows, StringBuilder html)
    {
        html.Append("<table>\n<tbody>\n");
        for (var r = 0; r < rows.Count; r++)
        {
            html.Append("<tr>");
            for (var c = 0; c < rows[r].Count; c++)
            {
                var (cell, inner) = rows[r][c];
                if (cell.ContinuesLeft || (cell.ContinuesAbove && r > 0 && HasAbove(rows, r, cell.Column)))
                {
                    continue;
                }

                html.Append("<td");
                Attribute(html, "colspan", ColumnSpan(rows[r], c));
                Attribute(html, "rowspan", RowSpan(rows, r, cell));
                html.Append('>').Append(Unwrap(inner)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void Attribute(StringBuilder html, string name, int value)
    {
        if (value > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $" {name}=\"{value}\"");
        }
    }

    private static int ColumnSpan(List<(WordCell Cell, string Html)> row, int at)
    {
        var span = row[at].Cell.Span;
        for (var next = at + 1; next < row.Count && row[next].Cell.ContinuesLeft; next++)
        {
            span += row[next].Cell.Span;
        }

        return span;
    }

    private static int RowSpan(List<List<(WordCell Cell, string Html)>> rows, int row, WordCell cell)
    {
        var span = 1;
        while (row + span < rows.Count && rows[row + span].Exists(other => other.Cell.Column == cell.Column && other.Cell.ContinuesAbove))
        {
            span++;
        }

        return span;
    }

    private static bool HasAbove(List<List<(WordCell Cell, string Html)>> rows, int row, int column) =>
        rows[row - 1].Exists(other => other.Cell.Column == column);

    // A cell of one plain paragraph holds its words directly; more paragraphs stay paragraphs.
    private static string Unwrap(string inner)
    {
        var trimmed = inner.TrimEnd('\n');
        return trimmed.StartsWith("<p>", StringComparison.Ordinal) && trimmed.IndexOf("</p>", StringComparison.Ordinal) == trimmed.Length - 4
            ? trimmed[3..^4]
            : trimmed;
    }
}
