using System.Text;

namespace Gongkai.Engines.Documents.Word;

/// <summary>The tables of a Word document, a table inside a cell as one of its own.</summary>
internal static class WordTables
{
    public static List<DocumentTable> Read(Stream stream, ReadingContext context)
    {
        using var document = WordDocument.Open(stream, context);
        var tables = new List<(int Number, DocumentTable Table)>();
        var open = new Stack<Open>();
        var count = 0;
        var caption = "";
        foreach (var step in document.Body())
        {
            switch (step.Kind)
            {
                case WordEventKind.TableStart:
                    open.Push(new Open(++count, open.Count == 0 ? caption : ""));
                    caption = "";
                    break;
                case WordEventKind.RowStart:
                    open.Peek().Row++;
                    break;
                case WordEventKind.CellStart:
                    open.Peek().Text = null;
                    break;
                case WordEventKind.Paragraph when open.TryPeek(out var table):
                    var line = step.Paragraph!.Text;
                    table.Text = table.Text is null ? new StringBuilder(line) : table.Text.Append('\n').Append(line);
                    break;
                case WordEventKind.Paragraph:
                    caption = step.Paragraph!.Text.Trim() is { Length: > 0 } text ? text : caption;
                    break;
                case WordEventKind.CellEnd:
                    open.Peek().Put(step.Cell!);
                    break;
                case WordEventKind.TableEnd:
                    var done = open.Pop();
                    tables.Add((done.Number, done.Grid.Finish(done.Number, done.Caption)));
                    break;
            }
        }

        return [.. tables.OrderBy(t => t.Number).Select(t => t.Table)];
    }

    private sealed class Open(int number, string caption)
    {
        public int Number => number;

        public string Caption => caption;

        public TableGrid Grid { get; } = new();

        public int Row { get; set; } = -1;

        public StringBuilder? Text { get; set; }

        public void Put(WordCell cell)
        {
            var text = Text?.ToString().Trim('\n') ?? "";
            for (var i = 0; i < cell.Span; i++)
            {
                var continuesAbove = cell.ContinuesAbove && Row > 0 && Grid.At(Row - 1, cell.Column) is not null;
                var continuesLeft = i > 0 || cell.ContinuesLeft;
                Grid.Set(Row, cell.Column + i, new TableCell(continuesAbove || continuesLeft ? "" : text, continuesAbove, continuesLeft));
            }
        }
    }
}
