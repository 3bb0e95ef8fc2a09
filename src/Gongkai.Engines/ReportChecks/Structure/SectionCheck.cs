namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Looks for the eight parts of the Ministry's notice: missing ones, and two under one heading.</summary>
internal sealed class SectionCheck : IReportCheck
{
    private const int FewestHeadings = 3;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var main = reading.MainHeadings.ToList();
        if (main.Count < FewestHeadings)
        {
            yield break;
        }

        var present = new HashSet<SectionKind>(reading.Sections.Where(s => s.Kind is not null).Select(s => s.Kind!.Value));
        foreach (var heading in main)
        {
            var kinds = SectionKinds.In(heading.Title);
            present.UnionWith(kinds);
            if (kinds.Count > 1)
            {
                yield return Notice.Of(
                    ReportCodes.SectionMerged, Severity.Warning, heading.Span, "", ("found", heading.Title), ("parts", string.Join("、", kinds.Select(SectionKinds.Title))));
            }
        }

        foreach (var heading in reading.Headings.Where(h => h.Rank == 2))
        {
            present.UnionWith(SectionKinds.In(heading.Title).Where(k => k is SectionKind.Measures or SectionKind.CatalogueTable));
        }

        foreach (var kind in SectionKinds.All.Where(k => !present.Contains(k)))
        {
            var at = main[^1].Span;
            yield return Notice.Of(ReportCodes.SectionMissing, Severity.Warning, at, "", ("expected", SectionKinds.Title(kind)), ("kind", SectionKinds.Name(kind)));
        }
    }
}
