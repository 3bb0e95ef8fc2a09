using Gongkai.Web.Institutions;

namespace Gongkai.Web.Catalogue;

/// <summary>What nearly every public answer stands in: the units and the catalogue in force. Read once for each public moment, so that a search costs no reading of
/// fifty items and their owners. To be read, never to be changed.</summary>
/// <param name="Units">All units, each before those below it.</param>
/// <param name="Catalogue">The school's catalogue in force; null while there is none.</param>
public sealed record CatalogueFrame(IReadOnlyList<Unit> Units, CatalogueEdition? Catalogue);
