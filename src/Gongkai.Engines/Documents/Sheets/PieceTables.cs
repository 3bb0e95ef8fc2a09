namespace Gongkai.Engines.Documents.Sheets;

/// <summary>Tables put together from pieces, for kinds of file whose merged cells are not told.</summary>
internal static class PieceTables
{
    public static List<DocumentTable> Read(IEnumerable<Piece> pieces)
    {
        var grids = new SortedDictionary<int, (TableGrid Grid, string Name)>();
        foreach (var piece in pieces.Where(p => p.Table > 0 && p.Where.Layer == Layer.Body))
        {
            if (!grids.TryGetValue(piece.Table, out var entry))
            {
                var bang = piece.Where.Locator.LastIndexOf('!');
                grids[piece.Table] = entry = (new TableGrid(), bang > 6 ? piece.Where.Locator[6..bang] : "");
            }

            entry.Grid.Set(piece.Row - 1, piece.Column - 1, new TableCell(piece.Text.ReplaceLineEndings("\n")));
        }

        return [.. grids.Select(g => g.Value.Grid.Finish(g.Key, g.Value.Name))];
    }
}
