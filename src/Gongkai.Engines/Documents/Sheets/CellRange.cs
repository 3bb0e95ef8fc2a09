namespace Gongkai.Engines.Documents.Sheets;

/// <summary>A rectangle of cells like B2:C5, rows and columns counted from 1.</summary>
internal readonly record struct CellRange(int Row, int Column, int LastRow, int LastColumn)
{
    /// <summary>The range a reference means; one of a single cell is a range of one; null when it is no reference.</summary>
    public static CellRange? Parse(ReadOnlySpan<char> reference)
    {
        var colon = reference.IndexOf(':');
        var (row, column) = CellReference.Parse(colon < 0 ? reference : reference[..colon]);
        var (lastRow, lastColumn) = colon < 0 ? (row, column) : CellReference.Parse(reference[(colon + 1)..]);
        return column > 0 && lastColumn > 0 ? new CellRange(row, column, lastRow, lastColumn) : null;
    }

    public bool Holds(int row, int column) => row >= Row && row <= LastRow && column >= Column && column <= LastColumn;
}
