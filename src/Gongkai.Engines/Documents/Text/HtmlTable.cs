namespace Gongkai.Engines.Documents.Text;

/// <summary>A table of a page being gone through: which row and column the next cell has, cells that reach over several counted.</summary>
internal sealed class HtmlTable(int number)
{
    private readonly Dictionary<int, int> _blocked = [];

    public int Number => number;

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
