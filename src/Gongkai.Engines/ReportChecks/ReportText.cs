using System.Text;
using Gongkai.Engines.Documents;

namespace Gongkai.Engines.ReportChecks;

/// <summary>A report as it came out of a file: its text and the tables the file marked as such.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tables">Tables with spans into the text; empty for plain text, whose tables are found by their look.</param>
public sealed record ReportText(string Text, IReadOnlyList<ReportTable> Tables)
{
    /// <summary>Plain text.</summary>
    public static ReportText FromText(string text) => new(text, []);

    /// <summary>Text and tables from the pieces of a document. Paragraphs become lines, cells of a row are joined by tabs; hidden
    /// layers, running heads and feet are left out.</summary>
    public static ReportText FromPieces(IEnumerable<Piece> pieces)
    {
        var text = new StringBuilder();
        var tables = new List<ReportTable>();
        var rows = new List<IReadOnlyList<ReportCell>>();
        var cells = new List<ReportCell>();
        Piece? before = null;

        void EndRow()
        {
            if (cells.Count > 0)
            {
                rows.Add([.. cells]);
                cells.Clear();
                text.Append('\n');
            }
        }

        void EndTable()
        {
            EndRow();
            if (rows.Count > 0)
            {
                tables.Add(new ReportTable(new TextSpan(rows[0][0].Span.Start, rows[^1][^1].Span.End), [.. rows]));
                rows.Clear();
            }
        }

        foreach (var piece in pieces.Where(p => p.Where.Layer is Layer.Body or Layer.TextBox && p.Where.Inside.Length == 0))
        {
            if (before is { Table: > 0 } && before.Table != piece.Table)
            {
                EndTable();
            }
            else if (piece.Table > 0 && before is not null && before.Row != piece.Row)
            {
                EndRow();
            }

            if (piece.Table == 0)
            {
                text.Append(piece.Text).Append('\n');
            }
            else
            {
                AddCell(piece, text, cells);
            }

            before = piece;
        }

        EndTable();
        return new ReportText(text.ToString(), tables);
    }

    private static void AddCell(Piece piece, StringBuilder text, List<ReportCell> cells)
    {
        // A reader may leave out empty cells; the column number says how many.
        while (cells.Count < piece.Column - 1)
        {
            AddCell("", text, cells);
        }

        AddCell(piece.Text.ReplaceLineEndings(" ").Replace('\t', ' '), text, cells);
    }

    private static void AddCell(string said, StringBuilder text, List<ReportCell> cells)
    {
        text.Append(cells.Count > 0 ? "\t" : "");
        var start = text.Length;
        text.Append(said);
        cells.Add(new ReportCell(said.Trim(), new TextSpan(start, text.Length)));
    }
}
