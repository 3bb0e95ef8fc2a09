using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Looks at tables that list a few items of the catalogue, those of one category as a rule: a number that stands twice, the one that is missing among all the others of
/// its category, a row without address or unit. Worth a look only, since such a table need not list them all.</summary>
internal sealed class CatalogueFragmentCheck : IReportCheck
{
    private const int FewestRows = 3;
    private const int MostBlank = 1;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var rows in TableGrids.Of(reading).Where(g => g.Count is > FewestRows and <= CatalogueTableReader.LongTable).Select(CatalogueGrid.Read).Where(r => r.Count >= FewestRows))
        {
            foreach (var finding in Repeats(rows).Concat(Gaps(rows)).Concat(Blanks(rows)))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<ReportFinding> Repeats(List<CatalogueRow> rows) =>
        rows.GroupBy(r => r.Number).Where(g => g.Count() > 1).Select(g => Finding(g.Last().Span, "repeat", "1", g.Key));

    // The first and the last item of a category and all between them but one.
    private static IEnumerable<ReportFinding> Gaps(List<CatalogueRow> rows)
    {
        var first = 1;
        foreach (var (_, items) in CatalogueCategories.Sizes)
        {
            var last = first + items - 1;
            var numbers = rows.Select(r => r.Number).Where(n => n >= first && n <= last).Distinct().ToList();
            if (numbers.Count == items - 1 && numbers.Count >= FewestRows && numbers.Contains(first) && numbers.Contains(last) && !rows.GroupBy(r => r.Number).Any(g => g.Count() > 1))
            {
                var missing = Enumerable.Range(first, items).First(n => !numbers.Contains(n));
                yield return Finding(rows.Last(r => r.Number < missing).Span, "gap", missing.ToString(CultureInfo.InvariantCulture), null);
            }

            first = last + 1;
        }
    }

    private static IEnumerable<ReportFinding> Blanks(List<CatalogueRow> rows)
    {
        List<CatalogueRow> noLink = rows.FindAll(r => !r.HasLink), noUnit = rows.FindAll(r => r.Unit.Length == 0);
        return (noLink.Count <= MostBlank ? noLink : []).Select(r => Finding(r.Span, "no-link", "", r.Number))
            .Concat((noUnit.Count <= MostBlank ? noUnit : []).Select(r => Finding(r.Span, "no-unit", "", r.Number)));
    }

    private static ReportFinding Finding(TextSpan span, string wordCase, string expected, int? found) => Notice.Of(
        ReportCodes.CatalogueCount, Severity.Warning, span, wordCase, ("expected", expected), ("found", found?.ToString(CultureInfo.InvariantCulture) ?? ""));
}
