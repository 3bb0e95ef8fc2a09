namespace Gongkai.Engines.Screening.Masking;

/// <summary>The cells of a workbook that are not seen and so hold nothing in the copy.</summary>
internal sealed class EmptiedCells
{
    private readonly Dictionary<string, SortedDictionary<int, SortedSet<int>>> _rowsByColumn = new(StringComparer.OrdinalIgnoreCase);

    public bool IsEmpty => _rowsByColumn.Count == 0;

    public void Note(string sheet, int row, int column)
    {
        if (!_rowsByColumn.TryGetValue(sheet, out var columns))
        {
            _rowsByColumn[sheet] = columns = [];
        }

        if (!columns.TryGetValue(column, out var rows))
        {
            columns[column] = rows = [];
        }

        rows.Add(row);
    }

    /// <summary>Whether any of them lies within a range.</summary>
    public bool Touch(string sheet, CellRange range) =>
        _rowsByColumn.TryGetValue(sheet, out var columns)
        && columns.Any(c => c.Key >= range.Column && c.Key <= range.LastColumn && c.Value.GetViewBetween(range.Row, Math.Max(range.Row, range.LastRow)).Count > 0);
}

/// <summary>A range of cells, from its first to its last.</summary>
internal readonly record struct CellRange(int Row, int Column, int LastRow, int LastColumn);
