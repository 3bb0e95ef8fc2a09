namespace Gongkai.Engines.Documents.Text;

/// <summary>A table in plain text.</summary>
internal static class CsvTables
{
    public static List<DocumentTable> Read(Stream stream, string name, ReadingContext context)
    {
        var grid = new TableGrid();
        var row = 0;
        foreach (var fields in CsvPieces.Rows(stream, name, context))
        {
            for (var column = 0; column < fields.Count; column++)
            {
                grid.Set(row, column, new TableCell(fields[column].ReplaceLineEndings("\n").Trim()));
            }

            row++;
        }

        return row == 0 ? [] : [grid.Finish(1, "")];
    }
}
