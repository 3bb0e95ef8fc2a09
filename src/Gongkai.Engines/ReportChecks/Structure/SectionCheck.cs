using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Looks for the eight parts of the Ministry's notice: missing ones, and two under one heading.</summary>
internal sealed partial class SectionCheck : IReportCheck
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
            var kinds = JoinedParts.In(heading.Title);
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
            if (RunOnParts.Find(reading, kind) is { } told)
            {
                yield return Notice.Of(ReportCodes.SectionMerged, Severity.Warning, told, "run-on", ("found", told.Of(reading.Text)), ("parts", SectionKinds.Title(kind)));
                continue;
            }

            var at = main[^1].Span;
            yield return Notice.Of(ReportCodes.SectionMissing, Severity.Warning, at, "", ("expected", SectionKinds.Title(kind)), ("kind", SectionKinds.Name(kind)));
        }
    }

    // What else is to be reported need not be anything: a report that ends with the table has ended, unless it keeps to the notice in all else.
    private static bool IsAsked(Reading reading, SectionKind kind, HashSet<SectionKind> present) => kind switch
    {
        SectionKind.CatalogueTable => !IsCatalogueTold(reading, present.Count >= AllBut),
        SectionKind.Other => !present.Contains(SectionKind.CatalogueTable) || present.Count >= AllBut,
        _ => true,
    };

    // Before there was a list of matters none had a table; who tells elsewhere how the list was carried out has told it. A report with all the other parts may cite the list and tell nothing of it.
    private static bool IsCatalogueTold(Reading reading, bool hasAllOthers)
    {
        if (!reading.Folded.Contains("清单", StringComparison.Ordinal))
        {
            return (hasAllOthers ? reading.AcademicYear?.To.Year : reading.AcademicYear?.From.Year) < YearOfCatalogue;
        }

        return !hasAllOthers || reading.AcademicYear?.From.Year < YearOfCatalogue || CarriedOut().IsMatch(Cited().Replace(reading.Folded, ""));
    }

    [GeneratedRegex(@"[《〈][^《》〈〉\n]*清单[^《》〈〉\n]*[》〉]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cited();

    [GeneratedRegex(@"清单|(?:50|五十)(?:余)?个?(?:大?项|条|事项)|(?:10|十)个?(?:大类|类别|类|方面)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CarriedOut();
}
