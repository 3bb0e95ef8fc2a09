namespace Gongkai.Engines.Documents.Text;

/// <summary>A table of a page being gone through: which row and column the next cell has, cells that reach over several counted.</summary>
/// <param name="number">Which table of the page it is.</param>
/// <param name="sheet">The name of the sheet it is, in a workbook that is one XML file.</param>
internal sealed class HtmlTable(int number, string sheet)
{
    private readonly Dictionary<int, int> _blocked = [];

    public int Number => number;

    public string Sheet => sheet;

    public int Row { get; private set; }

    public int Column { get; private set; }

    public bool InCell { get; set; }

    private int NextColumn { get; set; }

    public void NextRow()
    {
        Row++;
        NextColumn = 1;
    }

    public void NextCell(int columns, int rows)
    {
        while (_blocked.TryGetValue(NextColumn, out var until) && until >= Row)
        {
            NextColumn++;
        }

        Column = NextColumn;
        InCell = true;
        for (var i = 0; i < columns && rows > 1; i++)
        {
            _blocked[Column + i] = Row + rows - 1;
        }

        NextColumn += columns;
    }
}
