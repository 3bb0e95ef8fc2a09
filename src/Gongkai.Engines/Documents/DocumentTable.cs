namespace Gongkai.Engines.Documents;

/// <summary>A table of a document as a full grid: every row has the same number of cells, those swallowed by a merged one included.</summary>
/// <param name="Number">Which table of the document it is, counted from 1.</param>
/// <param name="Name">The sheet's name, or the caption; empty when there is none.</param>
/// <param name="Rows">The rows from top to bottom.</param>
public sealed record DocumentTable(int Number, string Name, IReadOnlyList<IReadOnlyList<TableCell>> Rows);

/// <summary>One place of a table's grid.</summary>
/// <param name="Text">Its text with line breaks as <c>\n</c>; empty in a place that a merged cell has swallowed.</param>
/// <param name="ContinuesAbove">It belongs to the cell above it.</param>
/// <param name="ContinuesLeft">It belongs to the cell to its left.</param>
public sealed record TableCell(string Text, bool ContinuesAbove = false, bool ContinuesLeft = false);
