namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Looks for the eight parts of the Ministry's notice: missing ones, and two under one heading.</summary>
internal sealed class SectionCheck : IReportCheck
{
    private const int FewestHeadings = 3;

    // A report with none or one of the parts is divided in its own way.
    private const int FewestParts = 2;

    // One part short of the eight.
    private const int AllBut = 7;

    // The list of matters is of July 2014 (教办函〔2014〕23号).
    private const int YearOfCatalogue = 2014;

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

        if (present.Count < FewestParts)
        {
            yield break;
        }

        foreach (var kind in SectionKinds.All.Where(k => !present.Contains(k) && IsAsked(reading, k, present)))
        {
            var at = main[^1].Span;
            yield return Notice.Of(ReportCodes.SectionMissing, Severity.Warning, at, "", ("expected", SectionKinds.Title(kind)), ("kind", SectionKinds.Name(kind)));
        }
    }

    // Before there was a list of matters none had a table; who tells elsewhere how the list was carried out has told it. What else
    // is to be reported need not be anything: a report that ends with the table has ended, unless it keeps to the notice in all else.
    private static bool IsAsked(Reading reading, SectionKind kind, HashSet<SectionKind> present) => kind switch
    {
        SectionKind.CatalogueTable => !(reading.AcademicYear?.From.Year < YearOfCatalogue) && !reading.Folded.Contains("清单", StringComparison.Ordinal),
        SectionKind.Other => !present.Contains(SectionKind.CatalogueTable) || present.Count >= AllBut,
        _ => true,
    };
}
