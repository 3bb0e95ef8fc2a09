namespace Gongkai.Engines.Documents;

/// <summary>A stretch of text read from a document, in reading order: a paragraph, a cell, a line of a page, a property.</summary>
/// <param name="Where">The place it was read from, its hidden layer included.</param>
/// <param name="Text">The text as a reader sees it, automatic numbering computed, never null.</param>
/// <param name="Row">For a cell, the row of its table counted from 1; otherwise 0. Cells of one table share <paramref name="Table"/>.</param>
/// <param name="Column">For a cell, the column of its table counted from 1; otherwise 0.</param>
/// <param name="Table">For a cell, which table or sheet of the document it stands in, counted from 1; otherwise 0.</param>
public sealed record Piece(Place Where, string Text, int Row = 0, int Column = 0, int Table = 0);
