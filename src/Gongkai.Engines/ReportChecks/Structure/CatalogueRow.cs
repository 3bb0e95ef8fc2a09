namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>A row of the catalogue's table.</summary>
/// <param name="Number">The item's number, 1 to 50 in the national catalogue.</param>
/// <param name="Span">The row.</param>
/// <param name="Unit">The unit responsible; empty when the cell is.</param>
/// <param name="HasLink">Whether it gives an address or says in words where it is published.</param>
internal sealed record CatalogueRow(int Number, TextSpan Span, string Unit, bool HasLink);
