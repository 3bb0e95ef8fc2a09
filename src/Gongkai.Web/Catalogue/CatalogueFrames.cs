using System.Collections.Concurrent;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Catalogue;

/// <summary>What nearly every public answer stands in: the units and the catalogue in force. To be read, never to be changed.</summary>
/// <param name="Units">All units, each before those below it.</param>
/// <param name="Catalogue">The school's catalogue in force; null while there is none.</param>
public sealed record CatalogueFrame(IReadOnlyList<Unit> Units, CatalogueEdition? Catalogue);

/// <summary>Reads the frame once for each public moment, so that a search costs no reading of fifty items and their owners.</summary>
public sealed class CatalogueFrames
{
    private readonly Shelf _shelf;
    private readonly PublicMoments _moments;
    private readonly InstitutionScope _institution;
    private readonly InstitutionDesk _institutions;
    private readonly CatalogueDesk _catalogue;

    internal CatalogueFrames(Shelf shelf, PublicMoments moments, InstitutionScope institution, InstitutionDesk institutions, CatalogueDesk catalogue) =>
        (_shelf, _moments, _institution, _institutions, _catalogue) = (shelf, moments, institution, institutions, catalogue);

    /// <summary>The frame as it is now.</summary>
    public async Task<CatalogueFrame> NowAsync(CancellationToken cancel = default)
    {
        // The moment is asked for first: what is read after it is as new or newer.
        var moment = await _moments.NowAsync(cancel);
        if (_shelf.TryGetValue(_institution.Id, out var kept) && kept.Version == moment.Version)
        {
            return kept.Frame;
        }

        var frame = new CatalogueFrame(await _institutions.UnitsAsync(cancel), await _catalogue.InForceAsync(cancel: cancel));
        _shelf[_institution.Id] = (moment.Version, frame);
        return frame;
    }

    /// <summary>Where frames stand, by institution.</summary>
    internal sealed class Shelf : ConcurrentDictionary<Guid, (long Version, CatalogueFrame Frame)>;
}
