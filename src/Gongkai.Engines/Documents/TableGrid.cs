namespace Gongkai.Engines.Documents;

/// <summary>Lays cells of any span into a full grid.</summary>
internal sealed class TableGrid
{
    private const int MostPlaces = 20_000_000;

    private readonly List<List<TableCell?>> _rows = [];
    private int _width;

    /// <summary>Puts a cell into its place, rows and columns counted from 0, and marks what it swallows.</summary>
    public void Put(int row, int column, string text, int columns = 1, int rows = 1)
    {
        for (var r = row; r < row + rows; r++)
        {
            for (var c = column; c < column + columns; c++)
            {
                Set(r, c, new TableCell(r == row && c == column ? text : "", r > row, c > column));
            }
        }
    }

    public void Set(int row, int column, TableCell cell)
    {
        if ((long)(row + 1) * Math.Max(_width, column + 1) > MostPlaces)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "The table is larger than is allowed.");
        }

        while (_rows.Count <= row)
        {
            _rows.Add([]);
        }

        var cells = _rows[row];
        while (cells.Count <= column)
        {
            cells.Add(null);
        }

        cells[column] = cell;
        _width = Math.Max(_width, column + 1);
    }

    public TableCell? At(int row, int column) => row < _rows.Count && column < _rows[row].Count ? _rows[row][column] : null;

    public DocumentTable Finish(int number, string name)
    {
        var empty = new TableCell("");
        var rows = new List<IReadOnlyList<TableCell>>(_rows.Count);
        foreach (var row in _rows)
        {
            rows.Add([.. Enumerable.Range(0, _width).Select(c => c < row.Count ? row[c] ?? empty : empty)]);
        }

        return new DocumentTable(number, name, rows);
    }
}
