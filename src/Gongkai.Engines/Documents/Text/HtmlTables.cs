using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.Engines.Documents.Text;

/// <summary>The tables of a web page.</summary>
internal static class HtmlTables
{
    public static List<DocumentTable> Read(Stream stream, ReadingContext context)
    {
        if (stream.Length > Math.Min(context.Limits.InMemoryBytes, HtmlPage.LargestPage))
        {
            throw new DocumentException(DocumentProblem.TooLarge, "The page is larger than is allowed.");
        }

        var document = HtmlPage.Parse(HtmlPage.Text(stream, context), context);
        var tables = new List<DocumentTable>();
        foreach (var table in document.QuerySelectorAll("table").OfType<IHtmlTableElement>())
        {
            tables.Add(Table(table, tables.Count + 1));
        }

        return tables;
    }

    private static DocumentTable Table(IHtmlTableElement table, int number)
    {
        var grid = new TableGrid();
        var row = 0;
        foreach (var line in table.Rows)
        {
            var column = 0;
            foreach (var cell in line.Cells)
            {
                while (grid.At(row, column) is not null)
                {
                    column++;
                }

                var columns = Math.Clamp(cell.ColumnSpan, 1, 500);
                grid.Put(row, column, CellText(cell), columns, Math.Clamp(cell.RowSpan, 1, Math.Max(1, table.Rows.Length - row)));
                column += columns;
            }

            row++;
        }

        return grid.Finish(number, table.Caption?.TextContent.Trim() ?? "");
    }

    private static string CellText(INode cell)
    {
        var text = new StringBuilder();
        Append(cell, text);
        return string.Join('\n', text.ToString().Split('\n').Select(l => l.Trim())).Trim();
    }

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(string.Join(' ', words.Data.Split([' ', '\t', '\r', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)));
                    break;
                case IHtmlTableElement:
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement { LocalName: "p" or "div" or "li" } block:
                    text.Append(text.Length > 0 && text[^1] != '\n' ? "\n" : "");
                    Append(block, text);
                    text.Append('\n');
                    break;
                case IElement other:
                    Append(other, text);
                    break;
            }
        }
    }
}
