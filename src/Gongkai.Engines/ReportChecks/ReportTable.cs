namespace Gongkai.Engines.ReportChecks;

/// <summary>A table of a report.</summary>
/// <param name="Span">From its first cell to its last.</param>
/// <param name="Rows">Its rows; a cell that is merged into the one above is empty.</param>
public sealed record ReportTable(TextSpan Span, IReadOnlyList<IReadOnlyList<ReportCell>> Rows);

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says, trimmed.</param>
/// <param name="Span">Where it stands in the report's text.</param>
public sealed record ReportCell(string Text, TextSpan Span);
