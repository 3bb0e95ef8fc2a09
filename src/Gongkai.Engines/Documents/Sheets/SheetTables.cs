namespace Gongkai.Engines.Documents.Sheets;

/// <summary>The sheets of a workbook as tables.</summary>
internal static class SheetTables
{
    public static List<DocumentTable> Read(Stream stream, ReadingContext context)
    {
        using var workbook = Workbook.Open(stream, context);
        var tables = new List<DocumentTable>();
        var number = 0;
        foreach (var sheet in workbook.Sheets)
        {
            number++;
            if (sheet.IsHidden)
            {
                continue;
            }

            var grid = new TableGrid();
            var reader = new SheetReader(workbook, sheet);
            var last = 0;
            foreach (var cell in reader.Cells())
            {
                last = Math.Max(last, cell.Row);
                grid.Set(cell.Row - 1, cell.Column - 1, new TableCell(cell.Text.ReplaceLineEndings("\n")));
            }

            foreach (var merge in reader.Merges.Where(m => m.Row <= last))
            {
                var text = grid.At(merge.Row - 1, merge.Column - 1)?.Text ?? "";
                grid.Put(merge.Row - 1, merge.Column - 1, text, merge.LastColumn - merge.Column + 1, Math.Min(merge.LastRow, last) - merge.Row + 1);
            }

            if (last > 0)
            {
                tables.Add(grid.Finish(number, sheet.Name));
            }
        }

        return tables;
    }
}
